"""A report as workflow commands of GitHub Actions, which shows them at their lines: one for each row that a person must look at."""

from ..model.catalogue import CHECKS, Severity
from ..model.report import Report
from ..text import Words, safe
from .result import Result
from .results import results

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "information": "notice"}


def render_github(report: Report, say: Words) -> str:
    """Errors, then warnings, then notices, as GitHub shows only the first ten of each; within them as the report has them."""
    rows = [row for row in results(report, say) if row.check is not None]
    return "".join(_line(row, word) for level, word in _LEVELS.items() for row in rows if row.level == level)


def _line(row: Result, level: str) -> str:
    assert row.check is not None
    place = row.location
    known = {"file": place.path or None, "line": place.text_line, "col": place.column, "title": f"{row.check} {CHECKS[row.check].slug}"}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in known.items() if value is not None)
    return f"::{level} {properties}::{_data(row.message)}\n"


def _data(text: str) -> str:
    """Text made safe, which leaves no end of a line, with its percent signs escaped."""
    return safe(text).replace("%", "%25")


def _property(text: str) -> str:
    """The same for a property, where a colon or a comma would end it."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
