"""What a page says of each area: its targets in the order of the plans, with marks, pictures and what stands behind each."""

from typing import NamedTuple

from ...model.pace import LAGGING
from ...model.report import STATUSES, Assessment, Report
from ...text import Words
from ..check_rows import filing_rows
from ..explain_rows import tolerance_text
from ..facts import cite, clause_text, has_pace, lead_text, leads_of
from ..pace_facts import pace_sentence
from ..rows import Row
from ..targets import readings_text
from .pictures import Picture, picture_of


class Item(NamedTuple):
    """One target of one area; `id` is its place on the page, `departments` are numbers in the list of the page."""

    id: str
    row: Row
    status: str
    pace: str
    departments: tuple[int, ...]
    facts: list[tuple[str, str]]
    picture: Picture | None

    @property
    def tally(self) -> str:
        """The status that a page counts it under."""
        return str(self.row.of.status)

    @property
    def lagging(self) -> bool:
        """Whether its pace is behind."""
        return self.row.of.pacing.pace in LAGGING


class Asked(NamedTuple):
    """What one plan asks: its title, and the targets under each heading below it."""

    title: str
    groups: list[tuple[tuple[str, ...], list[Item]]]


class Filing(NamedTuple):
    """The targets of an area for a period by plan; `paced` says whether a pace is asked for at all."""

    period: str
    plans: list[Asked]
    paced: bool


class City(NamedTuple):
    """An area with its filings and the numbers of its tile; `problems` counts what the data review found."""

    id: str
    code: str
    name: str
    filings: list[Filing]
    counts: dict[str, int]
    behind: int
    problems: int

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return f"city-{self.id}"

    @property
    def items(self) -> list[Item]:
        """Its targets, one after the other."""
        return [item for filing in self.filings for plan in filing.plans for _, items in plan.groups for item in items]


def cities_of(report: Report, departments: dict[str, int], say: Words) -> list[City]:
    """The areas of a report in its order; the departments met are added to those known."""
    found: dict[str, list[Filing]] = {}
    ids: dict[int, str] = {id(row): f"r{number}" for number, row in enumerate(report.assessments, 1)}
    for area, period in dict.fromkeys((row.area, row.period) for row in report.assessments):
        found.setdefault(area, []).append(_filing(report, (area, period), ids, departments, say))
    return [_city(area, filings, report, say) for area, filings in found.items()]


def _city(area: str, filings: list[Filing], report: Report, say: Words) -> City:
    rows = [row for row in report.assessments if row.area == area]
    here = report.library.areas[area]
    return City(
        area,
        here.code,
        say.name(here),
        filings,
        {status: sum(row.status == status for row in rows) for status in STATUSES},
        sum(row.pacing.pace in LAGGING for row in rows),
        sum(finding.area == area for finding in report.findings),
    )


def _filing(report: Report, key: tuple[str, str], ids: dict[int, str], departments: dict[str, int], say: Words) -> Filing:
    listing = filing_rows(report, key, say)
    plans: dict[str, dict[tuple[str, ...], list[Item]]] = {}
    for row in listing.rows:
        title, *headings = row.group
        plans.setdefault(title, {}).setdefault(tuple(headings), []).append(_item(row, ids[id(row.of)], departments, say))
    asked = [Asked(title, list(groups.items())) for title, groups in plans.items()]
    return Filing(key[1], asked, any(has_pace(row.of) for row in listing.rows))


def _item(row: Row, place: str, departments: dict[str, int], say: Words) -> Item:
    of: Assessment = row.of
    names = leads_of(of.duty.plan, of.duty.target.clause, say)
    numbers = tuple(departments.setdefault(name, len(departments)) for name in names)
    status = "early" if "early" in of.flags else of.status
    pace = of.pacing.pace if has_pace(of) else ""
    return Item(place, row, status, pace, numbers, _facts(of, say), picture_of(of, say))


def _facts(row: Assessment, say: Words) -> list[tuple[str, str]]:
    """What a row opens to: how its words are read, where they stand, who leads it, what its pace comes from, where the figure stands."""
    duty, target = row.duty, row.duty.target
    facts = [
        (say("label.reading"), readings_text(target, say)),
        (say("label.tolerance"), tolerance_text(duty, say) or ""),
        (say("label.clause"), f"{cite(duty.plan, say)} {clause_text(target.clause, say)}"),
        (say("label.lead"), lead_text(duty.plan, target.clause, say)),
        (say("page.label.basis"), pace_sentence(row, say)),
        (say("label.note"), target.note or ""),
        (say("page.label.place"), str(row.figure.location) if row.figure.written else ""),
        (say("label.id"), duty.id),
    ]
    return [fact for fact in facts if fact[1]]
