"""NU505: a submission that says an indicator does not apply to it; only the reviewer's waiver can say so."""

from typing import Any

from ...model.figure import Figure
from ...model.indicator import Indicator


def check(figure: Figure, indicator: Indicator) -> dict[str, Any] | None:
    """No values beside the indicator."""
    return {} if figure.missing == "not_applicable" else None
