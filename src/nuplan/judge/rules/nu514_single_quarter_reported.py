"""NU514: a flow of the first half of a year that is hardly more than that of the first quarter: perhaps the second quarter alone."""

from datetime import date
from fractions import Fraction

from ...model.figure import quotient
from ...model.ledger import Known
from ...model.quantity import Quantity
from ..evidence import Doubt, Evidence, counted_from, is_small

_HALF = 6
_QUARTER_ENDS = (3, 31)


def check(evidence: Evidence) -> Doubt | None:
    """The value, that of the first quarter, and both together."""
    indicator, review = evidence.indicator, evidence.review
    if indicator.kind != "flow" or review is None or evidence.day.month != _HALF or not evidence.ledger.of(evidence.area.id, indicator.id):
        return None
    if indicator.range.min is None or indicator.range.min < 0 or counted_from(evidence.figure, indicator) != date(evidence.day.year, 1, 1):
        return None
    known = next((one for one in evidence.within_year() if (one.day.month, one.day.day) == _QUARTER_ENDS), None)
    if known is None:
        return None
    before = known.number(evidence.unit)
    grown = before * (1 + Fraction(review.same_quarter) / 100)
    small = is_small(before, evidence.unit, review) and is_small(evidence.number, evidence.unit, review)
    falls = evidence.interval.high < evidence.interval_of(known).low
    if small or falls or before <= 0 or evidence.number >= grown:
        return None
    values = {"earlier": known.figure.written, "of": known.figure.period.text, "likely": together(evidence, known)}
    return Doubt(evidence.told(**values), (known.figure.location,))


def together(evidence: Evidence, known: Known) -> Quantity:
    """An earlier value and this one added up, in the unit of this one."""
    unit = evidence.unit if evidence.figure.value is None else evidence.figure.value.unit
    number = evidence.figure.number(unit)
    assert number is not None
    return Quantity(quotient(number + known.number(unit)), unit)
