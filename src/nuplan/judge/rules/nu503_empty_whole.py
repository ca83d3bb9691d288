"""NU503: a share of nothing: the whole is zero."""

from typing import Any

from ...model.figure import Figure
from ...model.indicator import Indicator


def check(figure: Figure, indicator: Indicator) -> dict[str, Any] | None:
    """Part and whole as filed."""
    if figure.part is not None and figure.whole is not None and figure.whole.value == 0:
        return {"part": figure.part, "whole": figure.whole}
    return None
