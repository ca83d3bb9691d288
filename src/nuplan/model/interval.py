"""Intervals: what may have been rounded to a number, and exact arithmetic with it.

A reported number stands for the closed interval of half a unit of its last digit on either side, so that half-up and half-even both pass;
a whole number of things in base units is exact. Operations widen where a name stands twice, which can only let more pass.
"""

from fractions import Fraction
from typing import NamedTuple

from .figure import Figure
from .indicator import Indicator
from .quantity import Quantity
from .unit import COUNTED, NUMBER


class Interval(NamedTuple):
    """A closed interval."""

    low: Fraction
    high: Fraction

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a number in common."""
        return self.low <= other.high and other.low <= self.high

    def scaled(self, factor: Fraction) -> "Interval":
        """Both ends multiplied by what is not negative."""
        return Interval(self.low * factor, self.high * factor)

    @property
    def middle(self) -> Fraction:
        """The number between its ends."""
        return (self.low + self.high) / 2


def interval(quantity: Quantity, *, counted: bool = True) -> Interval:
    """What may have been rounded to a quantity, in its own unit; what is not `counted` is no whole number of things."""
    number = Fraction(quantity.value)
    half = Fraction(0) if counted and is_whole_count(quantity) else place(quantity) / 2
    return Interval(number - half, number + half)


def place(quantity: Quantity) -> Fraction:
    """A unit of the last digit."""
    return Fraction(10) ** int(quantity.value.as_tuple().exponent)


def is_whole_count(quantity: Quantity) -> bool:
    """Whether it is a whole number of things, written out: that is not rounded."""
    exponent = int(quantity.value.as_tuple().exponent)
    return exponent == 0 and quantity.unit.factor == 1 and quantity.unit.dimension in COUNTED | {NUMBER}


def interval_of(figure: Figure, indicator: Indicator) -> Interval:
    """What may have been rounded to a reported figure, in the indicator's unit: by its part and whole where it has them.

    Only what is summed is counted in whole things; 5个 for 1,000 residents may have been rounded.
    """
    unit = indicator.measure
    part, whole = figure.part, figure.whole
    if part is not None and whole is not None and whole.value:
        ends = divided(interval(part), interval(whole))
        if ends is not None:
            return ends.scaled(100 * part.unit.factor / whole.unit.factor / unit.factor)
    if figure.value is None:
        number = figure.number(unit)
        assert number is not None
        return Interval(number, number)
    counted = indicator.aggregate.method == "sum"
    return interval(figure.value, counted=counted).scaled(figure.value.unit.factor / unit.factor)


def added(one: Interval, other: Interval) -> Interval:
    """The sum."""
    return Interval(one.low + other.low, one.high + other.high)


def subtracted(one: Interval, other: Interval) -> Interval:
    """The difference."""
    return Interval(one.low - other.high, one.high - other.low)


def multiplied(one: Interval, other: Interval) -> Interval:
    """The product."""
    ends = [a * b for a in one for b in other]
    return Interval(min(ends), max(ends))


def divided(one: Interval, other: Interval) -> Interval | None:
    """The quotient; None where it is not bounded."""
    if other.low <= 0 <= other.high:
        return None
    ends = [a / b for a in one for b in other]
    return Interval(min(ends), max(ends))
