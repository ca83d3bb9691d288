"""Which plans are in force for an area and a period, and which of their duties bear on it."""

from collections.abc import Iterable

from ..model.area import Area
from ..model.duty import Duty
from ..model.figure import Filing
from ..model.library import Library
from ..model.plan import Plan, Target


def plans_in_force(filing: Filing, library: Library, chosen: Iterable[str] = ()) -> tuple[Plan, ...]:
    """The plans a filing is held against, the area's own first: those whose period holds its date and that none in force supersedes.

    `chosen` replaces the choice by period; a chosen plan still has to be of the area or of one above it.
    """
    rank = {area.id: index for index, area in enumerate(library.chain(filing.area))}
    plans = [plan for plan in library.plans.values() if plan.area in rank and plan.kind == "plan"]
    wanted = set(chosen)
    if wanted:
        plans = [plan for plan in plans if plan.id in wanted]
    else:
        dates = [period.end for period in filing.periods()]
        plans = [plan for plan in plans if any(plan.period.from_ <= date <= plan.period.to for date in dates)]
        superseded = {plan.supersedes.plan for plan in plans if plan.supersedes is not None}
        plans = [plan for plan in plans if plan.id not in superseded]
    return tuple(sorted(plans, key=lambda plan: (rank[plan.area], plan.id)))


def duties_on(area: Area, plan: Plan, library: Library) -> tuple[Duty, ...]:
    """The duties of a plan that bear on an area: all of its own plan; of a plan above, floors, named and relative targets."""
    return tuple(duty for duty in library.duties_of(plan) if plan.area == area.id or bears(duty.target, area))


def bears(target: Target, area: Area) -> bool:
    """Whether a target of a plan above bears on the area by its cascade, so that the area itself must reach it."""
    if target.cascade is None:
        return False
    if isinstance(target.applies_to, tuple):
        return target.cascade.as_ in ("floor", "named", "relative") and area.id in target.applies_to
    if target.cascade.as_ != "floor":
        return False
    return area.level == "city" or target.applies_to != "each_city"
