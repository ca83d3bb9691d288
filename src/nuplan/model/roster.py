"""Rosters: which of the places below an area have reported for a period, and how."""

from datetime import date
from typing import Literal, NamedTuple

from .period import Period

State = Literal["missing", "other_period", "filed", "merged", "doubled", "resubmitted", "late", "undated"]
"""`merged`: several files that do not overlap, one a department; `doubled`: one repeats another; `resubmitted`: with changed values."""


class Change(NamedTuple):
    """A figure that two files give different values: what was reported first and what later, or in the order of the files."""

    indicator: str
    earlier: str
    later: str


class Entry(NamedTuple):
    """One place of a roster; `reported` is the last day its files give, `others` the periods it has reported for instead."""

    area: str
    states: tuple[State, ...]
    paths: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    reported: date | None = None
    others: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


class Roster(NamedTuple):
    """The places below one area and what each has reported for a period, in the order of their codes."""

    area: str
    period: Period
    due: date | None
    entries: tuple[Entry, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The places that have not reported."""
        return tuple(entry.area for entry in self.entries if "missing" in entry.states)
