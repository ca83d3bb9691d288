"""What the rules on trust hold a figure against: known values that can be compared with it, and the limits of the data review.

Values of tier C are no evidence; neither are values of another vintage or caliber. No target is ever a reference.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any, NamedTuple

from ..model.area import Area
from ..model.figure import Figure, Filing, quotient
from ..model.finding import Finding, Location
from ..model.indicator import Indicator
from ..model.interval import Interval, interval_of
from ..model.ledger import Known, Ledger
from ..model.library import Library
from ..model.quantity import Quantity
from ..model.review import Review
from ..model.unit import COUNTED, PERCENT, UNITS, Unit

POINTS_OF = {"%": UNITS["个百分点"]}
"""The unit in which numbers of a unit differ, where that is another one."""


class Doubt(NamedTuple):
    """What a rule has to say of a figure: the values of the message, and the places of what it was held against."""

    values: dict[str, Any]
    related: tuple[Location, ...] = ()


class Evidence:
    """A figure of a filing, and what it can be held against."""

    def __init__(self, figure: Figure, filing: Filing, library: Library, ledger: Ledger) -> None:
        self.figure = figure
        self.filing = filing
        self.library = library
        self.ledger = ledger
        self.indicator: Indicator = library.indicators[figure.indicator]

    @property
    def area(self) -> Area:
        """The area the figure is of."""
        return self.library.areas[self.filing.area]

    @property
    def review(self) -> Review | None:
        """The limits of the data review."""
        return self.library.review

    @property
    def unit(self) -> Unit:
        """The unit in which it is compared."""
        return self.indicator.measure

    @property
    def day(self) -> date:
        """The last day of the period it is of."""
        return self.figure.period.end

    @cached_property
    def number(self) -> Fraction:
        """Its number."""
        number = self.figure.number(self.unit)
        assert number is not None
        return number

    @cached_property
    def interval(self) -> Interval:
        """What may have been rounded to it."""
        return interval_of(self.figure, self.indicator)

    @cached_property
    def known(self) -> tuple[Known, ...]:
        """Known values that can be compared with it, by day; of flows, those counted over another time, too."""
        return comparable(self.figure, self.filing.area, self.indicator, self.ledger)

    @cached_property
    def earlier(self) -> tuple[Known, ...]:
        """Those of days before its own."""
        return tuple(known for known in self.known if known.day < self.day)

    @cached_property
    def same(self) -> tuple[Known, ...]:
        """Those of its own day, counted from the same day on."""
        start = counted_from(self.figure, self.indicator)
        return tuple(known for known in self.known if known.day == self.day and counted_from(known.figure, self.indicator) == start)

    def within_year(self) -> tuple[Known, ...]:
        """Earlier values of the same calendar year, counted from the same day on."""
        start = counted_from(self.figure, self.indicator)
        return tuple(
            known for known in self.earlier if known.day.year == self.day.year and counted_from(known.figure, self.indicator) == start
        )

    def interval_of(self, known: Known) -> Interval:
        """What may have been rounded to a known value, in the same unit."""
        return interval_of(known.figure, self.indicator)

    def told(self, **values: Any) -> dict[str, Any]:
        """The values of a message: the figure as filed, and others."""
        return {"value": self.figure.written, **values}


def comparable(figure: Figure, area: str, indicator: Indicator, ledger: Ledger) -> tuple[Known, ...]:
    """Known values of the vintage and caliber of a figure, of tier A or B or reported before."""
    every = ledger.of(area, figure.indicator)
    if not every:
        return ()
    vintage = indicator.vintage(figure.period.end)
    return tuple(
        known
        for known in every
        if known.source != "submission" and known.tier != "C" and known.vintage == vintage and known.figure.caliber == figure.caliber
    )


def counted_from(figure: Figure, indicator: Indicator) -> date | None:
    """The day from which a flow is counted; None of anything else."""
    if indicator.kind != "flow":
        return None
    return figure.counted_from


def months_counted(figure: Figure, indicator: Indicator) -> int:
    """Over how many months a flow is counted; 12 of anything else."""
    start, end = counted_from(figure, indicator), figure.period.end
    return 12 if start is None else max(months_between(start, end) + 1, 1)


def months_between(first: date, last: date) -> int:
    """How many months one day is after another, by their months."""
    return (last.year - first.year) * 12 + last.month - first.month


def population(area: Area, day: date) -> Fraction | None:
    """Residents of an area at the date of the areas file that is nearest to a day."""
    known = area.population
    nearest = known[0] if len(known) == 1 else min(known, key=lambda entry: abs(entry.date - day), default=None)
    return None if nearest is None else Fraction(nearest.value)


def significant(quantity: Quantity) -> int:
    """How many significant digits a quantity shows; zeros at the end of a whole number are none."""
    _, digits, exponent = quantity.value.as_tuple()
    text = "".join(map(str, digits)).lstrip("0")
    return len(text if int(exponent) < 0 else text.rstrip("0"))


def is_small(number: Fraction, unit: Unit, review: Review) -> bool:
    """Whether a number is a small count of things."""
    return unit.dimension in COUNTED and abs(number * unit.factor) < review.small


def is_all(quantity: Quantity) -> bool:
    """Whether it is all of a share, as many rightly are."""
    return quantity.unit.dimension == PERCENT and quantity.value * 1 == 100 / quantity.unit.factor


def differ(figure: Figure, other: Figure, indicator: Indicator) -> bool:
    """Whether two figures of the same thing are not the same: with as many digits at all, else beyond the rounding of the coarser."""
    one, two = interval_of(figure, indicator), interval_of(other, indicator)
    if one.high - one.low == two.high - two.low and not figure.divisible and not other.divisible:
        return one != two
    return not one.meets(two)


def difference(figure: Figure, other: Figure, unit: Unit) -> Quantity:
    """By how much a figure is more than another one, in its own unit; of shares in points."""
    unit = unit if figure.value is None else figure.value.unit
    number, before = figure.number(unit), other.number(unit)
    assert number is not None
    assert before is not None
    return Quantity(quotient(number - before), POINTS_OF.get(unit.name, unit))


def usable(filing: Filing) -> Iterator[Figure]:
    """The figures of a filing that a rule can look at."""
    return (figure for figure in filing.figures.values() if figure.readable and (figure.value is not None or figure.divisible))


def finding(check: str, figure: Figure, filing: Filing, library: Library, doubt: Doubt, target: str | None = None) -> Finding:
    """A finding at a figure, with the submitter's note beside it."""
    indicator = library.indicators[figure.indicator]
    values = {"indicator": indicator.id, "name": indicator.name} | doubt.values
    place, period = figure.location, filing.period.text
    return Finding(check, place, values, filing.area, period, target, indicator.id, figure.note, doubt.related)
