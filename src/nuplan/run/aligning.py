"""Plans held against the plans above them."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from .. import gate
from ..model.catalogue import FAIL_ON
from ..model.finding import NuplanError
from ..model.library import FileRef, Library, Locate
from ..model.plan import Plan
from ..model.report import Report
from ..model.suggest import nearest
from .shelf import Paths, library, plan_at, several, today, usable

if TYPE_CHECKING:
    from ..model.alignment import Alignment
    from ..model.subject import Subject


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
    from ..judge.align import align as align_plans
    from ..judge.implied import add_implied_leads
    from ..judge.lineage import parent_of, with_parent
    from ..judge.plan_sums import add_up

    shelf = library(targets, places=True, baselines=True)
    families, held = gate.parse_families(fail_on), gate.parse_floors(floors)
    names = several(plans)
    above = None if parent is None else usable(parent, shelf)
    report = Report(as_of or today(), shelf, "align")
    parents: dict[str, Plan] = {}
    refs: list[FileRef] = []
    for name in names or with_parent(shelf, above):
        ref, found, locate = plan_at(name, shelf)
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
