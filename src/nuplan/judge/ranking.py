"""Areas ranked by one indicator: figures of the same period and of the whole area alone are compared."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from ..model.figure import Figure, Filing
from ..model.indicator import Indicator
from ..model.library import Library
from ..model.ranking import Placed, Ranking


def rank(filings: Iterable[Filing], indicator: Indicator, library: Library, impossible: frozenset[str] = frozenset()) -> list[Ranking]:
    """A ranking for each period and each area above; `impossible` names the areas whose figure cannot be true."""
    groups: dict[tuple[str | None, str], list[Filing]] = {}
    for filing in filings:
        groups.setdefault((library.areas[filing.area].parent, filing.period.text), []).append(filing)
    return [_rank(period, group, indicator, impossible) for (_, period), group in groups.items() if len(group) > 1]


def _rank(period: str, filings: list[Filing], indicator: Indicator, impossible: frozenset[str]) -> Ranking:
    numbers: dict[str, tuple[Fraction, Figure]] = {}
    apart: list[tuple[str, Figure | None]] = []
    for filing in filings:
        figure = filing.figures.get(indicator.id)
        number = _number(figure, filing, indicator)
        if figure is None or number is None or filing.area in impossible:
            apart.append((filing.area, figure))
        else:
            numbers[filing.area] = number, figure
    ordered = sorted(numbers, key=lambda area: numbers[area][0], reverse=indicator.direction == "up")
    placed: list[Placed] = []
    for index, area in enumerate(ordered):
        number, figure = numbers[area]
        same = bool(placed) and numbers[placed[-1].area][0] == number
        placed.append(Placed(placed[-1].place if same else index + 1, area, figure))
    return Ranking(indicator, period, tuple(placed), tuple(apart))


def _number(figure: Figure | None, filing: Filing, indicator: Indicator) -> Fraction | None:
    """The number that is compared: of the file's own period, a year's running total from its beginning, and the whole area."""
    if figure is None or not figure.reported or figure.caliber is not None or figure.period.end != filing.period.end:
        return None
    if not figure.period.ends(indicator.frequency) or figure.counted_from != date(figure.period.year, 1, 1):
        return None
    return figure.number(indicator.measure)
