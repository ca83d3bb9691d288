"""The first worksheet of a report: how it stands, what the colours say, what it rests on, and where everything is."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..model.catalogue import SEVERITIES
from ..model.pace import PACES
from ..model.report import STATUSES, Assessment, Report
from ..text import Words
from .book import Sheet
from .check_rows import SEVERITY_TONES, TONES
from .facts import foot_lines, has_pace
from .pace_rows import TONES as PACE_TONES
from .rows import Column, Row, Rows, Tone, grouped

_LEGEND: tuple[Tone, ...] = ("good", "warn", "bad", "dim")
_FEW = 3


class Matrix(NamedTuple):
    """Counts by area, and the areas of its rows."""

    listing: Rows
    areas: list[str]


def matrices(report: Report, say: Words) -> list[Matrix]:
    """For each period the statuses of every area counted, then the paces where any could be told."""
    if not report.assessments:
        return []
    from .matrix_rows import matrix_rows

    found = []
    periods = grouped(report.assessments, lambda row: row.period)
    for rows, listing in zip(periods, matrix_rows(report, "area", say), strict=True):
        by_area = grouped(rows, lambda row: row.area)
        areas = [own[0].area for own in by_area]
        found.append(Matrix(listing, areas))
        if any(row.pacing.pace != "not_assessable" for row in rows):
            found.append(Matrix(_paces(by_area, report, say), areas))
    return found


def _paces(by_area: list[list[Assessment]], report: Report, say: Words) -> Rows:
    """How many targets of each area have each pace."""
    columns = [Column("area", say("label.area")), *(Column(pace, say(f"pace.{pace}"), right=True, unit="") for pace in PACES)]
    listing = Rows(say("book.paces", period=by_area[0][0].period), columns)
    for own in by_area:
        counts = Counter(row.pacing.pace for row in own)
        cells = {pace: str(count) for pace, count in counts.items()}
        tones: dict[str, Tone] = {pace: PACE_TONES[pace] for pace in counts}
        listing.rows.append(Row({"area": say.name(report.library.areas[own[0].area])} | cells, tones=tones))
    return listing


def write_summary(sheet: Sheet, report: Report, say: Words, version: str, found: Sequence[Matrix], of_area: dict[str, Sheet]) -> None:
    """All of the first worksheet but the index."""
    verdict = _verdict(report, say)
    sheet.line(say(f"book.title.{report.act}"), "title")
    for line in (*_scope(report, say), verdict, say("book.made", version=version)):
        sheet.line(line)
    for matrix in found:
        sheet.heading(matrix.listing.title)
        sheet.table(matrix.listing, links=[of_area[area] for area in matrix.areas])
    if report.act in ("check", "rollup"):
        sheet.heading(say("book.legend"))
        for tone in _LEGEND:
            sheet.keyed(say(f"book.tone.{tone}"), tone, _words(tone, report, say))
    sheet.heading(say("book.notes"))
    for note in _foot(report, say):
        if note != verdict:
            sheet.note(note)


def write_index(sheet: Sheet, entries: Sequence[tuple[Sheet, str]], say: Words) -> None:
    """Every other worksheet, with what stands on it."""
    if entries:
        sheet.heading(say("book.index"))
    for other, about in entries:
        sheet.link(about, other)


def _scope(report: Report, say: Words) -> list[str]:
    """The areas and the periods of the files that were read."""
    areas = list(dict.fromkeys(given.area for given in report.inputs if given.area is not None))
    periods = dict.fromkeys(given.period for given in report.inputs if given.period is not None)
    if not areas:
        return []
    names = [say.name(report.library.areas[area]) for area in areas]
    return [
        say("book.scope", areas=say.join(names) if len(names) <= _FEW else say("book.areas", count=len(names)), periods=say.join(periods))
    ]


def _verdict(report: Report, say: Words) -> str:
    verdict = say(f"verdict.{report.verdict}")
    if report.act in ("check", "rollup"):
        return say("foot.verdict", verdict=verdict, as_of=report.as_of.isoformat())
    return say("align.foot.verdict" if report.act == "align" else f"foot.{report.act}_verdict", verdict=verdict)


def _words(tone: Tone, report: Report, say: Words) -> str:
    """What stands in the cells of a tone."""
    kind = "status" if report.act == "check" else "rollup.status"
    statuses = [status for status in (*STATUSES, "early") if TONES.get(status, "good") == tone and say.has(f"{kind}.{status}")]
    groups = [[say(f"{kind}.{status}") for status in statuses]]
    if any(map(has_pace, report.assessments)):
        groups.append([say(f"pace.{pace}") for pace in reversed(PACES) if PACE_TONES[pace] == tone])
    groups.append([say(f"severity.{level}") for level in SEVERITIES if SEVERITY_TONES[level] == tone])
    return say.clauses(say.join(words) for words in groups if words)


def _foot(report: Report, say: Words) -> list[str]:
    """The lines under the listings of the report."""
    if report.act == "rollup":
        from .rollup_foot import rollup_foot

        return rollup_foot(report, say)
    if report.act == "align":
        from .align_rows import align_foot, by_plan, plan_foot

        return [line for rows in by_plan(report) for line in plan_foot(rows, say)] + align_foot(report, say)
    return foot_lines(report, say)
