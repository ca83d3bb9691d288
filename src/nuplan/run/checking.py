"""Submissions held against the plans that bear on them."""

from collections.abc import Iterable
from datetime import date
from typing import BinaryIO, NamedTuple

from ..judge.assess import assess
from ..judge.bearing import Bearing
from ..judge.naming import check_names
from ..judge.pace import Pacer
from ..judge.review import review_batch, review_filing, review_history, review_rows
from ..judge.reviewed import Reviewed
from ..load.submission import load_filings
from ..load.walk import Walk, is_folder
from ..model.catalogue import FAIL_ON
from ..model.figure import Filing
from ..model.finding import Finding, Location, NuplanError
from ..model.indicator import Indicator
from ..model.ledger import Ledger
from ..model.library import Library
from ..model.plan import Plan
from ..model.report import Report
from ..model.suggest import nearest
from .call import take_call
from .filings import Impossible, Kept, Progress, merged, read_filings
from .history import filed_values, read_ledger
from .shelf import Paths, library, several, today


def check(
    paths: Paths,
    *,
    targets: Paths = (),
    plans: str | Iterable[str] = (),
    history: Paths = (),
    allow_tier_c: bool = False,
    as_of: date | None = None,
    due: date | None = None,
    roster: str | None = None,
    fail_on: str | Iterable[str] = FAIL_ON["check"],
    waivers: Paths = (),
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    aligned: bool = True,
    rolled: bool = False,
    ranked: str | None = None,
    jobs: int = 1,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Report:
    """Hold the submissions at `paths` against the plans that bear on them.

    `paths` are files or folders (`-` is `stdin`); `targets` further folders of plan files; `plans` ids that replace the choice by area
    and period; `history` are files or folders of what the areas have reported before, and `allow_tier_c` lets published values of tier C
    stand as baselines; `as_of` the day the report is made for, default today in Asia/Shanghai; `due` the day by which submissions are to be
    reported; `roster` the area of whose places the report says which have reported, default the one above the areas found where there
    are several. `waivers` are files of what the reviewer lets pass; `select` and `ignore` name the checks, by id, slug or beginning of
    ids, whose findings are listed and whose rows can block. Where `aligned`, the area's own plan is held against the one above it, too;
    where `rolled`, the submissions are added up as `rollup` does; `ranked` is the indicator by which areas are ranked, none by default.
    `jobs` processes read the files; `progress` is told how many of them have been read. Returns a Report whose `exit_code` is 0, 1, 3 or 4;
    raises NuplanError for a call or plan files that cannot be used.
    """
    call = take_call(targets, plans, fail_on, waivers, select, ignore)
    report = Report(as_of or today(), call.shelf)
    given = several(paths)
    by = None if ranked is None else _ranked_by(ranked, call.shelf)
    bearing = Bearing(call.shelf, call.chosen)
    ledger, earlier = read_ledger(several(history), report, given)
    of_history, report.findings = report.findings, []
    reviewed = Reviewed(call.shelf, ledger)
    kept = None if rolled or ranked is not None else _kept(bearing, reviewed)
    apart = read_filings(given, report, kept=kept, stdin=stdin, jobs=jobs, progress=progress)
    report.findings += [*of_history, *review_history(earlier, call.shelf)]  # what is wrong with the submissions stands first
    del earlier
    _call_the_roll(apart, report, given, due, roster)
    filings = merged(apart, report)
    del apart
    areas = {filing.area for filing in filings}
    used: dict[str, Plan] = {}
    impossible = Impossible(report)
    report.findings += review_batch(filings, reviewed, impossible.of)
    if rolled:
        from .rolling import add_up

        add_up(filings, call.chosen, report, used)
    if by is not None:
        from ..judge.ranking import rank

        doubtful = {filing.area for filing in filings if by.id in impossible.of(filing)}
        report.rankings = rank(filings, by, call.shelf, frozenset(doubtful))
    _enter_references(filings, ledger, call.shelf)
    pacer = Pacer(call.shelf, ledger, allow_tier_c=allow_tier_c)
    _judge(filings, _Tools(bearing, pacer, reviewed, impossible), report, used)
    if aligned:
        _close_with_alignment(report, used, areas, gated="align" in call.families)
    call.close(report, used)
    report.pairs = [row for row in report.pairs if row.binding or row.severity in ("error", "warning")]
    return report


def _call_the_roll(filings: list[Filing], report: Report, paths: list[str], due: date | None, roster: str | None) -> None:
    """Say which areas have reported, when, and whether a file's name says what stands in it.

    Of a folder with a day due, one area that has reported is enough to ask for the others.
    """
    shelf = report.library
    report.findings += check_names(filings, shelf)
    above = None if roster is None else shelf.area_names.get(roster)
    if roster is not None and above is None:
        raise NuplanError("unknown-area", name=roster, suggestion=nearest(roster, shelf.area_names))
    if above is not None and not any(area.parent == above for area in shelf.areas.values()):
        raise NuplanError("no-places-below", area=shelf.areas[above].name)
    if above is None and due is None and len({filing.area for filing in filings}) < 2:
        return
    from ..judge.roster import call_roll

    least = 1 if due is not None and is_folder(paths) else 2
    place = paths[0] if paths else ""
    report.rosters, findings = call_roll(filings, shelf, place, due=due, as_of=report.as_of, above=above, least=least)
    report.findings += findings


def _ranked_by(name: str, shelf: Library) -> Indicator:
    """The indicator of a ranking. Raises NuplanError where there is none, or where neither more nor less of it is better."""
    found = shelf.indicators.get(shelf.indicator_names.get(name, ""))
    if found is None:
        raise NuplanError("unknown-indicator", name=name, suggestion=nearest(name, shelf.indicator_names))
    if found.direction == "none":
        raise NuplanError("rank-undirected", name=found.name)
    return found


def _enter_references(filings: list[Filing], ledger: Ledger, shelf: Library) -> None:
    """Enter what areas above others have filed, which leads over them are held against."""
    above = {shelf.areas[filing.area].parent for filing in filings}
    for filing in filings:
        if filing.area in above:
            ledger.add(filing.area, filed_values(filing.unpack(), shelf))


class _Tools(NamedTuple):
    """What the filings of a run are judged with."""

    bearing: Bearing
    pacer: Pacer
    reviewed: Reviewed
    impossible: Impossible


def _kept(bearing: Bearing, reviewed: Reviewed) -> Kept:
    """The indicators of a filing that a target asks for or the data review looks at."""
    return lambda filing: reviewed.kept(filing, bearing.needed(filing))


def _judge(filings: list[Filing], tools: _Tools, report: Report, used: dict[str, Plan]) -> None:
    """Data review and target assessment of the filings; each is let go once it is judged, since only the rows are kept."""
    shelf = report.library
    filings.reverse()
    while filings:
        filing = filings.pop()
        doubtful = tools.impossible.of(filing)
        report.findings += review_filing(filing, tools.reviewed, doubtful)
        rows = len(report.assessments)
        for plan, duties in tools.bearing.on(filing):
            used[plan.id] = plan
            for duty in duties:
                row = assess(duty, filing, shelf, doubtful)
                if row is None:
                    report.left += 1
                else:
                    row.pacing = tools.pacer.of(row, filing)
                    report.assessments.append(row)
        report.findings += review_rows(report.assessments[rows:], filing, shelf)
        asked = tools.bearing.asked(filing)
        unasked = tuple(indicator for indicator in filing.names if indicator not in asked)
        if unasked:
            report.unasked.append((filing.area, filing.period.text, unasked))
        if filing.filled:
            report.evaluated += len(report.assessments) - rows


def _close_with_alignment(report: Report, used: dict[str, Plan], areas: set[str], *, gated: bool) -> None:
    """Hold each area's own plan against the one above it; a plan that has none above it is told, and where it is `gated` raises."""
    children = [plan for plan in used.values() if plan.implements is not None and plan.area in areas]
    if not children:
        return
    from ..judge.align import align as align_plans
    from ..judge.lineage import parent_of

    for child in sorted(children, key=lambda plan: (report.library.areas[plan.area].code, plan.id)):
        try:
            parent = parent_of(child, report.library)
        except NuplanError:
            if gated:
                raise
            report.unaligned.append(child)
            continue
        used[parent.id] = parent
        path = next(ref.path for ref in report.library.files if ref.plan is child)
        for row in align_plans(child, parent, report.library):
            row.location = Location(path)
            report.pairs.append(row)


def load_submissions(paths: Paths, *, targets: Paths = ()) -> list[Filing]:
    """The submissions at `paths` with their figures resolved. Raises NuplanError with every problem where any could not be read."""
    shelf = library(targets)
    filings: list[Filing] = []
    findings: list[Finding] = []
    for path, named in Walk(several(paths)):
        loaded, found = load_filings(path, shelf)
        findings += [] if loaded.foreign and not named else [one for one in loaded.findings if one.row.severity == "error"]
        filings += found
    if findings:
        raise NuplanError("broken-submissions", findings=tuple(findings))
    return filings
