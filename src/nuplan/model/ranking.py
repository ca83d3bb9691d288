"""Rankings: areas in the order of one figure, only where one is asked for."""

from typing import NamedTuple

from .figure import Figure
from .indicator import Indicator


class Placed(NamedTuple):
    """An area and its place; areas of the same number share one."""

    place: int
    area: str
    figure: Figure


class Ranking(NamedTuple):
    """The areas by their figure of one period, the best first; `apart` are those without a figure that could be compared."""

    indicator: Indicator
    period: str
    placed: tuple[Placed, ...]
    apart: tuple[tuple[str, Figure | None], ...]
