"""The ledger (台账): what is known of an area's indicators beside the submissions at hand."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from .figure import Figure
from .unit import Unit

Source = Literal["published", "history", "submission"]
Tier = Literal["A", "B", "C"]


class Known(NamedTuple):
    """One value: a figure, where it is from, the vintage of its series, and the tier of the page it was published on.

    The location of a published figure is the address of its page.
    """

    figure: Figure
    source: Source
    vintage: str
    tier: Tier | None = None

    @property
    def trust(self) -> int:
        """Its place among values of one day: official pages, the press, reported before, the submission at hand, other pages."""
        if self.tier is None:
            return 2 if self.source == "history" else 3
        return {"A": 0, "B": 1, "C": 4}[self.tier]

    @property
    def day(self) -> date:
        """The last day of the period it is of."""
        return self.figure.period.end

    def number(self, unit: Unit) -> Fraction:
        """The number in a unit."""
        number = self.figure.number(unit)
        assert number is not None
        return number


class Ledger:
    """Known values by area and indicator."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], list[Known]] = {}
        self._sorted: dict[tuple[str, str], tuple[Known, ...]] = {}

    def add(self, area: str, values: Iterable[Known]) -> None:
        """Add values of an area."""
        for value in values:
            self._known.setdefault((area, value.figure.indicator), []).append(value)
        self._sorted.clear()

    def of(self, area: str, indicator: str) -> tuple[Known, ...]:
        """What is known of an indicator, by day, of one day the most trusted first."""
        key = (area, indicator)
        if key not in self._known:
            return ()
        if key not in self._sorted:
            self._sorted[key] = tuple(sorted(self._known[key], key=lambda value: (value.day, value.trust)))
        return self._sorted[key]

    def indicators(self, area: str) -> frozenset[str]:
        """The indicators of which something is known."""
        return frozenset(indicator for here, indicator in self._known if here == area)
