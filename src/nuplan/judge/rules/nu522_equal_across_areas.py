"""NU522: the very same figure from several areas. A hint, never a conclusion."""

from collections.abc import Iterable, Iterator
from decimal import Context
from typing import Any

from ...model.fields import Name
from ...model.figure import Figure, Filing
from ...model.finding import Finding
from ...model.library import Library
from ..evidence import is_all, is_small, significant, usable

_EXACT = Context(prec=80)


def check(filings: Iterable[Filing], library: Library) -> Iterator[Finding]:
    """Figures of one indicator and period that at least so many areas report alike: one finding for all of them."""
    review = library.review
    if review is None:
        return
    alike: dict[Any, list[tuple[Filing, Figure]]] = {}
    for filing in filings:
        for figure in usable(filing):
            value = figure.value
            if value is None or figure.divisible or significant(value) <= review.digits:
                continue
            number = _EXACT.multiply(value.value, value.unit.factor.numerator)
            key = (figure.indicator, figure.period.end, figure.since, figure.caliber, number, value.unit.factor.denominator)
            alike.setdefault(key, []).append((filing, figure))
    for reports in alike.values():
        areas = {filing.area for filing, _ in reports}
        if len(areas) < review.alike:
            continue
        filing, figure = reports[0]
        value, measure = figure.value, library.indicators[figure.indicator].measure
        assert value is not None
        if is_all(value) or is_small(value.in_unit(measure), measure, review):
            continue
        yield _found(reports, library)


def _found(reports: list[tuple[Filing, Figure]], library: Library) -> Finding:
    (filing, figure), others = reports[0], reports[1:]
    areas = [library.areas[area].name for area in dict.fromkeys(filing.area for filing, _ in reports)]
    names = Name(zh="、".join(name.zh for name in areas), en=", ".join(name.en for name in areas))
    indicator = library.indicators[figure.indicator]
    values = {"indicator": indicator.id, "name": indicator.name, "value": figure.written, "count": len(areas), "areas": names}
    places = tuple(other.location for _, other in others)
    return Finding("NU522", figure.location, values, None, filing.period.text, None, indicator.id, figure.note, places)
