"""A number against a target: GB/T 8170—2008, by the full value (全数值比较法) and, beside it, by the rounded one (修约值比较法)."""

from fractions import Fraction
from typing import Literal, NamedTuple

from ..model.duty import Duty
from ..model.quantity import rounded

Outcome = Literal["met", "within_about", "missed"]


class Bounds(NamedTuple):
    """What is known of a number in the target's unit: a closed interval; None is unbounded. A known number has equal ends."""

    low: Fraction | None
    high: Fraction | None

    @property
    def point(self) -> Fraction | None:
        """The number, where it is known."""
        return self.low if self.low is not None and self.low == self.high else None


def outcome(duty: Duty, number: Fraction) -> Outcome:
    """The outcome of a known number, unrounded."""
    target = duty.target
    if isinstance(target.value, tuple):
        low, high = target.value
        return "met" if low <= number <= high else "missed"
    value = target.value
    if target.op == "about":
        return _about(duty, number, Fraction(value))
    holds = {"ge": number >= value, "gt": number > value, "le": number <= value, "lt": number < value}[target.op]
    return "met" if holds else "missed"


def _about(duty: Duty, number: Fraction, value: Fraction) -> Outcome:
    """左右 is one-sided in the good direction, two-sided where no direction is better."""
    tolerance = duty.tolerance
    assert tolerance is not None
    short = {"more": value - number, "less": number - value, "near": abs(number - value)}[duty.wants]
    if short <= 0:
        return "met"
    return "within_about" if short <= tolerance else "missed"


def settled(duty: Duty, bounds: Bounds) -> Outcome | None:
    """The outcome that every number within the bounds gives; None where they differ."""
    if (point := bounds.point) is not None:
        return outcome(duty, point)
    if duty.target.op == "between" or (duty.target.op == "about" and duty.indicator.direction == "none"):
        return "missed" if _outside(duty, bounds) else _inside(duty, bounds)
    ends = {_at_end(duty, bounds.low, upper=False), _at_end(duty, bounds.high, upper=True)}
    return ends.pop() if len(ends) == 1 else None


def _outside(duty: Duty, bounds: Bounds) -> bool:
    """Whether every number within the bounds lies on one side of a two-sided target, beyond its tolerance."""
    value = duty.target.value
    lowest, highest = value if isinstance(value, tuple) else (value, value)
    tolerance = duty.tolerance or Fraction(0)
    above = bounds.low is not None and bounds.low > Fraction(highest) + tolerance
    return above or (bounds.high is not None and bounds.high < Fraction(lowest) - tolerance)


def _inside(duty: Duty, bounds: Bounds) -> Outcome | None:
    """The outcome of a closed interval that lies on one side of the number aimed at, or within the two numbers."""
    if bounds.low is None or bounds.high is None:
        return None
    low, high = outcome(duty, bounds.low), outcome(duty, bounds.high)
    value = duty.target.value
    around = not isinstance(value, tuple) and bounds.low <= Fraction(value) <= bounds.high
    return low if low == high and low != "missed" and not around else None


def _at_end(duty: Duty, end: Fraction | None, *, upper: bool) -> Outcome:
    if end is not None:
        return outcome(duty, end)
    return "met" if (duty.wants == "more") == upper else "missed"


def rounded_outcome(duty: Duty, number: Fraction) -> Outcome:
    """The outcome after rounding the number to the last printed place of the target."""
    values = duty.target.value if isinstance(duty.target.value, tuple) else (duty.target.value,)
    exponent = min(int(value.as_tuple().exponent) for value in values)
    return outcome(duty, Fraction(rounded(number, exponent)))


def gap(duty: Duty, number: Fraction) -> Fraction:
    """How far the number is beyond the target; a shortfall is negative, whatever the direction."""
    target = duty.target
    if isinstance(target.value, tuple):
        low, high = (Fraction(value) for value in target.value)
        return min(number - low, high - number)
    difference = number - Fraction(target.value)
    return -difference if duty.wants == "less" else difference
