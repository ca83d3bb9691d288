"""Mean growth and mean change a year: 水平法, by the first and the last value, the base year not counted.

Also the base years that are meant where the words do not state one.
"""

from collections.abc import Sequence
from decimal import Context, Decimal
from fractions import Fraction

from ..model.indicator import Derive
from ..model.pace import Method
from ..model.period import FIVE_YEAR_PLANS

METHODS: tuple[Method, ...] = ("mean_change", "mean_growth")
_PRECISE = Context(prec=40)


def yearly(by: Method, first: Fraction, last: Fraction, years: int) -> Fraction:
    """The mean change a year, in the unit of the values, or the compound growth a year in per cent; of growth both are above zero."""
    if by == "mean_change":
        return (last - first) / years
    return 100 * (_root(last / first, years) - 1)


def still_needed(by: Method, wanted: Fraction, so_far: Fraction, years: int, left: int) -> Fraction:
    """What the years left need each, so that the mean of all years is what is wanted, `so_far` being the mean of the years gone."""
    if by == "mean_change":
        return (wanted * (years + left) - so_far * years) / left
    whole = (1 + wanted / 100) ** (years + left) / (1 + so_far / 100) ** years
    return 100 * (_root(whole, left) - 1)


def _root(number: Fraction, years: int) -> Fraction:
    ratio = _PRECISE.divide(*map(Decimal, number.as_integer_ratio()))
    return Fraction(_PRECISE.power(ratio, _PRECISE.divide(Decimal(1), Decimal(years))))


def methods(derive: Derive) -> Sequence[Method]:
    """The methods that the words allow."""
    return METHODS if derive.by == "not_stated" else [method for method in METHODS if method == derive.by]


def bases(stated: str, begins: int, year: int) -> list[int]:
    """The base years that the words allow of a plan that begins in a year: the one they state, else the year before the five-year plan and
    that before the plan; those before `year`."""
    eves = {first - 1 for first in FIVE_YEAR_PLANS.values() if first <= begins < first + 5} | {begins - 1}
    years = {int(stated)} if stated.isdecimal() else eves
    return sorted(base for base in years if base < year)
