"""NU504: a value that its own part and whole do not give, rounding allowed for.

Each number stands for its closed rounding interval, as model/interval has it.
"""

from decimal import Decimal
from typing import Any

from ...model.figure import Figure, quotient
from ...model.indicator import Indicator
from ...model.interval import interval
from ...model.quantity import Quantity

_NEARLY = Decimal("0.999999")


def check(figure: Figure, indicator: Indicator) -> dict[str, Any] | None:
    """The value as filed and what part and whole give."""
    value, part, whole = figure.value, figure.part, figure.whole
    if value is None or part is None or whole is None or not whole.value or _plainly_rounded(value, part, whole):
        return None
    fraction = figure.fraction
    assert fraction is not None
    unit = value.unit
    value_low, value_high = interval(value)
    part_low, part_high = (bound * part.unit.factor / whole.unit.factor for bound in interval(part))
    whole_low, whole_high = interval(whole)
    scale = 100 / unit.factor
    low = scale * part_low / whole_high
    high = scale * part_high / whole_low if whole_low > 0 else None
    if low <= value_high and (high is None or value_low <= high):
        return None
    return {"value": value, "part": part, "whole": whole, "computed": Quantity(quotient(fraction / unit.factor), unit)}


def _plainly_rounded(value: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether the quotient rounds to the value beyond doubt, as nearly every one does, in one unit and with digits to spare."""
    if part.unit is not whole.unit or value.unit.name != "%":
        return False
    half = Decimal(5).scaleb(int(value.value.as_tuple().exponent) - 1)
    return abs(100 * part.value / whole.value - value.value) < half * _NEARLY
