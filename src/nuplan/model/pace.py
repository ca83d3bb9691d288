"""Pace (时序进度): how far along a duty is, against how much of its time has gone. A second axis, which never changes a status."""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from .ledger import Known

Pace = Literal["ahead", "on_track", "slightly_behind", "behind", "far_behind", "reversing", "lost", "not_assessable"]
PACES: tuple[Pace, ...] = ("lost", "reversing", "far_behind", "behind", "slightly_behind", "on_track", "ahead", "not_assessable")
"""The order in which a summary names them: what needs a person first."""
LAGGING: frozenset[Pace] = frozenset({"behind", "far_behind", "reversing", "lost"})
"""What `--fail-on behind` blocks."""
CUTS: tuple[tuple[Pace, Fraction], ...] = (
    ("ahead", Fraction(105, 100)),
    ("on_track", Fraction(95, 100)),
    ("slightly_behind", Fraction(90, 100)),
    ("behind", Fraction(60, 100)),
    ("far_behind", Fraction(0)),
)
"""The least ratio of each class; what is less than the last moves away."""
Method = Literal["mean_change", "mean_growth"]
"""How a mean a year is worked out: in points or units a year, or as compound growth (水平法)."""
ONE_DAY = timedelta(days=1)


def pace_of(ratio: Fraction) -> Pace:
    """The class of a pace ratio: the share done over the share of time gone."""
    return next((pace for pace, least in CUTS if ratio >= least), "reversing")


def better(one: Pace, other: Pace) -> Pace:
    """The better of two classes."""
    return max(one, other, key=PACES.index)


@lru_cache(maxsize=256)
def moment(day: date) -> Fraction:
    """The decimal year at the end of a day: 2023-12-31 is 2024, 2024-06-30 is 2024.5."""
    months = day.month - 1 + Fraction(day.day, monthrange(day.year, day.month)[1])
    return day.year + months / 12


class Reading(NamedTuple):
    """One reading of a mean or of a lead, where the words leave the method or the base year open.

    `so_far` is the mean a year since the end of `base`, or the lead of it; `needed` what the area's own series needs a year from now on.
    `openings` and `latest` are the values it was worked out from, the area's own before those of the area it is compared with.
    """

    by: Method
    base: int
    so_far: Fraction
    ratio: Fraction
    needed: Fraction | None
    openings: tuple[Known, ...]
    latest: tuple[Known, ...]


class Pacing(NamedTuple):
    """The pace of one row, and what it was worked out from; numbers in the target's unit, speeds a year.

    `reason` says why it is not assessable. `latest` is the value judged, `opening` the one progress is counted from. `elapsed` and `done`
    are shares of the time and of the task, `profile` the share that the area had usually done by this time of the year; `lead` is how many
    points the share done is ahead. `path` is where a straight line would be, `off_path` how far beyond it the value is (a shortfall is
    negative), `projection` where the observed speed leads.
    """

    pace: Pace
    reason: str | None = None
    flags: tuple[str, ...] = ()
    ratio: Fraction | None = None
    latest: Known | None = None
    opening: Known | None = None
    elapsed: Fraction | None = None
    done: Fraction | None = None
    profile: Fraction | None = None
    lead: Fraction | None = None
    path: Fraction | None = None
    off_path: Fraction | None = None
    needed: Fraction | None = None
    observed: Fraction | None = None
    projection: Fraction | None = None
    readings: tuple[Reading, ...] = ()


@lru_cache(maxsize=64)
def unpaced(reason: str) -> Pacing:
    """No pace, and why."""
    return Pacing("not_assessable", reason)


NOT_PACED = unpaced("at_due")
"""The pace of what is due: by then the status says it all."""
