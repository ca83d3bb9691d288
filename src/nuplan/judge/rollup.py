"""The plans below a plan added up against it, by cascade: sums, weighted means, and how many carry what each must carry.

What is missing gives bounds, never a guess; no mean is estimated from less than 80 % of the weight.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from ..model.alignment import Alignment
from ..model.area import Area
from ..model.duty import duties
from ..model.library import Library
from ..model.plan import Plan
from ..model.rollup import Rollup
from ..model.subject import Subject
from .align import windows
from .compare import Bounds, settled
from .pairing import subjects

LEAST_COVERED = 80
"""Per cent of the weight below which no mean is estimated."""


def add_up(parent: Plan, pairs: Sequence[Alignment], library: Library) -> list[Rollup]:
    """One row for each target of the parent that bears on the areas below, from the pairs that the plans of these areas make with it."""
    below = sorted((area for area in library.areas.values() if area.parent == parent.area), key=lambda area: area.code)
    answers: dict[str, dict[str, list[Alignment]]] = {}
    for pair in pairs:
        if pair.parent is not None and pair.parent_plan.id == parent.id:
            answers.setdefault(pair.parent.target.id, {}).setdefault(pair.area, []).append(pair)
    found = []
    for subject in subjects(parent, library):
        cascade = subject.target.cascade
        if cascade is None or cascade.as_ == "none" or not below:
            continue
        row = Rollup(parent.area, None, subject)
        given = answers.get(subject.target.id, {})
        if cascade.as_ == "total":
            _sum(row, given, below, library)
        elif cascade.as_ in ("standard", "average"):
            _mean(row, given, below, library)
        else:
            _each(row, given, below, library)
        found.append(row)
    return found


def _unnamed(below: Sequence[Area], parent: str, library: Library) -> int:
    """How many areas below the library counts and does not name."""
    counted = library.areas[parent].counties or 0
    return max(counted - len(below), 0) if below[0].level == "county" else 0


def _numbers(subject: Subject, pairs: Sequence[Alignment]) -> set[Fraction]:
    """The numbers an area's plans set for the target's time, in its unit."""
    return {
        max(pair.child.target.numbers) / subject.target.measure.factor
        for pair in pairs
        if pair.child is not None
        and subject.target.same_year(pair.child.target)
        and windows(subject.target, pair.child.target) != "differ"
        and not isinstance(pair.child.target.value, tuple)
    }


def _known(row: Rollup, given: Mapping[str, Sequence[Alignment]], below: Sequence[Area]) -> dict[str, Fraction]:
    """The number of each area that has one; the others are missing, those too whose plans differ."""
    numbers = {area.id: _numbers(row.target, given.get(area.id, ())) for area in below}
    known = {area: found.pop() for area, found in numbers.items() if len(found) == 1}
    row.differing = tuple(area for area, found in numbers.items() if len(found) > 1)
    row.reported = tuple(known)
    row.missing = tuple(area.id for area in below if area.id not in known)
    return known


def _sum(row: Rollup, given: Mapping[str, Sequence[Alignment]], below: Sequence[Area], library: Library) -> None:
    """Amounts and counts: the sum of what is known, and at least that where some are missing and none can be negative."""
    known = _known(row, given, below)
    summed = sum(known.values(), Fraction(0))
    row.unknown = len(row.missing) + _unnamed(below, row.area, library)
    least, _ = _extremes(row.target)
    row.low = None if least is None and row.unknown else summed + row.unknown * (least or 0)
    if not row.unknown:
        row.point = row.high = row.low
    _settle(row)
    value = row.target.target.value
    if row.unknown and not isinstance(value, tuple) and row.target.target.op in ("ge", "gt", "about"):
        row.needed = max(Fraction(value) - summed, Fraction(0))


def _mean(row: Rollup, given: Mapping[str, Sequence[Alignment]], below: Sequence[Area], library: Library) -> None:
    """Rates and levels: the mean weighted by the indicator's own denominator, where that is known of every area, else the extremes."""
    known = _known(row, given, below)
    unnamed = _unnamed(below, row.area, library)
    row.unknown = len(row.missing) + unnamed
    least, most = _extremes(row.target)
    weights = None if unnamed else _weights(row.target.indicator.aggregate.weight, below)
    if weights is not None:
        whole = sum(weights.values(), Fraction(0))
        covered = sum((weights[area] for area in known), Fraction(0))
        summed = sum((weights[area] * number for area, number in known.items()), Fraction(0))
        row.low = None if least is None and row.missing else (summed + (whole - covered) * (least or 0)) / whole
        row.high = None if most is None and row.missing else (summed + (whole - covered) * (most or 0)) / whole
        row.covered = 100 * covered / whole
        row.point = summed / covered if covered and row.covered >= LEAST_COVERED else None
        value = row.target.target.value
        if row.missing and not isinstance(value, tuple):
            row.needed = (Fraction(value) * whole - summed) / (whole - covered)
    else:
        row.reason = "weights"
        ends = list(known.values())
        row.low = None if row.unknown and least is None else min([*ends, *([least] if row.unknown and least is not None else [])])
        row.high = None if row.unknown and most is None else max([*ends, *([most] if row.unknown and most is not None else [])])
        row.point = row.low if row.low == row.high else None
    _settle(row)


def _extremes(subject: Subject) -> tuple[Fraction | None, Fraction | None]:
    """The least and the most that a figure of the indicator can be, in the target's unit."""
    indicator = subject.indicator
    scale = indicator.measure.factor / subject.target.measure.factor
    least, most = (None if end is None else Fraction(end) * scale for end in (indicator.range.min, indicator.range.max))
    return least, most


def _weights(weight: str | None, below: Sequence[Area]) -> dict[str, Fraction] | None:
    """The denominator of each area, where the areas file knows it: resident population at one date, counties, or the areas themselves."""
    if weight == "cities" and below[0].level == "city":
        return {area.id: Fraction(1) for area in below}
    if weight == "counties" and all(area.counties is not None for area in below):
        return {area.id: Fraction(area.counties or 0) for area in below}
    if weight == "resident_population":
        dates = set.intersection(*({entry.date for entry in area.population} for area in below))
        if dates:
            latest = max(dates)
            return {area.id: Fraction(entry.value) for area in below for entry in area.population if entry.date == latest}
    return None


def _settle(row: Rollup) -> None:
    """The outcome that everything within the bounds gives."""
    subject = row.target
    duty = duties(subject.plan, subject.target, subject.indicator)[0]
    row.status = settled(duty, Bounds(row.low, row.high)) or "undecided"
    if row.status == "undecided" and row.reason is None:
        row.reason = "missing_areas"


def _each(row: Rollup, given: Mapping[str, Sequence[Alignment]], below: Sequence[Area], library: Library) -> None:
    """What each must carry: k of n, unknown where an area has no plan, or a copy of one that does not say."""
    addressed = row.target.target.applies_to
    asked = [area for area in below if not isinstance(addressed, tuple) or area.id in addressed]
    unnamed = 0 if isinstance(addressed, tuple) else _unnamed(below, row.area, library)
    carried, lacking, missing = [], [], []
    for area in asked:
        verdicts = {pair.verdict for pair in given.get(area.id, ())}
        if verdicts & {"equal", "exceeds"}:
            carried.append(area.id)
        elif verdicts and not verdicts & {"unknown", "not_judged"}:
            lacking.append(area.id)
        else:
            missing.append(area.id)
    row.met, row.missed, row.unknown = len(carried), len(lacking), len(missing) + unnamed
    row.reported, row.missing = (*carried, *lacking), tuple(missing)
    if row.missed:
        row.status = "missed"
    else:
        row.status, row.reason = ("undecided", "missing_areas") if row.unknown else ("met", None)
