"""The targets folders become the library. The packaged folder is always read; every other adds to it."""

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from ..model.area import Area
from ..model.finding import Finding, Location
from ..model.indicator import Indicator
from ..model.library import FileRef, Library, Locate
from ..model.plan import Plan
from ..model.suggest import nearest
from .file import SUFFIXES, Kind, Loaded, load_file
from .limits import LISTS, check_identities, take_limits
from .tree import Mapping, Mark, find_mark
from .validate import build


def packaged_targets() -> Path:
    """The targets folder: inside the installed package, or beside src/ in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "targets"
    return inside if inside.is_dir() else package.parent.parent / "targets"


def load_library(folders: Iterable[str] = (), *, places: bool = False, baselines: bool = False) -> Library:
    """Read every file of the packaged folder and the given ones; problems stand in `findings`, never raised.

    `places` keeps where each value of a plan stood, for `locate`. Without it a plan's tree is let go as soon as the plan is built, and a
    file with a wrong reference is read once more to find its place. Published values are read where `baselines` asks for them.
    """
    library = Library()
    marks: dict[tuple[str, str], Location] = {}
    plans: list[tuple[Plan, Locate]] = []
    published: list[tuple[str, Loaded]] = []
    packaged = str(packaged_targets())
    for folder in _once((packaged, *folders)):
        shown = "targets" if folder == packaged else folder
        for loaded in _files(folder, library, None if baselines else "baselines"):
            ref = f"{shown}/{os.path.basename(loaded.path)}"
            if loaded.kind == "plan":
                plan = _take_plan(loaded, ref, library, marks)
                if plan is not None:
                    plans.append((plan, partial(_locate, loaded) if places else partial(_locate_again, loaded.path)))
            elif loaded.kind == "baselines":
                published.append((ref, loaded))
                continue
            elif loaded.kind is not None:
                _take_registry(loaded, loaded.kind, ref, library, marks)
            library.findings += loaded.findings
    for plan, locate in plans:
        found = _check_references(plan, locate, library)
        library.findings += found
        if found:
            library.unusable.add(plan.id)
            del library.plans[plan.id]
        else:
            library.locate[plan.id] = locate
    _check_registries(library, marks)
    if baselines:
        from .baselines import take_baselines

        for ref, loaded in published:
            take_baselines(loaded, ref, library)
    return library


def _once(folders: Iterable[str]) -> Iterable[str]:
    """The folders, each read once by whatever path it is named."""
    found: dict[str, str] = {}
    for folder in folders:
        found.setdefault(os.path.realpath(folder), folder)
    return found.values()


def _files(folder: str, library: Library, unread: Kind | None) -> Iterable[Loaded]:
    try:
        names = sorted(name for name in os.listdir(folder) if name.lower().endswith(SUFFIXES))
    except OSError as error:
        why = "missing" if isinstance(error, FileNotFoundError) else "not_a_folder"
        library.findings.append(Finding("NU001", Location(folder), {"why": why}))
        return
    if not names:
        library.findings.append(Finding("NU001", Location(folder), {"why": "no_plans"}))
    for name in names:
        yield load_file(os.path.join(folder, name), ("plan", "indicators", "areas", "baselines"), unread=unread)


def _take_registry(loaded: Loaded, kind: Kind, ref: str, library: Library, marks: dict[tuple[str, str], Location]) -> None:
    if loaded.tree is None:
        return
    library.files.append(FileRef(ref, kind, loaded.sha256))
    rows = loaded.tree.get(kind)
    known = (kind, *LISTS, "review") if kind == "indicators" else (kind,)
    for key in loaded.tree:
        if key not in known:
            loaded.problems.add("NU011", find_mark(loaded.tree, [key], key=True), key=key, suggestion=nearest(key, known))
    if kind == "indicators":
        take_limits(loaded, library, marks)
    if not isinstance(rows, Mapping):
        loaded.problems.add("NU010" if rows is None else "NU012", find_mark(loaded.tree, [kind]), key=kind, expected="mapping")
        return
    if kind == "indicators":
        _rows(rows, Indicator, loaded, library.indicators, library.indicator_names, marks)
    else:
        _rows(rows, Area, loaded, library.areas, library.area_names, marks)


def _rows(
    rows: Mapping,
    model: type[Any],
    loaded: Loaded,
    into: dict[str, Any],
    names: dict[str, str],
    marks: dict[tuple[str, str], Location],
) -> None:
    """Build each row of a registry, with the id that is its key; names and aliases are unique over all files."""
    for key, row in rows.items():
        mark = rows.marks[key][0]
        if not isinstance(row, Mapping):
            loaded.problems.add("NU012", mark, key=key, expected="mapping")
            continue
        if "id" in row.marks:
            loaded.problems.add("NU011", row.marks["id"][0], key="id", suggestion=None)
            continue
        row["id"] = key
        row.marks["id"] = (mark, mark)
        item = build(model, row, loaded.problems, (next(iter(loaded.tree or {})), key), loaded.tree)
        if item is None or not _unique(model.__name__, key, mark, loaded, marks):
            continue
        into[key] = item
        for name in item.spellings:
            if names.setdefault(name, key) != key:
                loaded.problems.add("NU022", mark, key=name, other=names[name])


def _unique(kind: str, key: str, mark: Mark | None, loaded: Loaded, marks: dict[tuple[str, str], Location]) -> bool:
    """Whether an id is met for the first time; the second is a problem that names both places."""
    here = loaded.problems.place(mark)
    first = marks.setdefault((kind, key), here)
    if first is not here:
        loaded.problems.add("NU022", mark, key=key, other=str(first))
    return first is here


def _take_plan(loaded: Loaded, ref: str, library: Library, marks: dict[tuple[str, str], Location]) -> Plan | None:
    if loaded.tree is None:
        return None
    plan = build(Plan, loaded.tree, loaded.problems)
    if plan is None:
        library.unusable.add(str(loaded.tree.get("id")))
    if plan is None or not _unique("Plan", plan.id, find_mark(loaded.tree, ["id"]), loaded, marks):
        return None
    library.plans[plan.id] = plan
    library.files.append(FileRef(ref, "plan", loaded.sha256, plan))
    return plan


def load_plan_file(path: str, library: Library) -> tuple[FileRef, list[Finding], Locate]:
    """One plan from a file anywhere, held against the library but not put into it; without a plan, and with problems, where it is none."""
    loaded = load_file(path, ("plan",))
    plan = None if loaded.tree is None else build(Plan, loaded.tree, loaded.problems)
    locate = partial(_locate, loaded)
    found = loaded.findings if plan is None else [*loaded.findings, *_check_references(plan, locate, library)]
    return FileRef(path, "plan", loaded.sha256, None if found else plan), found, locate


def _locate(loaded: Loaded, key: Sequence[str | int]) -> Location:
    """Where the value at a path of keys stands in a file."""
    return loaded.problems.place(find_mark(loaded.tree, key))


def _locate_again(path: str, key: Sequence[str | int]) -> Location:
    """The same, in a file whose tree was not kept."""
    return _locate(load_file(path, ("plan",)), key)


def _check_references(plan: Plan, locate: Locate, library: Library) -> list[Finding]:
    """Every id and clause a plan names must exist, every unit must fit its indicator, and no target id may stand twice."""
    found: list[Finding] = []

    def note(check: str, place: list[str | int], **values: Any) -> None:
        found.append(Finding(check, locate(place), values))

    if plan.area not in library.areas:
        note("NU014", ["area"], name=plan.area, suggestion=nearest(plan.area, library.areas))
    clauses: set[str] = set()
    for index, heading in enumerate(plan.outline):
        if heading.clause in clauses:
            note("NU022", ["outline", index, "clause"], key=heading.clause, other=f"{plan.id} outline")
        if heading.under is not None and heading.under not in clauses:
            note("NU024", ["outline", index, "under"], name=heading.under, why="later" if heading.under in plan.headings else "unknown")
        clauses.add(heading.clause)
    ids: set[str] = set()
    for index, target in enumerate(plan.targets):
        if target.id in ids:
            note("NU022", ["targets", index, "id"], key=target.id, other=f"{plan.id} targets")
        ids.add(target.id)
        if target.clause not in plan.headings:
            note("NU024", ["targets", index, "clause"], name=target.clause)
        for area in target.applies_to if isinstance(target.applies_to, tuple) else ():
            if area not in library.areas:
                note("NU014", ["targets", index, "applies_to"], name=area, suggestion=nearest(area, library.areas))
        indicator = library.indicators.get(target.indicator)
        if indicator is None:
            note("NU016", ["targets", index, "indicator"], name=target.indicator, suggestion=nearest(target.indicator, library.indicators))
        elif indicator.measure.dimension != target.measure.dimension:
            note("NU020", ["targets", index, "unit"], indicator=indicator.id, unit=target.unit, accepted=indicator.unit)
        if target.cascade is None:
            if plan.area in library.areas and library.areas[plan.area].level == "province":
                note("NU010", ["targets", index], key="cascade")
        elif target.cascade.as_ in ("named", "relative") and not isinstance(target.applies_to, tuple):
            note("NU010", ["targets", index], key="applies_to")
    for key in ("tasks", "not_targets"):
        for index, item in enumerate(getattr(plan, key)):
            if item.clause is not None and item.clause not in plan.headings:
                note("NU024", [key, index, "clause"], name=item.clause)
    return sorted(found, key=lambda finding: finding.location.line or 0)


def _check_registries(library: Library, marks: dict[tuple[str, str], Location]) -> None:
    """What an indicator is derived or distinct from must exist, and so must the area above an area."""
    for indicator in library.indicators.values():
        derived = () if indicator.derive is None else (indicator.derive.from_,)
        for other in (*indicator.distinct_from, *derived):
            if other not in library.indicators:
                suggestion = nearest(other, library.indicators)
                library.findings.append(Finding("NU016", marks["Indicator", indicator.id], {"name": other, "suggestion": suggestion}))
    check_identities(library, marks)
    for area in library.areas.values():
        if area.parent is not None and area.parent not in library.areas:
            suggestion = nearest(area.parent, library.areas)
            library.findings.append(Finding("NU014", marks["Area", area.id], {"name": area.parent, "suggestion": suggestion}))
