"""Submissions added up against the plans of the area above (NU401, NU402), by cascade: sums, weighted means, and places counted."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import ceil, floor

from ..model.area import Area
from ..model.duty import Duty
from ..model.figure import Figure, Filing
from ..model.indicator import Indicator
from ..model.library import Library
from ..model.plan import Plan
from ..model.quantity import Quantity
from ..model.rollup import Added, Rollup, RollupStatus, Total, Weight, WeightSource
from ..model.subject import Subject
from ..model.unit import COUNT, NUMBER, UNITS, Unit
from .adding import Part, extremes, fill, unnamed
from .assess import Case, after, assess, case_of, dated, flow_bounds, mean_bounds
from .bearing import bears
from .compare import Bounds, settled
from .weights import weights_of

Doubtful = Callable[[Filing], frozenset[str]]
"""The indicators of a filing whose figure cannot be true."""


class Level:
    """The places below one area, and what they have filed for one period."""

    def __init__(self, area: str, filings: Sequence[Filing], library: Library, doubtful: Doubtful) -> None:
        self.area = area
        self.library = library
        self.below = sorted((other for other in library.areas.values() if other.parent == area), key=lambda other: other.code)
        self.filings = {filing.area: filing for filing in filings}
        self.doubtful = {filing.area: doubtful(filing) for filing in filings}
        self.period = filings[0].period
        self.nameless = unnamed(self.below, area, library)

    def case(self, duty: Duty, area: str) -> Case | None:
        """A duty looked up in the filing of a place; None where the place has filed nothing."""
        filing = self.filings.get(area)
        return None if filing is None else case_of(duty, filing, self.library, self.doubtful[area])


def roll_up(level: Level, plans: Sequence[Plan]) -> tuple[list[Rollup], int]:
    """A row for each duty of the plans that bears on the places below, and how many are left to the files of their last day."""
    rows: list[Rollup] = []
    left = 0
    for plan in plans:
        for duty in level.library.duties_of(plan):
            method = _method(duty)
            if method is None:
                continue
            row = _row(level, plan, duty, method)
            if row is None:
                left += 1
            else:
                rows.append(row)
    return rows, left


def totals(level: Level, asked: frozenset[str]) -> list[Total]:
    """What the figures come to that no row of the roll-up is about, each in its indicator's unit."""
    reported = dict.fromkeys(indicator for filing in level.filings.values() for indicator in filing.figures if indicator not in asked)
    indicators = (level.library.indicators[name] for name in reported)
    return [found[0] for indicator in indicators if (found := added_up(level, indicator, _exactly)) is not None]


def added_up(level: Level, indicator: Indicator, known: Callable[[Figure, Indicator], Bounds]) -> tuple[Total, dict[str, Figure]] | None:
    """What the figures of an indicator come to, each by what is `known` of its number, and which they are; None where none add up."""
    figures = _of_one_day({area: figure for area in level.filings if (figure := _usable(level, area, indicator)) is not None})
    if indicator.kind == "flow":
        figures = _of_one_start(figures)
    if indicator.aggregate.method == "none" or not figures:
        return None
    row = Total(area=level.area, period=level.period.text, indicator=indicator)
    bounds = {area: known(figure, indicator) for area, figure in figures.items()}
    _add(row, level, [area.id for area in level.below], level.nameless, indicator, indicator.measure, bounds, figures)
    return row, figures


def _exactly(figure: Figure, indicator: Indicator) -> Bounds:
    number = _number(figure, indicator.measure)
    return Bounds(number, number)


def _method(duty: Duty) -> str | None:
    """How a duty is added up: by its cascade or, where the plan does not say, by its indicator; None where it is not."""
    target, indicator = duty.target, duty.indicator
    if target.cascade is not None:
        return {"total": "sum", "standard": "mean", "average": "mean", "none": None}.get(target.cascade.as_, "each")
    if target.applies_to is not None:
        return "each"
    return {"sum": "sum", "weighted_mean": "mean"}.get(indicator.aggregate.method)


def _row(level: Level, plan: Plan, duty: Duty, method: str) -> Rollup | None:
    """One duty; None where it is left to the files of its last day."""
    addressed = duty.target.applies_to
    asked = [area for area in level.below if not isinstance(addressed, tuple) or area.id in addressed]
    nameless = 0 if isinstance(addressed, tuple) else level.nameless
    subject = Subject(plan, duty.target, duty.indicator, level.library)
    row = Rollup(area=level.area, period=level.period.text, target=subject, duty=duty)
    cases = {area.id: case for area in asked if (case := level.case(duty, area.id)) is not None and case.answers}
    if not cases and after(duty, level.period.end):
        return None
    figures = _of_one_day({area: case.figure for area, case in cases.items() if case.figure is not None and _decides(case)})
    answering = [*figures.values(), *(case.figure for case in cases.values() if case.figure is not None)]
    day = answering[0].period.end if answering else level.period.end
    row.at_due = duty.due is not None and day == duty.due
    if method == "each":
        _count(row, level, asked, nameless)
    elif duty.indicator.aggregate.method == "none":
        row.reported = tuple(figures)
        row.missing = tuple(area.id for area in asked if area.id not in figures)
        row.unknown = len(row.missing) + nameless
        row.status, row.reason, row.at_due = "undecided", "not_additive", False
        if not row.reported and not level.period.ends(duty.indicator.frequency):
            row.status, row.reason = _waiting(duty, level, None)
    else:
        bounds = {area: _bounds(cases[area], figure) for area, figure in figures.items()}
        areas = [area.id for area in asked if not _of_nothing(cases.get(area.id))]
        _add(row, level, areas, nameless, duty.indicator, duty.target.measure, bounds, figures, counted=method == "sum")
        _settle(row, level, day)
    return row


def _of_nothing(case: Case | None) -> bool:
    """Whether a place has none of what a share is about, so that it weighs nothing."""
    whole = None if case is None or case.figure is None else case.figure.whole
    return whole is not None and not whole.value


def _decides(case: Case) -> bool:
    """Whether the figure of a case can be added up: one that is readable, possible, no estimate, and of the whole that is meant."""
    duty, figure = case.duty, case.figure
    assert figure is not None
    estimate = not figure.period.ends(duty.indicator.frequency)
    other_part = duty.indicator.counts is None and figure.caliber != duty.target.scope
    return figure.readable and duty.indicator.id not in case.impossible and not estimate and not other_part


def _usable(level: Level, area: str, indicator: Indicator) -> Figure | None:
    """The figure of a place that can be added up where no target asks for it."""
    figure = level.filings[area].figures.get(indicator.id)
    if figure is None or not figure.reported or not figure.readable or figure.caliber is not None or indicator.id in level.doubtful[area]:
        return None
    return figure if figure.period.ends(indicator.frequency) else None


def _of_one_day(figures: Mapping[str, Figure]) -> dict[str, Figure]:
    """The figures of the latest day among them: those of different years are not added up."""
    latest = max((figure.period.end for figure in figures.values()), default=date.min)
    return {area: figure for area, figure in figures.items() if figure.period.end == latest}


def _of_one_start(figures: Mapping[str, Figure]) -> dict[str, Figure]:
    """The flows counted from the day that most are counted from, the latest of several: those of longer and shorter times do not add up."""
    starts = {area: figure.counted_from for area, figure in figures.items()}
    counted = Counter(starts.values())
    most = max(counted, key=lambda start: (counted[start], start), default=None)
    return {area: figure for area, figure in figures.items() if starts[area] == most}


def _number(figure: Figure, unit: Unit) -> Fraction:
    number = figure.number(unit)
    assert number is not None
    return number


def _bounds(case: Case, figure: Figure) -> Bounds:
    """What a figure says of the number that a duty asks for."""
    duty = case.duty
    number = _number(figure, duty.target.measure)
    places = case.library.places(case.filing.area, duty.indicator.counts)
    if duty.indicator.counts is not None and not figure.divisible:
        return _whole_places(duty, number, places)
    if duty.indicator.counts is not None and figure.part is not None and figure.whole is not None:
        told = figure.whole.in_unit(UNITS[""])
        if duty.target.scope is None and places is not None and 0 < told < places:
            part = figure.part.in_unit(UNITS[""])
            return Bounds(100 * part / places, 100 * (part + places - told) / places)
    if duty.target.mean is not None:
        return mean_bounds(duty, figure, number)
    if duty.target.sum is not None or (duty.year is not None and duty.indicator.kind == "flow"):
        return flow_bounds(duty, figure, number)
    return Bounds(number, number)


def _whole_places(duty: Duty, rate: Fraction, places: int | None) -> Bounds:
    """What a percentage without counts says of counted places: the numbers of them next to it; nothing where their number is unknown."""
    if places is None or duty.target.scope is not None:
        return extremes(duty.indicator, duty.target.measure)
    count = rate * places / 100
    return Bounds(Fraction(100 * floor(count), places), Fraction(100 * ceil(count), places))


def _add(
    row: Added,
    level: Level,
    asked: Sequence[str],
    nameless: int,
    indicator: Indicator,
    unit: Unit,
    bounds: Mapping[str, Bounds],
    figures: Mapping[str, Figure],
    *,
    counted: bool | None = None,
) -> None:
    """Fill in what the numbers of the places come to."""
    known = {area: bounds[area] for area in asked if area in bounds}
    row.reported = tuple(known)
    row.missing = tuple(area for area in asked if area not in known)
    row.unknown = len(row.missing) + nameless
    weights: dict[str, Fraction] | None = None
    if not (indicator.aggregate.method == "sum" if counted is None else counted):
        weights, row.weight = _weights(level, asked, indicator, figures)
    parts = {area: Part(found, (weights or {}).get(area)) for area, found in known.items()}
    fill(row, parts, extremes(indicator, unit), weights, nameless)


def _weights(
    level: Level, asked: Sequence[str], indicator: Indicator, figures: Mapping[str, Figure]
) -> tuple[dict[str, Fraction], Weight | None]:
    """The denominator of each place: the whole filed with its figure, else the figure it files of the denominator, else that of the
    areas file where that is it. Wholes count only in the dimension of the denominator or, where it is no indicator of its own, of most."""
    name = indicator.aggregate.weight
    filed, own = weights_of(name, level.below, level.period.end)
    denominator = None if name is None else level.library.indicators.get(name)
    wholes = {area: figure.whole for area, figure in figures.items() if figure.whole is not None and figure.whole.value}
    common = Counter(_dimension(whole.unit) for whole in wholes.values()).most_common(1)
    dimension = _dimension(denominator.measure) if denominator is not None else common[0][0] if common else None
    weights: dict[str, Fraction] = {}
    sources: dict[WeightSource, None] = {}
    for area in asked:
        whole, figure = wholes.get(area), figures.get(area)
        if own is not None and own.sources == ("places",) and area in filed:
            weights[area] = filed[area]
            sources["places"] = None
        elif whole is not None and _dimension(whole.unit) == dimension:
            weights[area] = whole.in_unit(_base(whole))
            sources["parts"] = None
        elif figure is not None and denominator is not None and (held := _held(level, area, denominator, figure)) is not None:
            weights[area] = held
            sources["submissions"] = None
        elif area in filed and own is not None:
            weights[area] = filed[area]
            sources[own.sources[0]] = None
    day = own.day if own is not None and "areas" in sources else None
    return weights, Weight(tuple(sources), name, day) if weights else None


def _dimension(unit: Unit) -> str:
    """The dimension of a unit; a bare number is a plain count."""
    return COUNT if unit.dimension == NUMBER else unit.dimension


def _base(quantity: Quantity) -> Unit:
    """The base unit of a quantity's dimension."""
    return quantity.unit._replace(factor=Fraction(1))


def _held(level: Level, area: str, denominator: Indicator, figure: Figure) -> Fraction | None:
    """The denominator that a place files as a figure of its own, of the same day, in base units."""
    held = _usable(level, area, denominator)
    if held is None or held.period.end != figure.period.end or held.value is None:
        return None
    return held.value.in_unit(_base(held.value))


def _settle(row: Rollup, level: Level, day: date) -> None:
    """The status that everything within the bounds gives."""
    duty = row.duty
    assert duty is not None
    if not row.reported:
        row.status, row.reason = _waiting(duty, level, row.reason)
        return
    result = settled(duty, Bounds(row.low, row.high))
    if result is None:
        row.status, row.reason = "undecided", row.reason or ("missing_areas" if row.unknown else "series")
    elif duty.target.basic and result != "met":
        row.status, row.reason = "undecided", "basic"
    else:
        row.status, row.reason, row.flags = dated(duty, day, result)


def _waiting(duty: Duty, level: Level, reason: str | None) -> tuple[RollupStatus, str | None]:
    """The status where no place has a figure that could be added up."""
    if _before(duty, level):
        return "not_due", "before_window"
    frequency = duty.indicator.frequency
    return ("undecided", reason or "missing_areas") if level.period.ends(frequency) else ("pending", frequency)


def _before(duty: Duty, level: Level) -> bool:
    """Whether the time that a duty is about has not begun."""
    return duty.start is not None and level.period.end < duty.start


def _count(row: Rollup, level: Level, asked: Sequence[Area], nameless: int) -> None:
    """How many of the places asked reach the target each by itself."""
    duty = row.duty
    assert duty is not None
    found: dict[str, str] = {}
    for area in asked:
        filing = level.filings.get(area.id)
        if filing is None or not (bears(duty.target, area) or duty.target.cascade is None):
            continue
        assessment = assess(duty, filing, level.library, level.doubtful[area.id])
        if assessment is not None and (assessment.figure.reported or assessment.status == "pending"):
            found[area.id] = assessment.status
    kinds = list(found.values())
    row.reported = tuple(area for area, status in found.items() if status != "pending")
    row.missing = tuple(area.id for area in asked if area.id not in row.reported)
    row.lacking = tuple(area for area, status in found.items() if status == "missed")
    row.open = tuple(area for area, status in found.items() if status == "undecided")
    row.met, row.missed = kinds.count("met") + kinds.count("within_about"), kinds.count("missed")
    row.unknown = len(asked) + nameless - row.met - row.missed
    if row.missed:
        row.status = "missed"
    elif not row.reported:
        row.status, row.reason = _waiting(duty, level, None)
    elif "not_due" in kinds or _before(duty, level):
        row.status = "not_due"
    elif row.unknown:
        row.status, row.reason = "undecided", "missing_areas"
    else:
        row.status = "within_about" if "within_about" in kinds else "met"
        row.flags = () if row.at_due else ("early",)
