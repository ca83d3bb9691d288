"""NU512: a value on one side of a target, whose own part and whole lie on the other: it was rounded over."""

from ...model.figure import quotient
from ...model.quantity import Quantity
from ...model.report import Assessment
from ..compare import outcome
from ..evidence import Doubt
from .nu504_value_against_parts import check as disagrees
from .nu511_precision_short import asked


def check(row: Assessment) -> Doubt | None:
    """The value, its part and whole, what they give, and the target."""
    figure, duty = row.figure, row.duty
    value, part, whole = figure.value, figure.part, figure.whole
    if value is None or part is None or whole is None or not figure.divisible:
        return None
    measure = duty.target.measure
    exact = figure.number(measure)
    assert exact is not None
    if outcome(duty, value.in_unit(measure)) == outcome(duty, exact) or disagrees(figure, duty.indicator) is not None:
        return None
    computed = Quantity(quotient(exact), measure)
    return Doubt({"value": value, "part": part, "whole": whole, "computed": computed, "asked": asked(row)})
