"""Periods: a year, a quarter or a month. A period is its last day: 2025, 2025-Q4 and 2025-12 are one."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from .finding import Problem

Frequency = Literal["annual", "quarterly", "monthly"]
FIRST_YEAR, LAST_YEAR = 1949, 2099
FIVE_YEAR_PLANS = {"十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
"""The first year of each five-year plan."""
_FORM = re.compile(r"([0-9]{4})(?:-(?:Q([0-9])|([0-9]{2})))?")


class Period(NamedTuple):
    """A reporting period; flows count from 1 January of its year to its end."""

    text: str
    end: date

    @property
    def year(self) -> int:
        """The calendar year."""
        return self.end.year

    def ends(self, frequency: Frequency) -> bool:
        """Whether an indicator of this frequency has a figure for the period."""
        step = {"annual": 12, "quarterly": 3, "monthly": 1}[frequency]
        return self.end.month % step == 0


@lru_cache(maxsize=256)
def parse_period(text: str) -> Period:
    """2024, 2024-Q2 or 2024-06. Raises Problem NU015 for anything else."""
    match = _FORM.fullmatch(text)
    if match is None:
        raise Problem("NU015", text=text, why="form")
    year, quarter, month = (int(part) if part else None for part in match.groups())
    assert year is not None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Problem("NU015", text=text, why="year")
    if quarter is not None:
        if not 1 <= quarter <= 4:
            raise Problem("NU015", text=text, why="quarter")
        month = quarter * 3
    if month is None:
        month = 12
    if not 1 <= month <= 12:
        raise Problem("NU015", text=text, why="month")
    return Period(text, date(year, month, monthrange(year, month)[1]))
