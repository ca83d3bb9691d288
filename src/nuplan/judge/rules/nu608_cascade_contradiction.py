"""NU608: a cascade that contradicts the target or the indicator it stands on."""

from typing import Any

from ...model.subject import Subject
from ...model.unit import PERCENT

KEY = "cascade"


def check(subject: Subject) -> dict[str, Any] | None:
    """A floor that binds nobody, a total that is not summed, a lead without the series it is held against."""
    target, indicator = subject.target, subject.indicator
    cascade = None if target.cascade is None else target.cascade.as_
    full = target.value == 100 and target.measure.dimension == PERCENT
    contradicts = (
        (cascade == "floor" and target.applies_to is None and not full)
        or (cascade == "total" and indicator.aggregate.method != "sum")
        or (cascade == "relative" and (indicator.derive is None or indicator.derive.less is None))
    )
    return {"why": cascade, "indicator": indicator.id, "method": indicator.aggregate.method} if contradicts else None
