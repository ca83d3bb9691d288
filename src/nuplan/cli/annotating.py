"""`nuplan check --annotate`: a copy of the filled workbook with what the review says."""

from ..model.finding import NuplanError
from ..model.report import Report
from ..run.filings import filed_bytes
from ..text import Words
from . import output, streams


def form_among(report: Report) -> str:
    """The one workbook among the files of a report. Raises NuplanError where there is none, or more than one."""
    found = dict.fromkeys(given.path for given in report.inputs if given.path.lower().endswith(".xlsx"))
    if len(found) != 1:
        raise NuplanError("annotate-one", count=len(found))
    return next(iter(found))


def annotate(path: str, report: Report, say: Words, file: str) -> None:
    """Write the copy. Where the workbook could not be opened nothing is written, and that is said."""
    from ..forms.annotate import annotate as add_remarks

    output.keep_inputs([("xlsx", file)], report)
    readable = any(given.area for given in report.inputs if given.path == path) or _has_sheet(path, report)
    marked = add_remarks(filed_bytes(path), path, report, say) if readable else None
    if marked is None:
        streams.complain(say("error.prefix") + say("error.annotate-unread", name=path))
    else:
        streams.write_file(file, marked)


def _has_sheet(path: str, report: Report) -> bool:
    """Whether anything could be said of a worksheet of a file, so that it could be opened."""
    return any(finding.location.path == path and finding.location.sheet is not None for finding in report.findings)
