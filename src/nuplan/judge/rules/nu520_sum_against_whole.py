"""NU520: places that do not add up to the area above them: its own figure or the published one, rounding allowed for (mirror check)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from ...model.figure import Figure, Filing, quotient
from ...model.finding import Finding, Location
from ...model.indicator import Indicator
from ...model.interval import Interval, interval_of
from ...model.ledger import Known, Ledger
from ...model.library import Library
from ...model.quantity import Quantity, rounded
from ...model.rollup import Total
from ..compare import Bounds
from ..evidence import POINTS_OF, comparable, counted_from, usable

if TYPE_CHECKING:
    from ..rollup import Level


class Whole(NamedTuple):
    """A figure of the area above: filed, or published."""

    figure: Figure
    published: Known | None = None


def check(filings: Sequence[Filing], library: Library, ledger: Ledger, doubtful: Callable[[Filing], frozenset[str]]) -> Iterator[Finding]:
    """For each area above and period, the figures that those below do not add up to."""
    own = {(filing.area, filing.period.end): filing for filing in filings}
    levels: dict[tuple[str, date], list[Filing]] = {}
    for filing in filings:
        above = library.areas[filing.area].parent
        if above is not None:
            levels.setdefault((above, filing.period.end), []).append(filing)
    for (above, end), given in levels.items():
        if len(given) < 2:
            continue
        filed = {name for filing in given for name in filing.names}
        wholes = _wholes(above, own.get((above, end)), end, filed, library, ledger)
        if not wholes:
            continue
        from ..rollup import Level

        level = Level(above, [filing.unpack() for filing in given], library, doubtful)
        for name, whole in wholes.items():
            yield from _mirrored(level, library.indicators[name], whole, ledger)


def _wholes(area: str, filing: Filing | None, end: date, filed: Iterable[str], library: Library, ledger: Ledger) -> dict[str, Whole]:
    """The figures of the area above, of what is filed below: its own before published ones."""
    found: dict[str, Whole] = {}
    for name in sorted(ledger.indicators(area).intersection(filed)):
        for known in ledger.of(area, name):
            if known.day == end and known.source == "published" and known.tier != "C" and name not in found:
                found[name] = Whole(known.figure, known)
    if filing is not None:
        names = set(filed)
        found |= {figure.indicator: Whole(figure) for figure in usable(filing.unpack()) if figure.indicator in names}
    return {name: whole for name, whole in found.items() if library.indicators[name].aggregate.method != "none"}


def _mirrored(level: "Level", indicator: Indicator, whole: Whole, ledger: Ledger) -> Iterator[Finding]:
    """The finding where what is possible below and what may have been rounded to the whole have nothing in common."""
    from ..rollup import added_up

    found = added_up(level, indicator, _rounded)
    if found is None or whole.figure.caliber is not None:
        return
    row, figures = found
    one = next(iter(figures.values()))
    if one.period.end != whole.figure.period.end or counted_from(one, indicator) != counted_from(whole.figure, indicator):
        return
    if _weighted_by_another_year(row, one.period.end):
        return
    told = interval_of(whole.figure, indicator)
    if row.low is not None and row.low > told.high:
        bound = row.low
    elif row.high is not None and row.high < told.low:
        bound = row.high
    else:
        return
    if not row.unknown and row.low is not None and row.high is not None:
        bound = (row.low + row.high) / 2
    yield _finding(level, indicator, whole, row, figures, bound, ledger)


def _rounded(figure: Figure, indicator: Indicator) -> Bounds:
    return Bounds(*interval_of(figure, indicator))


def _weighted_by_another_year(row: Total, day: date) -> bool:
    """Whether the weights are of another year than the figures, so that a mean by them proves nothing."""
    return row.weight is not None and row.weight.day is not None and row.weight.day.year != day.year


def _finding(
    level: "Level", indicator: Indicator, whole: Whole, row: Total, figures: dict[str, Figure], bound: Fraction, ledger: Ledger
) -> Finding:
    """The finding at the whole or, where it is a published one, at the first figure below."""
    places = tuple(figure.location for figure in figures.values())
    at, related = (whole.figure.location, places) if whole.published is None else (places[0], (*places[1:], whole.figure.location))
    unit = indicator.measure if whole.figure.value is None else whole.figure.value.unit
    digits = -2 if whole.figure.value is None else int(whole.figure.value.value.as_tuple().exponent)
    number = bound * indicator.measure.factor / unit.factor
    told = whole.figure.number(unit)
    assert told is not None
    values: dict[str, Any] = {
        "indicator": indicator.id,
        "name": indicator.name,
        "area": level.library.areas[level.area].name,
        "value": whole.figure.written,
        "computed": Quantity(rounded(number, min(digits, 0)), unit),
        "difference": Quantity(quotient(number - told), POINTS_OF.get(unit.name, unit)),
        "count": len(row.reported),
        "missing": row.unknown,
    }
    values["why"] = f"{_kind(indicator)}{'_partly' if row.unknown else ''}{'_published' if whole.published else ''}"
    known = None if row.unknown or row.low is None or row.high is None else _other_period(level, indicator, whole, row, ledger)
    if known is not None:
        values |= {"why": "period", "of": known.figure.period.text, "earlier": known.figure.written}
        related = (*related, known.figure.location)
    note = whole.figure.note if whole.published is None else None
    return _at(at, related, values, level, indicator, note)


def _at(
    place: Location, related: tuple[Location, ...], values: dict[str, Any], level: "Level", indicator: Indicator, note: str | None
) -> Finding:
    return Finding("NU520", place, values, level.area, level.period.text, None, indicator.id, note, related)


def _kind(indicator: Indicator) -> str:
    return "sum" if indicator.aggregate.method == "sum" else "mean"


def _other_period(level: "Level", indicator: Indicator, whole: Whole, row: Total, ledger: Ledger) -> Known | None:
    """The value of the area above of another period that those below do add up to: their figures may be of that one."""
    assert row.low is not None
    assert row.high is not None
    summed = Interval(row.low, row.high)
    for known in reversed(comparable(whole.figure, level.area, indicator, ledger)):
        if known.day != whole.figure.period.end and summed.meets(interval_of(known.figure, indicator)):
            return known
    return None
