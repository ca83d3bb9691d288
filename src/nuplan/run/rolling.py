"""Submissions of the places below an area added up against its plans."""

from collections.abc import Iterable
from datetime import date
from typing import BinaryIO

from ..judge.bearing import plans_in_force
from ..judge.naming import check_names
from ..judge.review import review_batch
from ..judge.reviewed import Reviewed
from ..judge.rollup import Level, roll_up, totals
from ..model.catalogue import FAIL_ON
from ..model.figure import Filing
from ..model.plan import Plan
from ..model.report import Report
from .call import take_call
from .filings import Impossible, Progress, merged, read_filings
from .history import open_ledger
from .shelf import Paths, several, today


def rollup(
    paths: Paths,
    *,
    targets: Paths = (),
    plans: str | Iterable[str] = (),
    as_of: date | None = None,
    fail_on: str | Iterable[str] = FAIL_ON["rollup"],
    waivers: Paths = (),
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    jobs: int = 1,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Report:
    """Add up the submissions at `paths`, for each area above some of them and each period, against the plans of that area.

    The parameters are those of `check`. Returns a Report whose `rollup` has a row for each due date that bears on the places below, with
    the bounds of what is possible where some are missing, and whose `totals` have the figures that no target asks for; its `exit_code`
    is 0, 1, 3 or 4. Raises NuplanError for a call or plan files that cannot be used.
    """
    call = take_call(targets, plans, fail_on, waivers, select, ignore, FAIL_ON["rollup"])
    report = Report(as_of or today(), call.shelf, "rollup")
    apart = read_filings(several(paths), report, stdin=stdin, jobs=jobs, progress=progress)
    report.findings += check_names(apart, call.shelf)
    filings = merged(apart, report)
    used: dict[str, Plan] = {}
    report.findings += review_batch(filings, Reviewed(call.shelf, open_ledger(call.shelf)), Impossible(report).of)
    add_up(filings, call.chosen, report, used)
    report.evaluated = sum(bool(row.reported) for row in report.rollup) + (0 if call.chosen else len(report.totals))
    call.close(report, used)
    return report


def add_up(filings: list[Filing], chosen: tuple[str, ...], report: Report, used: dict[str, Plan]) -> None:
    """Add to a report what the filings of the places below an area come to, for each such area and period."""
    shelf = report.library
    impossible = Impossible(report)
    levels: dict[tuple[str, date], list[Filing]] = {}
    for filing in filings:
        above = shelf.areas[filing.area].parent
        if above is not None:
            levels.setdefault((above, filing.period.end), []).append(filing)
    for (above, _), given in sorted(levels.items(), key=lambda item: (shelf.areas[item[0][0]].code, item[0][1])):
        level = Level(above, given, shelf, impossible.of)
        dates = frozenset[date]().union(*(filing.dates for filing in given))
        in_force = [plan for plan in plans_in_force(above, dates, shelf, chosen) if plan.area == above]
        used |= {plan.id: plan for plan in in_force}
        rows, left = roll_up(level, in_force)
        report.rollup += rows
        if report.act == "rollup":
            report.left += left
        report.totals += totals(level, frozenset(row.target.indicator.id for row in rows))
