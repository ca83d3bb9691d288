"""The JSON report (`nuplan/report/v1`): always the same shape; numbers with the file's digits, an empty key null, an empty list []."""

from typing import TYPE_CHECKING

from ..model.alignment import ANSWERS
from ..model.catalogue import SEVERITIES
from ..model.fields import Name
from ..model.figure import Figure
from ..model.finding import Finding
from ..model.quantity import exact_decimal
from ..model.report import Assessment, Input, Report
from ..text import Words
from .facts import gap_decimal, name_of
from .json_parts import decimal, location_shape, target_shape, waiver_shape
from .json_text import write_json
from .messages import message
from .pace_json import pacing_shape

if TYPE_CHECKING:
    from ..model.library import FileRef
    from ..model.roster import Roster
    from .shapes import (
        AssessmentShape,
        FigureShape,
        FindingShape,
        InputShape,
        PairShape,
        PlanShape,
        ReportShape,
        RollupShape,
        RosterShape,
        TotalShape,
    )


def render_json(report: Report, say: Words, version: str) -> str:
    """The whole report."""
    severities = [row.severity for rows in (report.assessments, report.pairs, report.rollup) for row in rows]
    severities += [finding.row.severity for finding in report.findings]
    document: ReportShape = {
        "schema": "nuplan/report/v1",
        "tool": {"name": "nuplan", "version": version},
        "as_of": report.as_of,
        "inputs": [_input(given) for given in report.inputs],
        "history": [_input(given) for given in report.history or ()],
        "plans": [_plan(ref) for ref in report.plans],
        "summary": {
            "verdict": report.verdict,
            "evaluated": report.evaluated,
            "left": report.left,
            "ignored": report.ignored,
            "skipped": report.skipped,
            "passed_by": dict(sorted(report.passed_by.items())),
            "unasked": [
                {"area": area, "period": period, "indicator": indicator}
                for area, period, indicators in report.unasked
                for indicator in indicators
            ],
            "without_own_plan": report.without_own_plan(),
            "unaligned": [plan.id for plan in report.unaligned],
            "by_status": {str(status): count for status, count in report.by_status().items()},
            "by_pace": {str(pace): count for pace, count in report.by_pace().items()},
            "by_verdict": {str(verdict): sum(row.verdict == verdict for row in report.pairs) for verdict in ANSWERS},
            "by_severity": {level: severities.count(level) for level in SEVERITIES},
        },
        "assessments": [_assessment(row, say) for row in report.assessments],
        "findings": [_finding(finding, say) for finding in report.findings],
        "pairs": _pairs(report, say),
        "rollup": _rollup(report, say),
        "totals": _totals(report),
        "rosters": [_roster(roster) for roster in report.rosters],
    }
    return write_json(document)


def _input(given: Input) -> "InputShape":
    sha256 = given.sha256 or None
    return {"path": given.path, "sha256": sha256, "area": given.area, "period": given.period, "figures": given.figures}


def _pairs(report: Report, say: Words) -> "list[PairShape]":
    if not report.pairs:
        return []
    from .align_json import pair_shape

    return [pair_shape(row, say) for row in report.pairs]


def _rollup(report: Report, say: Words) -> "list[RollupShape]":
    if not report.rollup:
        return []
    from .rollup_json import rollup_shape

    return [rollup_shape(row, say) for row in report.rollup]


def _totals(report: Report) -> "list[TotalShape]":
    if not report.totals:
        return []
    from .rollup_json import total_shape

    return [total_shape(row) for row in report.totals]


def _roster(roster: "Roster") -> "RosterShape":
    return {
        "area": roster.area,
        "period": roster.period.text,
        "due": roster.due,
        "entries": [
            {
                "area": entry.area,
                "states": list(entry.states),
                "paths": list(entry.paths),
                "departments": list(entry.departments),
                "reported": entry.reported,
                "others": list(entry.others),
                "changes": [{"indicator": one.indicator, "earlier": one.earlier, "later": one.later} for one in entry.changes],
            }
            for entry in roster.entries
        ],
    }


def _plan(ref: "FileRef") -> "PlanShape":
    plan = ref.plan
    return {
        "path": ref.path,
        "id": plan.id if plan is not None else ref.kind,
        "version": plan.version if plan is not None else None,
        "sha256": ref.sha256,
        "document": plan.document.number if plan is not None else None,
        "source_kind": plan.source.kind if plan is not None else None,
    }


def _assessment(row: Assessment, say: Words) -> "AssessmentShape":
    duty = row.duty
    return {
        "area": row.area,
        "period": row.period,
        "target": target_shape(duty, duty.id, name_of(duty, say)),
        "figure": _figure(row.figure),
        "compared": row.compared,
        "status": row.status,
        "status_rounded": row.status_rounded,
        "tolerance": None if duty.tolerance is None else exact_decimal(duty.tolerance),
        "gap": gap_decimal(row),
        "pace": row.pacing.pace,
        "pace_ratio": decimal(row.pacing.ratio),
        "pace_reason": row.pacing.reason,
        "pace_flags": list(row.pacing.flags),
        "pacing": pacing_shape(row.pacing),
        "flags": list(row.flags),
        "reason": row.reason,
        "severity": row.severity,
        "waiver": waiver_shape(row.waiver),
        "blocking": row.blocking,
    }


def _figure(figure: Figure) -> "FigureShape":
    return {
        "value": figure.value.value if figure.value is not None else None,
        "unit": figure.value.unit.name if figure.value is not None else None,
        "part": figure.part.value if figure.part is not None else None,
        "whole": figure.whole.value if figure.whole is not None else None,
        "of": figure.of.text if figure.of is not None else None,
        "since": figure.since,
        "quality": figure.quality if figure.reported else None,
        "missing": figure.missing,
        "note": figure.note,
        "location": location_shape(figure.location),
    }


def _finding(finding: Finding, say: Words) -> "FindingShape":
    return {
        "check": finding.check,
        "slug": finding.row.slug,
        "severity": finding.row.severity,
        "area": finding.area,
        "period": finding.period,
        "target": finding.target,
        "indicator": finding.indicator,
        "message": message(finding, say),
        "values": {key: value for key, value in finding.values.items() if not isinstance(value, Name)},
        "location": location_shape(finding.location),
        "related": [location_shape(place) for place in finding.related],
        "note": finding.note,
        "waiver": waiver_shape(finding.waiver),
        "blocking": finding.blocking,
    }
