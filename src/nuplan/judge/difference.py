"""How the two targets of a pair differ, and what becomes of a plan's targets in another plan."""

from datetime import date
from typing import Literal

from ..model.comparison import Change, Difference, Sense
from ..model.library import Library
from ..model.plan import Plan, Target
from ..model.subject import Subject
from .demand import stricter
from .pairing import pair, subjects


def differences(one: Subject, other: Subject) -> list[Difference]:
    """How the second target differs from the first, the number first."""
    a, b = one.target, other.target
    found: list[Difference] = []
    if a.numbers != b.numbers:
        found.append(Difference("value", _more(a, b, one.indicator.direction), _moved(a, b)))
    if a.op != b.op or a.tolerance != b.tolerance:
        found.append(Difference("wording", _sense(_stricter_wording(one, other))))
    if a.modality != b.modality:
        found.append(Difference("modality", "stronger" if b.modality == "shall" else "weaker"))
    if a.basic != b.basic:
        found.append(Difference("basic", "weaker" if b.basic else "stronger"))
    if a.nature != b.nature:
        strength = {"binding": 2, "not_stated": 1, "indicative": 0}
        found.append(Difference("nature", "stronger" if strength[b.nature] > strength[a.nature] else "weaker"))
    if (a.due, a.each_year) != (b.due, b.each_year):
        found.append(Difference("date", _sooner(a.due, b.due)))
    if (a.span and a.span.from_) != (b.span and b.span.from_):
        found.append(Difference("window"))
    if a.applies_to != b.applies_to:
        found.append(Difference("addressee"))
    if a.scope != b.scope:
        found.append(Difference("scope", "weaker" if a.scope is None else "stronger" if b.scope is None else ""))
    return found


def _moved(one: Target, other: Target) -> Literal["raised", "lowered", "changed"]:
    """Which way the number goes from the first to the second; changed where one end of a range goes up and the other down."""
    a, b = one.numbers, other.numbers
    if min(a) <= min(b) and max(a) <= max(b):
        return "raised"
    return "lowered" if min(a) >= min(b) and max(a) >= max(b) else "changed"


def _more(one: Target, other: Target, direction: str) -> Sense:
    """Whether a changed number asks more: by the op where both set a limit of one kind, else by the indicator's direction."""
    moved = _moved(one, other)
    ceilings = {one.op, other.op} <= {"le", "lt"}
    floors = {one.op, other.op} <= {"ge", "gt"}
    if moved == "changed" or not (ceilings or floors or direction != "none"):
        return ""
    down = ceilings or (not floors and direction == "down")
    return "stronger" if (moved == "lowered") == down else "weaker"


def _sooner(one: date | None, other: date | None) -> Sense:
    """An earlier date asks more, and so does any date where there was none."""
    if one is None or other is None:
        return "weaker" if other is None else "stronger"
    return "stronger" if other < one else "weaker"


def _sense(stricter: Literal["one", "other", ""]) -> Sense:
    senses: dict[str, Sense] = {"one": "weaker", "other": "stronger"}
    return senses.get(stricter, "")


def _stricter_wording(one: Subject, other: Subject) -> Literal["one", "other", ""]:
    return stricter(one, other, same_number=True)


def diff(one: Plan, other: Plan, library: Library) -> list[Change]:
    """What the second plan adds, leaves out and changes.

    Between two versions of one plan a changed quotation, clause or cascade counts, too; two plans have their own.
    """
    found = []
    for both in pair(subjects(one, library), subjects(other, library)):
        changes: list[Difference] = []
        if both.one is not None and both.other is not None:
            changes = differences(both.one, both.other)
            if one.id == other.id:
                changes += _reworded(both.one.target, both.other.target)
            if not changes:
                continue
        found.append(Change(both, tuple(changes)))
    return found


def _reworded(one: Target, other: Target) -> list[Difference]:
    found = [] if one.as_printed == other.as_printed else [Difference("words")]
    found += [] if one.clause == other.clause else [Difference("clause")]
    return found if (one.cascade and one.cascade.as_) == (other.cascade and other.cascade.as_) else [*found, Difference("cascade")]
