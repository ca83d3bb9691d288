"""The tables of the notice: counts by area and by department, and the lists behind them. A row of a list is a row that was counted."""

from collections import Counter
from collections.abc import Iterable

from ..model.pace import LAGGING, Pace
from ..model.period import parse_period
from ..model.report import STATUSES, Assessment, Report
from ..text import Words
from .facts import assessment_cells, leads_of, name_of
from .messages import message
from .rows import Column, Row, Rows

_DONE = ("met", "within_about")
_GOOD_PACES: frozenset[Pace] = frozenset({"ahead", "on_track"})
_SLOW_PACES: frozenset[Pace] = LAGGING | {"slightly_behind"}


def period_text(text: str, say: Words) -> str:
    """A period in words: 2025年第四季度; of a half year or three quarters what has run up to its end."""
    period = parse_period(text)
    kind = "quarter" if "Q" in text else "month" if "-" in text else "year"
    quarter = period.end.month // 3
    return say(
        f"notice.period.{kind}", year=period.year, month=period.end.month, quarter=say(f"notice.quarter.{quarter}") if quarter else ""
    )


def paces_of(report: Report) -> Counter[Pace]:
    """How many of the targets that are not met stand where on the way; none of those that cannot be assessed."""
    return Counter(row.pacing.pace for row in report.assessments if _paced(row))


def _paced(row: Assessment) -> bool:
    return row.status not in _DONE and row.pacing.pace != "not_assessable"


def by_area(report: Report, say: Words) -> list[Rows]:
    """The counts of each area, one table a period, with their sum."""
    listings = []
    for period in dict.fromkeys(row.period for row in report.assessments):
        rows = [row for row in report.assessments if row.period == period]
        areas = {row.area: report.library.areas[row.area] for row in rows}
        parts = {say.name(area): [row for row in rows if row.area == name] for name, area in areas.items()}
        listings.append(_counted(say("notice.table.areas", period=period_text(period, say)), say("label.area"), parts, say))
        listings[-1].rows.append(Row({"name": say("notice.sum")} | _counts(rows)))
    return listings


def by_department(report: Report, say: Words) -> list[Rows]:
    """The counts of the targets that each department leads, one table for each area whose plans name it, in the order of the plans."""
    areas = report.library.areas
    parts: dict[str, dict[str, list[Assessment]]] = {}
    for row in report.assessments:
        named = parts.setdefault(row.duty.plan.area, {})
        for lead in leads_of(row.duty.plan, row.duty.target.clause, say):
            named.setdefault(lead, []).append(row)
    return [
        _counted(say("notice.table.departments", area=say.name(areas[area])), say("notice.label.department"), parts[area], say)
        for area in sorted(parts, key=lambda area: areas[area].code)
    ]


def _counted(title: str, name: str, parts: dict[str, list[Assessment]], say: Words) -> Rows:
    """A line for each part; columns only for what occurs in one of them."""
    counts = {part: _counts(rows) for part, rows in parts.items()}
    width = 10 if say.lang == "zh" else 12
    columns = [Column("name", name, 20), Column("all", say("notice.label.all"), width, right=True)]
    labels = {status: say(f"status.{status}") for status in STATUSES} | {
        name: say(f"notice.label.{name}") for name in ("on_track", "slightly_behind", "behind")
    }
    columns += [Column(key, label, width, right=True) for key, label in labels.items() if any(cells.get(key) for cells in counts.values())]
    return Rows(title, columns, [Row({"name": part} | cells) for part, cells in counts.items()])


def _counts(rows: Iterable[Assessment]) -> dict[str, str]:
    """By status, and by pace of those that are not met; empty for none."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(("all", row.status))
        if _paced(row):
            counts.update([_class_of(row.pacing.pace)])
    return {key: str(count) for key, count in counts.items()}


def _class_of(pace: Pace) -> str:
    """The column that a pace is counted in."""
    return "on_track" if pace in _GOOD_PACES else "behind" if pace in LAGGING else pace


def listed_rows(kind: str, report: Report, say: Words) -> Rows:
    """What is `missed`, `behind`, or `open` (not reported, or undecided), row by row."""
    columns = [
        Column("area", say("label.area"), 9),
        Column("name", say("label.indicator"), 20),
        Column("target", say("label.target"), 25),
        Column("figure", say("label.figure"), 14, right=True),
        *([] if kind == "open" else [Column("gap", say("label.gap"), 12, right=True)]),
        Column("due", say("label.due"), 13),
        *([Column("pace", say("label.pace"), 13)] if kind == "behind" else []),
        *([Column("status", say("label.status"), 11)] if kind == "open" else []),
        Column("reason", say("label.reason"), 22),
        Column("lead", say("label.lead"), 20),
    ]
    listing = Rows("", columns)
    for row in report.assessments:
        if _stands_in(row, kind):
            cells = assessment_cells(row, say) | {"area": say.name(report.library.areas[row.area])}
            cells["lead"] = say.join(leads_of(row.duty.plan, row.duty.target.clause, say))
            listing.rows.append(Row(cells))
    listing.columns = [column for column in columns if any(row.cells.get(column.id) for row in listing.rows)]
    return listing


def _stands_in(row: Assessment, kind: str) -> bool:
    if kind == "behind":
        return _paced(row) and row.pacing.pace in _SLOW_PACES
    return row.status == "missed" if kind == "missed" else row.status in ("not_reported", "undecided")


def done_rows(report: Report, say: Words) -> Rows:
    """By area the indicators whose targets are met or within tolerance, and those on track; how many targets where it is several."""
    keys = (*_DONE, "on_track")
    found: dict[str, dict[str, Counter[str]]] = {}
    for row in report.assessments:
        key = row.status if row.status in _DONE else "on_track" if _paced(row) and row.pacing.pace in _GOOD_PACES else None
        if key is not None:
            area = say.name(report.library.areas[row.area])
            found.setdefault(area, {}).setdefault(key, Counter())[name_of(row.duty, say)] += 1
    labels = {status: say(f"status.{status}") for status in _DONE} | {"on_track": say("notice.label.on_track")}
    shown = [key for key in keys if any(key in kinds for kinds in found.values())]
    longest = {key: max((len(kinds.get(key, ())) for kinds in found.values()), default=0) for key in shown}
    columns = [Column("area", say("label.area"), 9), *(Column(key, labels[key], 14 + min(longest[key], 40)) for key in shown)]
    listing = Rows("", columns)
    for area, kinds in found.items():
        cells = {key: say.join(_times(name, count, say) for name, count in kinds.get(key, {}).items()) for key in shown}
        listing.rows.append(Row({"area": area} | cells))
    return listing


def _times(name: str, count: int, say: Words) -> str:
    return name if count == 1 else say("notice.times", name=name, count=count)


def finding_list(report: Report, say: Words) -> Rows:
    """What the data review found, by whom it concerns; of a file that is nobody's, its place."""
    columns = [
        Column("area", say("label.area"), 16),
        Column("status", say("label.severity"), 8),
        Column("message", say("label.reason"), 70),
    ]
    listing = Rows("", columns)
    for finding in report.findings:
        area = report.library.areas.get(finding.area or "")
        cells = {
            "area": str(finding.location) if area is None else say.name(area),
            "status": say(f"severity.{finding.row.severity}"),
            "message": message(finding, say),
        }
        listing.rows.append(Row(cells))
    return listing
