"""Plans held against those above them, as lines: one a pair, one a target that the plans below are added up against."""

from typing import TYPE_CHECKING

from ..model.alignment import Alignment
from ..model.report import Report
from ..text import Words
from .align_facts import pair_name, verdict_text, why_text
from .align_rows import align_foot, by_plan, plan_foot, short_foot
from .rollup_facts import added_reason, places_of, rollup_status, sum_text
from .targets import asked_text, cited_text, due_of

if TYPE_CHECKING:
    from ..model.rollup import Rollup


def align_lines(report: Report, say: Words) -> list[str]:
    """The pairs of a report and, of a check, how many are weaker; of an alignment, its foot."""
    lines = [_pair_line(row, say) for row in report.pairs if row.binding or report.act == "align"]
    if report.act != "align":
        return [*lines, *(short_foot(rows, say) for rows in by_plan(report))]
    lines += [_added_line(row, say) for row in report.rollup]
    return [*lines, *(line for rows in by_plan(report) for line in plan_foot(rows, say)), *align_foot(report, say)]


def _pair_line(row: Alignment, say: Words) -> str:
    severity = [] if row.severity is None else [f"{say(f'severity.{row.severity}')} {row.check}"]
    sides = [
        f"{say(f'align.label.{name}')} {'–' if side is None else cited_text(side, say).replace(chr(10), ' ')}"
        for name, side in (("parent", row.parent), ("child", row.child))
    ]
    parts = [f"{row.location}: {verdict_text(row, say)}", *severity, row.id, pair_name(row, say), *sides, why_text(row, say)]
    return " | ".join(parts)


def _added_line(row: "Rollup", say: Words) -> str:
    reported = f"{say('align.label.reported')} {say('align.rollup.reported', count=len(row.reported), all=places_of(row))}"
    parts = [
        f"{row.target.id}: {rollup_status(row, say)}",
        say.name(row.target.indicator),
        f"{say('align.label.asked')} {asked_text(row.target, say)}",
        f"{say('label.due')} {due_of(row.target, say)}",
        f"{say('align.label.sum')} {sum_text(row, say)}",
        reported,
        added_reason(row, say),
    ]
    return " | ".join(filter(None, parts))
