"""The days that date words name: 到2025年, 2025年前, “十四五”期间, 每年, 三年时间, or the plan's own period.

2025年前 is read as before that year begins; 2025年底前 and 2025年年底前 as by its last day.
"""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from .numeral import numerals
from .period import FIVE_YEAR_PLANS
from .plan import Plan, Target
from .reading import read

_YEARS = re.compile(r"(?P<from>20[0-9]{2})年?[—–~至到-](?P<to>20[0-9]{2})年?")
_YEAR = re.compile(
    r"(?P<year>20[0-9]{2})年?(?:(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?|(?P<half>上半年)|(?P<before>前|以前|之前))?"
)
_SPELL = re.compile(r"[一二三四五六七八九十两0-9]+(?=年(?:时间|内|左右时间))")
_PERIOD = re.compile(r"规划期|方案期|计划期|期内")
_EACH = re.compile(r"每年|逐年|年度|各年|每一年")


class Dates(NamedTuple):
    """What date words name: last days, first days of windows, and whether each year is meant. Empty where they name no year."""

    ends: frozenset[date]
    starts: frozenset[date]
    each: bool


def dates_of(dated: str, plan: Plan) -> Dates:
    """The dates that the words of a target name, in the light of its plan."""
    if dated == "period":
        return Dates(frozenset({plan.period.to}), frozenset({plan.period.from_}), each=False)
    words = "" if dated == "not_stated" else read(dated)
    ends: set[date] = set()
    starts: set[date] = set()
    for name, first in FIVE_YEAR_PLANS.items():
        if name in words:
            starts.add(date(first, 1, 1))
            ends.add(date(first + 4, 12, 31))
    for match in _YEARS.finditer(words):
        starts.add(date(int(match["from"]), 1, 1))
        ends.add(date(int(match["to"]), 12, 31))
    if _PERIOD.search(words):
        starts.add(plan.period.from_)
        ends.add(plan.period.to)
    ends |= {_last_day(match) for match in _YEAR.finditer(_YEARS.sub("", words))}
    for match in _SPELL.finditer(words):
        (length,) = (numeral.value for numeral in numerals(match.group()))
        starts.add(plan.period.from_)
        ends.add(date(plan.period.from_.year + int(length or 0) - 1, 12, 31))
    return Dates(frozenset(ends), frozenset(starts), each=_EACH.search(words) is not None)


def _last_day(match: re.Match[str]) -> date:
    year = int(match["year"])
    if match["before"]:
        return date(year - 1, 12, 31)
    if match["half"]:
        return date(year, 6, 30)
    month = min(max(int(match["month"] or 12), 1), 12)
    last = monthrange(year, month)[1]
    return date(year, month, min(max(int(match["day"] or last), 1), last))


def misdated(target: Target, plan: Plan) -> dict[str, str] | None:
    """What of a time key is not what the date words name: the words, what stands in the key and what they name; None where it fits."""
    dates = dates_of(target.dated, plan)
    if target.each_year is not None:
        years = tuple(range(plan.period.from_.year, plan.period.to.year + 1))
        if not dates.each:
            return _offence(target, "each", ", ".join(map(str, target.each_year)))
        fits = target.each_year == years or bool(dates.ends)
        return None if fits else _offence(target, "years", ", ".join(map(str, target.each_year)), ", ".join(map(str, years)))
    span = target.span
    end = target.by if span is None else span.to
    if dates.each:
        return _offence(target, "not_each", target.form)
    if not isinstance(end, date):
        return None if target.dated == "not_stated" else _offence(target, "end", "not_stated", _days(dates.ends))
    if end not in dates.ends:
        return _offence(target, "end" if dates.ends else "nameless", end.isoformat(), _days(dates.ends))
    if span is not None and isinstance(span.from_, date) and span.from_ not in dates.starts:
        return _offence(target, "start", span.from_.isoformat(), _days(dates.starts) or "not_stated")
    return None


def _offence(target: Target, why: str, given: str, named: str = "") -> dict[str, str]:
    return {"dated": target.dated, "why": why, "given": given, "named": named or "–"}


def _days(days: frozenset[date]) -> str:
    return ", ".join(day.isoformat() for day in sorted(days))
