"""NU501: a value outside what is possible for the indicator (hard range check)."""

from typing import Any

from ...model.figure import Figure
from ...model.indicator import Indicator
from ...model.quantity import Quantity


def check(figure: Figure, indicator: Indicator) -> dict[str, Any] | None:
    """The value and the bound it breaks, in the indicator's unit."""
    if figure.value is None:
        return None
    own, unit = indicator.measure, figure.value.unit
    number = figure.value.value if unit is own else figure.value.in_unit(own)
    if (broken := indicator.range.broken_by(number)) is None:
        return None
    why, bound = broken
    return {"value": figure.value, "bound": Quantity(bound, own), "why": why}
