"""NU513: a flow that is smaller than it was earlier in the same year, though it only grows."""

from ...model.quantity import Quantity
from ..evidence import Doubt, Evidence, months_between
from .nu514_single_quarter_reported import together

_QUARTER = 3


def check(evidence: Evidence) -> Doubt | None:
    """The value and the latest larger one; what both come to where the value may be the quarter alone."""
    indicator = evidence.indicator
    if indicator.kind != "flow" or indicator.range.min is None or indicator.range.min < 0:
        return None
    fallen = [known for known in evidence.within_year() if evidence.interval_of(known).low > evidence.interval.high]
    if not fallen:
        return None
    known = fallen[-1]
    values = evidence.told(earlier=known.figure.written, of=known.figure.period.text)
    if evidence.figure.since is None and months_between(known.day, evidence.day) <= _QUARTER:
        expected: Quantity | None = together(evidence, known)
        values |= {"likely": expected, "why": "alone"}
    return Doubt(values, (known.figure.location,))
