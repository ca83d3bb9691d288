"""Pairs, and what plans add up to, as results."""

from typing import TYPE_CHECKING

from ..model.alignment import Alignment
from ..model.finding import Location
from ..model.report import Report
from ..text import Words
from .align_facts import pair_name, verdict_text, why_text
from .facts import plan_title
from .result import Result
from .rollup_facts import added_reason, rollup_status, sum_text
from .targets import asked_text

if TYPE_CHECKING:
    from ..model.rollup import Rollup


def align_results(report: Report, say: Words) -> list[Result]:
    """The pairs of a report, then the targets that the plans below are added up against."""
    return [_of_pair(row, say) for row in report.pairs] + [_of_rollup(row, report, say) for row in report.rollup]


def _of_pair(row: Alignment, say: Words) -> Result:
    words = [f"{pair_name(row, say)}{say('colon')}{verdict_text(row, say)}"]
    for label, side in (("align.label.parent", row.parent), ("align.label.child", row.child)):
        if side is not None:
            words.append(f"{say(label)} {side.target.as_printed}")
    words.append(why_text(row, say))
    return Result(
        say("align.title", child=plan_title(row.child_plan, say), parent=plan_title(row.parent_plan, say)),
        row.id,
        say.clauses(words),
        row.location,
        (row.id,),
        row.check,
        row.severity,
        row.blocking,
        idle=row.verdict in ("unknown", "not_judged", "child_only"),
        related=() if row.related is None else (row.related,),
    )


def _of_rollup(row: "Rollup", report: Report, say: Words) -> Result:
    subject = row.target
    words = [
        f"{say.name(subject.indicator)}{say('colon')}{rollup_status(row, say)}",
        f"{say('align.label.asked')} {asked_text(subject, say)}",
        f"{say('align.label.sum')} {sum_text(row, say)}",
        added_reason(row, say),
    ]
    path = next((ref.path for ref in report.plans if ref.plan is subject.plan), "")
    return Result(
        say("align.title.rollup", parent=plan_title(subject.plan, say)),
        subject.id,
        say.clauses(filter(None, words)),
        Location(path),
        ("NU206", subject.id),
        None if row.severity is None else "NU206",
        row.severity,
        row.blocking,
        idle=row.status == "undecided",
    )
