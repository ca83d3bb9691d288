"""NU517: a change that stands out among the area's own earlier ones, by its distance from their median in median absolute deviations.

The constant makes the deviation comparable with a standard deviation of normally distributed changes (Iglewicz and Hoaglin 1993, 3.5).
"""

from collections.abc import Sequence
from fractions import Fraction

from ...model.figure import quotient
from ...model.quantity import Quantity, rounded
from ..evidence import POINTS_OF, Doubt, Evidence, months_between

_NORMAL = Fraction(6745, 10_000)


def check(evidence: Evidence) -> Doubt | None:
    """The value, the one before it, the change, the middle of the earlier changes and the score."""
    review, indicator = evidence.review, evidence.indicator
    if review is None or indicator.kind not in ("level", "share") or len(evidence.earlier) <= review.outlier.least:
        return None
    days = {known.day: known for known in reversed(evidence.earlier)}
    series = [days[day] for day in sorted(days)]
    step = months_between(series[-1].day, evidence.day)
    numbers = [known.number(evidence.unit) for known in series]
    changes = [
        two - one
        for one, two, first, last in zip(numbers, numbers[1:], series, series[1:], strict=False)
        if months_between(first.day, last.day) == step
    ]
    if len(changes) < review.outlier.least:
        return None
    change, middle = evidence.number - numbers[-1], median(changes)
    spread = median([abs(one - middle) for one in changes])
    if spread <= evidence.interval.high - evidence.interval.low:
        return None  # what a rounded digit explains stands out from nothing
    score = _NORMAL * (change - middle) / spread
    if abs(score) <= review.outlier.score:
        return None
    values = {
        "earlier": series[-1].figure.written,
        "of": series[-1].figure.period.text,
        "change": Quantity(quotient(change), POINTS_OF.get(evidence.unit.name, evidence.unit)),
        "middle": Quantity(quotient(middle), POINTS_OF.get(evidence.unit.name, evidence.unit)),
        "count": len(changes),
        "score": rounded(score, -1),
    }
    return Doubt(evidence.told(**values), (series[-1].figure.location,))


def median(numbers: Sequence[Fraction]) -> Fraction:
    """The middle of numbers, or the mean of the two in the middle."""
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
