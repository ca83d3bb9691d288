"""Means a year and leads over the area above: every reading that the words leave open, and what the years left need.

A mean has no straight path; the mean so far is held against the mean that is asked. Readings that differ settle nothing.
"""

from collections.abc import Iterator
from fractions import Fraction

from ...model.duty import Duty
from ...model.indicator import Derive, Indicator
from ...model.ledger import Known
from ...model.pace import ONE_DAY, Method, Pacing, Reading, pace_of, unpaced
from ..growth import bases, methods, still_needed, yearly
from .basis import Basis, eves, rounding_of


def pace_of_mean(basis: Basis) -> Pacing:
    """The pace of a mean growth or change a year, or of a lead of it."""
    duty = basis.duty
    derive, value = duty.indicator.derive, duty.target.value
    if derive is None or duty.target.mean is None or not methods(derive):
        return unpaced("no_path")
    if isinstance(value, tuple) or duty.wants != "more" or value <= 0:
        return unpaced("ceiling")
    series = basis.library.indicators[derive.from_]
    above = _above(basis) if derive.less is not None else None
    if derive.less is not None and above is None:
        return unpaced("no_reference")
    latest = _latest(basis, series, above)
    if isinstance(latest, str):
        return unpaced(latest)
    made = list(_readings(basis, derive, series, latest, above))
    if not made:
        return unpaced("no_reference" if above is not None and _alone(basis, derive, series, latest) else "no_baseline")
    paces = {pace_of(reading.ratio) for reading in made}
    if len(paces) > 1:
        return unpaced("readings_differ")._replace(readings=tuple(made), latest=latest[0])
    least = min(made, key=lambda reading: reading.ratio)
    flags = ["provisional"] if any(known.figure.quality != "final" for known in latest) else []
    if any(pace_of(ratio) not in paces for reading in made for ratio in _range(reading, series, duty)):
        flags.append("rounding_sensitive")
    return Pacing(paces.pop(), None, tuple(flags), least.ratio, latest[0], needed=least.needed, readings=tuple(made))


def _above(basis: Basis) -> str | None:
    """The province of an area; None of a province."""
    chain = basis.library.chain(basis.filing.area)
    return next((area.id for area in chain[1:] if area.level == "province"), None)


def _values(basis: Basis, area: str, series: Indicator) -> dict[tuple[int, str], Known]:
    """The annual values of a series by year and vintage, the most trusted of each; those of the filing itself before all."""
    found: dict[tuple[int, str], Known] = {}
    own = basis.filed(series) if area == basis.filing.area else None
    others = sorted(basis.known(area, series), key=lambda known: known.source != "submission")
    for known in [*([own] if own is not None else []), *others]:
        if known.figure.period.ends("annual") and known.figure.caliber is None:
            found.setdefault((known.day.year, known.vintage), known)
    return found


def _latest(basis: Basis, series: Indicator, above: str | None) -> tuple[Known, ...] | str:
    """The last year's values of the area and of the one above it; why there is none."""
    own = _values(basis, basis.filing.area, series)
    other = None if above is None else _values(basis, above, series)
    start = basis.duty.start or eves(basis.duty.plan)[1] + ONE_DAY
    years = [key for key in own if key[0] >= start.year and (other is None or key in other)]
    if not years:
        return "no_value" if other is None or not own else "no_reference"
    year = max(year for year, _ in years)
    last = next((key for key in years if key == (year, series.vintage(own[key].day))), max(years))
    return (own[last],) if other is None else (own[last], other[last])


def _bases(basis: Basis, derive: Derive, year: int) -> list[int]:
    if derive.base == "not_stated" and basis.duty.start is not None:
        return [basis.duty.start.year - 1]
    return bases(derive.base, basis.duty.plan.period.from_.year, year)


def _openings(basis: Basis, series: Indicator, latest: tuple[Known, ...], base: int, above: str | None) -> tuple[Known, ...] | None:
    key = (base, latest[0].vintage)
    areas = [basis.filing.area, *([above] if above is not None else [])]
    found = [_values(basis, area, series).get(key) for area in areas]
    values = tuple(known for known in found if known is not None)
    return values if len(values) == len(areas) else None


def _alone(basis: Basis, derive: Derive, series: Indicator, latest: tuple[Known, ...]) -> bool:
    """Whether the area has opening values of its own, so that those of the area above are what is missing."""
    years = _bases(basis, derive, latest[0].day.year)
    return any(_openings(basis, series, latest, base, None) is not None for base in years)


def _readings(basis: Basis, derive: Derive, series: Indicator, latest: tuple[Known, ...], above: str | None) -> Iterator[Reading]:
    """The readings whose values are known, by base year and then by method."""
    for base in _bases(basis, derive, latest[0].day.year):
        openings = _openings(basis, series, latest, base, above)
        if openings is None:
            continue
        for by in methods(derive):
            reading = _reading(basis, by, base, openings, latest, series)
            if reading is not None:
                yield reading


def _range(reading: Reading, series: Indicator, duty: Duty) -> list[Fraction]:
    """The least and the greatest ratio that rounding of the values allows."""
    assert not isinstance(duty.target.value, tuple)
    years = reading.latest[0].day.year - reading.base
    ends = []
    for sign in (-1, 1):
        means = []
        for opening, last, way in zip(reading.openings, reading.latest, (sign, -sign), strict=False):
            first = opening.number(series.measure) - way * rounding_of(opening, series)
            means.append(yearly(reading.by, first, last.number(series.measure) + way * rounding_of(last, series), years))
        ends.append((means[0] - (means[1] if len(means) > 1 else 0)) / Fraction(duty.target.value))
    return ends


def _reading(
    basis: Basis, by: Method, base: int, openings: tuple[Known, ...], latest: tuple[Known, ...], series: Indicator
) -> Reading | None:
    duty, unit = basis.duty, series.measure
    assert duty.due is not None
    firsts, lasts = ([known.number(unit) for known in side] for side in (openings, latest))
    if by == "mean_growth" and min(*firsts, *lasts) <= 0:
        return None
    years = latest[0].day.year - base
    means = [yearly(by, first, last, years) for first, last in zip(firsts, lasts, strict=True)]
    reference = means[1] if len(means) > 1 else Fraction(0)
    value = Fraction(duty.target.value) if not isinstance(duty.target.value, tuple) else Fraction(0)
    left = duty.due.year - latest[0].day.year
    needed = still_needed(by, reference + value, means[0], years, left) if left > 0 else None
    so_far = means[0] - reference
    return Reading(by, base, so_far, so_far / value, needed, openings, latest)
