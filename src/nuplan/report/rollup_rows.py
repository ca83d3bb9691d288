"""What areas come to, as rows: a listing for each area, period and plan, one for the figures that no target asks for, and the findings."""

from ..model.report import Report
from ..model.rollup import Rollup, Total
from ..text import Words
from .check_rows import TONES, finding_rows
from .facts import plan_title
from .rollup_facts import added_reason, bounds_text, due_of_row, mean_facts, name_of_row, places_of, rollup_status, sum_text
from .rollup_foot import rollup_foot
from .rows import Column, Row, Rows, grouped
from .targets import asked_text

_ORDER = ("missed", "undecided", "within_about", "met", "early", "not_due", "pending", "none")


def rollup_rows(report: Report, say: Words) -> list[Rows]:
    """The listings, the findings after them, the foot under the last."""
    listings = added_rows(report, say)
    if report.findings:
        listings.append(finding_rows(report, say))
    if not listings:
        listings.append(Rows(say("verdict.empty"), []))
    listings[-1].notes += rollup_foot(report, say)
    return listings


def added_rows(report: Report, say: Words) -> list[Rows]:
    """A listing for each area, period and plan, and one for the figures that no target asks for."""
    listings = [_of_plan(rows, say) for rows in grouped(report.rollup, lambda row: (row.area, row.period, row.target.plan.id))]
    return listings + [_totals(rows, report, say) for rows in grouped(report.totals, lambda row: (row.area, row.period))]


def _of_plan(rows: list[Rollup], say: Words) -> Rows:
    columns = [
        Column("name", say("label.indicator"), 22),
        Column("asked", say("align.label.asked"), 14),
        Column("due", say("label.due"), 11, narrow=110, under="asked"),
        Column("sum", say("rollup.label.sum"), 20),
        Column("reported", say("rollup.label.reported"), 9, right=True),
        Column("status", say("label.status"), 12),
        Column("reason", say("label.reason"), 29, narrow=110, under="sum"),
    ]
    area = say.name(rows[0].target.library.areas[rows[0].area])
    title = say("rollup.title", area=area, period=rows[0].period, plan=plan_title(rows[0].target.plan, say))
    listing = Rows(title, columns)
    kinds = [_kind(row) for row in rows]
    for kind, row in sorted(zip(kinds, rows, strict=True), key=lambda pair: _ORDER.index(pair[0])):
        cells = {
            "name": name_of_row(row, say),
            "asked": asked_text(row.target, say),
            "due": due_of_row(row, say),
            "sum": sum_text(row, say),
            "reported": say("align.rollup.reported", count=len(row.reported), all=places_of(row)),
            "status": rollup_status(row, say),
            "reason": added_reason(row, say),
        }
        group = say("align.group.format", group=say(f"rollup.status.{kind}"), count=kinds.count(kind))
        listing.rows.append(Row(cells, group=(group,), tone=TONES[row.status], of=row))
    return listing


def _kind(row: Rollup) -> str:
    """The heading it stands under: its status, apart what no place has reported."""
    if row.status == "undecided" and not row.reported:
        return "none"
    return "early" if row.status == "met" and "early" in row.flags else row.status


def kinds_text(rows: list[Rollup], say: Words) -> str:
    """How many rows stand under which heading, in the order of the headings."""
    kinds = [_kind(row) for row in rows]
    return say.join(say("count.format", name=say(f"rollup.status.{kind}"), count=kinds.count(kind)) for kind in _ORDER if kind in kinds)


def _totals(rows: list[Total], report: Report, say: Words) -> Rows:
    columns = [
        Column("name", say("label.indicator"), 26),
        Column("sum", say("rollup.label.sum"), 26),
        Column("reported", say("rollup.label.reported"), 9, right=True),
        Column("reason", say("label.reason"), 39, narrow=110, under="sum"),
    ]
    area = say.name(report.library.areas[rows[0].area])
    listing = Rows(say("rollup.title_totals", area=area, period=rows[0].period), columns)
    for row in rows:
        unit = row.indicator.measure.name
        cells = {
            "name": say.name(row.indicator),
            "sum": bounds_text(row, unit, say),
            "reported": say("align.rollup.reported", count=len(row.reported), all=places_of(row)),
            "reason": say.clauses(mean_facts(row, unit, say)),
        }
        listing.rows.append(Row(cells))
    return listing
