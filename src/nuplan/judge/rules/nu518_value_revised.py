"""NU518: a figure that differs from what was reported before for the same area, indicator and period; and two earlier reports that do."""

from collections.abc import Sequence

from ...model.figure import Figure, Filing
from ...model.library import Library
from ...model.unit import Unit
from ..evidence import Doubt, Evidence, counted_from, differ, difference


def check(evidence: Evidence) -> Doubt | None:
    """The figure, the one reported before, and by how much they differ; what was provisional is meant to be revised."""
    known = next((one for one in evidence.same if one.source == "history"), None)
    if known is None or known.figure.quality != "final" or not differ(evidence.figure, known.figure, evidence.indicator):
        return None
    return Doubt(_told(evidence.figure, known.figure, evidence.unit) | {"why": "revised"}, (known.figure.location,))


def disagreements(filings: Sequence[Filing], library: Library) -> list[tuple[Filing, Figure, Doubt]]:
    """Earlier reports of one area, indicator and period that differ: the later one, with the one before it."""
    first: dict[object, tuple[Filing, Figure]] = {}
    found = []
    for filing in filings:
        for figure in filing.figures.values():
            indicator = library.indicators[figure.indicator]
            if not figure.readable or figure.quality != "final" or figure.number(indicator.measure) is None:
                continue
            key = (filing.area, figure.indicator, figure.period.end, counted_from(figure, indicator), figure.caliber)
            _, other = first.setdefault(key, (filing, figure))
            if other is figure:
                continue
            first[key] = (filing, figure)
            unit = indicator.measure
            if differ(figure, other, indicator):
                values = _told(figure, other, unit) | {"why": "history"}
                found.append((filing, figure, Doubt(values, (other.location,))))
    return found


def _told(figure: Figure, other: Figure, unit: Unit) -> dict[str, object]:
    apart = difference(figure, other, unit)
    return {"value": figure.written, "earlier": other.written, "of": figure.period.text, "difference": apart}
