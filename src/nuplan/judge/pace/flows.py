"""Flows: the year to date against the time of the year, and sums over a window.

A year runs evenly only on paper: new jobs are found early in it. So against q/4 a flow is at best on track, until three years of the area's
own profile are known.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from ...model.figure import Figure
from ...model.ledger import Known
from ...model.pace import ONE_DAY, Pace, Pacing, better, moment, pace_of, unpaced
from .basis import LOW_EVIDENCE, Basis, rounding

PROFILE_YEARS = 3
_PENDING = frozenset({"annual", "quarterly", "estimate"})
"""Why there is no figure of the year, where that lies in its statistic."""


def pace_of_year(basis: Basis) -> Pacing:
    """The pace of what is to come about within one calendar year."""
    row, duty = basis.row, basis.duty
    value = _wanted(basis)
    if value is None:
        return unpaced("ceiling")
    if duty.due is not None and basis.filing.period.year < duty.due.year:
        return unpaced("before_window")
    if row.status == "pending":
        return unpaced(row.reason if row.reason in _PENDING else "no_value")
    latest = basis.filed(duty.indicator)
    if latest is None or latest.figure.counted_from != date(latest.day.year, 1, 1) or latest.figure.caliber != duty.target.scope:
        return unpaced("series")
    elapsed = Fraction(latest.day.month, 12)
    profile = _profile(basis, latest.day)
    done = latest.number(duty.target.measure) / value
    usual = elapsed if profile is None else profile
    ratio = done / usual

    def judged(ratio: Fraction) -> Pace:
        pace = pace_of(ratio)
        if profile is None:
            return "on_track" if pace == "ahead" else pace
        return better(pace, "on_track") if ratio * usual >= 1 else pace

    flags = ("linear" if profile is None else "profile", *_flags(latest, rounding(latest, duty) / value / usual, ratio, judged))
    lead = 100 * (done - usual)
    return Pacing(judged(ratio), None, flags, ratio, latest, elapsed=elapsed, done=done, profile=profile, lead=lead)


def _flags(latest: Known, half: Fraction, ratio: Fraction, judged: Callable[[Fraction], Pace]) -> list[str]:
    """What is to be borne in mind: `half` is how far the ratio may be rounded either way."""
    flags = ["rounding_sensitive"] if judged(ratio - half) != judged(ratio + half) else []
    return [*flags, "provisional"] if latest.figure.quality != "final" else flags


def _wanted(basis: Basis) -> Fraction | None:
    """The number to be reached, where more is better and it is above zero."""
    target = basis.duty.target
    if isinstance(target.value, tuple) or basis.duty.wants != "more" or target.value <= 0:
        return None
    return Fraction(target.value)


def _profile(basis: Basis, day: date) -> Fraction | None:
    """The share of the year that the area had reached by this month, on the mean of the last years known; None of fewer than three."""
    indicator = basis.duty.indicator
    ends: dict[date, Fraction] = {}
    for known in basis.known(basis.filing.area, indicator):
        if known.figure.counted_from == date(known.day.year, 1, 1) and known.figure.caliber == basis.duty.target.scope:
            ends.setdefault(known.day, known.number(indicator.measure))
    shares = []
    for year in range(day.year - 1, day.year - 1 - 2 * PROFILE_YEARS, -1):
        part = next((number for end, number in ends.items() if (end.year, end.month) == (year, day.month)), None)
        whole = ends.get(date(year, 12, 31))
        if part is not None and whole is not None and whole > 0:
            shares.append(part / whole)
    if len(shares) < PROFILE_YEARS:
        return None
    mean = sum(shares[:PROFILE_YEARS], Fraction(0)) / PROFILE_YEARS
    return mean if mean > 0 else None


def pace_of_sum(basis: Basis) -> Pacing:
    """The pace of what is to come about over a window of several years, or in each of its years on the mean."""
    duty, value = basis.duty, _wanted(basis)
    if duty.start is None or duty.due is None:
        return unpaced("start_not_stated")
    if value is None:
        return unpaced("ceiling")
    latest = _latest(basis, duty.start)
    if latest is None:
        return unpaced("no_value" if basis.row.status == "pending" else "series")
    began, today, ends = moment(duty.start - ONE_DAY), moment(latest.day), moment(duty.due)
    whole = value * (ends - began if duty.target.mean is not None else 1)
    before, complete = _opening_balance(basis, latest.figure, duty.start)
    amount = latest.number(duty.target.measure) + before
    elapsed, done = (today - began) / (ends - began), amount / whole
    ratio = done / elapsed
    if not complete and pace_of(ratio) != "ahead":
        return unpaced("opening_balance")
    flags = _flags(latest, rounding(latest, duty) / whole / elapsed, ratio, pace_of)
    flags += [] if complete else ["at_least"]
    flags += ["low_evidence"] if elapsed < LOW_EVIDENCE else []
    path, speed = whole * elapsed, amount / (today - began)
    return Pacing(
        pace_of(ratio),
        None,
        tuple(flags),
        ratio,
        latest,
        elapsed=elapsed,
        done=done,
        lead=100 * (done - elapsed),
        path=path,
        off_path=amount - path,
        needed=max(whole - amount, Fraction(0)) / (ends - today),
        observed=speed,
        projection=amount + speed * (ends - today),
    )


def _latest(basis: Basis, start: date) -> Known | None:
    """The amount that was counted last: that of the filing, or where its statistic is pending the last one known."""
    duty = basis.duty

    def fits(known: Known) -> bool:
        return known.day >= start and known.figure.counted_from >= start and known.figure.caliber == duty.target.scope

    if basis.row.status == "pending":
        return basis.latest(basis.filing.area, duty.indicator, fits)
    latest = basis.filed(duty.indicator)
    return latest if latest is not None and fits(latest) else None


def _opening_balance(basis: Basis, figure: Figure, start: date) -> tuple[Fraction, bool]:
    """What had come about from the start of the window to the day before a figure is counted from, and whether it is all that had."""
    unit, indicator = basis.duty.target.measure, basis.duty.indicator
    began = figure.counted_from
    if began == start:
        return Fraction(0), True
    own = basis.submitted_baseline(figure, indicator)
    given = [*basis.known(basis.filing.area, indicator), *([own._replace(figure=own.figure._replace(since=start))] if own else [])]
    known = [one for one in given if one.figure.caliber == basis.duty.target.scope]
    for one in known:
        if one.day == began - ONE_DAY and one.figure.counted_from == start:
            return one.number(unit), True
    years: dict[int, Known] = {}
    for one in known:
        if (one.day.month, one.day.day) == (12, 31) and one.figure.counted_from == date(one.day.year, 1, 1):
            years.setdefault(one.day.year, one)
    wanted = range(start.year if (start.month, start.day) == (1, 1) else start.year + 1, began.year)
    whole = (start.month, start.day, began.month, began.day) == (1, 1, 1, 1) and years.keys() >= set(wanted)
    return sum((years[year].number(unit) for year in wanted if year in years), Fraction(0)), whole
