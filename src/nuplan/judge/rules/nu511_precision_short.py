"""NU511: a figure with fewer digits than its target, so near to it that the digits left out would decide."""

from fractions import Fraction

from ...model.interval import is_whole_count, place
from ...model.report import Assessment
from ..compare import outcome
from ..evidence import Doubt


def check(row: Assessment) -> Doubt | None:
    """The figure and the target, with the ends of what may have been rounded to it."""
    figure, duty = row.figure, row.duty
    value, target = figure.value, duty.target
    if value is None or figure.divisible or duty.indicator.counts is not None:
        return None
    printed = target.value if isinstance(target.value, tuple) else (target.value,)
    least = min(int(number.as_tuple().exponent) for number in printed)
    if value.unit is target.measure and int(value.value.as_tuple().exponent) <= least:
        return None
    step = place(value) * value.unit.factor / target.measure.factor
    if step <= Fraction(10) ** least or (is_whole_count(value) and duty.indicator.aggregate.method == "sum"):
        return None
    number = value.in_unit(target.measure)
    if row.compared != figure.printed(number, target.measure):
        return None
    ends = {outcome(duty, number - step / 2), outcome(duty, number), outcome(duty, number + step / 2)}
    if len(ends) == 1:
        return None
    return Doubt({"value": figure.written, "asked": asked(row)})


def asked(row: Assessment) -> str:
    """The number of a target with its unit."""
    target = row.duty.target
    printed = target.value if isinstance(target.value, tuple) else (target.value,)
    return "–".join(format(number, "f") for number in printed) + target.unit
