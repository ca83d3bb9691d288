"""Several files of one area and period, one a department, become one filing."""

from datetime import date
from fractions import Fraction
from typing import Any

from ..model.figure import Figure, Filing
from ..model.finding import Finding
from ..model.library import Library
from ..model.quantity import Quantity, exact_decimal


def merge(filings: list[Filing], library: Library) -> tuple[list[Filing], list[Finding]]:
    """One filing for each area and period, and the findings where two files give one figure different values.

    In whatever order the files come: what cannot be read, or has two values, decides nothing; else a number stands before a reason why
    there is none.
    """
    groups: dict[tuple[str, date], list[Filing]] = {}
    for filing in filings:
        groups.setdefault((filing.area, filing.period.end), []).append(filing)
    findings: list[Finding] = []
    return [group[0] if len(group) == 1 else _joined(group, library, findings) for group in groups.values()], findings


def _joined(group: list[Filing], library: Library, findings: list[Finding]) -> Filing:
    held: dict[str, tuple[Filing, Figure]] = {}
    for filing in (filing.unpack() for filing in group):
        for indicator, figure in filing.figures.items():
            source, other = held.setdefault(indicator, (filing, figure))
            if other is figure:
                continue
            if figure.reported and other.reported and not figure.agrees(other):
                values = {"name": library.indicators[indicator].name, "indicator": indicator} | _change(source, other, filing, figure)
                place, related = figure.location, (other.location,)
                findings.append(Finding("NU021", place, values, filing.area, filing.period.text, None, indicator, None, related))
                figure = figure._replace(readable=False)
            held[indicator] = min((source, other), (filing, figure), key=lambda one: _standing(one[1]))
    return group[0]._replace(figures={indicator: figure for indicator, (_, figure) in held.items()}, packed=None)


def _change(one: Filing, earlier: Figure, other: Filing, later: Figure) -> dict[str, Any]:
    """Both values and how far they are apart, the one reported first before the other where their days are known."""
    values: dict[str, Any] = {"why": "files"}
    if one.reported is not None and other.reported is not None and one.reported != other.reported:
        if one.reported > other.reported:
            one, earlier, other, later = other, later, one, earlier
        values = {"why": "resubmitted", "first": one.reported, "second": other.reported}
    values |= {"earlier": earlier.written, "later": later.written}
    if earlier.value is not None and later.value is not None:
        unit = later.value.unit
        difference = exact_decimal(Fraction(later.value.value) - earlier.value.in_unit(unit))
        values["difference"] = Quantity(difference, unit)
    return values


def _standing(figure: Figure) -> int:
    """Which of two figures stands: the lower."""
    if not figure.readable:
        return 0
    if figure.reported:
        return 1 if figure.divisible else 2
    return 3 + ("not_applicable", "not_collected", "pending").index(figure.missing or "pending")
