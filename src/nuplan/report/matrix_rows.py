"""A check of many submissions in short: by area, by indicator, or by department, with what needs a person first."""

from collections import Counter

from ..model.catalogue import SEVERITIES, Severity
from ..model.finding import Finding
from ..model.pace import LAGGING
from ..model.plan import Plan
from ..model.report import STATUSES, Assessment, Report
from ..text import Words
from .facts import assessment_cells, cite, clause_text, has_pace, name_of, status_text
from .rows import Column, Row, Rows, Tone, grouped

_TONES: dict[Severity | None, Tone] = {"error": "bad", "warning": "warn", "information": "", None: "good"}
_WEIGHT: dict[Severity | None, int] = {**{level: index for index, level in enumerate(SEVERITIES)}, None: len(SEVERITIES)}
_FEW = 4


def matrix_rows(report: Report, view: str, say: Words) -> list[Rows]:
    """The listings of a view."""
    if view == "department":
        return [_by_department(report, say)]
    make = _by_area if view == "area" else _by_indicator
    return [make(report, period, say) for period in dict.fromkeys(row.period for row in report.assessments)]


def _counting(head: list[Column], report: Report, say: Words) -> list[Column]:
    """The columns before, one for each status, wide enough for its words, and one for what lags where a pace is asked for at all."""
    width = 8 if say.lang == "zh" else 10
    statuses = [Column(status, say(f"status.{status}"), width, right=True) for status in STATUSES]
    behind = [Column("behind", say("matrix.label.behind"), width, right=True)] if any(map(has_pace, report.assessments)) else []
    return [*head, *statuses, *behind]


def _counts(rows: list[Assessment]) -> dict[str, str]:
    counts = Counter(row.status for row in rows)
    behind = sum(row.pacing.pace in LAGGING for row in rows)
    return {status: str(counts[status] or "") for status in STATUSES} | {"behind": str(behind or "")}


def _by_area(report: Report, period: str, say: Words) -> Rows:
    columns = _counting([Column("area", say("label.area"), 12)], report, say)
    columns += [Column("findings", say("matrix.label.findings"), 10, right=True), Column("status", say("matrix.label.worst"), 34)]
    listing = Rows(say("matrix.title.area", period=period), columns)
    for own in grouped((row for row in report.assessments if row.period == period), lambda row: row.area):
        area = own[0].area
        findings = [finding for finding in report.findings if (finding.area, finding.period) == (area, period)]
        worst, gravity = _worst(own, findings, say)
        cells = {"area": say.name(report.library.areas[area]), "findings": str(len(findings) or ""), "status": worst} | _counts(own)
        listing.rows.append(Row(cells, tone=_TONES[gravity]))
    return listing


def _worst(rows: list[Assessment], findings: list[Finding], say: Words) -> tuple[str, Severity | None]:
    """The gravest finding or row, a finding before a row of the same gravity; nothing where no error or warning is among them."""
    row = min(rows, key=lambda row: _WEIGHT[row.severity])
    finding = min(findings, key=lambda finding: _WEIGHT[finding.row.severity], default=None)
    if finding is not None and _WEIGHT[finding.row.severity] <= _WEIGHT[row.severity]:
        level: Severity | None = finding.row.severity
        return say("matrix.worst.finding", severity=say(f"severity.{level}"), check=finding.check, name=finding.row.slug), level
    if row.severity is None or row.severity == "information":
        return "–", None
    return say("matrix.worst.row", status=status_text(row, say), name=name_of(row.duty, say)), row.severity


def _by_indicator(report: Report, period: str, say: Words) -> Rows:
    columns = _counting([Column("name", say("label.indicator"), 26)], report, say)
    columns.append(Column("status", say("matrix.label.areas"), 30))
    listing = Rows(say("matrix.title.indicator", period=period), columns)
    for own in grouped((row for row in report.assessments if row.period == period), lambda row: row.duty.id):
        duty = own[0].duty
        wanted = [row for row in own if row.severity in ("error", "warning")]
        names = [f"{say.name(report.library.areas[row.area])} {status_text(row, say)}" for row in wanted]
        more = [f"+{len(names) - _FEW}"] if len(names) > _FEW else []
        gravity = min((row.severity for row in own), key=lambda level: _WEIGHT[level])
        cells = {"name": name_of(duty, say), "status": say.join([*names[:_FEW], *more]) or "–"} | _counts(own)
        tone: Tone = _TONES[gravity] if wanted else "good"
        listing.rows.append(Row(cells, group=(cite(duty.plan, say),), tone=tone))
    return listing


def _by_department(report: Report, say: Words) -> Rows:
    """What each department leads and a person must look at: 调度单."""
    paced = any(row.pacing.pace in LAGGING for row in report.assessments)
    columns = [
        Column("area", say("label.area"), 12),
        Column("name", say("label.indicator"), 22),
        Column("target", say("label.target"), 24),
        Column("figure", say("label.figure"), 14, right=True),
        Column("gap", say("label.gap"), 12, narrow=110, under="figure", right=True),
        Column("due", say("label.due"), 11, narrow=110, under="status"),
        Column("status", say("label.status"), 14),
        *([Column("pace", say("label.pace"), 14, narrow=110, under="status")] if paced else []),
        Column("reason", say("label.reason"), 22, narrow=110, under="status"),
    ]
    listing = Rows(say("matrix.title.department"), columns)
    wanted: dict[str, list[Assessment]] = {}
    for row in report.assessments:
        if row.severity in ("error", "warning") or row.pacing.pace in LAGGING:
            for name in leads_of(row.duty.plan, row.duty.target.clause, say):
                wanted.setdefault(name, []).append(row)
    for name, rows in wanted.items():
        group = (say("matrix.department", name=name, count=len(rows)),)
        for row in sorted(rows, key=lambda row: _WEIGHT[row.severity]):
            listing.rows.append(Row(_cells(row, report, say), group=group, tone=_TONES[row.severity]))
    if not listing.rows:
        listing.notes.append(say("matrix.nothing"))
    return listing


def _cells(row: Assessment, report: Report, say: Words) -> dict[str, str]:
    duty = row.duty
    cells = assessment_cells(row, say)
    cells["area"] = say.name(report.library.areas[row.area])
    cells["target"] += f"\n{cite(duty.plan, say)} {clause_text(duty.target.clause, say)}"
    return cells


def leads_of(plan: Plan, clause: str, say: Words) -> tuple[str, ...]:
    """The departments that lead a clause or, where none does, those that share it."""
    heading = plan.headings[clause]
    if isinstance(heading.lead, str) or isinstance(heading.responsible, str):
        return (say("matrix.department.missing"),)
    return heading.lead or heading.responsible or (say("matrix.department.none"),)
