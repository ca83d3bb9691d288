"""NU515: a stock that is built up and does not fall, and has fallen."""

from ..evidence import Doubt, Evidence


def check(evidence: Evidence) -> Doubt | None:
    """The value and the last one, where it is larger beyond rounding."""
    if not evidence.indicator.accumulates or not evidence.earlier:
        return None
    latest = evidence.earlier[-1].day
    known = next(one for one in evidence.earlier if one.day == latest)
    if evidence.interval.high >= evidence.interval_of(known).low:
        return None
    return Doubt(evidence.told(earlier=known.figure.written, of=known.figure.period.text), (known.figure.location,))
