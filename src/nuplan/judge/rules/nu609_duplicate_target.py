"""NU609: two targets of a plan that ask the same indicator of the same places for the same time."""

from collections.abc import Iterator

from ...model.library import Library
from ...model.plan import Plan
from ..offence import Offence


def check(plan: Plan, library: Library) -> Iterator[Offence]:
    """The second of the two, and the first."""
    seen: dict[object, str] = {}
    for index, target in enumerate(plan.targets):
        asked = (target.indicator, target.form, target.by, target.each_year, target.span, target.applies_to, target.scope)
        first = seen.setdefault(asked, target.id)
        if first != target.id:
            yield Offence(("targets", index, "id"), {"other": first, "indicator": target.indicator}, target.id)
