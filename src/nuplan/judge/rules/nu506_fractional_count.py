"""NU506: a count of whole things that is not a whole number."""

from fractions import Fraction
from typing import Any

from ...model.figure import Figure
from ...model.indicator import Indicator
from ...model.quantity import Quantity
from ...model.unit import COUNTED

_RATIOS = frozenset({"growth", "share"})


def check(figure: Figure, indicator: Indicator) -> dict[str, Any] | None:
    """The value, part or whole that is no whole number of things."""
    counted: list[Quantity | None] = []
    if indicator.counts is not None:
        counted = [figure.part, figure.whole]
    elif indicator.measure.dimension in COUNTED and indicator.kind not in _RATIOS and indicator.aggregate.method == "sum":
        counted = [figure.value]
    for quantity in counted:
        if quantity is None or quantity.value == quantity.value.to_integral_value():
            continue
        if (Fraction(quantity.value) * quantity.unit.factor).denominator != 1:
            return {"value": quantity}
    return None
