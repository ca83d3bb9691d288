"""The hub: load, judge, gate, report. The only module that knows all three rooms."""

import os
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, BinaryIO

from . import gate
from .judge.assess import assess
from .judge.bearing import duties_on, plans_in_force
from .judge.rules import IMPOSSIBLE, check_figures
from .load.file import SUFFIXES
from .load.library import load_library, load_plan_file
from .load.submission import find_files, load_filing, merge
from .model.catalogue import FAIL_ON
from .model.figure import Filing
from .model.finding import Finding, Location, NuplanError
from .model.library import FileRef, Library, Locate
from .model.period import parse_period
from .model.plan import Plan
from .model.report import Input, Report
from .model.suggest import nearest

if TYPE_CHECKING:
    from .model.alignment import Alignment
    from .model.comparison import Change, Conflicts, Noted
    from .model.subject import Subject

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")


Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
"""A file or folder, or several."""


def _several(given: Paths) -> list[str]:
    """What may be given as one or as several, as a list."""
    return [os.fspath(given)] if isinstance(given, (str, os.PathLike)) else [os.fspath(one) for one in given]


def _today() -> date:
    return datetime.now(SHANGHAI).date()


def library(targets: Paths = (), *, places: bool = False, baselines: bool = False) -> Library:
    """The indicators, areas and plans of the packaged folder and the given ones. Raises NuplanError with every problem found."""
    found = load_library(_several(targets), places=places, baselines=baselines)
    if found.findings:
        raise NuplanError("broken-targets", findings=tuple(found.findings))
    return found


def check(
    paths: Paths,
    *,
    targets: Paths = (),
    plans: str | Iterable[str] = (),
    as_of: date | None = None,
    fail_on: str | Iterable[str] = FAIL_ON["check"],
    aligned: bool = True,
    stdin: BinaryIO | None = None,
) -> Report:
    """Hold the submissions at `paths` against the plans that bear on them.

    `paths` are files or folders (`-` is `stdin`); `targets` further folders of plan files; `plans` ids that replace the choice by area
    and period; `as_of` the day the report is made for, default today in Asia/Shanghai. Where `aligned`, the area's own plan is held
    against the one above it, too. Returns a Report whose `exit_code` is 0, 1, 3 or 4; raises NuplanError for a call or plan files that
    cannot be used.
    """
    shelf = library(targets)
    families = gate.parse_families(fail_on)
    chosen = tuple(_several(plans))
    for plan in chosen:
        _known_plan(plan, shelf)
    report = Report(as_of or _today(), shelf)
    used: dict[str, Plan] = {}
    read = (_read(path, named, shelf, report, stdin) for path, named in find_files(_several(paths)))
    filings, conflicts = merge([filing for filing in read if filing is not None], shelf)
    report.findings += conflicts
    for filing in filings:
        _judge(filing, shelf, chosen, report, used)
    if aligned:
        _close_with_alignment(report, used, {filing.area for filing in filings}, gated="align" in families)
    report.plans = [ref for ref in shelf.files if ref.plan is None or ref.plan.id in used]
    report.assessments.sort(key=lambda row: (shelf.areas[row.area].code, parse_period(row.period).end))
    gate.judge_report(report, families)
    report.pairs = [row for row in report.pairs if row.binding or row.severity in ("error", "warning")]
    return report


def _read(path: str, named: bool, shelf: Library, report: Report, stdin: BinaryIO | None) -> Filing | None:
    """One file's filing; its problems and its row among the inputs go into the report.

    A file of another kind is a problem where it was named, and only counted where a folder holds it.
    """
    loaded, filing = load_filing(path, shelf, stdin if path == "-" else None)
    if loaded.foreign and not named:
        report.skipped += 1
        return None
    area, period = (filing.area, filing.period.text) if filing is not None else (None, None)
    figures = 0 if filing is None else sum(figure.reported for figure in filing.figures.values())
    report.inputs.append(Input(path, loaded.sha256, area, period, figures))
    report.findings += [finding._replace(area=area, period=period) for finding in loaded.findings]
    if filing is not None:
        report.findings += check_figures(filing, shelf)
    return filing


def _judge(filing: Filing, shelf: Library, chosen: tuple[str, ...], report: Report, used: dict[str, Plan]) -> None:
    """Target assessment of one filing, after its data review."""
    impossible = frozenset(
        finding.indicator
        for finding in report.findings
        if finding.check in IMPOSSIBLE and finding.area == filing.area and finding.indicator in filing.figures
    )
    area = shelf.areas[filing.area]
    rows = 0
    asked: set[str] = set()
    for plan in plans_in_force(filing, shelf, chosen):
        used[plan.id] = plan
        for duty in duties_on(area, plan, shelf):
            asked.add(duty.indicator.id)
            row = assess(duty, filing, shelf, impossible)
            if row is None:
                report.left += 1
            else:
                report.assessments.append(row)
                rows += 1
    report.unasked += [(filing.area, filing.period.text, indicator) for indicator in filing.figures if indicator not in asked]
    if any(figure.reported for figure in filing.figures.values()):
        report.evaluated += rows


def _close_with_alignment(report: Report, used: dict[str, Plan], areas: set[str], *, gated: bool) -> None:
    """Hold each area's own plan against the one above it; a plan that has none above it is told, and where it is `gated` raises."""
    children = [plan for plan in used.values() if plan.implements is not None and plan.area in areas]
    if not children:
        return
    from .judge.align import align as align_plans
    from .judge.lineage import parent_of

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


def align(
    plans: str | Iterable[str] = (),
    *,
    parent: str | None = None,
    floors: str | Iterable[str] = (),
    targets: Paths = (),
    fail_on: str | Iterable[str] = FAIL_ON["align"],
    as_of: date | None = None,
) -> Report:
    """Hold plans, by id or file, against the plan above each (`implements`), or against `parent`.

    Without any, all that carry out another plan (with `parent`, all of areas below it) are taken, and added up against it. `floors` names
    cascades that are held as floors are (`standard`). Returns a Report whose `pairs` have every target of both plans exactly once, and
    whose `exit_code` is 0, 1 or 4; raises NuplanError where a plan has none above it, or cannot be used.
    """
    from .judge.align import align as align_plans
    from .judge.implied import add_implied_leads
    from .judge.lineage import parent_of, with_parent
    from .judge.rollup import add_up

    shelf = library(targets, places=True, baselines=True)
    families, held = gate.parse_families(fail_on), gate.parse_floors(floors)
    names = _several(plans)
    above = None if parent is None else _usable(parent, shelf)
    report = Report(as_of or _today(), shelf, "align")
    parents: dict[str, Plan] = {}
    refs: list[FileRef] = []
    for name in names or with_parent(shelf, above):
        ref, found, locate = _plan_at(name, shelf)
        if ref.plan is None:
            raise NuplanError("broken-targets", findings=tuple(found))
        step = parent_of(ref.plan, shelf, above)
        rows = align_plans(ref.plan, step, shelf)
        add_implied_leads(rows, ref.plan, step, shelf)
        _locate_rows(rows, ref, locate, shelf)
        report.pairs += rows
        parents[step.id] = step
        refs.append(ref)
    for step in () if names else parents.values():
        report.rollup += add_up(step, report.pairs, shelf)
    kept = [ref for ref in shelf.files if ref.plan is None or ref.plan.id in parents or ref in refs]
    report.plans = [*kept, *(ref for ref in refs if ref not in kept)]
    report.evaluated = len(report.pairs)
    gate.judge_report(report, families, held)
    return report


def pair_of(name: str, *, targets: Paths = ()) -> "tuple[Alignment, Subject | None]":
    """The pair PARENT_PLAN/TARGET~PLAN/TARGET, a plan alone on the side that has no target.

    Where both targets exist and are not a pair, the first one's row and, beside it, the second. Raises NuplanError for anything else.
    """
    above, _, below = name.partition("~")
    parent, child = above.partition("/")[0], below.partition("/")[0]
    if not parent or not child:
        raise NuplanError("unknown-pair", name=name)
    rows = align([child], parent=parent, targets=targets).pairs
    row = next((row for row in rows if row.id == name), None)
    if row is not None:
        return row, None
    asked = next((row for row in rows if row.parent is not None and row.parent.id == above), None)
    other = next((row.child for row in rows if row.child is not None and row.child.id == below), None)
    if asked is None or (other is None and below != child):
        raise NuplanError("unknown-pair", name=name, suggestion=nearest(name, [row.id for row in rows]))
    return asked, other


def _usable(name: str, shelf: Library) -> Plan:
    """The plan with an id or in a file. Raises NuplanError where it cannot be used."""
    ref, found, _ = _plan_at(name, shelf)
    if ref.plan is None:
        raise NuplanError("broken-targets", findings=tuple(found))
    return ref.plan


def _locate_rows(rows: "list[Alignment]", ref: FileRef, locate: Locate, shelf: Library) -> None:
    """Give each row the place of the child's target, or of the child's targets where it has none, and beside it that of the parent's."""
    paths = {file.plan.id: file.path for file in shelf.files if file.plan is not None}
    for row in rows:
        place: tuple[str | int, ...] = ("targets",)
        if row.child is not None:
            place = ("targets", row.child_plan.targets.index(row.child.target), "id")
        row.location = locate(place)._replace(path=ref.path)
        above = row.parent_plan.id
        if row.parent is not None and shelf.plans.get(above) is row.parent_plan:
            place = ("targets", row.parent_plan.targets.index(row.parent.target), "id")
            row.related = shelf.locate[above](place)._replace(path=paths[above])


def load_plan(plan: str, *, targets: Paths = ()) -> Plan:
    """The plan with this id, from the packaged folder or the given ones. Raises NuplanError where there is none."""
    return _known_plan(plan, library(targets))


def _known_plan(plan: str, shelf: Library) -> Plan:
    """The plan with this id. Raises NuplanError where there is none, with the files that could not be read and may hold it."""
    if plan not in shelf.plans:
        raise NuplanError("unknown-plan", findings=tuple(shelf.findings), name=plan, suggestion=nearest(plan, shelf.plans))
    return shelf.plans[plan]


def load_submissions(paths: Paths, *, targets: Paths = ()) -> list[Filing]:
    """The submissions at `paths` with their figures resolved. Raises NuplanError with every problem where any could not be read."""
    shelf = library(targets)
    filings: list[Filing] = []
    findings: list[Finding] = []
    for path, named in find_files(_several(paths)):
        loaded, filing = load_filing(path, shelf)
        findings += [] if loaded.foreign and not named else loaded.findings
        if filing is not None:
            filings.append(filing)
    if findings:
        raise NuplanError("broken-submissions", findings=tuple(findings))
    return filings


def lint(plans: str | Iterable[str] = (), *, targets: Paths = (), as_of: date | None = None) -> "tuple[Report, list[Noted]]":
    """Hold plans against their own words (NU6): those named by id or file, else every one of the library.

    Returns a Report whose findings are the faults of the plans, what could not be read included, and the targets whose note silences a
    rule of words. Raises NuplanError for an id that no plan has.
    """
    from .judge.lint import lint as lint_plan

    shelf = load_library(_several(targets), places=True)
    report = Report(as_of or _today(), shelf, "lint")
    report.findings += shelf.findings
    noted: list[Noted] = []
    for name in _several(plans) or list(shelf.plans):
        ref, found, locate = _plan_at(name, shelf)
        report.findings += [finding for finding in found if finding not in report.findings]
        if ref.plan is not None:
            findings, notes = lint_plan(ref.plan, shelf, locate)
            report.findings += findings
            noted += notes
            report.plans.append(ref)
            report.evaluated += len(ref.plan.targets)
    silenced = sum(len(note.silenced) for note in noted)
    report.tally = {"plans": len(report.plans), "targets": report.evaluated, "noted": len(noted), "silenced": silenced}
    gate.judge_plans(report)
    return report, noted


def audit(plan: str, source: str, *, targets: Paths = (), as_of: date | None = None) -> Report:
    """Hold a plan, by id or file, against its own words and against the text it was encoded from.

    Returns a Report whose findings are those of lint, plan files that cannot be read included, each quotation that is not in its clause
    and each number of the text that nothing claims. Raises NuplanError for an id that no plan has and a text that cannot be used.
    """
    from .judge.audit import audit as audit_plan
    from .judge.lint import lint as lint_plan
    from .load.document import load_document

    shelf = load_library(_several(targets), places=True)
    ref, found, locate = _plan_at(plan, shelf)
    document, problems = load_document(source)
    if document is None:
        raise NuplanError("unusable-source", findings=tuple(problems))
    report = Report(as_of or _today(), shelf, "audit")
    report.findings += shelf.findings
    report.inputs.append(Input(source, document.sha256, None if ref.plan is None else ref.plan.area, None, 0))
    report.findings += [finding for finding in found if finding not in report.findings]
    if ref.plan is not None:
        findings, tally = audit_plan(ref.plan, shelf, document, locate)
        report.findings += lint_plan(ref.plan, shelf, locate)[0] + findings
        report.plans.append(ref)
        report.evaluated = tally.quotations
        report.tally = {"quotations": tally.quotations, "numbers": tally.numbers}
    gate.judge_plans(report)
    return report


def diff(one: str, other: str, *, targets: Paths = ()) -> "tuple[Plan, Plan, list[Change]]":
    """What the second of two plans, by id or file, adds to the first, leaves out and changes. Raises NuplanError where one is unusable."""
    from .judge.difference import diff as diff_plans

    shelf = library(targets)
    first, second = _usable(one, shelf), _usable(other, shelf)
    return first, second, diff_plans(first, second, shelf)


def conflicts(*, targets: Paths = ()) -> "tuple[Library, list[Conflicts]]":
    """Where plans of one area ask differently of the same thing, and what only looks like it."""
    from .judge.conflicts import find_conflicts

    shelf = library(targets)
    return shelf, list(find_conflicts(shelf))


def _plan_at(name: str, shelf: Library) -> tuple[FileRef, list[Finding], Locate]:
    """The plan with an id, or in a file; without a plan, and with the problems, where it cannot be used.

    Raises NuplanError for an id that no file has.
    """
    if name.lower().endswith(SUFFIXES) or os.sep in name:
        return load_plan_file(name, shelf)
    if name in shelf.unusable and name not in shelf.plans:
        return FileRef(name, "plan", ""), shelf.findings, lambda key: Location(name)
    plan = _known_plan(name, shelf)
    return next(ref for ref in shelf.files if ref.plan is plan), [], shelf.locate[name]
