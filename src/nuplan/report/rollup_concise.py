"""What areas add up to, as lines: one a row, nothing cut."""

from ..model.report import Report
from ..model.rollup import Rollup, Total
from ..text import Words
from .facts import cite, clause_text, severity_text
from .rollup_facts import added_reason, bounds_text, due_of_row, mean_facts, name_of_row, places_of, rollup_status, sum_text
from .targets import asked_text


def rollup_lines(report: Report, say: Words) -> list[str]:
    """One line a row, nothing cut."""
    return [*(_line(row, say) for row in report.rollup), *(_total_line(row, report, say) for row in report.totals)]


def _line(row: Rollup, say: Words) -> str:
    assert row.duty is not None
    severity = [] if row.severity is None else [f"{severity_text(row.severity, say)} {row.check}"]
    parts = [
        f"{row.area} {row.period}: {rollup_status(row, say)}",
        *severity,
        row.duty.id,
        name_of_row(row, say),
        f"{say('align.label.asked')} {asked_text(row.target, say)}",
        f"{say('label.due')} {due_of_row(row, say)}",
        f"{say('rollup.label.sum')} {sum_text(row, say)}",
        f"{say('rollup.label.reported')} {say('align.rollup.reported', count=len(row.reported), all=places_of(row))}",
        f"{cite(row.target.plan, say)} {clause_text(row.target.target.clause, say)}",
        added_reason(row, say),
    ]
    return " | ".join(filter(None, parts))


def _total_line(row: Total, report: Report, say: Words) -> str:
    unit = row.indicator.measure.name
    parts = [
        f"{row.area} {row.period}: {say('rollup.no_target')}",
        row.indicator.id,
        say.name(row.indicator),
        f"{say('rollup.label.sum')} {bounds_text(row, unit, say)}",
        f"{say('rollup.label.reported')} {say('align.rollup.reported', count=len(row.reported), all=places_of(row))}",
        say.clauses(mean_facts(row, unit, say)),
    ]
    return " | ".join(filter(None, parts))
