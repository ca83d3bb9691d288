"""NU523: a figure of a year that is that of another year to the last digit. A hint, never a conclusion."""

from ..evidence import Doubt, Evidence, is_all, is_small, significant

_YEAR_ENDS = 12


def check(evidence: Evidence) -> Doubt | None:
    """The value and the latest other year that has it."""
    value, review = evidence.figure.value, evidence.review
    if value is None or review is None or evidence.figure.divisible or evidence.day.month != _YEAR_ENDS or not evidence.earlier:
        return None
    if significant(value) <= review.digits or is_all(value) or is_small(evidence.number, evidence.unit, review):
        return None
    same = [one for one in evidence.earlier if one.day.month == _YEAR_ENDS and one.number(evidence.unit) == evidence.number]
    if not same:
        return None
    return Doubt(evidence.told(earlier=same[-1].figure.written, of=same[-1].figure.period.text), (same[-1].figure.location,))
