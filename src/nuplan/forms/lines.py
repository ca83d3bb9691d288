"""A form as lines of text, which every format of it writes."""

from collections.abc import Callable
from typing import NamedTuple

from ..model.area import Area
from ..model.duty import Duty
from ..model.form import Form, FormRow
from ..report.facts import cite, clause_text, due_text, lead_text, leads_of, plan_title, section_text
from ..report.pace_facts import known_text
from ..text import Words

FILLED = ("value", "part", "whole", "missing", "of", "quality", "caliber", "note")
"""The columns that are filled in; `missing` and `quality` are chosen from lists."""


class Line(NamedTuple):
    """An indicator of a form: the headings it stands under, and its cells by column."""

    row: FormRow
    headings: tuple[str, ...]
    cells: dict[str, str]


def spelling(area: Area, say: Words) -> str:
    """An area as submissions name it: by its Chinese name, or by its id."""
    return area.name.zh if say.lang == "zh" else area.id


def lines_of(form: Form, say: Words, by: str = "action") -> list[Line]:
    """The lines of a form, those under one heading together, in the order in which the headings are first met."""
    head = _department if by == "department" else _action
    groups: dict[tuple[str, ...], list[Line]] = {}
    for row in form.rows:
        headings = head(row.duties[0], say)
        groups.setdefault(headings, []).append(Line(row, headings, _cells(row, say)))
    return [line for group in groups.values() for line in group]


def _action(duty: Duty, say: Words) -> tuple[str, ...]:
    return plan_title(duty.plan, say), section_text(duty.plan.action(duty.target.clause))


def _department(duty: Duty, say: Words) -> tuple[str, ...]:
    return (say.join(leads_of(duty.plan, duty.target.clause, say)),)


def _cells(row: FormRow, say: Words) -> dict[str, str]:
    """What a line says before anything is filled in."""

    def each(word: Callable[[Duty], str]) -> str:
        return "\n".join(dict.fromkeys(map(word, row.duties)))

    return {
        "indicator": row.indicator.id,
        "name": say.name(row.indicator),
        "unit": "" if row.indicator.counts is not None else row.unit,
        "caliber": row.scope or "",
        "target": each(lambda duty: duty.target.as_printed),
        "clause": each(lambda duty: f"{cite(duty.plan, say)} {clause_text(duty.target.clause, say)}"),
        "due": each(lambda duty: due_text(duty, say)),
        "lead": each(lambda duty: lead_text(duty.plan, duty.target.clause, say)),
        "last": "" if row.last is None else known_text(row.last, say),
        "definition": row.indicator.definition.zh,
    }
