"""Targets of two plans in pairs, and how the two of a pair differ.

Pairs are made by indicator and time key, never by name or number: equal years first, then what is left by the nearest year. Among equals
those addressed to the same places come first. What names places is never paired with what is asked of others.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Literal

from ..model.comparison import Change, Difference, Pair, Sense, Subject
from ..model.duty import duties
from ..model.library import Library
from ..model.plan import Plan, Target


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
    return Pair(one, other, "equal" if same_year(one.target, other.target) else "nearest")


def same_year(one: Target, other: Target) -> bool:
    """Whether both fall due in the same year, or neither is dated."""
    return (one.due and one.due.year) == (other.due and other.due.year)


def same_places(one: Target, other: Target) -> bool:
    """Whether both are addressed to the same places and cover the same of the indicator."""
    return (one.applies_to, one.scope) == (other.applies_to, other.scope)


def _distance(one: Subject, other: Subject) -> tuple[bool, int, bool, bool]:
    """How far two targets of one key are apart: equal years, nearest years, same places, same window."""
    a, b = one.target, other.target
    years = 10_000 if a.due is None or b.due is None else abs(a.due.year - b.due.year)
    equal = same_year(a, b)
    return not equal, 0 if equal else years, not same_places(a, b), a.span != b.span


def differences(one: Subject, other: Subject) -> list[Difference]:
    """How the second target differs from the first, the number first."""
    a, b = one.target, other.target
    found: list[Difference] = []
    if _numbers(a) != _numbers(b):
        found.append(Difference("value", _more(a, b, one.indicator.direction), _moved(a, b)))
    if a.op != b.op or a.tolerance != b.tolerance:
        found.append(Difference("wording", _sense(_stricter_wording(one, other))))
    if a.modality != b.modality:
        found.append(Difference("modality", "stronger" if b.modality == "shall" else "weaker"))
    if a.basic != b.basic:
        found.append(Difference("basic", "weaker" if b.basic else "stronger"))
    if a.nature != b.nature:
        strength = {"binding": 2, "not_stated": 1, "indicative": 0}
        found.append(Difference("nature", "stronger" if strength[b.nature] > strength[a.nature] else "weaker"))
    if (a.due, a.each_year) != (b.due, b.each_year):
        found.append(Difference("date", _sooner(a.due, b.due)))
    if (a.span and a.span.from_) != (b.span and b.span.from_):
        found.append(Difference("window"))
    if a.applies_to != b.applies_to:
        found.append(Difference("addressee"))
    if a.scope != b.scope:
        found.append(Difference("scope", "weaker" if a.scope is None else "stronger" if b.scope is None else ""))
    return found


def _numbers(target: Target) -> tuple[Fraction, ...]:
    """The value in base units."""
    values = target.value if isinstance(target.value, tuple) else (target.value,)
    return tuple(Fraction(value) * target.measure.factor for value in values)


def _moved(one: Target, other: Target) -> Literal["raised", "lowered", "changed"]:
    """Which way the number goes from the first to the second; changed where one end of a range goes up and the other down."""
    a, b = _numbers(one), _numbers(other)
    if min(a) <= min(b) and max(a) <= max(b):
        return "raised"
    return "lowered" if min(a) >= min(b) and max(a) >= max(b) else "changed"


def _more(one: Target, other: Target, direction: str) -> Sense:
    """Whether a changed number asks more: by the op where both set a limit of one kind, else by the indicator's direction."""
    moved = _moved(one, other)
    ceilings = {one.op, other.op} <= {"le", "lt"}
    floors = {one.op, other.op} <= {"ge", "gt"}
    if moved == "changed" or not (ceilings or floors or direction != "none"):
        return ""
    down = ceilings or (not floors and direction == "down")
    return "stronger" if (moved == "lowered") == down else "weaker"


def _sooner(one: date | None, other: date | None) -> Sense:
    """An earlier date asks more, and so does any date where there was none."""
    if one is None or other is None:
        return "weaker" if other is None else "stronger"
    return "stronger" if other < one else "weaker"


def _sense(stricter: Literal["one", "other", ""]) -> Sense:
    senses: dict[str, Sense] = {"one": "weaker", "other": "stronger"}
    return senses.get(stricter, "")


Bound = tuple[Fraction, bool] | None
"""An end of an interval and whether it is left out of it; None is unbounded."""


def _accepted(subject: Subject, shift: Fraction, *, tolerant: bool) -> tuple[Bound, Bound]:
    """The numbers that meet a target, in base units and moved by `shift`; with the tolerance of 左右 or without it."""
    target = subject.target
    numbers = [number + shift for number in _numbers(target)]
    low, high = min(numbers), max(numbers)
    if target.op == "about":
        duty = duties(subject.plan, target, subject.indicator)[0]
        reach = (duty.tolerance or Fraction(0)) * target.measure.factor if tolerant else Fraction(0)
        direction = subject.indicator.direction
        return (None if direction == "down" else (low - reach, False)), (None if direction == "up" else (high + reach, False))
    lower = (low, target.op == "gt") if target.op in ("ge", "gt", "between") else None
    upper = (high, target.op == "lt") if target.op in ("le", "lt", "between") else None
    return lower, upper


def _within(inner: tuple[Bound, Bound], outer: tuple[Bound, Bound]) -> bool:
    """Whether every number of one interval lies in another."""
    (low, high), (outer_low, outer_high) = inner, outer
    low_holds = outer_low is None or (low is not None and low >= outer_low)
    high_holds = outer_high is None or (high is not None and (high[0], not high[1]) <= (outer_high[0], not outer_high[1]))
    return low_holds and high_holds


def stricter(one: Subject, other: Subject, *, same_number: bool = False) -> Literal["one", "other", ""]:
    """Which of two targets asks more: what meets it meets the other as well, with the tolerance of 左右 and without. Empty where none does.

    `same_number` looks at the wording alone, as if both had the number of the first.
    """
    shift = max(_numbers(one.target)) - max(_numbers(other.target)) if same_number else Fraction(0)
    votes: set[Literal["one", "other"]] = set()
    for tolerant in (False, True):
        a, b = _accepted(one, Fraction(0), tolerant=tolerant), _accepted(other, shift, tolerant=tolerant)
        inside, around = _within(a, b), _within(b, a)
        if not inside and not around:
            return ""
        if inside != around:
            votes.add("one" if inside else "other")
    return votes.pop() if len(votes) == 1 else ""


def _stricter_wording(one: Subject, other: Subject) -> Literal["one", "other", ""]:
    return stricter(one, other, same_number=True)


def diff(one: Plan, other: Plan, library: Library) -> list[Change]:
    """What the second plan adds, leaves out and changes.

    Between two versions of one plan a changed quotation, clause or cascade counts, too; two plans have their own.
    """
    found = []
    for both in pair(subjects(one, library), subjects(other, library)):
        changes: list[Difference] = []
        if both.one is not None and both.other is not None:
            changes = differences(both.one, both.other)
            if one.id == other.id:
                changes += _reworded(both.one.target, both.other.target)
            if not changes:
                continue
        found.append(Change(both, tuple(changes)))
    return found


def _reworded(one: Target, other: Target) -> list[Difference]:
    found = [] if one.as_printed == other.as_printed else [Difference("words")]
    found += [] if one.clause == other.clause else [Difference("clause")]
    return found if (one.cascade and one.cascade.as_) == (other.cascade and other.cascade.as_) else [*found, Difference("cascade")]
