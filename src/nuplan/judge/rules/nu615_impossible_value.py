"""NU615: a value that the indicator cannot have, or that every figure reaches."""

from fractions import Fraction
from typing import Any

from ...model.quantity import plain
from ...model.subject import Subject

KEY = "value"


def check(subject: Subject) -> dict[str, Any] | None:
    """The value and the end of the indicator's range that it breaks, or does not leave."""
    target, bounds = subject.target, subject.indicator.range
    for value in target.value if isinstance(target.value, tuple) else (target.value,):
        number = Fraction(value) * target.measure.factor / subject.indicator.measure.factor
        why = None
        if (bounds.min is not None and number < bounds.min) or (bounds.max is not None and number > bounds.max):
            why = "outside"
        elif (target.op == "ge" and number == bounds.min) or (target.op == "le" and number == bounds.max):
            why = "empty"
        if why is not None:
            return {"why": why, "value": f"{plain(value)}{target.unit}", "indicator": subject.indicator.id}
    return None
