"""A draft of the notice (通报) on how areas stand: headings, paragraphs and tables, and the places that a person has to write."""

from typing import Literal, NamedTuple

from ..model.pace import PACES
from ..model.plan import Plan
from ..model.report import Report
from ..model.roster import Roster
from ..text import Words
from .facts import severity_counts, source_lines, status_counts
from .notice_rows import by_area, by_department, done_rows, finding_list, listed_rows, paces_of, period_text
from .ranking_rows import ranking_rows
from .rollup_rows import added_rows, kinds_text
from .rows import Rows, grouped


class Block(NamedTuple):
    """A piece of the document: `blank` is a place that a person has to write; a table has its listing."""

    kind: Literal["title", "heading", "annex", "text", "blank", "table"]
    text: str = ""
    listing: Rows | None = None


def notice(report: Report, say: Words) -> list[Block]:
    """The whole draft."""
    annexes = _annexes(report, say)
    blocks = [
        Block("title", say("notice.title", area=_whose(report, say), period=_periods(report, say))),
        Block("blank", say("notice.addressee")),
    ]
    blocks += _opening(report, say)
    sections = [
        ("overview", _overview(report, say)),
        ("areas", [_table(listing) for listing in by_area(report, say)] if _several(report) else []),
        ("departments", _departments(report, say)),
        ("rollup", _rollup(report, say)),
        ("ranking", [_table(listing) for listing in ranking_rows(report, say)]),
        ("review", _review(report, say)),
        ("next", [Block("blank", say("notice.to_do"))]),
    ]
    shown = [(name, content) for name, content in sections if content]
    for number, (name, content) in enumerate(shown, start=1):
        text = say("notice.numbered", number=say(f"notice.number.{number}"), text=say(f"notice.head.{name}"))
        blocks += [Block("heading", text), *content]
    if annexes:
        blocks.append(Block("text", say("notice.annexes")))
    for number, (name, _) in enumerate(annexes, start=1):
        blocks.append(Block("text", say("notice.annex_line", number=number, text=say(f"notice.annex.{name}"))))
    blocks.append(Block("blank", say("notice.signature")))
    for number, (name, listings) in enumerate(annexes, start=1):
        blocks.append(Block("annex", say("notice.annex", number=number, text=say(f"notice.annex.{name}"))))
        blocks += [_table(listing) for listing in listings]
    blocks.append(Block("annex", say("notice.head.sources")))
    lines = [say("notice.made", as_of=report.as_of.isoformat()), *(source_lines(plans, say) if (plans := _plans(report)) else [])]
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
    return say.join(period_text(text, say) for text in dict.fromkeys(given.period for given in report.inputs if given.period is not None))


def _plans(report: Report) -> list[Plan]:
    """The plans that the report stands on, those of the area above first."""
    areas = report.library.areas
    plans = [ref.plan for ref in report.plans if ref.plan is not None]
    return sorted(plans, key=lambda plan: (areas[plan.area].code, plan.period.from_, plan.id))


def _opening(report: Report, say: Words) -> list[Block]:
    titles = [say("notice.plan", title=say.name(plan)) for plan in _plans(report)]
    if not titles:
        return []
    whose = say("notice.no_area") if _several(report) else _whose(report, say)
    return [Block("text", say("notice.opening", plans=say.join(titles), area=whose, period=_periods(report, say)))]


def _overview(report: Report, say: Words) -> list[Block]:
    """Who has reported, and how many targets stand how."""
    lines = [_reported(roster, report, say) for roster in report.rosters]
    if report.assessments:
        lines.append(say("notice.counts", count=len(report.assessments), statuses=status_counts(report, say)))
    paces = paces_of(report)
    if total := sum(paces.values()):
        named = (say("count.format", name=say(f"pace.{pace}"), count=paces[pace]) for pace in PACES if paces[pace])
        lines.append(say("notice.paces", count=total, counts=say.join(named)))
    if not lines:
        lines.append(say("foot.nothing"))
    return [*(Block("text", line) for line in lines), Block("blank", say("notice.summary"))]


def _departments(report: Report, say: Words) -> list[Block]:
    if not report.assessments:
        return []
    return [Block("text", say("notice.shared")), *(_table(listing) for listing in by_department(report, say))]


def _rollup(report: Report, say: Words) -> list[Block]:
    """What the areas come to together."""
    if not _several(report):
        return []
    blocks = []
    for rows in grouped(report.rollup, lambda row: (row.area, row.period)):
        area, period = say.name(report.library.areas[rows[0].area]), period_text(rows[0].period or "", say)
        blocks.append(Block("text", say("notice.rollup", area=area, period=period, count=len(rows), statuses=kinds_text(rows, say))))
    return blocks


def _review(report: Report, say: Words) -> list[Block]:
    """What the data review found, apart from how the targets stand."""
    counts = severity_counts((finding.row.severity for finding in report.findings), say)
    said = say("notice.findings", counts=counts) if counts else say("notice.no_findings")
    return [Block("text", line) for line in (say("notice.two_acts"), said)]


def _reported(roster: Roster, report: Report, say: Words) -> str:
    """How many places have reported, and which have not."""
    missing = say.join(say.name(report.library.areas[area]) for area in roster.missing)
    counts = {
        "period": period_text(roster.period.text, say),
        "all": len(roster.entries),
        "filed": len(roster.entries) - len(roster.missing),
    }
    return say("notice.reported", **counts) if not missing else say("notice.reported_missing", names=missing, **counts)


def _annexes(report: Report, say: Words) -> list[tuple[str, list[Rows]]]:
    """The lists behind the counts by the name of each, those with nothing in them left out."""
    parts: list[tuple[str, list[Rows]]] = [(name, [listed_rows(name, report, say)]) for name in ("missed", "behind", "open")]
    parts += [("good", [done_rows(report, say)]), ("review", [finding_list(report, say)])]
    if report.rollup and _several(report):
        parts.append(("rollup", added_rows(report, say)))
    return [(name, listings) for name, listings in parts if any(listing.rows for listing in listings)]


def _table(listing: Rows) -> Block:
    return Block("table", listing=listing)
