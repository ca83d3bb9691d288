"""Targets of two plans in pairs.

Pairs are made by indicator and time key, never by name or number: equal years first, then what is left by the nearest year. Among equals
those addressed to the same places come first. What names places is never paired with what is asked of others.
"""

from collections.abc import Sequence

from ..model.library import Library
from ..model.plan import Plan, Target
from ..model.subject import Pair, Subject


def subjects(plan: Plan, library: Library) -> list[Subject]:
    """The targets of a plan with their indicators."""
    return [Subject(plan, target, library.indicators[target.indicator], library) for target in plan.targets]


def pair(ones: Sequence[Subject], others: Sequence[Subject]) -> list[Pair]:
    """Every target of both plans exactly once, in the order of the first and then of the second."""
    by_key: dict[tuple[str, str], list[int]] = {}
    for index, other in enumerate(others):
        by_key.setdefault(_key(other), []).append(index)
    candidates = sorted(
        (_distance(one, others[index]), i, index)
        for i, one in enumerate(ones)
        for index in by_key.get(_key(one), ())
        if _may_pair(one, others[index])
    )
    taken: dict[int, int] = {}
    given: set[int] = set()
    for _, i, index in candidates:
        if i not in taken and index not in given:
            taken[i] = index
            given.add(index)
    pairs = [_pair(one, others[taken[i]] if i in taken else None) for i, one in enumerate(ones)]
    return [*pairs, *(Pair(None, other) for index, other in enumerate(others) if index not in given)]


def _key(subject: Subject) -> tuple[str, str]:
    return subject.indicator.id, subject.target.form


def _may_pair(one: Subject, other: Subject) -> bool:
    """Whether two targets can be meant for the same place: one that names places pairs with one that names some of them, or is of one."""
    a, b = one.target.applies_to, other.target.applies_to
    if isinstance(a, tuple) and isinstance(b, tuple):
        return not set(a).isdisjoint(b)
    if isinstance(a, tuple):
        return other.plan.area in a
    return not isinstance(b, tuple) or one.plan.area in b


def _pair(one: Subject, other: Subject | None) -> Pair:
    if other is None:
        return Pair(one, None)
    return Pair(one, other, "equal" if one.target.same_year(other.target) else "nearest")


def same_places(one: Target, other: Target) -> bool:
    """Whether both are addressed to the same places and cover the same of the indicator."""
    return (one.applies_to, one.scope) == (other.applies_to, other.scope)


def _distance(one: Subject, other: Subject) -> tuple[bool, int, bool, bool]:
    """How far two targets of one key are apart: equal years, nearest years, same places, same window."""
    a, b = one.target, other.target
    years = 10_000 if a.due is None or b.due is None else abs(a.due.year - b.due.year)
    equal = a.same_year(b)
    return not equal, 0 if equal else years, not same_places(a, b), a.span != b.span
