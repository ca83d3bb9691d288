"""Figures: what an area reports for an indicator and a period, with the words of the file resolved."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from .finding import Location
from .period import Period
from .quantity import Quantity, exact_decimal
from .unit import Unit


class Figure(NamedTuple):
    """One reported figure. `period` is the period it is the figure of; `readable` is False where the file's words could not become one."""

    indicator: str
    location: Location
    period: Period
    value: Quantity | None = None
    part: Quantity | None = None
    whole: Quantity | None = None
    of: Period | None = None
    since: date | None = None
    quality: str = "final"
    missing: str | None = None
    note: str | None = None
    caliber: str | None = None
    readable: bool = True

    @property
    def reported(self) -> bool:
        """Whether there is a number."""
        return self.value is not None or self.part is not None

    @property
    def fraction(self) -> Fraction | None:
        """Part of whole in per cent, exactly; None without parts or where the whole is zero."""
        if self.part is None or self.whole is None or not self.whole.value:
            return None
        return 100 * self.part.in_unit(self.whole.unit) / Fraction(self.whole.value)

    def number(self, unit: Unit) -> Fraction | None:
        """The most exact number there is, in a unit: the fraction where parts are known, else the value."""
        if (fraction := self.fraction) is not None:
            return fraction / unit.factor
        return self.value.in_unit(unit) if self.value is not None else None

    def compared(self, unit: Unit) -> Decimal | None:
        """The number held against a target, as printed: the file's digits, or a quotient at six decimals."""
        number = self.number(unit)
        if number is None:
            return None
        if self.fraction is None and self.value is not None and self.value.unit.factor == unit.factor:
            return self.value.value
        return exact_decimal(number) if self.fraction is None else quotient(number)


def quotient(number: Fraction) -> Decimal:
    """A quotient as printed: at most six decimals, rounded half to even."""
    places = exact_decimal(number)
    exponent = places.as_tuple().exponent
    return places if isinstance(exponent, int) and exponent >= -6 else Decimal(round(number * 10**6)).scaleb(-6)


class Filing(NamedTuple):
    """A submission after reading: its area and period, and its figures by indicator id."""

    path: str
    area: str
    period: Period
    figures: dict[str, Figure]
    place: Location

    def periods(self) -> tuple[Period, ...]:
        """The file's period and those its figures say they are of."""
        return (self.period, *(figure.of for figure in self.figures.values() if figure.of is not None))
