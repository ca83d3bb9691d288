"""A check as lines: one a row, nothing cut, made for pipes."""

from ..model.report import Assessment, Report
from ..text import Words, safe
from .facts import cite, clause_text, due_text, figure_text, foot_lines, gap_text, name_of, reason_text, status_text
from .messages import line


def render_concise(report: Report, say: Words) -> str:
    """Findings, then assessments, then what plans come to beside those above them, then the foot; each row names its place."""
    lines = [line(finding, say) for finding in report.findings]
    lines += [_line(row, say) for row in report.assessments]
    foot = [] if report.act == "align" else foot_lines(report, say)
    if report.pairs or report.act == "align":
        from .align_concise import align_lines

        lines += align_lines(report, say)
    return "".join(f"{safe(line)}\n" for line in (*lines, *foot))


def _line(row: Assessment, say: Words) -> str:
    duty = row.duty
    parts = [
        f"{row.figure.location}: {status_text(row, say)}",
        duty.id,
        name_of(duty, say),
        f"{say('label.figure')} {figure_text(row.figure) or '–'}",
        f"{say('label.target')} {duty.target.as_printed}",
        f"{say('label.gap')} {gap_text(row, say) or '–'}",
        f"{say('label.due')} {due_text(duty, say)}",
        f"{cite(duty.plan, say)} {clause_text(duty.target.clause, say)}",
    ]
    if reason := reason_text(row, say):
        parts.append(reason)
    return " | ".join(parts)
