"""Numbers of areas added up: sums, and means weighted by the indicator's own denominator.

What is missing gives bounds, the least and the most that is possible, never a guess; no mean is estimated from less than 80 % of the
weight.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from ..model.area import Area
from ..model.indicator import Indicator
from ..model.library import Library
from ..model.rollup import Added, Rollup
from ..model.unit import Unit
from .compare import Bounds

LEAST_COVERED = 80
"""Per cent of the weight below which no mean is estimated."""


class Part(NamedTuple):
    """What one area brings: its number, or the bounds of it, and its weight, None where that is not known."""

    bounds: Bounds
    weight: Fraction | None = None


def extremes(indicator: Indicator, unit: Unit) -> Bounds:
    """The least and the most that a figure of the indicator can be, in a unit."""
    scale = indicator.measure.factor / unit.factor
    least, most = (None if end is None else Fraction(end) * scale for end in (indicator.range.min, indicator.range.max))
    return Bounds(least, most)


def unnamed(below: Sequence[Area], parent: str, library: Library) -> int:
    """How many areas below the library counts and does not name."""
    counted = library.areas[parent].counties or 0
    return max(counted - len(below), 0) if below[0].level == "county" else 0


def fill(row: Added, parts: Mapping[str, Part], ends: Bounds, weights: Mapping[str, Fraction] | None, nameless: int) -> None:
    """Fill in the sum of the parts or, with `weights`, their mean; where a target asks for it, what the missing would have to bring."""
    if weights is None:
        add_sum(row, parts, ends)
    else:
        add_mean(row, parts, ends, weights, nameless)
    value = row.target.target.value if isinstance(row, Rollup) else ()
    if isinstance(value, tuple):
        return
    if weights is not None:
        row.needed = needed_mean(row, parts, weights, Fraction(value))
    elif isinstance(row, Rollup) and row.target.target.op in ("ge", "gt", "about"):
        row.needed = still_needed(row, parts, Fraction(value))


def add_sum(row: Added, parts: Mapping[str, Part], ends: Bounds) -> None:
    """Amounts and counts: the sum of what is known, and at least that where some are missing and none can be negative."""
    known = [part.bounds for part in parts.values()]
    every = [*known, *([ends] * row.unknown)]
    row.low = _sum([bounds.low for bounds in every])
    row.high = _sum([bounds.high for bounds in every])
    row.point = row.low if row.low == row.high else None


def still_needed(row: Added, parts: Mapping[str, Part], value: Fraction) -> Fraction | None:
    """What the missing would have to bring together so that a sum reaches a value; None where what is there is not known itself."""
    summed = _sum([part.bounds.point for part in parts.values()])
    return None if summed is None or not row.unknown else max(value - summed, Fraction(0))


def add_mean(row: Added, parts: Mapping[str, Part], ends: Bounds, weights: Mapping[str, Fraction], nameless: int) -> None:
    """Rates and levels: the mean weighted by each area's denominator.

    `weights` are those of the missing areas that are known. Where any is not known, the mean lies between the extremes of those areas and
    what the others come to, and no number is given for it.
    """
    every = [*parts.values(), *(Part(ends, weights.get(area)) for area in row.missing), *([Part(ends)] * nameless)]
    open_ = [part for part in every if part.weight is None]
    weighted = [(part.bounds, part.weight) for part in every if part.weight is not None]
    whole = sum((weight for _, weight in weighted), Fraction(0))
    points = [(bounds.point, weight) for bounds, weight in weighted if bounds.point is not None]
    numbers = [number for part in parts.values() if (number := part.bounds.point) is not None]
    row.plain_mean = sum(numbers, Fraction(0)) / len(numbers) if numbers else None
    lows, highs = ([part.bounds.low for part in open_], [part.bounds.high for part in open_])
    if whole:
        lows.append(_mean([(bounds.low, weight) for bounds, weight in weighted]))
        highs.append(_mean([(bounds.high, weight) for bounds, weight in weighted]))
    known_lows, known_highs = ([end for end in side if end is not None] for side in (lows, highs))
    row.low = min(known_lows) if known_lows and len(known_lows) == len(lows) else None
    row.high = max(known_highs) if known_highs and len(known_highs) == len(highs) else None
    if open_ or not whole:
        row.reason = "weights"
        row.point = row.low if row.low == row.high else None
        return
    covered = sum((weight for number, weight in points), Fraction(0))
    row.covered = 100 * covered / whole
    if covered and row.covered >= LEAST_COVERED:
        row.point = sum((number * weight for number, weight in points), Fraction(0)) / covered


def needed_mean(row: Added, parts: Mapping[str, Part], weights: Mapping[str, Fraction], value: Fraction) -> Fraction | None:
    """The mean that the missing would have to reach together so that the mean of all is a value."""
    known = [(part.bounds.point, part.weight) for part in parts.values()]
    if row.covered is None or any(number is None or weight is None for number, weight in known):
        return None
    rest = sum((weights[area] for area in row.missing), Fraction(0))
    if not rest:
        return None
    held = [(number, weight) for number, weight in known if number is not None and weight is not None]
    whole = rest + sum((weight for _, weight in held), Fraction(0))
    return (value * whole - sum((number * weight for number, weight in held), Fraction(0))) / rest


def _sum(ends: Sequence[Fraction | None]) -> Fraction | None:
    known = [end for end in ends if end is not None]
    return sum(known, Fraction(0)) if len(known) == len(ends) else None


def _mean(ends: Sequence[tuple[Fraction | None, Fraction]]) -> Fraction | None:
    known = [(end, weight) for end, weight in ends if end is not None]
    if len(known) < len(ends):
        return None
    return sum((end * weight for end, weight in known), Fraction(0)) / sum((weight for _, weight in known), Fraction(0))
