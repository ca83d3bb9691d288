"""The status of a duty in the light of a filing: the first rule that holds, in the order of the table of statuses."""

from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from ..model.duty import Duty
from ..model.figure import Figure, Filing, quotient
from ..model.finding import Location
from ..model.library import Library
from ..model.period import Period
from ..model.report import Assessment, Status
from ..model.unit import PERCENT, UNITS
from .compare import Bounds, Outcome, gap, outcome, rounded_outcome, settled

PLAIN = UNITS[""]
Dated = Outcome | Literal["not_due"]


class Case(NamedTuple):
    """One duty, the filing it is looked up in, and the figure that answers it, if one does, with its number in the target's unit."""

    duty: Duty
    filing: Filing
    library: Library
    impossible: frozenset[str]
    figure: Figure | None
    answers: bool
    number: Fraction | None = None

    @property
    def period(self) -> Period:
        """The period the duty is judged at."""
        return self.figure.period if self.answers and self.figure is not None else self.filing.period


def case_of(duty: Duty, filing: Filing, library: Library, impossible: frozenset[str]) -> Case:
    """A duty looked up in a filing."""
    figure = filing.figures.get(duty.indicator.id)
    answers = figure is not None and figure.reported and _answers(duty, figure, filing)
    number = figure.number(duty.target.measure) if answers and figure is not None else None
    return Case(duty, filing, library, impossible, figure, answers, number)


def assess(duty: Duty, filing: Filing, library: Library, impossible: frozenset[str] = frozenset()) -> Assessment | None:
    """The assessment of a duty; None where it is left to the file of its last day.

    `impossible` names the indicators whose figure cannot be true, so that nothing is decided by it.
    """
    case = case_of(duty, filing, library, impossible)
    figure, answers = case.figure, case.answers
    if not answers and after(duty, filing.period.end):
        return None
    status, reason, flags, bounds = _status(case)
    at_due = duty.due is not None and case.period.end == duty.due
    shown = figure if figure is not None and (answers or not figure.reported) else _absent(filing.place, filing.period)
    row = Assessment(filing.area, filing.period.text, duty, shown, status, reason, flags=flags, at_due=at_due)
    if bounds is not None and (bounds.point is not None or status != "undecided"):
        _measure(row, case, bounds.point)
    return row


@lru_cache(maxsize=1)
def _absent(place: Location, period: Period) -> Figure:
    """What stands for a figure where a filing has none: one for all its rows, which come one after the other."""
    return Figure("", place, period)


def _answers(duty: Duty, figure: Figure, filing: Filing) -> bool:
    """Whether a figure stands for the duty: one of a day inside its window.

    On the due date and after it, only the figure of that date does; before it, not one older than the last full year.
    """
    day = figure.period.end
    if duty.due is not None and filing.period.end >= duty.due:
        return day == duty.due
    return within(duty, day) and figure.period.year >= filing.period.year - 1


def within(duty: Duty, day: date) -> bool:
    """Whether a day lies in the window of a duty."""
    return (duty.start is None or duty.start <= day) and not after(duty, day)


def after(duty: Duty, day: date) -> bool:
    """Whether a day is past the due date."""
    return duty.due is not None and day > duty.due


def _status(case: Case) -> tuple[Status, str | None, tuple[str, ...], Bounds | None]:
    """Status, reason and flags, and what is known of the number where there is one that could be held against the target."""
    duty, figure = case.duty, case.figure
    if not case.answers and not within(duty, case.filing.period.end):
        return "not_due", "before_window", (), None
    if figure is not None and not figure.readable:
        return "undecided", "unreadable", (), None
    if (waiting := _waiting(case)) is not None:
        return *waiting, (), None
    if duty.indicator.id in case.impossible:
        return "undecided", "impossible", (), None
    bounds, reason = _known(case)
    result = settled(duty, bounds)
    if duty.indicator.derive is not None and duty.indicator.derive.open_reading:
        return "undecided", "reading_not_stated", (), bounds
    if result is None:
        return "undecided", reason, (), bounds
    if duty.target.basic and result != "met":
        return "undecided", "basic", (), bounds
    return *dated(duty, case.period.end, result), bounds


def _waiting(case: Case) -> tuple[Status, str] | None:
    """Pending and not reported: no figure, or one that can only be an estimate."""
    duty, figure = case.duty, case.figure
    frequency = duty.indicator.frequency
    if case.answers and figure is not None:
        return None if figure.period.ends(frequency) else ("pending", "estimate")
    if not case.filing.period.ends(frequency):
        return "pending", frequency
    if duty.indicator.derive is not None and duty.indicator.derive.less is not None and (figure is None or figure.missing is None):
        return "undecided", "series"
    if figure is not None and figure.missing == "pending" and frequency == "annual":
        return "pending", "awaiting"
    return "not_reported", (figure.missing if figure is not None else None) or "absent"


def _known(case: Case) -> tuple[Bounds, str | None]:
    """What the figure says of the number the duty asks for, and the reason where that is not the number itself."""
    duty, figure, number = case.duty, case.figure, case.number
    assert figure is not None
    assert number is not None
    if isinstance(duty.target.applies_to, tuple) and case.filing.area not in duty.target.applies_to:
        return Bounds(None, None), "named"
    if _of_each_place(case):
        return Bounds(None, None), "each_place"
    if duty.indicator.counts is None and figure.caliber != duty.target.scope:
        return Bounds(None, None), "caliber" if duty.target.scope is None else "scope"
    if duty.indicator.counts is not None:
        return _counted(case, figure, number)
    if duty.target.mean is not None:
        return mean_bounds(duty, figure, number), "series"
    if duty.target.sum is not None or (duty.year is not None and duty.indicator.kind == "flow"):
        return flow_bounds(duty, figure, number), "start_not_stated" if duty.start is None else "series"
    return Bounds(number, number), None


def _of_each_place(case: Case) -> bool:
    """Whether the number is asked of each place below, of which the area's own figure says nothing; a whole share says it of all."""
    target, indicator = case.duty.target, case.duty.indicator
    places = {"each_city": "city", "each_county": "county"}
    level = places.get(target.applies_to) if isinstance(target.applies_to, str) else None
    whole = target.value == 100 and target.measure.dimension == PERCENT
    return level is not None and not whole and indicator.counts is None and case.library.areas[case.filing.area].level != level


def _counted(case: Case, figure: Figure, number: Fraction) -> tuple[Bounds, str | None]:
    """A share of counted places: decided by part and whole, and only where the whole is all the places there are."""
    duty = case.duty
    if not figure.divisible or figure.whole is None:
        return (Bounds(number, number) if outcome(duty, number) == "missed" else Bounds(None, None)), "counts"
    places = case.library.places(case.filing.area, duty.indicator.counts)
    if duty.target.scope is None and places is not None and figure.whole.in_unit(PLAIN) < places:
        return Bounds(None, None), "places"
    return Bounds(number, number), None


def mean_bounds(duty: Duty, figure: Figure, number: Fraction) -> Bounds:
    """A yearly average: known where the indicator is one itself, or from a flow counted over the whole window."""
    derive = duty.indicator.derive
    if derive is not None and derive.by in ("mean_growth", "mean_change"):
        return Bounds(number, number)
    if duty.indicator.kind == "flow" and duty.start is not None and figure.since == duty.start and figure.period.end == duty.due:
        years = figure.period.year - duty.start.year + 1
        return Bounds(number / years, number / years)
    return Bounds(None, None)


def flow_bounds(duty: Duty, figure: Figure, number: Fraction) -> Bounds:
    """A flow counted from the window's start is the sum; from later, at least that; from earlier, at most that.

    A window whose start is not stated begins with its plan at the latest: what is counted from then on is at least part of it.
    """
    counted_from = figure.counted_from
    if duty.start is None:
        return Bounds(number if counted_from >= duty.plan.period.from_ else None, None)
    if counted_from == duty.start:
        return Bounds(number, number)
    return Bounds(number, None) if counted_from > duty.start else Bounds(None, number)


def dated(duty: Duty, day: date, result: Outcome) -> tuple[Dated, str | None, tuple[str, ...]]:
    """A settled outcome by the day its figures are of: the outcome itself on the due date, early before it, or not due."""
    if duty.due is not None and day == duty.due:
        return result, None, ()
    if duty.target.throughout is not None:
        return (result, "throughout", ()) if result == "missed" else ("not_due", None, ())
    if result == "met" and _can_be_early(duty):
        lasting = duty.indicator.kind == "flow" or duty.indicator.counts is not None
        return "met", None, ("early",) if lasting else ("early", "may_slip")
    return "not_due", None, ()


def _can_be_early(duty: Duty) -> bool:
    """What can be met before the due date: flows and sums that only grow, coverage, levels and shares that hold now."""
    kind = duty.indicator.kind
    if kind == "growth" or duty.target.mean is not None:
        return False
    if kind == "flow" or duty.target.sum is not None:
        return duty.target.op in ("ge", "gt")
    return True


def _measure(row: Assessment, case: Case, known: Fraction | None) -> None:
    """Fill in the number held against the target, the gap and the rounded verdict; an average stands for the sum it comes from."""
    duty, figure, number = case.duty, case.figure, case.number
    assert figure is not None
    assert number is not None
    if known is not None and known != number:
        number, row.compared = known, quotient(known)
    else:
        row.compared = figure.printed(number, duty.target.measure)
    row.gap = gap(duty, number)
    if row.status in ("met", "within_about", "missed") and row.at_due:
        row.status_rounded = row.status if duty.indicator.counts is not None else rounded_outcome(duty, number)
