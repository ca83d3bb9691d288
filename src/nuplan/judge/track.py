"""The ledger (台账) of an area: what is known of its indicators, period by period, against each target that bears on it."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from fractions import Fraction

from ..model.duty import Duty
from ..model.figure import Filing
from ..model.indicator import Indicator
from ..model.ledger import Known, Ledger
from ..model.library import Library
from ..model.pace import ONE_DAY, moment
from ..model.subject import Subject
from ..model.track import Step, Track
from ..model.unit import Unit
from .assess import assess, within
from .bearing import duties_on, plans_in_force
from .pace import Pacer


def track(
    area: str, indicators: Collection[str], ledger: Ledger, library: Library, *, plans: Collection[str] = (), allow_tier_c: bool = False
) -> Iterator[Track]:
    """A track for each target that bears on the area and asks for one of the indicators in a period that something is known of.

    In the order of the plans, the area's own first; without `plans` those of the area and of the areas above it.
    """
    pacer = Pacer(library, ledger, allow_tier_c=allow_tier_c)
    for plan in plans_in_force(area, (), library, plans or tuple(library.plans)):
        grouped: dict[str, list[Duty]] = {}
        for duty in duties_on(library.areas[area], plan, library):
            addressed = not isinstance(duty.target.applies_to, tuple) or area in duty.target.applies_to
            if addressed and duty.indicator.id in indicators:
                grouped.setdefault(duty.target.id, []).append(duty)
        for duties in grouped.values():
            values = _values(area, duties[0], ledger, allow_tier_c)
            if any(within(duty, known.day) for duty in duties for known in values):
                subject = Subject(plan, duties[0].target, duties[0].indicator, library)
                yield Track(area, subject, tuple(_steps(area, duties, values, library, pacer)))


def _values(area: str, duty: Duty, ledger: Ledger, allow_tier_c: bool) -> list[Known]:
    """What is known of what a target is about, a value a day."""
    found: dict[date, Known] = {}
    for known in ledger.of(area, duty.indicator.id):
        of_all = duty.indicator.counts is not None or known.figure.caliber == duty.target.scope
        if of_all and (known.tier != "C" or allow_tier_c):
            found.setdefault(known.day, known)
    return list(found.values())


def _steps(area: str, duties: Sequence[Duty], values: Sequence[Known], library: Library, pacer: Pacer) -> Iterator[Step]:
    unit = duties[0].target.measure
    for index, known in enumerate(values):
        earlier = values[:index]
        duty = next((duty for duty in duties if within(duty, known.day)), None)
        row = None
        if duty is not None:
            figure = known.figure._replace(of=None)
            filing = Filing(figure.location.path, area, figure.period, {figure.indicator: figure}, figure.location)
            row = assess(duty, filing, library)
            if row is not None:
                row.pacing = pacer.of(row, filing, known)
        completion = None if duty is None or row is None else _completion(duty, known)
        changes = (_change(known, earlier, duties[0].indicator, unit), _yearly(known, earlier, duties[0].indicator, unit))
        yield Step(known, *changes, completion, row)


def _comparable(known: Known, other: Known) -> bool:
    return known.vintage == other.vintage and known.figure.caliber == other.figure.caliber


def _change(known: Known, earlier: Sequence[Known], indicator: Indicator, unit: Unit) -> Fraction | None:
    """The change on the last period; of a flow what came about since then, all of it in the first period of what it is counted from."""
    before = [other for other in earlier if _comparable(known, other)]
    if indicator.kind != "flow":
        return known.number(unit) - before[-1].number(unit) if before else None
    start = known.figure.counted_from
    same = [other for other in before if other.figure.counted_from == start]
    return known.number(unit) - (same[-1].number(unit) if same else 0)


def _yearly(known: Known, earlier: Sequence[Known], indicator: Indicator, unit: Unit) -> Fraction | None:
    """The change on the same period of the year before."""
    wanted = (known.day.year - 1, known.day.month)
    other = next((other for other in earlier if (other.day.year, other.day.month) == wanted and _comparable(known, other)), None)
    if other is None or (indicator.kind == "flow" and (known.figure.since is not None or other.figure.since is not None)):
        return None
    now, before = known.number(unit), other.number(unit)
    if indicator.kind in ("share", "growth"):
        return now - before
    return 100 * (now / before - 1) if before > 0 else None


def _completion(duty: Duty, known: Known) -> Fraction | None:
    """Per cent of the target; of a sum only where the figure is counted from its start."""
    target, number = duty.target, known.number(duty.target.measure)
    if isinstance(target.value, tuple) or duty.indicator.kind == "growth":
        return None
    if duty.indicator.kind == "flow" and known.figure.counted_from != duty.start:
        return None
    value = Fraction(target.value)
    if target.mean is not None and duty.start is not None and duty.due is not None:
        value *= moment(duty.due) - moment(duty.start - ONE_DAY)
    if duty.wants == "more":
        return 100 * number / value if value > 0 else None
    return 100 * value / number if duty.wants == "less" and number > 0 else None
