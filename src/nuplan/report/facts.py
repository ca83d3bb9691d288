"""What several renderings say of the same row: names, figures, clauses, departments, notes at the foot."""

import re
from collections.abc import Iterable
from decimal import Decimal

from ..model.catalogue import SEVERITIES, Severity
from ..model.duty import Duty
from ..model.figure import Figure, quotient
from ..model.pace import LAGGING, PACES
from ..model.period import parse_period
from ..model.plan import Heading, Plan
from ..model.quantity import exact_decimal, plain, rounded
from ..model.report import STATUSES, Assessment, Report
from ..text import Words
from .messages import waived

_NEVER_PACED = frozenset({"at_due", "no_date", "no_path", "throughout"})
_NUMBERED = re.compile("[一二三四五六七八九十百]+")


def name_of(duty: Duty, say: Words) -> str:
    """The indicator's name, with the scope of the target and the year of the duty."""
    extra = [part for part in (duty.target.scope, str(duty.year) if duty.year is not None else None) if part]
    name = say.name(duty.indicator)
    return f"{name}（{'，'.join(extra)}）" if extra and say.lang == "zh" else f"{name} ({', '.join(extra)})" if extra else name


def figure_text(figure: Figure) -> str:
    """The figure as filed, with its period where that is not the file's."""
    text = figure.written
    return f"{text}〔{figure.of.text}〕" if text and figure.of is not None else text


def gap_text(row: Assessment, say: Words) -> str:
    """The signed gap in the unit of the target."""
    if row.gap is None:
        return ""
    number = gap_decimal(row)
    assert number is not None
    return signed_text(number, row.duty.target.unit, say)


def signed_text(number: Decimal, target_unit: str, say: Words) -> str:
    """A difference of two numbers with its sign, in the unit of a target."""
    if int(number.as_tuple().exponent) < -4 and abs(number) >= Decimal("0.01"):
        number = round(number, 2)
    unit = difference_unit(target_unit, say)
    sign = "+" if number > 0 else ""
    return say("gap.format", sign=sign, gap=plain(number.normalize()), unit=unit)


def difference_unit(unit: str, say: Words) -> str:
    """The unit of a difference: of two percentages it is points."""
    return say("unit.points") if unit == "%" else say.unit(unit)


def gap_decimal(row: Assessment) -> Decimal | None:
    """The gap as printed."""
    if row.gap is None:
        return None
    return quotient(row.gap) if row.figure.divisible else exact_decimal(row.gap)


def status_text(row: Assessment, say: Words) -> str:
    """The status, and the one by the rounded value where it differs."""
    text = say("status.early" if "early" in row.flags else f"status.{row.status}")
    if row.status_rounded is not None and row.status_rounded != row.status:
        text = say("rounded", text=text, status=say(f"status.{row.status_rounded}"))
    return text


def reason_text(row: Assessment, say: Words) -> str:
    """Why, in one sentence; the submitter's own word after it, then the reviewer's."""
    parts = [say(f"reason.{row.reason}")] if row.reason is not None else []
    if row.duty.tolerance is not None and row.compared is not None:
        unit = difference_unit(row.duty.target.unit, say)
        parts.append(say("tolerance.short", tolerance=exact_decimal(row.duty.tolerance), unit=unit))
    parts += [say(f"flag.{flag}") for flag in row.flags if flag != "early"]
    if row.figure.note:
        parts.append(say("submitter_note", note=row.figure.note))
    if row.waiver is not None:
        parts.append(waived(row.waiver, say))
    return say.clauses(parts)


def has_pace(row: Assessment) -> bool:
    """Whether a row is of the kind and the time that a pace is asked for."""
    return row.pacing.reason not in _NEVER_PACED


def pace_text(row: Assessment, say: Words) -> str:
    """The class and the ratio; where there is none, why."""
    pacing = row.pacing
    if pacing.pace == "not_assessable":
        return say(f"pace.why.{pacing.reason}")
    text = say(f"pace.{pacing.pace}")
    if pacing.ratio is not None:
        text += f" {plain(rounded(pacing.ratio, -3))}"
    if pacing.latest is not None and pacing.latest.day != parse_period(row.period).end:
        text += f"〔{pacing.latest.figure.period.text}〕"
    return text


def assessment_cells(row: Assessment, say: Words) -> dict[str, str]:
    """The cells of a row in every listing of assessments."""
    return {
        "name": name_of(row.duty, say),
        "target": row.duty.target.as_printed,
        "figure": figure_text(row.figure),
        "gap": gap_text(row, say),
        "due": due_text(row.duty, say),
        "status": status_text(row, say),
        "pace": pace_text(row, say),
        "reason": reason_text(row, say),
    }


def due_text(duty: Duty, say: Words) -> str:
    """The day the duty falls due."""
    return say("due.not_stated") if duty.due is None else duty.due.isoformat()


def clause_text(clause: str, say: Words) -> str:
    """第14条, or 第一部分 for a clause numbered in Chinese; any other (第二章第一节, 引言) as it is."""
    if clause.isdigit():
        return say("clause.numbered", clause=clause)
    return say("clause.section", clause=clause) if _NUMBERED.fullmatch(clause) else clause


def section_text(heading: Heading) -> str:
    """A heading with its number, as it is printed."""
    numbered = heading.clause.isdigit() or _NUMBERED.fullmatch(heading.clause)
    return f"{heading.clause}{'、' if numbered else '　'}{heading.title}"


def lead_text(plan: Plan, clause: str, say: Words) -> str:
    """The departments printed under the clause, as printed: who leads it (牵头), who shares it (按职责分工负责)."""
    heading = plan.headings[clause]
    if isinstance(heading.lead, str) or isinstance(heading.responsible, str):
        return say("lead.missing")
    parts = [(f"lead.{role}", names) for role, names in (("lead", heading.lead), ("responsible", heading.responsible)) if names]
    if not parts:
        return say("lead.none")
    return say.clauses(say(key, names=say.join(names)) for key, names in parts)


def leads_of(plan: Plan, clause: str, say: Words) -> tuple[str, ...]:
    """The departments that lead a clause or, where none does, those that share it."""
    heading = plan.headings[clause]
    if isinstance(heading.lead, str) or isinstance(heading.responsible, str):
        return (say("matrix.department.missing"),)
    return heading.lead or heading.responsible or (say("matrix.department.none"),)


def status_counts(report: Report, say: Words) -> str:
    """未完成 2、已完成 5 …"""
    counts = report.by_status()
    return say.join(say("count.format", name=say(f"status.{status}"), count=counts[status]) for status in STATUSES if counts[status])


def pace_counts(report: Report, say: Words) -> str:
    """滞后 2、符合序时进度 5 … of what could be assessed; empty where nothing could."""
    counts = report.by_pace()
    assessed = [pace for pace in PACES if counts[pace] and pace != "not_assessable"]
    return say.join(say("count.format", name=say(f"pace.{pace}"), count=counts[pace]) for pace in assessed)


def foot_lines(report: Report, say: Words) -> list[str]:
    """The lines under every table: the summary, what was left, whose copy it stands on."""
    if report.act != "check":
        return _plan_foot(report, say)
    lines = []
    if report.assessments:
        lines.append(say("foot.summary", count=len(report.assessments), statuses=status_counts(report, say)))
    if counts := pace_counts(report, say):
        lines.append(say("foot.pace", counts=counts))
    if report.history is not None:
        key = "foot.history" if (earlier := report.earlier()) else "foot.no_history"
        lines.append(say(key, count=sum(row.area is not None for row in report.history), earlier=earlier))
    if blocked := sum(row.blocking and row.pacing.pace in LAGGING for row in report.assessments):
        lines.append(say("foot.pace_blocks", count=blocked))
    if report.left:
        lines.append(say("foot.left", count=report.left))
    if report.rosters:
        from .roster_rows import roster_lines

        lines += roster_lines(report, say)
    lines += passed_lines(report, say)
    lines += review_lines(report, say)
    if report.rollup:
        from .rollup_foot import summary_line

        lines.append(summary_line(report, say))
    lines += _areas(report, say)
    lines += [say("align.foot.unaligned", plan=plan.id) for plan in report.unaligned]
    lines.append(say("foot.verdict", verdict=say(f"verdict.{report.verdict}"), as_of=report.as_of.isoformat()))
    if plans := [ref.plan for ref in report.plans if ref.plan is not None]:
        lines += source_lines(plans, say)
    return lines


def _plan_foot(report: Report, say: Words) -> list[str]:
    """What lint or audit went through and found."""
    counts = severity_counts((finding.row.severity for finding in report.findings), say)
    lines = [say(f"foot.{report.act}", **report.tally)] if report.tally else []
    if report.tally.get("noted"):
        lines.append(say("foot.noted", **report.tally))
    lines.append(say("foot.plan_findings", counts=counts) if counts else say("foot.no_plan_findings"))
    return [*lines, say(f"foot.{report.act}_verdict", verdict=say(f"verdict.{report.verdict}"))]


def severity_counts(severities: Iterable[Severity | None], say: Words) -> str:
    """错误 1、警告 2 … of what must be looked at; empty where there is nothing."""
    given = list(severities)
    return say.join(say("count.format", name=say(f"severity.{level}"), count=given.count(level)) for level in SEVERITIES if level in given)


def review_lines(report: Report, say: Words) -> list[str]:
    """What the data review found: findings by severity, and figures due but not reported; and how many findings are left out."""
    severities = [finding.row.severity for finding in report.findings]
    counts = [(f"severity.{level}", severities.count(level)) for level in SEVERITIES]
    counts.append(("status.not_reported", sum(row.status == "not_reported" and row.severity == "error" for row in report.assessments)))
    parts = [say("count.format", name=say(key), count=count) for key, count in counts if count]
    lines = [say("foot.findings", counts=say.join(parts)) if parts else say("foot.no_findings")]
    return [*lines, say("foot.ignored", count=report.ignored)] if report.ignored else lines


def passed_lines(report: Report, say: Words) -> list[str]:
    """What lay in the folders and is no submission, or was never opened."""
    lines = [say("foot.skipped", count=report.skipped)] if report.skipped else []
    if not report.passed_by:
        return lines
    kinds = {".": say("foot.hidden"), "–": say("foot.no_suffix")}
    counts = (say("count.format", name=kinds.get(kind, kind), count=count) for kind, count in sorted(report.passed_by.items()))
    return [*lines, say("foot.passed_by", counts=say.join(counts))]


def _areas(report: Report, say: Words) -> list[str]:
    """Areas without a plan of their own, inputs that no plan bears on, and runs that evaluated nothing."""
    areas = report.library.areas
    lines: list[str] = []
    judged = {(row.area, parse_period(row.period).end) for row in report.assessments}
    faulty = {finding.location.path for finding in report.findings}
    for given in report.inputs:
        if given.area is None or given.period is None:
            if given.path not in faulty:
                lines.append(say("foot.no_figures", path=given.path))
            continue
        if (given.area, parse_period(given.period).end) not in judged:
            lines.append(say("foot.no_plan", area=say.name(areas[given.area]), period=given.period))
        if given.figures == 0:
            lines.append(say("foot.no_figures", path=given.path))
    if alone := report.without_own_plan():
        lines.append(say("foot.no_own_plan", area=say.join(say.name(areas[area]) for area in alone)))
    unasked: dict[str, dict[str, None]] = {}
    for area_id, _, indicators in report.unasked:
        unasked.setdefault(area_id, {}).update(dict.fromkeys(indicators))
    if len(unasked) > 1:
        lines.append(say("foot.unasked_many", areas=len(unasked), count=sum(map(len, unasked.values()))))
    else:
        for area, named in unasked.items():
            names = say.join(say.name(report.library.indicators[indicator]) for indicator in named)
            lines.append(say("foot.unasked", area=say.name(areas[area]), names=names))
    if not report.evaluated and not report.assessments:
        lines.append(say("foot.nothing"))
    return list(dict.fromkeys(lines))


def severity_text(severity: Severity | None, say: Words) -> str:
    """A severity in words; nothing where there is none."""
    return "" if severity is None else say(f"severity.{severity}")


def source_lines(plans: list[Plan], say: Words) -> list[str]:
    """What the copies lack, the documents a table stands on, of which kind each copy is, and that the issued text prevails."""
    lacking = [say("foot.missing", title=say.name(plan), why=gap.why) for plan in plans for gap in plan.source.missing]
    kinds = (say("foot.source", plan=_numbered(plan, "foot.plan", say), kind=say(f"source.{plan.source.kind}")) for plan in plans)
    return [*lacking, say("foot.sources", sources=say.join(kinds))]


def number_of(plan: Plan, say: Words) -> str:
    """The number of the document."""
    return say("not_stated") if plan.document.number == "not_stated" else plan.document.number


def cite(plan: Plan, say: Words) -> str:
    """How a plan is cited: by its number, or by its title where it has none."""
    return say.name(plan) if plan.document.number == "not_stated" else plan.document.number


def plan_title(plan: Plan, say: Words) -> str:
    """A plan's title, with its number where it has one."""
    return _numbered(plan, "head.plan", say)


def _numbered(plan: Plan, key: str, say: Words) -> str:
    """Title and number by the sentence of a key, or of its unnumbered sister."""
    if plan.document.number == "not_stated":
        return say(f"{key}_unnumbered", title=say.name(plan))
    return say(key, title=say.name(plan), number=plan.document.number)
