"""The JSON report (`nuplan/report/v1`): always the same shape; numbers with the file's digits, an empty key null, an empty list []."""

import re
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

from ..model.catalogue import SEVERITIES
from ..model.duty import Duty
from ..model.fields import Name
from ..model.figure import Figure
from ..model.finding import Finding, Location
from ..model.quantity import Quantity, exact_decimal, plain
from ..model.report import Assessment, Report
from ..text import Words
from .facts import gap_decimal, name_of
from .messages import message

if TYPE_CHECKING:
    from ..model.library import FileRef
    from .shapes import AssessmentShape, FigureShape, FindingShape, Place, PlanShape, ReportShape, TargetShape

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")


def render_json(report: Report, say: Words, version: str) -> str:
    """The whole report."""
    severities = [row.severity for row in report.assessments] + [finding.row.severity for finding in report.findings]
    document: ReportShape = {
        "schema": "nuplan/report/v1",
        "tool": {"name": "nuplan", "version": version},
        "as_of": report.as_of,
        "inputs": [
            {"path": i.path, "sha256": i.sha256 or None, "area": i.area, "period": i.period, "figures": i.figures} for i in report.inputs
        ],
        "plans": [_plan(ref) for ref in report.plans],
        "summary": {
            "verdict": report.verdict,
            "evaluated": report.evaluated,
            "left": report.left,
            "skipped": report.skipped,
            "unasked": [{"area": area, "period": period, "indicator": indicator} for area, period, indicator in report.unasked],
            "by_status": {str(status): count for status, count in report.by_status().items()},
            "by_pace": {"not_assessable": len(report.assessments)},
            "by_severity": {level: severities.count(level) for level in SEVERITIES},
        },
        "assessments": [_assessment(row, say) for row in report.assessments],
        "findings": [_finding(finding, say) for finding in report.findings],
        "pairs": [],
        "rollup": [],
    }
    return write_json(document)


def write_json(document: Any) -> str:
    """A document as JSON text."""
    out: list[str] = []
    _write(document, "\n", out)
    return "".join(out) + "\n"


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
        "target": _target(duty, say),
        "figure": _figure(row.figure),
        "compared": row.compared,
        "status": row.status,
        "status_rounded": row.status_rounded,
        "tolerance": None if duty.tolerance is None else exact_decimal(duty.tolerance),
        "gap": gap_decimal(row),
        "pace": row.pace,
        "pace_ratio": row.pace_ratio,
        "flags": list(row.flags),
        "reason": row.reason,
        "severity": row.severity,
        "waiver": None,
        "blocking": row.blocking,
    }


def _target(duty: Duty, say: Words) -> "TargetShape":
    target, plan = duty.target, duty.plan
    heading = plan.headings[target.clause]
    return {
        "plan": plan.id,
        "id": duty.id,
        "indicator": duty.indicator.id,
        "name": name_of(duty, say),
        "clause": target.clause,
        "as_printed": target.as_printed,
        "op": target.op,
        "value": list(target.value) if isinstance(target.value, tuple) else target.value,
        "unit": target.unit,
        "form": target.form,
        "from": duty.start,
        "due": duty.due,
        "modality": target.modality,
        "basic": target.basic,
        "scope": target.scope,
        "cascade": target.cascade.as_ if target.cascade is not None else None,
        "lead": None if isinstance(heading.lead, str) else list(heading.lead),
        "responsible": None if isinstance(heading.responsible, str) else list(heading.responsible),
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
        "location": _location(figure.location),
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
        "location": _location(finding.location),
        "related": [_location(place) for place in finding.related],
        "note": finding.note,
        "waiver": None,
        "blocking": finding.blocking,
    }


def _location(place: Location) -> "Place":
    return {"path": place.path, "line": place.line, "column": place.column, "sheet": None, "cell": None}


def _write(value: Any, indent: str, out: list[str]) -> None:
    """Append JSON text: Decimal by its digits, dates and quantities as text, unsafe characters escaped."""
    if isinstance(value, str):
        out.append(_text(value))
    elif value is None or isinstance(value, bool):
        out.append("null" if value is None else "true" if value else "false")
    elif isinstance(value, dict):
        _write_block("{}", [(f"{_text(str(key))}: ", item) for key, item in value.items()], indent, out)
    elif isinstance(value, Decimal):
        out.append(plain(value))
    elif isinstance(value, int):
        out.append(str(value))
    elif isinstance(value, date):
        out.append(_text(value.isoformat()))
    elif isinstance(value, Quantity):
        out.append(_text(plain(value.value) + value.unit.name))
    elif isinstance(value, (list, tuple)):
        _write_block("[]", [("", item) for item in value], indent, out)
    else:
        out.append(_text(str(value)))


def _write_block(signs: str, items: list[tuple[str, Any]], indent: str, out: list[str]) -> None:
    if not items:
        out.append(signs)
        return
    deeper = indent + "  "
    separator = signs[0]
    for head, item in items:
        out.append(separator + deeper + head)
        _write(item, deeper, out)
        separator = ","
    out.append(indent + signs[1])


def _text(text: str) -> str:
    quoted = encode_basestring(text)
    return quoted if quoted.isascii() and "\x7f" not in quoted else _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted)
