"""A draft of the notice (通报) on how areas stand: headings, paragraphs and tables, and the places that a person has to write."""

from collections import Counter
from typing import Literal, NamedTuple

from ..model.pace import LAGGING
from ..model.period import parse_period
from ..model.report import Assessment, Report
from ..model.roster import Roster
from ..text import Words
from .facts import assessment_cells, leads_of, name_of, pace_counts, review_lines, source_lines, status_counts
from .matrix_rows import matrix_rows
from .ranking_rows import ranking_rows
from .rollup_foot import summary_line
from .rollup_rows import added_rows
from .rows import Column, Row, Rows

_GOOD_PACES = frozenset({"ahead", "on_track"})


class Block(NamedTuple):
    """A piece of the document: `blank` is a place that a person has to write; a table has its listing."""

    kind: Literal["title", "heading", "annex", "text", "blank", "table"]
    text: str = ""
    listing: Rows | None = None


def notice(report: Report, say: Words) -> list[Block]:
    """The whole draft."""
    blocks = [
        Block("title", say("notice.title", area=_whose(report, say), period=_periods(report, say))),
        Block("blank", say("notice.addressee")),
    ]
    blocks += _opening(report, say)
    sections = [
        ("overview", _overview(report, say)),
        ("areas", _by_area(report, say) if _several(report) else []),
        ("departments", [_table(_by_department(report, say))] if report.assessments else []),
        ("rollup", [Block("text", summary_line(report, say))] if report.rollup and _several(report) else []),
        ("ranking", [_table(listing) for listing in ranking_rows(report, say)]),
        ("review", [Block("text", line) for line in (say("notice.two_acts"), *review_lines(report, say))]),
        ("next", [Block("blank", say("notice.to_do"))]),
    ]
    number = 0
    for name, content in sections:
        if content:
            number += 1
            blocks += [
                Block("heading", say("notice.numbered", number=say(f"notice.number.{number}"), text=say(f"notice.head.{name}"))),
                *content,
            ]
    blocks += [Block("blank", say("notice.signature")), *_annexes(report, say), Block("annex", say("notice.head.sources"))]
    plans = [ref.plan for ref in report.plans if ref.plan is not None]
    lines = [say("notice.made", as_of=report.as_of.isoformat()), *(source_lines(plans, say) if plans else [])]
    return blocks + [Block("text", line) for line in lines]


def _several(report: Report) -> bool:
    return len({row.area for row in report.assessments}) > 1


def _whose(report: Report, say: Words) -> str:
    """The one area of the report, or the area above them all."""
    areas = report.library.areas
    named = list(dict.fromkeys(given.area for given in report.inputs if given.area is not None))
    above = {areas[area].parent for area in named}
    if len(named) > 1 and len(above) == 1 and (parent := above.pop()) is not None:
        return say.name(areas[parent])
    return say.join(say.name(areas[area]) for area in named[:3]) or say("notice.no_area")


def _periods(report: Report, say: Words) -> str:
    """The periods in words: 2025年第四季度."""
    return say.join(_period(text, say) for text in dict.fromkeys(given.period for given in report.inputs if given.period is not None))


def _period(text: str, say: Words) -> str:
    period = parse_period(text)
    kind = "quarter" if "Q" in text else "month" if "-" in text else "year"
    quarter = period.end.month // 3
    return say(
        f"notice.period.{kind}", year=period.year, month=period.end.month, quarter=say(f"notice.quarter.{quarter}") if quarter else ""
    )


def _opening(report: Report, say: Words) -> list[Block]:
    titles = [say("notice.plan", title=say.name(ref.plan)) for ref in report.plans if ref.plan is not None]
    if not titles:
        return []
    return [Block("text", say("notice.opening", plans=say.join(titles), period=_periods(report, say)))]


def _overview(report: Report, say: Words) -> list[Block]:
    """Who has reported, and how many targets stand how."""
    lines = [_reported(roster, report, say) for roster in report.rosters]
    if report.assessments:
        lines.append(say("notice.counts", count=len(report.assessments), statuses=status_counts(report, say)))
    if counts := pace_counts(report, say):
        lines.append(say("notice.paces", counts=counts))
    if not lines:
        lines.append(say("foot.nothing"))
    return [*(Block("text", line) for line in lines), Block("blank", say("notice.summary"))]


def _reported(roster: Roster, report: Report, say: Words) -> str:
    """How many places have reported, and which have not."""
    missing = say.join(say.name(report.library.areas[area]) for area in roster.missing)
    counts = {"period": _period(roster.period.text, say), "all": len(roster.entries), "filed": len(roster.entries) - len(roster.missing)}
    return say("notice.reported", **counts) if not missing else say("notice.reported_missing", names=missing, **counts)


def _by_area(report: Report, say: Words) -> list[Block]:
    """The counts of each area."""
    listings = matrix_rows(report, "area", say)
    for listing in listings:
        listing.columns = [column for column in listing.columns if column.id not in ("findings", "status")]
    return [_table(listing) for listing in listings]


def _by_department(report: Report, say: Words) -> Rows:
    """How the targets that each department leads stand."""
    names = ("met", "on_track", "behind", "missed", "open")
    columns = [
        Column("name", say("notice.label.department"), 24),
        *(Column(name, say(f"notice.label.{name}"), 8, right=True) for name in names),
    ]
    counts: dict[str, Counter[str]] = {}
    for row in report.assessments:
        for lead in leads_of(row.duty.plan, row.duty.target.clause, say):
            counts.setdefault(lead, Counter()).update(_kinds(row))
    listing = Rows(say("notice.head.departments"), columns)
    for lead, kinds in sorted(counts.items(), key=lambda item: (-item[1]["missed"], -item[1]["behind"], -item[1]["open"])):
        if kinds.total():
            listing.rows.append(Row({"name": lead} | {name: str(kinds[name] or "") for name in names}))
    return listing


def _kinds(row: Assessment) -> list[str]:
    """The lists of the notice that a row stands in."""
    kinds = []
    if row.status in ("met", "within_about"):
        kinds.append("met")
    elif row.status == "missed":
        kinds.append("missed")
    elif row.status == "not_reported" or (row.status == "undecided" and row.severity == "warning"):
        kinds.append("open")
    if row.pacing.pace in LAGGING:
        kinds.append("behind")
    elif row.status == "not_due" and row.pacing.pace in _GOOD_PACES:
        kinds.append("on_track")
    return kinds


def _annexes(report: Report, say: Words) -> list[Block]:
    """The lists behind the counts, those with nothing in them left out."""
    parts: list[tuple[str, list[Rows]]] = [(name, _listed(name, report, say)) for name in ("missed", "behind", "open")]
    parts.append(("good", _good(report, say)))
    if report.rollup and _several(report):
        parts.append(("rollup", added_rows(report, say)))
    blocks: list[Block] = []
    number = 0
    for name, listings in parts:
        if any(listing.rows for listing in listings):
            number += 1
            blocks.append(Block("annex", say("notice.annex", number=number, text=say(f"notice.annex.{name}"))))
            blocks += [_table(listing) for listing in listings]
    return blocks


def _listed(kind: str, report: Report, say: Words) -> list[Rows]:
    """The rows of one kind, by area."""
    columns = [
        Column("area", say("label.area"), 10),
        Column("name", say("label.indicator"), 22),
        Column("target", say("label.target"), 26),
        Column("figure", say("label.figure"), 14, right=True),
        *([] if kind == "open" else [Column("gap", say("label.gap"), 11, right=True)]),
        Column("due", say("label.due"), 11),
        *([Column("pace", say("label.pace"), 14)] if kind == "behind" else []),
        *([Column("status", say("label.status"), 10), Column("reason", say("label.reason"), 24)] if kind == "open" else []),
        Column("lead", say("label.lead"), 18),
    ]
    listing = Rows("", columns)
    for row in report.assessments:
        if kind in _kinds(row):
            cells = assessment_cells(row, say) | {"area": _area(row, report, say)}
            cells["lead"] = say.join(leads_of(row.duty.plan, row.duty.target.clause, say))
            listing.rows.append(Row(cells))
    return [listing]


def _good(report: Report, say: Words) -> list[Rows]:
    """By area the indicators whose targets are met, and those on track."""
    listing = Rows(
        "", [Column("area", say("label.area"), 10), *(Column(name, say(f"notice.label.{name}"), 45) for name in ("met", "on_track"))]
    )
    found: dict[str, dict[str, list[str]]] = {}
    for row in report.assessments:
        for kind in _kinds(row):
            found.setdefault(_area(row, report, say), {}).setdefault(kind, []).append(name_of(row.duty, say))
    for area, kinds in found.items():
        cells = {name: say.join(dict.fromkeys(kinds.get(name, ()))) for name in ("met", "on_track")}
        if any(cells.values()):
            listing.rows.append(Row({"area": area} | cells))
    return [listing]


def _area(row: Assessment, report: Report, say: Words) -> str:
    return say.name(report.library.areas[row.area])


def _table(listing: Rows) -> Block:
    return Block("table", listing=listing)
