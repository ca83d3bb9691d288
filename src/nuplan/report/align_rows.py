"""Plans held against those above them, as rows: every pair under the heading of its verdict, and what the plans below add up to."""

from collections import Counter
from typing import TYPE_CHECKING

from ..model.alignment import Alignment
from ..model.report import Report
from ..text import Words
from .align_facts import levels_of, pair_name, verdict_counts, verdict_text, why_text
from .facts import plan_title, severity_counts, source_lines
from .rollup_facts import added_reason, places_of, rollup_status, sum_text
from .rows import Column, Row, Rows, Tone, grouped
from .targets import asked_text, cited_text, due_of

if TYPE_CHECKING:
    from ..model.rollup import Rollup

_TONES: dict[str | None, Tone] = {"error": "bad", "warning": "warn", "information": "", None: ""}


def align_rows(report: Report, say: Words) -> list[Rows]:
    """A listing for each plan, one for each plan above that they are added up against; the foot under the last."""
    listings = []
    for rows in by_plan(report):
        listings.append(_of_plan(rows, say))
        listings[-1].notes = plan_foot(rows, say)
    listings += [_added_up(rows, say) for rows in grouped(report.rollup, lambda row: row.target.plan.id)]
    if not listings:
        listings.append(Rows(say("align.foot.nothing"), []))
    listings[-1].notes += align_foot(report, say)
    return listings


def by_plan(report: Report) -> list[list[Alignment]]:
    """The rows of each child plan together."""
    return grouped(report.pairs, lambda row: row.child_plan.id)


def _of_plan(rows: list[Alignment], say: Words) -> Rows:
    columns = [
        Column("name", say("label.indicator"), 16),
        Column("parent", say("align.label.parent"), 28),
        Column("child", say("align.label.child"), 28),
        Column("status", say("align.label.verdict"), 14),
        Column("reason", say("label.reason"), 34, narrow=110, under="child"),
    ]
    listing = Rows(_title(rows[0], say), columns)
    counts = Counter(row.group for row in rows)
    for row in rows:
        heading = say(f"align.group.{row.group}", **levels_of(row, say))
        cells = {
            "name": pair_name(row, say),
            "parent": "–" if row.parent is None else cited_text(row.parent, say),
            "child": "–" if row.child is None else cited_text(row.child, say),
            "status": verdict_text(row, say),
            "reason": why_text(row, say),
        }
        group = say("align.group.format", group=heading, count=counts[row.group])
        tone: Tone = "good" if row.verdict in ("equal", "exceeds") else _TONES[row.severity]
        listing.rows.append(Row(cells, group=(group,), tone=tone))
    return listing


def _title(row: Alignment, say: Words) -> str:
    return say("align.title", child=plan_title(row.child_plan, say), parent=plan_title(row.parent_plan, say))


def short_rows(report: Report, say: Words) -> list[Rows]:
    """What closes a check: for each plan of an area, what it must carry, a line each, and how many are weaker."""
    columns = [
        Column("name", say("label.indicator"), 24),
        Column("parent", say("align.label.parent"), 30),
        Column("status", say("align.label.verdict"), 16),
        Column("reason", say("label.reason"), 30),
    ]
    listings = []
    for rows in by_plan(report):
        listing = Rows(_title(rows[0], say), columns)
        for row in rows:
            if row.binding and row.parent is not None:
                cells = {
                    "name": pair_name(row, say),
                    "parent": row.parent.target.as_printed,
                    "status": verdict_text(row, say),
                    "reason": say.join(say(f"align.short.{weakness}") for weakness in row.weaknesses),
                }
                tone: Tone = "good" if row.verdict in ("equal", "exceeds") else _TONES[row.severity]
                listing.rows.append(Row(cells, tone=tone))
        listing.notes.append(short_foot(rows, say))
        listings.append(listing)
    return listings


def short_foot(rows: list[Alignment], say: Words) -> str:
    """How many of the pairs of one plan are weaker and below, and where all of them are told."""
    verdicts = [row.verdict for row in rows]
    counts = {"weak": verdicts.count("weaker"), "below": verdicts.count("below")}
    return say("align.foot.short", plan=rows[0].child_plan.id, **counts, **levels_of(rows[0], say))


def plan_foot(rows: list[Alignment], say: Words) -> list[str]:
    """How many targets both plans have, and the verdicts counted."""
    words = levels_of(rows[0], say)
    sides = [sum(side is not None for side in column) for column in zip(*((row.parent, row.child) for row in rows), strict=True)]
    sizes = {"plan": rows[0].child_plan.id, "parents": sides[0], "children": sides[1], "pairs": len(rows)}
    lines = [say("align.foot.summary", verdicts=verdict_counts(rows, say), **sizes, **words)]
    if any(row.binding and row.verdict == "absent" for row in rows):
        lines.append(say("align.foot.binding", **words))
    return lines


def align_foot(report: Report, say: Words) -> list[str]:
    """The lines at the end: how to read shares, what must be looked at, whose copies it stands on."""
    lines = []
    if any(row.share is not None and row.population_share is not None for row in report.pairs):
        lines.append(say("align.foot.lower_share"))
    severities = [row.severity for row in report.pairs] + [row.severity for row in report.rollup]
    counts = severity_counts(severities, say)
    lines.append(say("align.foot.findings", counts=counts) if counts else say("align.foot.no_findings"))
    lines.append(say("align.foot.verdict", verdict=say(f"verdict.{report.verdict}")))
    plans = [ref.plan for ref in report.plans if ref.plan is not None]
    return lines + (source_lines(plans, say) if plans else [])


def _added_up(rows: "list[Rollup]", say: Words) -> Rows:
    columns = [
        Column("name", say("label.indicator"), 18),
        Column("asked", say("align.label.asked"), 14),
        Column("due", say("label.due"), 11, narrow=110, under="asked"),
        Column("sum", say("align.label.sum"), 24),
        Column("reported", say("align.label.reported"), 8, right=True),
        Column("status", say("label.status"), 10),
        Column("reason", say("label.reason"), 26, narrow=110, under="sum"),
    ]
    listing = Rows(say("align.title.rollup", parent=plan_title(rows[0].target.plan, say)), columns)
    tones: dict[str, Tone] = {"met": "good", "within_about": "good", "missed": "warn", "undecided": ""}
    for row in rows:
        cells = {
            "name": say.name(row.target.indicator),
            "asked": asked_text(row.target, say),
            "due": due_of(row.target, say),
            "sum": sum_text(row, say),
            "reported": say("align.rollup.reported", count=len(row.reported), all=places_of(row)),
            "status": rollup_status(row, say),
            "reason": added_reason(row, say),
        }
        listing.rows.append(Row(cells, tone=tones[row.status], of=row))
    return listing
