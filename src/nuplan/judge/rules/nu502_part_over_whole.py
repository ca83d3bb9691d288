"""NU502: a part larger than its whole, or a negative one."""

from typing import Any

from ...model.figure import Figure
from ...model.indicator import Indicator


def check(figure: Figure, indicator: Indicator) -> dict[str, Any] | None:
    """Part and whole as filed."""
    part, whole = figure.part, figure.whole
    if part is None or whole is None:
        return None
    if part.value < 0 or whole.value < 0:
        return {"part": part, "whole": whole, "why": "negative"}
    held = part.value if part.unit is whole.unit else part.in_unit(whole.unit)
    over = whole.value > 0 and held > whole.value
    return {"part": part, "whole": whole, "why": "over"} if over else None
