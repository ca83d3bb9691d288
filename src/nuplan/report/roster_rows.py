"""Rosters as rows and as lines: who has reported, when, with which files."""

from ..model.report import Report
from ..model.roster import Entry, Roster
from ..text import Words, safe
from .rows import Column, Row, Rows, Tone

_GOOD = frozenset({"filed", "merged"})


def roster_rows(report: Report, say: Words) -> list[Rows]:
    """A listing for each roster."""
    return [_rows(roster, report, say) for roster in report.rosters]


def roster_lines(report: Report, say: Words) -> list[str]:
    """How many have reported and who is missing, a line a roster."""
    return [_foot(roster, report, say) for roster in report.rosters]


def _rows(roster: Roster, report: Report, say: Words) -> Rows:
    columns = [
        Column("area", say("label.area"), 16),
        Column("status", say("roster.label.states"), 22),
        Column("reported", say("roster.label.reported"), 12),
        Column("files", say("roster.label.files"), 34, narrow=100, under="status"),
        Column("remark", say("roster.label.remark"), 34, narrow=140, under="status"),
    ]
    due = "" if roster.due is None else roster.due.isoformat()
    key = "roster.title" if roster.due is None else "roster.title_due"
    title = say(key, area=say.name(report.library.areas[roster.area]), period=roster.period.text, due=due)
    listing = Rows(title, columns)
    for entry in roster.entries:
        cells = {
            "area": say.name(report.library.areas[entry.area]),
            "status": say.join(say(f"roster.state.{state}") for state in entry.states),
            "reported": "–" if entry.reported is None else entry.reported.isoformat(),
            "files": "\n".join(map(safe, entry.paths)),
            "remark": _remark(entry, report, say),
        }
        tone: Tone = "good" if set(entry.states) <= _GOOD else "bad" if "missing" in entry.states else "warn"
        listing.rows.append(Row(cells, tone=tone))
    return listing


def _remark(entry: Entry, report: Report, say: Words) -> str:
    """Departments, other periods, and what was changed."""
    parts = [say.join(entry.departments)] if entry.departments else []
    if entry.others:
        parts.append(say("roster.others", periods=say.join(entry.others)))
    for change in entry.changes:
        name = say.name(report.library.indicators[change.indicator])
        parts.append(say("roster.change", name=name, earlier=change.earlier, later=change.later))
    return say.clauses(parts)


def _foot(roster: Roster, report: Report, say: Words) -> str:
    missing = [say.name(report.library.areas[area]) for area in roster.missing]
    counts = {"all": len(roster.entries), "filed": len(roster.entries) - len(missing), "period": roster.period.text}
    if not missing:
        return say("roster.foot", **counts)
    return say("roster.foot_missing", missing=len(missing), names=say.join(missing), **counts)
