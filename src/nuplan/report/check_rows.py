"""A check as rows: the assessments of each filing by plan and action, one heading where two plans ask the same, then the findings."""

from collections.abc import Iterator

from ..model.duty import Duty
from ..model.report import Assessment, Report
from ..text import Words, safe
from .facts import assessment_cells, cite, clause_text, foot_lines, has_pace, lead_text, plan_title, section_text
from .messages import message
from .rows import Column, Row, Rows, Tone

TONES: dict[str, Tone] = {
    "met": "good",
    "within_about": "good",
    "missed": "bad",
    "not_reported": "warn",
    "undecided": "warn",
    "not_due": "dim",
    "pending": "dim",
}
SEVERITY_TONES: dict[str, Tone] = {"error": "bad", "warning": "warn", "information": "dim"}


def check_rows(report: Report, say: Words, view: str = "") -> list[Rows]:
    """A listing for each area and period, or a short one of many, then the findings, and the foot under the last.

    `view` says how rows are arranged; by default every row of one area, of several a line each.
    """
    filings = dict.fromkeys((row.area, row.period) for row in report.assessments)
    view = view or ("target" if len({area for area, _ in filings}) < 2 else "area")
    if view == "target":
        from .pace_rows import pace_rows

        listings = [listing for key in filings for listing in (filing_rows(report, key, say), *pace_rows(report, key, say))]
    else:
        from .matrix_rows import matrix_rows

        listings = matrix_rows(report, view, say)
    if report.rollup or report.totals:
        from .rollup_rows import added_rows

        listings += added_rows(report, say)
    if report.rosters:
        from .roster_rows import roster_rows

        listings += roster_rows(report, say)
    if report.findings:
        listings.append(finding_rows(report, say))
    notes: list[str] = []
    if report.pairs:
        from .align_rows import by_plan, short_foot, short_rows

        if view == "target" or any(row.blocking for row in report.pairs):
            listings += short_rows(report, say)
        else:
            notes = [short_foot(rows, say) for rows in by_plan(report)]
    if not listings:
        listings.append(Rows(say("verdict.empty" if report.act == "check" else "head.no_findings"), []))
    listings[-1].notes += notes
    listings[-1].notes += foot_lines(report, say)
    if view == "area":
        listings[-1].notes.append(say("matrix.hint"))
    return listings


def filing_rows(report: Report, key: tuple[str, str], say: Words) -> Rows:
    """The assessments of an area and a period."""
    from .pace_rows import TONES as PACE_TONES

    area, period = key
    rows = [row for row in report.assessments if (row.area, row.period) == key]
    paced = any(map(has_pace, rows))
    columns = [
        Column("name", say("label.indicator"), 20),
        Column("target", say("label.target"), 26),
        Column("figure", say("label.figure"), 14, right=True),
        Column("gap", say("label.gap"), 12, narrow=110, under="figure", right=True),
        Column("due", say("label.due"), 11, narrow=130 if paced else 110, under="status"),
        Column("status", say("label.status"), 16),
        *([Column("pace", say("label.pace"), 14, narrow=110, under="status")] if paced else []),
        Column("reason", say("label.reason"), 24, narrow=110, under="status"),
    ]
    listing = Rows(say("head.check", area=say.name(report.library.areas[area]), period=period), columns)
    for row, also in with_shared(rows):
        listing.rows.append(_row(row, also, area, say))
        listing.rows[-1].tones["pace"] = PACE_TONES[row.pacing.pace]
    return listing


def with_shared(rows: list[Assessment]) -> Iterator[tuple[Assessment, Assessment | None]]:
    """Each row once, in order; those that ask the same of one indicator at one due date directly below the first, paired with it."""
    groups: dict[object, list[Assessment]] = {}
    for row in rows:
        duty = row.duty
        groups.setdefault((duty.indicator.id, duty.due), []).append(row)
    for first, *others in groups.values():
        yield first, None
        for other in others:
            yield other, first


def differs(row: Assessment, other: Assessment) -> bool:
    """Whether two plans ask differently of the same indicator at the same date; what counts over another window is no other demand."""
    one, two = row.duty.target, other.duty.target
    if not one.counts_over_same(two):
        return False
    same_value = one.value == two.value and one.measure.factor == two.measure.factor
    return not same_value or (one.op, one.modality, one.basic, one.scope) != (two.op, two.modality, two.basic, two.scope)


def _row(row: Assessment, also: Assessment | None, area: str, say: Words) -> Row:
    duty = row.duty
    cells = assessment_cells(row, say)
    heading = (also or row).duty
    if also is not None:
        mark = f"〔{say('conflict')}〕" if differs(row, also) else ""
        above = say("also" if duty.plan.area != also.duty.plan.area else "also_other_plan")
        cells["name"] = f"└ {above}{mark}\n{cite(duty.plan, say)} {clause_text(duty.target.clause, say)}"
    return Row(
        cells,
        group=_group(heading.plan.area == area, heading, say),
        tone=TONES[row.status],
        below=also is not None,
        of=row,
    )


def _group(own: bool, duty: Duty, say: Words) -> tuple[str, ...]:
    """Plan, action, clause with the departments printed under it."""
    plan, clause = duty.plan, duty.target.clause
    action = plan.action(clause)
    title = plan_title(plan, say)
    head = title if own else say("head.above", plan=title)
    section = section_text(action)
    if clause == action.clause:
        return head, f"{section}　{lead_text(plan, clause, say)}"
    return head, section, f"{clause_text(clause, say)} {plan.headings[clause].title}　{lead_text(plan, clause, say)}"


def finding_rows(report: Report, say: Words) -> Rows:
    """The findings of a report."""
    columns = [
        Column("place", say("label.place"), 20),
        Column("status", say("label.severity"), 8),
        Column("message", say("label.reason"), 50),
    ]
    listing = Rows(say("head.findings" if report.act in ("check", "rollup") else f"head.{report.act}"), columns)
    for finding in report.findings:
        check = finding.row
        listing.rows.append(
            Row(
                {
                    "place": "\n".join(filter(None, (safe(str(finding.location)), finding.target, f"{check.id} {check.slug}"))),
                    "status": say(f"severity.{check.severity}"),
                    "message": message(finding, say),
                },
                tone=SEVERITY_TONES[check.severity],
                of=finding,
            )
        )
    return listing
