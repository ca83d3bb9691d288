"""NU516: a change on the year before that is larger than is likely, or than passes without a word."""

from datetime import date
from fractions import Fraction

from ...model.figure import quotient
from ...model.indicator import Indicator, Range
from ...model.interval import Interval, subtracted
from ...model.ledger import Known
from ...model.quantity import Quantity, rounded
from ...model.unit import UNITS
from ..evidence import POINTS_OF, Doubt, Evidence, counted_from, is_small


def check(evidence: Evidence) -> Doubt | None:
    """The value, that of a year before, and the change."""
    known = _year_before(evidence)
    if known is None:
        return None
    indicator, review = evidence.indicator, evidence.review
    before, own = evidence.interval_of(known), evidence.interval
    change, rate = subtracted(own, before), _rate(own, before)
    plausible = indicator.plausible
    values = evidence.told(earlier=known.figure.written, of=known.figure.period.text)
    told = (known.figure.location,)
    if plausible is not None and plausible.yearly is not None and (bound := _beyond(change, plausible.yearly)) is not None:
        unit = POINTS_OF.get(evidence.unit.name, evidence.unit)
        shown = Quantity(quotient(evidence.number - known.number(evidence.unit)), unit)
        return Doubt(values | {"change": shown, "bound": Quantity(quotient(bound), unit), "why": "yearly"}, told)
    if rate is None:
        return None
    grown = Quantity(rounded(100 * (evidence.number / known.number(evidence.unit) - 1), -1), UNITS["%"])
    if plausible is not None and plausible.yearly_rate is not None and (bound := _beyond(rate, plausible.yearly_rate)) is not None:
        return Doubt(values | {"change": grown, "bound": Quantity(quotient(bound), UNITS["%"]), "why": "yearly_rate"}, told)
    if review is None or _has_bounds(indicator) or indicator.kind in ("share", "growth"):
        return None
    small = is_small(evidence.number, evidence.unit, review) and is_small(known.number(evidence.unit), evidence.unit, review)
    most = Range(min=-review.yearly_rate, max=review.yearly_rate)
    if small or _beyond(rate, most) is None:
        return None
    return Doubt(values | {"change": grown, "bound": Quantity(review.yearly_rate, UNITS["%"]), "why": "rate"}, told)


def _year_before(evidence: Evidence) -> Known | None:
    """The most trusted value of the period that ended a year before; of flows, both counted from the beginning of their year."""
    day, indicator = evidence.day, evidence.indicator
    if indicator.kind == "flow" and counted_from(evidence.figure, indicator) != date(day.year, 1, 1):
        return None
    for known in evidence.earlier:
        if (known.day.year, known.day.month) == (day.year - 1, day.month):
            start = counted_from(known.figure, indicator)
            if start is None or start == date(day.year - 1, 1, 1):
                return known
    return None


def _has_bounds(indicator: Indicator) -> bool:
    plausible = indicator.plausible
    return plausible is not None and (plausible.yearly is not None or plausible.yearly_rate is not None)


def _rate(own: Interval, before: Interval) -> Interval | None:
    """The growth in per cent; None on what was nothing or less."""
    if before.low <= 0:
        return None
    return Interval(100 * (own.low / before.high - 1), 100 * (own.high / before.low - 1))


def _beyond(change: Interval, bounds: Range) -> Fraction | None:
    """The bound that a change breaks, whatever was rounded."""
    if bounds.min is not None and change.high < bounds.min:
        return Fraction(bounds.min)
    if bounds.max is not None and change.low > bounds.max:
        return Fraction(bounds.max)
    return None
