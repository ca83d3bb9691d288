"""What several renderings say of the same pair: its verdict, its weaknesses, and why it was judged so."""

from collections import Counter
from fractions import Fraction

from ..model.alignment import ANSWERS, Alignment, ImpliedLead, LookAlike, Weakness
from ..model.library import Library
from ..model.plan import Plan
from ..model.quantity import exact_decimal, plain, rounded
from ..model.reading import read
from ..model.subject import Subject
from ..model.wording import read_wording
from ..text import Words
from .facts import clause_text, signed_text
from .messages import said
from .targets import due_of, number_text, window_text


def levels(child: Plan, parent: Plan, library: Library, say: Words) -> dict[str, str]:
    """The words for the levels of two plans, which fill the placeholders of sentences: 省级 and 市级, or 市级 and 县级."""
    here, above = library.areas[child.area].level, library.areas[parent.area].level
    return {"above": say(f"align.level.{above}"), "here": say(f"align.level.{here}"), "places": say(f"align.places.{here}")}


def levels_of(row: Alignment, say: Words) -> dict[str, str]:
    """The same for a row."""
    return levels(row.child_plan, row.parent_plan, row.subject.library, say)


def verdict_text(row: Alignment, say: Words) -> str:
    """The verdict; below an average, which nobody below must reach, it says so."""
    return say(f"align.verdict.{row.group if row.group == 'below_average' else row.verdict}", **levels_of(row, say))


def pair_name(row: Alignment, say: Words) -> str:
    """The indicator, with the scope of the parent's target."""
    subject = row.subject
    name = say.name(subject.indicator)
    if subject.target.scope is None:
        return name
    return f"{name}（{subject.target.scope}）" if say.lang == "zh" else f"{name} ({subject.target.scope})"


def why_text(row: Alignment, say: Words) -> str:
    """The reason and the weaknesses on one line, with the look-alikes and what the numbers imply."""
    weak = [weakness_text(row, weakness, say) for weakness in row.weaknesses]
    reason = pair_reason_text(row, say)
    parts = [*weak, reason] if row.verdict == "weaker" else [reason, *weak]
    parts += [instead_text(row.instead, say)] if row.instead is not None else []
    parts += [alike_text(alike, say) for alike in row.look_alikes]
    parts += [implied_text(row, say)] if row.implied else []
    return say.clauses(filter(None, parts))


def instead_text(rule: Subject, say: Words) -> str:
    """The rule that is addressed to the child where an average is not."""
    return say("align.instead", target=rule.target.as_printed, clause=clause_text(rule.target.clause, say))


def weakness_text(row: Alignment, weakness: Weakness, say: Words) -> str:
    """In what the child's target is weaker, with the words of both."""
    parent, child = row.parent, row.child
    assert parent is not None
    assert child is not None
    return say(f"align.weak.{weakness}", parent=_about(weakness, parent, say), child=_about(weakness, child, say), **levels_of(row, say))


def _about(weakness: Weakness, side: Subject, say: Words) -> str:
    """What a target says of the thing in which one of the two is weaker."""
    target = side.target
    if weakness == "wording":
        qualifiers = [wording.words for wording in read_wording(read(target.as_printed)) if wording.op == target.op]
        return f"“{qualifiers[0]}”" if qualifiers else say("align.no_qualifier")
    if weakness == "modality":
        return say(f"modality.{target.modality}")
    if weakness == "date":
        return _time_text(side, say)
    if target.scope is None and isinstance(target.applies_to, str):
        return say(f"who.{target.applies_to}")
    return target.scope or say("align.scope.whole")


def _time_text(side: Subject, say: Words) -> str:
    """The day a target falls due, or its years, or its window."""
    target = side.target
    if target.each_year is not None:
        return say.join(map(str, target.each_year))
    if target.throughout is not None and not isinstance(target.throughout.from_, str):
        return window_text(target.throughout, say)
    return due_of(side, say)


def pair_reason_text(row: Alignment, say: Words) -> str:
    """Why the verdict is what it is, in one sentence."""
    words = levels_of(row, say)
    if row.parent is not None:
        target = row.parent.target
        words["due"] = due_of(row.parent, say)
        words["area"] = say.name(row.parent.library.areas[row.parent_plan.area])
        if isinstance(target.applies_to, tuple):
            words["names"] = say.join(say.name(row.parent.library.areas[area]) for area in target.applies_to)
        if row.gap is not None:
            words["gap"] = gap_of(row, say)
    if row.allocation is not None:
        words["allocated"] = number_text(row.allocation, say)
    if row.share is not None:
        words["share"] = _two_places(row.share)
    if row.population_share is not None:
        words["people"] = _two_places(row.population_share)
    return say(f"align.reason.{_reason_key(row)}", **words)


def _reason_key(row: Alignment) -> str:
    """The sentence of a reason: by the cascade where it is below, by what is known of people where it is a share."""
    if row.reason == "below":
        return f"below.{row.cascade}"
    if row.reason in ("share", "share_start") and row.population_share is None:
        return f"{row.reason}_only"
    if row.reason == "more" and not row.gap:
        return "more_firm"
    return "binds_allocated" if row.reason == "binds" and row.allocation is not None else row.reason


def gap_of(row: Alignment, say: Words) -> str:
    """The gap in the unit of what the child's number was held against; without a sign where the sentence says which way it goes."""
    assert row.gap is not None
    held_against = row.allocation or row.parent
    assert held_against is not None
    return signed_text(abs(exact_decimal(row.gap)), held_against.target.unit, say).removeprefix("+")


def _two_places(number: Fraction) -> str:
    return plain(rounded(number, -2).normalize())


def alike_text(alike: LookAlike, say: Words) -> str:
    """A look-alike and why it is none: the reason of the registry, another kind of time, other places."""
    return say(f"align.alike.{alike.why}", target=alike.subject.target.as_printed, words=alike.words)


def implied_text(row: Alignment, say: Words) -> str:
    """What the numbers of both plans come to under every reading of a relative rule."""
    areas = row.subject.library.areas
    child, parent = row.implied[0].ends
    readings = say.join(reading_text(lead, say) for lead in row.implied)
    said = say(
        "align.implied",
        child=f"{say.name(areas[row.child_plan.area])} {number_text(child, say)}",
        parent=f"{say.name(areas[row.parent_plan.area])} {number_text(parent, say)}",
        readings=readings,
    )
    if len(row.implied) == 1:
        return said
    agree = len({lead.holds for lead in row.implied}) == 1
    return say.clauses((said, say("align.implied.agree" if agree else "align.implied.open")))


def reading_text(lead: ImpliedLead, say: Words) -> str:
    """One reading: base year, method, the lead, and whether it keeps the rule."""
    kept = say(f"align.implied.{'holds' if lead.holds else 'fails'}")
    method = say(f"align.implied.{lead.by}")
    return say("align.implied.reading", base=lead.base, method=method, lead=rounded(Fraction(lead.lead), -3), holds=kept)


def opening_text(lead: ImpliedLead, row: Alignment, say: Words) -> str:
    """The published values a reading starts from, with the tier of their pages."""
    areas = row.subject.library.areas
    child, parent = lead.opening
    return say(
        "align.implied.opening",
        base=lead.base,
        child=say.name(areas[child.area]),
        parent=say.name(areas[parent.area]),
        child_value=said(child.value, say),
        parent_value=said(parent.value, say),
        child_tier=child.tier,
        parent_tier=parent.tier,
        vintage=say("not_stated") if child.vintage == "not_stated" else child.vintage,
    )


def verdict_counts(rows: list[Alignment], say: Words) -> str:
    """与省级一致 12、… in the order of the verdicts."""
    counted = Counter(verdict_text(row, say) for row in sorted(rows, key=lambda row: ANSWERS.index(row.verdict)))
    return say.join(say("count.format", name=name, count=count) for name, count in counted.items())
