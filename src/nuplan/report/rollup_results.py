"""What submissions add up to, as results."""

import os

from ..model.finding import Location
from ..model.report import Report
from ..model.rollup import Rollup
from ..text import Words
from .facts import plan_title
from .result import Result
from .rollup_facts import added_reason, due_of_row, name_of_row, rollup_status, sum_text
from .targets import asked_text


def rollup_results(report: Report, say: Words) -> list[Result]:
    """A result for each row; they stand at the submissions as a whole."""
    place = Location(_common([given.path for given in report.inputs]))
    return [_of_row(row, report, place, say) for row in report.rollup]


def _common(paths: list[str]) -> str:
    """The folder that all paths lie in; nothing where they have none in common."""
    try:
        return os.path.commonpath(paths)
    except ValueError:
        return ""


def _of_row(row: Rollup, report: Report, place: Location, say: Words) -> Result:
    assert row.duty is not None
    words = [
        f"{name_of_row(row, say)}{say('colon')}{rollup_status(row, say)}",
        f"{say('align.label.asked')} {asked_text(row.target, say)}",
        f"{say('label.due')} {due_of_row(row, say)}",
        f"{say('rollup.label.sum')} {sum_text(row, say)}",
        added_reason(row, say),
    ]
    area = say.name(report.library.areas[row.area])
    return Result(
        say("rollup.title", area=area, period=row.period, plan=plan_title(row.target.plan, say)),
        row.duty.id,
        say.clauses(filter(None, words)),
        place,
        (row.area, str(row.period), row.duty.id),
        row.check,
        row.severity,
        row.blocking,
        idle=row.status in ("pending", "not_due") or not row.reported,
    )
