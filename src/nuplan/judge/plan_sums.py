"""The plans below a plan added up against it, by cascade: sums, weighted means, and how many carry what each must carry."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from ..model.alignment import Alignment
from ..model.area import Area
from ..model.duty import duties
from ..model.library import Library
from ..model.plan import Plan
from ..model.rollup import Rollup
from ..model.subject import Subject
from .adding import Part, extremes, fill, unnamed
from .align import windows
from .compare import Bounds, settled
from .pairing import subjects
from .weights import weights_of


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
        row = Rollup(area=parent.area, period=None, target=subject)
        given = answers.get(subject.target.id, {})
        if cascade.as_ == "total":
            _sum(row, given, below, library)
        elif cascade.as_ in ("standard", "average"):
            _mean(row, given, below, library)
        else:
            _each(row, given, below, library)
        found.append(row)
    return found


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


def _known(row: Rollup, given: Mapping[str, Sequence[Alignment]], below: Sequence[Area]) -> dict[str, Part]:
    """The number of each area that has one; the others are missing, those too whose plans differ."""
    numbers = {area.id: _numbers(row.target, given.get(area.id, ())) for area in below}
    known = {area: Part(Bounds(number := found.pop(), number)) for area, found in numbers.items() if len(found) == 1}
    row.differing = tuple(area for area, found in numbers.items() if len(found) > 1)
    row.reported = tuple(known)
    row.missing = tuple(area.id for area in below if area.id not in known)
    return known


def _sum(row: Rollup, given: Mapping[str, Sequence[Alignment]], below: Sequence[Area], library: Library) -> None:
    """Amounts and counts."""
    known = _known(row, given, below)
    row.unknown = len(row.missing) + unnamed(below, row.area, library)
    fill(row, known, extremes(row.target.indicator, row.target.target.measure), None, 0)
    _settle(row)


def _mean(row: Rollup, given: Mapping[str, Sequence[Alignment]], below: Sequence[Area], library: Library) -> None:
    """Rates and levels, weighted by the denominators that the areas file knows."""
    known = _known(row, given, below)
    nameless = unnamed(below, row.area, library)
    row.unknown = len(row.missing) + nameless
    weights, row.weight = weights_of(row.target.indicator.aggregate.weight, below)
    parts = {area: part._replace(weight=weights.get(area)) for area, part in known.items()}
    fill(row, parts, extremes(row.target.indicator, row.target.target.measure), weights, nameless)
    _settle(row)


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
    nameless = 0 if isinstance(addressed, tuple) else unnamed(below, row.area, library)
    carried, lacking, missing = [], [], []
    for area in asked:
        verdicts = {pair.verdict for pair in given.get(area.id, ())}
        if verdicts & {"equal", "exceeds"}:
            carried.append(area.id)
        elif verdicts and not verdicts & {"unknown", "not_judged"}:
            lacking.append(area.id)
        else:
            missing.append(area.id)
    row.met, row.missed, row.unknown = len(carried), len(lacking), len(missing) + nameless
    row.reported, row.missing, row.lacking = (*carried, *lacking), tuple(missing), tuple(lacking)
    if row.missed:
        row.status = "missed"
    else:
        row.status, row.reason = ("undecided", "missing_areas") if row.unknown else ("met", None)
