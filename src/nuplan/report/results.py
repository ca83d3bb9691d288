"""A report as results, one a row, for the formats that gates read."""

from ..model.finding import Finding
from ..model.report import Assessment, Report
from ..text import Words, safe
from .facts import figure_text, gap_text, has_pace, name_of, reason_text, status_text
from .messages import message
from .pace_facts import pace_line
from .result import Result


def results(report: Report, say: Words) -> list[Result]:
    """The findings, then the assessments, then the pairs, then what plans add up to."""
    head = say("head.findings" if report.act in ("check", "rollup") else f"head.{report.act}") if report.findings else ""
    found = [_of_finding(finding, head, say) for finding in report.findings]
    found += [_of_assessment(row, report, say) for row in report.assessments]
    if report.rollup and report.act != "align":
        from .rollup_results import rollup_results

        found += rollup_results(report, say)
    if report.pairs:
        from .align_results import align_results

        found += align_results(report, say)
    return found


def _of_finding(finding: Finding, suite: str, say: Words) -> Result:
    words = _placed(message(finding, say), finding.location.cell_name, say)
    row = finding.row
    name = finding.target or f"{row.id} {row.slug}"
    values = (f"{key}={say.shown(value)}" for key, value in sorted(finding.values.items()))
    key = (row.id, finding.location.path, *filter(None, (finding.area, finding.period, finding.target, finding.indicator)), *values)
    return Result(suite, name, words, finding.location, key, row.id, row.severity, finding.blocking, related=finding.related)


def _placed(words: str, cell: str | None, say: Words) -> str:
    """What is said of a cell, after its name."""
    return words if cell is None else f"{safe(cell)}{say('colon')}{words}"


def _of_assessment(row: Assessment, report: Report, say: Words) -> Result:
    duty = row.duty
    parts = [
        f"{name_of(duty, say)}{say('colon')}{status_text(row, say)}",
        f"{say('label.target')} {duty.target.as_printed}",
        f"{say('label.figure')} {figure_text(row.figure) or '–'}",
    ]
    if gap := gap_text(row, say):
        parts.append(f"{say('label.gap')} {gap}")
    if reason := reason_text(row, say):
        parts.append(reason)
    if has_pace(row):
        parts.append(f"{say('label.pace')} {pace_line(row, say)}")
    suite = say("head.check", area=say.name(report.library.areas[row.area]), period=row.period)
    return Result(
        suite,
        duty.id,
        _placed(say.clauses(parts), row.figure.location.cell_name if row.figure.location.sheet is not None else None, say),
        row.figure.location,
        (row.area, row.period, duty.id),
        row.check,
        row.severity,
        row.blocking,
        idle=row.status in ("pending", "not_due"),
    )
