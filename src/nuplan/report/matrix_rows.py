"""A check of many submissions in short: by area, by indicator, or by department, with what needs a person first."""

from collections import Counter

from ..model.catalogue import SEVERITIES, Severity
from ..model.finding import Finding
from ..model.pace import LAGGING
from ..model.report import STATUSES, Assessment, Report
from ..text import Words
from .check_rows import TONES
from .facts import assessment_cells, cite, clause_text, has_pace, leads_of, name_of, status_text
from .pace_rows import TONES as PACE_TONES
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
    statuses = [Column(status, say(f"status.{status}"), width, right=True, unit="") for status in STATUSES]
    behind = [Column("behind", say("matrix.label.behind"), width, right=True, unit="")] if any(map(has_pace, report.assessments)) else []
    return [*head, *statuses, *behind]


def _counts(rows: list[Assessment]) -> dict[str, str]:
    counts = Counter(row.status for row in rows)
    behind = sum(row.pacing.pace in LAGGING for row in rows)
    return {status: str(counts[status] or "") for status in STATUSES} | {"behind": str(behind or "")}


def _by_area(report: Report, period: str, say: Words) -> Rows:
    columns = _counting([Column("area", say("label.area"), 12)], report, say)
    columns += [Column("findings", say("matrix.label.findings"), 10, right=True, unit=""), Column("status", say("matrix.label.worst"), 34)]
    listing = Rows(say("matrix.title.area", period=period), columns)
    for own in grouped((row for row in report.assessments if row.period == period), lambda row: row.area):
        area = own[0].area
        findings = [finding for finding in report.findings if (finding.area, finding.period) == (area, period)]
        worst, gravity, tone = _worst(own, findings, say)
        cells = {"area": say.name(report.library.areas[area]), "findings": str(len(findings) or ""), "status": worst} | _counts(own)
        counted: dict[str, Tone] = {status: TONES[status] for status in STATUSES if cells[status]} | {"status": tone}
        if cells["behind"]:
            counted["behind"] = "warn"
        listing.rows.append(Row(cells, tone=_TONES[gravity], tones=counted))
    return listing


def _worst(rows: list[Assessment], findings: list[Finding], say: Words) -> tuple[str, Severity | None, Tone]:
    """The gravest finding or row, a finding before a row of the same gravity; nothing where no error or warning is among them.

    After its words come its severity and the tone of the words.
    """
    row = min(rows, key=lambda row: _WEIGHT[row.severity])
    finding = min(findings, key=lambda finding: _WEIGHT[finding.row.severity], default=None)
    if finding is not None and _WEIGHT[finding.row.severity] <= _WEIGHT[row.severity]:
        level: Severity | None = finding.row.severity
        said = say("matrix.worst.finding", severity=say(f"severity.{level}"), check=finding.check, name=finding.row.slug)
        return said, level, _TONES[level]
    if row.severity is None or row.severity == "information":
        return "–", None, "good"
    return say("matrix.worst.row", status=status_text(row, say), name=name_of(row.duty, say)), row.severity, TONES[row.status]


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
    listing = Rows(say("matrix.title.department"), _department_columns(report, say))
    for name, rows in departments(report, say).items():
        listing.rows += department_rows(name, rows, report, say).rows
    if not listing.rows:
        listing.notes.append(say("matrix.nothing"))
    return listing


def departments(report: Report, say: Words) -> dict[str, list[Assessment]]:
    """What each department leads and a person must look at, by its name, the gravest first."""
    wanted: dict[str, list[Assessment]] = {}
    for row in report.assessments:
        if row.severity in ("error", "warning") or row.pacing.pace in LAGGING:
            for name in leads_of(row.duty.plan, row.duty.target.clause, say):
                wanted.setdefault(name, []).append(row)
    return {name: sorted(rows, key=lambda row: _WEIGHT[row.severity]) for name, rows in wanted.items()}


def department_rows(name: str, rows: list[Assessment], report: Report, say: Words) -> Rows:
    """What one department is to follow up: 调度单."""
    title = say("matrix.department", name=name, count=len(rows))
    listing = Rows(title, _department_columns(report, say))
    for row in rows:
        tones = {"status": TONES[row.status], "pace": PACE_TONES[row.pacing.pace]}
        listing.rows.append(Row(_cells(row, report, say), (title,), _TONES[row.severity], tones=tones))
    return listing


def _department_columns(report: Report, say: Words) -> list[Column]:
    paced = any(row.pacing.pace in LAGGING for row in report.assessments)
    return [
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


def _cells(row: Assessment, report: Report, say: Words) -> dict[str, str]:
    duty = row.duty
    cells = assessment_cells(row, say)
    cells["area"] = say.name(report.library.areas[row.area])
    cells["target"] += f"\n{cite(duty.plan, say)} {clause_text(duty.target.clause, say)}"
    return cells
