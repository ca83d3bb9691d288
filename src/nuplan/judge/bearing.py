"""Which plans are in force for an area and a period, and which of their duties bear on it."""

from collections.abc import Collection
from datetime import date

from ..model.area import Area
from ..model.duty import Duty
from ..model.figure import Filing
from ..model.library import Library
from ..model.plan import Plan, Target


def plans_in_force(area: str, dates: Collection[date], library: Library, chosen: Collection[str] = ()) -> tuple[Plan, ...]:
    """The plans that figures of an area are held against, its own first: those whose period holds one of the dates and that none in force
    supersedes.

    `chosen` replaces the choice by period; a chosen plan still has to be of the area or of one above it.
    """
    rank = {above.id: index for index, above in enumerate(library.chain(area))}
    plans = [plan for plan in library.plans.values() if plan.area in rank and plan.kind == "plan"]
    if chosen:
        plans = [plan for plan in plans if plan.id in chosen]
    else:
        plans = [plan for plan in plans if any(plan.period.from_ <= day <= plan.period.to for day in dates)]
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


class Bearing:
    """What bears on each filing, worked out once for each area and the dates of its figures."""

    def __init__(self, library: Library, chosen: tuple[str, ...] = ()) -> None:
        self._library = library
        self._chosen = chosen
        self._on: dict[object, list[tuple[Plan, tuple[Duty, ...]]]] = {}
        self._asked: dict[object, frozenset[str]] = {}

    def on(self, filing: Filing) -> list[tuple[Plan, tuple[Duty, ...]]]:
        """The plans in force and the duties of each that bear on the area."""
        key = self._key(filing)
        if key not in self._on:
            area = self._library.areas[filing.area]
            plans = plans_in_force(filing.area, filing.dates, self._library, self._chosen)
            self._on[key] = [(plan, duties_on(area, plan, self._library)) for plan in plans]
        return self._on[key]

    def asked(self, filing: Filing) -> frozenset[str]:
        """The indicators that they ask for."""
        key = self._key(filing)
        if key not in self._asked:
            self._asked[key] = frozenset(duty.indicator.id for _, duties in self.on(filing) for duty in duties)
        return self._asked[key]

    def needed(self, filing: Filing) -> frozenset[str]:
        """Those, and the series that they are derived from."""
        asked = self.asked(filing)
        derived = (self._library.indicators[name].derive for name in asked)
        return asked | {derive.from_ for derive in derived if derive is not None}

    def _key(self, filing: Filing) -> object:
        return filing.area, filing.dates
