"""NU521: a value that is its target to the last digit. A hint, never a conclusion."""

from ...model.library import Library
from ...model.report import Assessment
from ..evidence import Doubt, is_all, is_small, significant
from .nu511_precision_short import asked


def check(row: Assessment, library: Library) -> Doubt | None:
    """The value and the target."""
    figure, target, review = row.figure, row.duty.target, library.review
    value = figure.value
    if value is None or review is None or figure.divisible or isinstance(target.value, tuple):
        return None
    same = value.value == target.value if value.unit is target.measure else value.in_unit(target.measure) == target.value
    if not same or is_all(value) or significant(value) < review.digits:
        return None
    measure = row.duty.indicator.measure
    if is_small(value.in_unit(measure), measure, review):
        return None
    return Doubt({"value": value, "asked": asked(row)})
