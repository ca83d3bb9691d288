"""What a target asks: the interval of numbers that meet it, and which of two targets asks more."""

from fractions import Fraction
from typing import Literal

from ..model.duty import duties
from ..model.subject import Subject

Bound = tuple[Fraction, bool] | None
"""An end of an interval and whether it is left out of it; None is unbounded."""
Demand = tuple[Bound, Bound]
"""The numbers that meet a target, in base units."""


def accepted(subject: Subject, shift: Fraction, *, tolerant: bool) -> Demand:
    """The numbers that meet a target, in base units and moved by `shift`; with the tolerance of 左右 or without it."""
    target = subject.target
    ends = [number + shift for number in target.numbers]
    low, high = min(ends), max(ends)
    if target.op == "about":
        duty = duties(subject.plan, target, subject.indicator)[0]
        reach = (duty.tolerance or Fraction(0)) * target.measure.factor if tolerant else Fraction(0)
        direction = subject.indicator.direction
        return (None if direction == "down" else (low - reach, False)), (None if direction == "up" else (high + reach, False))
    lower = (low, target.op == "gt") if target.op in ("ge", "gt", "between") else None
    upper = (high, target.op == "lt") if target.op in ("le", "lt", "between") else None
    return lower, upper


def within(inner: Demand, outer: Demand) -> bool:
    """Whether every number of one interval lies in another."""
    (low, high), (outer_low, outer_high) = inner, outer
    low_holds = outer_low is None or (low is not None and low >= outer_low)
    high_holds = outer_high is None or (high is not None and (high[0], not high[1]) <= (outer_high[0], not outer_high[1]))
    return low_holds and high_holds


def stricter(one: Subject, other: Subject, *, same_number: bool = False) -> Literal["one", "other", ""]:
    """Which of two targets asks more: what meets it meets the other as well, with the tolerance of 左右 and without. Empty where none does.

    `same_number` looks at the wording alone, as if both had the number of the first.
    """
    shift = max(one.target.numbers) - max(other.target.numbers) if same_number else Fraction(0)
    votes: set[Literal["one", "other"]] = set()
    for tolerant in (False, True):
        a, b = accepted(one, Fraction(0), tolerant=tolerant), accepted(other, shift, tolerant=tolerant)
        inside, around = within(a, b), within(b, a)
        if not inside and not around:
            return ""
        if inside != around:
            votes.add("one" if inside else "other")
    return votes.pop() if len(votes) == 1 else ""
