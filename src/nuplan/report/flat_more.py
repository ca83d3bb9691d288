"""Pairs, and what areas add up to, as lines of the flat table."""

from typing import Any

from ..model.alignment import Alignment
from ..model.report import Report
from ..model.rollup import Rollup, Total
from ..text import Words
from .align_facts import verdict_text, why_text
from .facts import severity_text
from .flat_rows import duty_cells, number, place_cells
from .rollup_facts import added_reason, mean_facts, rollup_status


def more_rows(report: Report, say: Words) -> list[dict[str, Any]]:
    """The cells of each row."""
    rows = [_of_pair(row, report, say) for row in report.pairs]
    rows += [_of_rollup(row, report, say) for row in report.rollup]
    return rows + [_of_total(row, report, say) for row in report.totals]


def _of_pair(row: Alignment, report: Report, say: Words) -> dict[str, Any]:
    return (
        duty_cells(row.subject.whole, say)
        | {
            "kind": "pair",
            "area": say.name(report.library.areas[row.area]),
            "target": row.id,
            "figure": "" if row.parent is None or row.child is None else row.child.target.as_printed,
            "gap": number(row.gap),
            "status": verdict_text(row, say),
            "severity": severity_text(row.severity, say),
            "blocking": row.blocking,
            "check": row.check,
            "remark": why_text(row, say),
        }
        | place_cells(row.location)
    )


def _of_rollup(row: Rollup, report: Report, say: Words) -> dict[str, Any]:
    return duty_cells(row.duty or row.target.whole, say) | {
        "kind": "rollup",
        "area": say.name(report.library.areas[row.area]),
        "period": row.period,
        "compared": number(row.point),
        "low": number(row.low),
        "high": number(row.high),
        "status": rollup_status(row, say),
        "severity": severity_text(row.severity, say),
        "blocking": row.blocking,
        "check": row.check,
        "remark": added_reason(row, say),
    }


def _of_total(row: Total, report: Report, say: Words) -> dict[str, Any]:
    unit = row.indicator.measure.name
    return {
        "kind": "total",
        "area": say.name(report.library.areas[row.area]),
        "period": row.period,
        "indicator": row.indicator.id,
        "name": say.name(row.indicator),
        "asked_unit": unit,
        "compared": number(row.point),
        "low": number(row.low),
        "high": number(row.high),
        "remark": say.clauses(mean_facts(row, unit, say)),
    }
