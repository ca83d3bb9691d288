"""A report arranged for a page: the headline, the two acts, the areas, what they add up to, and what it all stands on."""

from typing import Any, NamedTuple

from ...model.library import FileRef
from ...model.pace import LAGGING, PACES
from ...model.report import STATUSES, Input, Report
from ...text import Words
from ..align_rows import align_rows, short_rows
from ..check_rows import finding_rows
from ..facts import foot_lines, review_lines
from ..rollup_foot import rollup_foot
from ..rollup_rows import added_rows
from ..roster_rows import roster_lines, roster_rows
from ..rows import Rows
from .cities import City, cities_of
from .matrix import Matrix, Tile, matrices_of, tiles_of
from .method import Note, notes_of
from .tables import Table, table_of

_FEW = 3
"""So many areas are named in the headline; of more, their number."""


class Count(NamedTuple):
    """A status or a pace, and how many have it."""

    kind: str
    name: str
    many: int


class Block(NamedTuple):
    """A section of tables; `anchor` is its place on the page."""

    anchor: str
    title: str
    tables: list[Table]
    lines: list[str]


class Page(NamedTuple):
    """All that the template prints: `names` of areas by id, `pictures` as numbers by the rows they belong to, `lagging` paces."""

    act: str
    verdict: str
    facts: list[tuple[str, str]]
    review: list[str]
    statuses: list[Count]
    paces: list[Count]
    lagging: list[str]
    cities: list[City]
    names: dict[str | None, str]
    tiles: list[Tile]
    matrices: list[Matrix]
    departments: list[str]
    blocks: dict[str, Block]
    remarks: list[str]
    notes: list[Note]
    files: list[FileRef]
    inputs: list[tuple[str, list[Input]]]
    pictures: dict[str, dict[str, Any]]


def page_of(report: Report, say: Words, version: str) -> Page:
    """A report as a page."""
    departments: dict[str, int] = {}
    cities = cities_of(report, departments, say)
    blocks = {block.anchor: block for block in _blocks(report, say)}
    pictures = {item.id: item.picture.data for city in cities for item in city.items if item.picture}
    lines = (line for block in blocks.values() for table in block.tables for line in table.lines)
    read = [*report.inputs, *(report.history or ())]
    by_status, by_pace = report.by_status(), report.by_pace()
    return Page(
        act=report.act,
        verdict=report.verdict,
        facts=_facts(report, version, say),
        review=review_lines(report, say) if report.act in ("check", "rollup") else [],
        statuses=[Count(status, say(f"status.{status}"), by_status[status]) for status in STATUSES],
        paces=[Count(pace, say(f"pace.{pace}"), by_pace[pace]) for pace in PACES if by_pace[pace] and pace != "not_assessable"],
        lagging=[pace for pace in PACES if pace in LAGGING],
        cities=cities,
        names={given.area: say.name(report.library.areas[given.area]) for given in read if given.area is not None},
        tiles=tiles_of(report, cities),
        matrices=matrices_of(cities, say),
        departments=list(departments),
        blocks=blocks,
        remarks=_remarks(report, say),
        notes=notes_of(report, say),
        files=report.plans,
        inputs=_inputs(report, say),
        pictures=pictures | {line.id: line.picture.data for line in lines if line.picture},
    )


def _facts(report: Report, version: str, say: Words) -> list[tuple[str, str]]:
    """The head: which areas and periods, as of which day, by which version."""
    given = (report.library.areas[given.area] for given in report.inputs if given.area is not None)
    areas = list(dict.fromkeys(say.name(area) for area in sorted(given, key=lambda area: area.code)))
    plans = [say.name(ref.plan) for ref in report.plans if ref.plan is not None]
    few = say.join(areas) if len(areas) <= _FEW else say("page.areas", names=say.join(areas[:_FEW]), count=len(areas))
    periods = dict.fromkeys(given.period for given in report.inputs if given.period is not None)
    facts = [
        (say("label.area"), few),
        (say("page.label.period"), say.join(periods)),
        (say("page.label.plans"), "" if areas else say.join(plans)),
        (say("page.label.as_of"), report.as_of.isoformat()),
        (say("page.label.version"), f"nuplan {version}"),
    ]
    return [fact for fact in facts if fact[1]]


def _blocks(report: Report, say: Words) -> list[Block]:
    """The sections that are tables."""
    act = report.act
    blocks = [_block("rosters", roster_rows(report, say), roster_lines(report, say), say)]
    findings = [_by_place(finding_rows(report, say))] if report.findings else []
    lines = review_lines(report, say) if act in ("check", "rollup") else []
    blocks.append(_block("review" if lines else act, findings, lines, say))
    if act == "align":
        blocks.append(_block("align", align_rows(report, say), [], say))
    else:
        blocks.append(_block("rollup", added_rows(report, say), [], say))
        blocks.append(_block("align", short_rows(report, say), [], say))
    return [block for block in blocks if block.tables or block.lines]


def _block(anchor: str, listings: list[Rows], lines: list[str], say: Words) -> Block:
    tables = [table_of(listing, say, f"{anchor}-{number}") for number, listing in enumerate(listings, 1)]
    return Block(anchor, say(f"head.{anchor}" if anchor in ("lint", "audit") else f"page.{anchor}"), tables, lines)


def _by_place(listing: Rows) -> Rows:
    """Findings under the file they stand in."""
    for row in listing.rows:
        row.group = (row.of.location.path,)
    return listing


def _remarks(report: Report, say: Words) -> list[str]:
    """What stands at the foot of the same report as a table; pairs have it below their own."""
    if report.act == "align":
        return []
    return rollup_foot(report, say) if report.act == "rollup" else foot_lines(report, say)


def _inputs(report: Report, say: Words) -> list[tuple[str, list[Input]]]:
    """The files read, and the earlier ones."""
    lists = [(say("page.inputs"), report.inputs), (say("page.history"), list(report.history or ()))]
    return [(title, rows) for title, rows in lists if rows]
