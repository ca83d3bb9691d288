"""The roll of the places below an area: who has reported for a period, who is late, doubled or missing (NU551 to NU555)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from ..model.figure import Filing
from ..model.finding import Finding, Location
from ..model.library import Library
from ..model.period import Period
from ..model.roster import Change, Entry, Roster, State


def call_roll(
    filings: Sequence[Filing], library: Library, place: str, *, due: date | None, as_of: date, above: str | None, least: int
) -> tuple[list[Roster], list[Finding]]:
    """A roster for each area above at least so many that have reported, or for `above`, and each of their periods; and what is found.

    Who is missing is an error once the day `due` is past; before it, and where no day is given, the roster alone says so. `place` stands
    for the whole of the submissions.
    """
    rosters: list[Roster] = []
    findings: list[Finding] = []
    for filing in filings if due is not None else ():
        findings += _timely(filing, due)
    for parent in _parents(filings, library, least) if above is None else [above]:
        below = sorted((area.id for area in library.areas.values() if area.parent == parent), key=lambda id_: library.areas[id_].code)
        given: dict[str, list[Filing]] = {area: [] for area in below}
        for filing in filings:
            if filing.area in given:
                given[filing.area].append(filing)
        periods = _periods([filing for own in given.values() for filing in own] or filings)
        rolled = frozenset(period.end for period in periods)
        for period in periods:
            entries = tuple(_entry(area, period, own, rolled, due) for area, own in given.items())
            roster = Roster(parent, period, due, entries)
            rosters.append(roster)
            findings += _of_roster(roster, given, library, place, as_of)
    return rosters, findings


def _timely(filing: Filing, due: date | None) -> list[Finding]:
    """Whether a submission was reported by the day it is due."""
    assert due is not None
    if filing.reported is None:
        return [Finding("NU553", filing.place, {"due": due}, filing.area, filing.period.text)]
    if filing.reported > due:
        return [Finding("NU552", filing.place, {"due": due, "reported": filing.reported}, filing.area, filing.period.text)]
    return []


def _parents(filings: Sequence[Filing], library: Library, least: int) -> list[str]:
    """The areas above those that have reported, where these are enough."""
    counted = Counter(library.areas[area].parent for area in {filing.area for filing in filings})
    found = [parent for parent, count in counted.items() if parent is not None and count >= least]
    return sorted(found, key=lambda parent: library.areas[parent].code)


def _periods(filings: Sequence[Filing]) -> list[Period]:
    """The periods that have a roster: the latest for which several have reported, and those with more than half as many as the fullest."""
    areas: dict[date, set[str]] = {}
    named: dict[date, Period] = {}
    for filing in filings:
        areas.setdefault(filing.period.end, set()).add(filing.area)
        named.setdefault(filing.period.end, filing.period)
    most = max(map(len, areas.values()), default=0)
    latest = max((end for end, given in areas.items() if len(given) > 1), default=None)
    return [named[end] for end in sorted(areas) if 2 * len(areas[end]) > most or end == latest]


def _entry(area: str, period: Period, own: Sequence[Filing], rolled: frozenset[date], due: date | None) -> Entry:
    """What one place has reported for a period; `rolled` are the last days of the periods that have a roster."""
    given = [filing for filing in own if filing.period.end == period.end]
    others = tuple(dict.fromkeys(filing.period.text for filing in own if filing.period.end not in rolled))
    if not given:
        return Entry(area, ("missing", "other_period") if others else ("missing",), others=others)
    given = [filing.unpack() for filing in given] if len(given) > 1 else given
    changes = _changes(given)
    states: list[State] = ["filed" if len(given) == 1 else "resubmitted" if changes else "doubled" if _repeated(given) else "merged"]
    dates = [filing.reported for filing in given]
    known = [day for day in dates if day is not None]
    if due is not None:
        states += ["late"] if any(day > due for day in known) else []
        states += ["undated"] if len(known) < len(dates) else []
    paths = tuple(dict.fromkeys(filing.path for filing in given))
    departments = tuple(dict.fromkeys(filing.department for filing in given if filing.department is not None))
    return Entry(area, tuple(states), paths, departments, max(known, default=None), others, changes)


def _changes(given: Sequence[Filing]) -> tuple[Change, ...]:
    """The figures to which the files of one place and period give different values."""
    dated = sorted(given, key=lambda filing: filing.reported or date.min)
    found: list[Change] = []
    for index, later in enumerate(dated):
        for earlier in dated[:index]:
            for indicator, figure in later.figures.items():
                other = earlier.figures.get(indicator)
                if other is not None and figure.reported and other.reported and not figure.agrees(other):
                    found.append(Change(indicator, other.written, figure.written))
    return tuple(found)


def _repeated(given: Sequence[Filing]) -> bool:
    """Whether a file says nothing that another has not said."""
    said = [{(key, figure.said) for key, figure in filing.figures.items() if figure.readable and figure.reported} for filing in given]
    return any(one and one <= other for index, one in enumerate(said) for at, other in enumerate(said) if index != at)


def _of_roster(roster: Roster, given: Mapping[str, Sequence[Filing]], library: Library, place: str, as_of: date) -> list[Finding]:
    """What of a roster is to be looked at: who is missing past the day due, who reported for another period, what is doubled."""
    findings: list[Finding] = []
    period = roster.period.text
    if roster.due is not None and as_of > roster.due:
        for area in roster.missing:
            values = {"name": library.areas[area].name, "due": roster.due, "period": period}
            findings.append(Finding("NU551", Location(place), values, area, period))
    for entry in roster.entries:
        if "doubled" in entry.states:
            one, *others = (filing for filing in given[entry.area] if filing.period.end == roster.period.end)
            related = tuple(filing.place for filing in others)
            values = {"name": library.areas[entry.area].name, "period": period}
            findings.append(Finding("NU555", one.place, values, entry.area, period, related=related))
        if "other_period" in entry.states:
            for filing in given[entry.area]:
                if filing.period.text in entry.others:
                    values = {"name": library.areas[entry.area].name, "period": period, "other": filing.period.text}
                    findings.append(Finding("NU554", filing.place, values, entry.area, filing.period.text))
    return findings
