"""Plans as rows: the list of plans, and the targets of one by clause, action, department or due date (责任清单, 时间表)."""

from collections.abc import Iterable
from typing import Literal

from ..model.duty import Duty
from ..model.library import Library
from ..model.plan import Plan
from ..text import Words
from .facts import clause_text, due_text, lead_text, name_of, number_of, plan_title, section_text, source_lines
from .rows import Column, Row, Rows

View = Literal["clause", "action", "department", "due"]
VIEWS: tuple[View, ...] = ("clause", "action", "department", "due")


def list_rows(library: Library, say: Words) -> Rows:
    """Every plan encoded."""
    columns = [
        Column("id", say("label.id"), 16),
        Column("title", say("label.title"), 30),
        Column("number", say("label.number"), 16, narrow=110, under="title"),
        Column("area", say("label.area"), 8, narrow=140, under="title"),
        Column("period", say("label.period"), 12),
        Column("targets", say("label.targets"), 6, right=True),
        Column("tasks", say("label.tasks"), 6, right=True),
        Column("source", say("label.source"), 8),
        Column("version", say("label.version"), 8, narrow=110, under="source"),
    ]
    listing = Rows(say("title.plans"), columns)
    for plan in sorted(library.plans.values(), key=lambda plan: (library.areas[plan.area].code, plan.id)):
        listing.rows.append(
            Row(
                {
                    "id": plan.id,
                    "title": say.name(plan),
                    "number": number_of(plan, say),
                    "area": say.name(library.areas[plan.area]),
                    "period": f"{plan.period.from_.isoformat()} – {plan.period.to.isoformat()}",
                    "targets": str(len(plan.targets)),
                    "tasks": str(len(plan.tasks)),
                    "source": say(f"source.{plan.source.kind}"),
                    "version": plan.version,
                }
            )
        )
    listing.notes += source_lines(list(library.plans.values()), say)
    return listing


def show_rows(plan: Plan, library: Library, view: View, say: Words) -> list[Rows]:
    """The targets of a plan arranged by a view, then its tasks."""
    columns = [
        Column("id", say("label.id"), 22, narrow=130, under="name"),
        Column("name", say("label.indicator"), 22),
        Column("target", say("label.target"), 32),
        Column("cascade", say("label.binds"), 14, narrow=130, under="target"),
        Column("due", say("label.due"), 10),
        Column("clause", say("label.clause"), 9),
        Column("lead", say("label.lead"), 20, narrow=110, under="name"),
    ]
    head = plan_title(plan, say)
    listing = Rows(f"{head}：{say(f'title.by_{view}')}" if say.lang == "zh" else f"{head}: {say(f'title.by_{view}')}", columns)
    duties = library.duties_of(plan)
    for group, duty in sorted(_grouped(duties, view, say), key=lambda item: item[0][0]):
        listing.rows.append(_duty_row(duty, group[1], say))
    listings = [listing]
    if plan.tasks:
        listings.append(_task_rows(plan, say))
    notes = listings[-1].notes
    notes += source_lines([plan], say)
    return listings


def _grouped(duties: Iterable[Duty], view: View, say: Words) -> Iterable[tuple[tuple[tuple[int, str], str], Duty]]:
    """Each duty with the order and the heading of its group; once for each of its departments."""
    departments: dict[str, int] = {}
    for position, duty in enumerate(duties):
        plan, clause = duty.plan, duty.target.clause
        if view == "clause":
            heading = plan.headings[clause]
            yield ((position, ""), f"{clause_text(clause, say)}　{heading.title}"), duty
        elif view == "action":
            action = plan.action(clause)
            yield ((position, ""), section_text(action)), duty
        elif view == "due":
            yield ((0, duty.due.isoformat() if duty.due is not None else "~"), due_text(duty, say)), duty
        else:
            heading = plan.headings[clause]
            lost = isinstance(heading.lead, str) or isinstance(heading.responsible, str)
            names = () if lost else (*heading.lead, *heading.responsible)
            names = names or (lead_text(plan, clause, say),)
            for name in names:
                yield ((departments.setdefault(name, len(departments)), name), name), duty


def _duty_row(duty: Duty, group: str, say: Words) -> Row:
    target = duty.target
    return Row(
        {
            "id": duty.id.partition("/")[2],
            "name": name_of(duty, say),
            "target": target.as_printed,
            "cascade": say(f"cascade.{target.cascade.as_}") if target.cascade is not None else "",
            "due": due_text(duty, say),
            "clause": clause_text(target.clause, say),
            "lead": lead_text(duty.plan, target.clause, say),
        },
        group=(group,),
    )


def _task_rows(plan: Plan, say: Words) -> Rows:
    columns = [
        Column("title", say("label.title"), 24),
        Column("words", say("label.words"), 40),
        Column("due", say("label.due"), 10),
        Column("clause", say("label.clause"), 9),
    ]
    listing = Rows(say("title.tasks"), columns)
    for task in plan.tasks:
        due = say("due.not_stated") if isinstance(task.by, str) else task.by.isoformat()
        cells = {"title": task.what, "words": task.as_printed, "due": due, "clause": clause_text(task.clause, say)}
        listing.rows.append(Row(cells))
    return listing
