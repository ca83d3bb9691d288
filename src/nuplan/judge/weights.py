"""The denominators by which means are weighted."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from ..model.area import Area
from ..model.rollup import Weight

POPULATION = "resident_population"
_PLACES = {"cities": "city", "counties": "county"}


def weights_of(weight: str | None, below: Sequence[Area], day: date | None = None) -> tuple[dict[str, Fraction], Weight | None]:
    """The denominator of each area, where the areas file knows that of all: people, counties, or the areas themselves.

    People are those of the one date, of those known of all, that is nearest to `day`; the latest without it.
    """
    if weight in _PLACES and below[0].level == _PLACES[weight]:
        return {area.id: Fraction(1) for area in below}, Weight(("places",), weight)
    if weight == "counties" and all(area.counties is not None for area in below):
        return {area.id: Fraction(area.counties or 0) for area in below}, Weight(("places",), weight)
    if weight == POPULATION:
        dates = set.intersection(*({entry.date for entry in area.population} for area in below))
        if dates:
            chosen = max(dates) if day is None else min(dates, key=lambda known: abs(known - day))
            people = {area.id: Fraction(entry.value) for area in below for entry in area.population if entry.date == chosen}
            return people, Weight(("areas",), weight, chosen)
    return {}, None
