"""A report as one flat table, a line a row of the report: for spreadsheets and scripts that want a table rather than JSON."""

from decimal import Decimal
from typing import Any

from ..model.duty import Duty
from ..model.finding import Finding, Location
from ..model.quantity import exact_decimal, plain
from ..model.report import Assessment, Report
from ..text import Words
from .facts import cite, due_text, gap_decimal, name_of, pace_text, reason_text, severity_text, status_text
from .json_parts import decimal
from .messages import message
from .pace_facts import pace_sentence
from .rows import Column, Row, Rows

_COLUMNS = (
    "kind",
    "area",
    "period",
    "target",
    "indicator",
    "name",
    "as_printed",
    "op",
    "asked",
    "asked_unit",
    "due",
    "clause",
    "lead",
    "figure",
    "compared",
    "gap",
    "low",
    "high",
    "status",
    "pace",
    "pace_ratio",
    "pace_basis",
    "severity",
    "blocking",
    "check",
    "remark",
    "path",
    "line",
    "cell",
)


def flat_rows(report: Report, say: Words) -> Rows:
    """Findings, assessments, pairs and what is added up, with the same columns."""
    listing = Rows("", [Column(name, say(f"flat.{name}")) for name in _COLUMNS])
    rows = [_of_finding(finding, report, say) for finding in report.findings]
    rows += [_of_assessment(row, report, say) for row in report.assessments]
    if report.pairs or report.rollup or report.totals:
        from .flat_more import more_rows

        rows += more_rows(report, say)
    listing.rows = [Row({name: _text(cells.get(name), say) for name in _COLUMNS}) for cells in rows]
    return listing


def duty_cells(duty: Duty, say: Words) -> dict[str, Any]:
    """What a row says of its target."""
    target, plan = duty.target, duty.plan
    heading = plan.headings[target.clause]
    values = target.value if isinstance(target.value, tuple) else (target.value,)
    return {
        "target": duty.id,
        "indicator": duty.indicator.id,
        "name": name_of(duty, say),
        "as_printed": target.as_printed,
        "op": target.op,
        "asked": "–".join(map(plain, values)),
        "asked_unit": target.unit,
        "due": due_text(duty, say),
        "clause": f"{cite(plan, say)} {target.clause}",
        "lead": "" if isinstance(heading.lead, str) else say.join(heading.lead),
    }


def place_cells(place: Location) -> dict[str, Any]:
    """Where a row stands."""
    return {"path": place.path, "line": place.line, "cell": place.cell_name}


def _of_finding(finding: Finding, report: Report, say: Words) -> dict[str, Any]:
    return {
        "kind": "finding",
        "area": "" if finding.area is None else say.name(report.library.areas[finding.area]),
        "period": finding.period,
        "target": finding.target,
        "indicator": finding.indicator,
        "name": "" if finding.indicator is None else say.name(report.library.indicators[finding.indicator]),
        "severity": severity_text(finding.row.severity, say),
        "blocking": finding.blocking,
        "check": f"{finding.check} {finding.row.slug}",
        "remark": message(finding, say),
    } | place_cells(finding.location)


def _of_assessment(row: Assessment, report: Report, say: Words) -> dict[str, Any]:
    return (
        {
            "kind": "assessment",
            "area": say.name(report.library.areas[row.area]),
            "period": row.period,
            "figure": row.figure.written,
            "compared": row.compared,
            "gap": gap_decimal(row),
            "status": status_text(row, say),
            "pace": say(f"pace.{row.pacing.pace}"),
            "pace_ratio": decimal(row.pacing.ratio),
            "pace_basis": pace_sentence(row, say) or (pace_text(row, say) if row.pacing.reason is not None else ""),
            "severity": severity_text(row.severity, say),
            "blocking": row.blocking,
            "check": row.check,
            "remark": reason_text(row, say),
        }
        | duty_cells(row.duty, say)
        | place_cells(row.figure.location)
    )


def _text(value: Any, say: Words) -> str:
    if isinstance(value, bool):
        return say(f"flat.{'yes' if value else 'no'}")
    if isinstance(value, Decimal):
        return plain(value)
    return "" if value is None else str(value)


def number(value: Any) -> Decimal | None:
    """A fraction as printed."""
    return None if value is None else exact_decimal(value)
