"""Why a pair was judged as it was, as rows of label and text."""

from ..model.alignment import Alignment
from ..model.subject import Subject
from ..text import Words
from ..text.docs import doc_of
from .align_facts import (
    alike_text,
    gap_of,
    implied_text,
    instead_text,
    levels_of,
    opening_text,
    pair_name,
    pair_reason_text,
    verdict_text,
    weakness_text,
)
from .explain_rows import adder, labelled
from .facts import lead_text, source_lines
from .rows import Rows
from .targets import asked_text, cited_text, due_of, number_text, readings_text


def explain_pair(row: Alignment, other: Subject | None, say: Words) -> Rows:
    """Both targets, how they came together, what is compared and by which rule, and what follows.

    `other` is a target that was asked about beside the row's own, and is not its pair.
    """
    listing = labelled(f"{row.id}　{pair_name(row, say)}")
    add = adder(listing, say)
    if other is not None:
        add("label.note", _not_a_pair(row, other, say))
    for label, side in (("align.label.parent", row.parent), ("align.label.child", row.child)):
        if side is not None:
            add(label, f"{cited_text(side, say)}\n{lead_text(side.plan, side.target.clause, say)}")
            add("label.op", asked_text(side, say))
            add("label.due", due_of(side, say))
            add("label.reading", readings_text(side.target, say))
    add("align.label.pair", _pairing(row, say))
    if row.parent is not None:
        cascade = row.parent.target.cascade
        add("align.label.cascade", None if cascade is None else f"{say(f'cascade.{cascade.as_}')}\n{cascade.why}")
    add("align.label.verdict", verdict_text(row, say))
    if row.severity is not None:
        add("label.severity", f"{say(f'severity.{row.severity}')} {row.check}")
    add("align.label.numbers", _numbers(row, say))
    add("align.label.weaknesses", "\n".join(weakness_text(row, weakness, say) for weakness in row.weaknesses))
    add(
        "label.reason",
        pair_reason_text(row, say) if row.instead is None else f"{pair_reason_text(row, say)}\n{instead_text(row.instead, say)}",
    )
    add("label.look_alikes", "\n".join(f"{alike.subject.id}{say('colon')}{alike_text(alike, say)}" for alike in row.look_alikes))
    if row.implied:
        openings = dict.fromkeys(opening_text(lead, row, say) for lead in row.implied)
        add("align.label.implied", "\n".join([implied_text(row, say), *openings]))
    if row.check is not None and row.group != "below_average":
        add("label.do", doc_of(row.check, say.lang).do)
    listing.notes += source_lines([row.child_plan, row.parent_plan], say)
    return listing


def _pairing(row: Alignment, say: Words) -> str:
    """How the two came together, or that nothing pairs with the one."""
    if row.parent is None or row.child is None:
        return say("align.explain.alone")
    same = row.parent.target.same_year(row.child.target)
    return say("align.explain.pair", years=say("align.explain.same_year" if same else "align.explain.nearest_year"))


def _numbers(row: Alignment, say: Words) -> str | None:
    """The numbers side by side, with the difference where it was judged."""
    if row.parent is None or row.child is None:
        return None
    words = {**levels_of(row, say), "parent": number_text(row.parent, say), "child": number_text(row.child, say)}
    return say("align.explain.numbers", **words) if not row.gap else say("align.explain.gap", gap=gap_of(row, say), **words)


def _not_a_pair(row: Alignment, other: Subject, say: Words) -> str:
    """Why two targets are not held against each other."""
    for alike in row.look_alikes:
        if alike.subject.id == other.id:
            why = alike_text(alike, say)
            break
    else:
        why = say("align.explain.taken" if other.indicator.id == row.subject.indicator.id else "align.explain.differ")
    return say("align.explain.not_a_pair", one=row.subject.id, other=other.id, why=why)
