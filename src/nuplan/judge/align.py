"""A plan held against the plan above it: what it must carry, what it carries, and where its words are weaker.

A number of the parent is never simply compared with the child's: how it bears on the areas below (its cascade) decides what is compared.
"""

from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from ..model.alignment import GROUPS, Alignment, Answer, LookAlike, Weakness
from ..model.area import Area
from ..model.library import Library
from ..model.plan import Plan, PlanPeriod, Target
from ..model.subject import Pair, Subject
from .bearing import bears
from .demand import accepted, stricter, within
from .pairing import pair, subjects


class Desk(NamedTuple):
    """Both plans side by side: the targets of each that nothing of the other pairs with, and the rules on a lead that bear on the child."""

    child: Plan
    parent: Plan
    library: Library
    area: Area
    unanswered: list[Subject]
    own: list[Subject]
    rules: list[Subject]
    allocated: list[Subject]


class Comparison(NamedTuple):
    """What a comparison of two targets comes to."""

    verdict: Answer
    reason: str
    weaknesses: tuple[Weakness, ...] = ()
    gap: Fraction | None = None


def align(child: Plan, parent: Plan, library: Library) -> list[Alignment]:
    """Every target of both plans exactly once, in the order of reading: what is below or weaker first, the child's own last."""
    area, above = library.areas[child.area], subjects(parent, library)
    pairs = pair(above, subjects(child, library))
    unanswered = [both.one for both in pairs if both.one is not None and both.other is None]
    own = [both.other for both in pairs if both.other is not None and both.one is None]
    rules = [one for one in above if one.indicator.derive is not None and bears(one.target, area)]
    desk = Desk(child, parent, library, area, unanswered, own, rules, _allocated(child, parent, library))
    return sorted((_row(both, desk) for both in pairs), key=_reading_order)


def _row(both: Pair, desk: Desk) -> Alignment:
    one, other = both.one, both.other
    if one is None:
        assert other is not None
        alikes = _look_alikes(other, desk.unanswered, desk.library)
        return _alignment(desk, None, other, Comparison("child_only", "own_look_alikes" if alikes else "own"), look_alikes=alikes)
    binding = bears(one.target, desk.area)
    apart = _not_addressed(one.target, desk.area)
    if other is None:
        return _unanswered(one, binding, apart, desk)
    if apart is not None:
        return _alignment(desk, one, other, Comparison("not_judged", apart))
    if one.target.cascade is not None and one.target.cascade.as_ == "total":
        return _total(one, other, desk)
    row = _alignment(desk, one, other, compare(one, other), binding=binding)
    row.instead = None if binding else _relative_rule(one, desk)
    return row


def _relative_rule(one: Subject, desk: Desk) -> Subject | None:
    """The parent's rule on a lead of the same series that addresses the child, where there is one."""
    return next((rule for rule in desk.rules if rule.indicator.derive and rule.indicator.derive.from_ == one.indicator.id), None)


def _alignment(
    desk: Desk,
    one: Subject | None,
    other: Subject | None,
    found: Comparison,
    *,
    binding: bool = False,
    look_alikes: tuple[LookAlike, ...] = (),
) -> Alignment:
    row = Alignment(desk.parent, desk.child, one, other, found.verdict, found.reason, found.weaknesses)
    row.binding, row.gap, row.look_alikes = binding, found.gap, look_alikes
    return row


def _reading_order(row: Alignment) -> tuple[int, bool]:
    """Where a row stands: under its heading, and there what must be reached before service levels."""
    return GROUPS.index(row.group), not row.binding if row.verdict == "below" else False


def _not_addressed(target: Target, area: Area) -> str | None:
    """Why a target of the parent does not bear on an area at all; None where it may."""
    if target.cascade is None:
        return "no_cascade"
    if isinstance(target.applies_to, tuple):
        return None if area.id in target.applies_to else "named_elsewhere"
    if target.applies_to == "each_city" and area.level != "city":
        return "cities_only"
    return "none" if target.cascade.as_ == "none" else None


def _unanswered(one: Subject, binding: bool, apart: str | None, desk: Desk) -> Alignment:
    """A target of the parent that nothing in the child plan pairs with."""
    allocation = _allocation(one, desk)
    binding = binding or allocation is not None
    alikes = _look_alikes(one, desk.own, desk.library)
    if apart is not None:
        found = Comparison("not_judged", apart)
    elif _outside(one.target, desk.child.period):
        found, binding = Comparison("not_judged", "outside_period"), False
    elif _may_be_missing(one.target, desk):
        found = Comparison("unknown", "copy_incomplete")
    elif alikes:
        found = Comparison("not_comparable", "look_alikes")
    else:
        found = Comparison("absent", "binds" if binding else "free")
    row = _alignment(desk, one, None, found, binding=binding, look_alikes=() if found.verdict == "not_judged" else alikes)
    row.allocation = allocation
    return row


def _may_be_missing(target: Target, desk: Desk) -> bool:
    """Whether the part that the child's copy lacks may answer a target.

    `may_answer` speaks of the plan that the child carries out; of any other plan nothing is known, so that each target may be meant.
    """
    gaps = desk.child.source.missing
    if desk.child.implements is None or desk.child.implements.plan != desk.parent.id:
        return bool(gaps)
    return any(target.clause in gap.may_answer for gap in gaps)


def _outside(target: Target, period: PlanPeriod) -> bool:
    """Whether a target falls due before the period of another plan begins or after it ends, so that the plan need not carry it."""
    return all(day is not None and not period.from_ <= day <= period.to for day in _dues(target))


def _dues(target: Target) -> tuple[date | None, ...]:
    return (target.due,) if target.each_year is None else tuple(date(year, 12, 31) for year in target.each_year)


def _look_alikes(subject: Subject, others: list[Subject], library: Library) -> tuple[LookAlike, ...]:
    """Targets left over in the other plan that look like this one: of a look-alike indicator, or of the same one in another form."""
    alikes = library.look_alikes(subject.indicator.id)
    found: list[LookAlike] = []
    for other in others:
        if other.indicator.id == subject.indicator.id:
            found.append(LookAlike(other, "form" if other.target.form != subject.target.form else "addressee"))
        elif other.indicator.id in alikes:
            found.append(LookAlike(other, "look_alike", alikes[other.indicator.id]))
    return tuple(found)


def _allocated(child: Plan, parent: Plan, library: Library) -> list[Subject]:
    """What allocations of the parent's area (分解下达) give the child's area, of those that no other replaces."""
    plans = [plan for plan in library.plans.values() if plan.kind == "allocation" and plan.area == parent.area]
    replaced = {plan.supersedes.plan for plan in plans if plan.supersedes is not None}
    return [
        subject
        for plan in plans
        if plan.id not in replaced
        for subject in subjects(plan, library)
        if isinstance(subject.target.applies_to, tuple) and child.area in subject.target.applies_to
    ]


def _allocation(one: Subject, desk: Desk) -> Subject | None:
    """The allocated part of a total: the one target of an allocation for the same indicator and time. Two that differ give none."""
    if one.target.cascade is None or one.target.cascade.as_ != "total":
        return None
    found = [
        other
        for other in desk.allocated
        if (other.indicator.id, other.target.form, other.target.due) == (one.indicator.id, one.target.form, one.target.due)
    ]
    return found[0] if len(found) == 1 else None


def _total(one: Subject, other: Subject, desk: Desk) -> Alignment:
    """A total is not held against one area: its allocated part is where one is encoded, else the area's share is told."""
    if (allocation := _allocation(one, desk)) is not None:
        found = compare(allocation, other)
        row = _alignment(desk, one, other, found._replace(reason="allocated" if found.verdict == "below" else found.reason), binding=True)
        row.allocation = allocation
        return row
    row = _alignment(desk, one, other, Comparison("not_judged", "share", _weaknesses(one, other, worded=_weaker_words(one, other))))
    whole = max(one.target.numbers)
    if windows(one.target, other.target) == "differ" or not one.target.same_year(other.target) or not whole:
        row.reason = "share_window" if whole else "share_of_nothing"
        return row
    row.share = 100 * max(other.target.numbers) / whole
    row.population_share = _population_share(desk)
    if windows(one.target, other.target) == "not_stated":
        row.reason = "share_start"
    return row


def _population_share(desk: Desk) -> Fraction | None:
    """The child's part of the parent's people in per cent, by the latest day on which both are known."""
    above = {entry.date: entry.value for entry in desk.library.areas[desk.parent.area].population}
    here = {entry.date: entry.value for entry in desk.area.population}
    both = sorted(above.keys() & here.keys())
    return Fraction(here[both[-1]]) / Fraction(above[both[-1]]) * 100 if both and above[both[-1]] else None


def windows(one: Target, other: Target) -> Literal["same", "differ", "not_stated"]:
    """Whether sums and means count over one window: the same, differ, or not_stated where both are alike and neither start is stated."""
    if one.sum is None and one.mean is None:
        return "same"
    if one.span != other.span:
        return "differ"
    return "not_stated" if one.span is not None and one.span.from_ == "not_stated" else "same"


def compare(one: Subject, other: Subject) -> Comparison:
    """The child's target held against the one that it must not be weaker than."""
    if windows(one.target, other.target) == "differ":
        return Comparison("not_comparable", "window")
    alike = (one.target.op, one.target.tolerance, one.target.numbers) == (other.target.op, other.target.tolerance, other.target.numbers)
    enough = alike or within(accepted(other, Fraction(0), tolerant=True), accepted(one, Fraction(0), tolerant=True))
    below = not enough and not _numbers_hold(one, other)
    worded = not enough and (not below or _weaker_words(one, other))
    weaknesses = _weaknesses(one, other, worded=worded)
    gap = _gap(one, other)
    if below and _only_earlier(one.target, other.target):
        if _outside(one.target, other.plan.period):
            return Comparison("not_judged", "outside_period")
        return Comparison("weaker", "earlier", ("date",), gap)
    if below:
        return Comparison("below", "below", weaknesses, gap)
    if weaknesses:
        return Comparison("weaker", "weaker", weaknesses, gap)
    if _asks_more(one, other):
        return Comparison("exceeds", "more", (), gap)
    return Comparison("equal", "within_about" if gap is not None and gap < 0 else "same", (), gap)


def _numbers_hold(one: Subject, other: Subject) -> bool:
    """Whether the child's numbers, as they are printed, are no lower than the parent's; of 突破 the number itself is none lower."""
    low, high = (end and (end[0], False) for end in accepted(one, Fraction(0), tolerant=True))
    return all(within(((number, False), (number, False)), (low, high)) for number in other.target.numbers)


def _weaker_words(one: Subject, other: Subject) -> bool:
    """Whether the child's wording asks less, as if both had one number; the same wording never does."""
    return one.target.op != other.target.op and stricter(one, other, same_number=True) == "one"


def _weaknesses(one: Subject, other: Subject, *, worded: bool) -> tuple[Weakness, ...]:
    """In what the child's target is weaker, apart from its number."""
    a, b = one.target, other.target
    found: list[Weakness] = ["wording"] if worded else []
    if (a.modality == "shall" and b.modality == "strive") or (a.nature == "binding" and b.nature == "indicative"):
        found.append("modality")
    if _later(a, other):
        found.append("date")
    if _covers_less(a, other):
        found.append("scope")
    if b.basic and not a.basic:
        found.append("basic")
    return tuple(found)


def _later(target: Target, other: Subject) -> bool:
    """Whether the child's target falls due later, is not dated, or leaves out a part of the time that lies in its plan's period."""
    answer, period = other.target, other.plan.period
    if target.each_year is not None and answer.each_year is not None:
        asked = {year for year in target.each_year if period.from_.year <= year <= period.to.year} or set(target.each_year)
        return not asked <= set(answer.each_year)
    if target.throughout is not None and answer.throughout is not None:
        return _covers_less_time(target, answer, period)
    return target.due is not None and (answer.due is None or answer.due > target.due)


def _covers_less_time(target: Target, answer: Target, period: PlanPeriod) -> bool:
    """Whether a window is not held over as much of the plan's period as the parent asks."""
    assert target.throughout is not None
    assert answer.throughout is not None
    asked, held = target.throughout, answer.throughout
    if isinstance(held.from_, str):
        starts_late = not isinstance(asked.from_, str)
    else:
        starts_late = held.from_ > (period.from_ if isinstance(asked.from_, str) else max(asked.from_, period.from_))
    return starts_late or held.to < min(asked.to, period.to)


def _only_earlier(target: Target, answer: Target) -> bool:
    """Whether the child's target is a step on the way: it falls due in an earlier year than the parent's."""
    return target.due is not None and answer.due is not None and answer.due.year < target.due.year


def _covers_less(target: Target, other: Subject) -> bool:
    """Whether the child's target covers only part of what the parent's does, or asks of the whole what the parent asks of each place."""
    answer = other.target
    if answer.scope is not None and answer.scope != target.scope:
        return True
    each = target.applies_to == "each_county" and other.library.areas[other.plan.area].level == "city"
    whole = answer.value == 100 and other.indicator.counts is not None
    return each and answer.applies_to != "each_county" and not whole


def _asks_more(one: Subject, other: Subject) -> bool:
    """Whether the child's target, which is nowhere weaker, is somewhere stronger."""
    a, b = one.target, other.target
    firmer = (a.modality == "strive" and b.modality == "shall") or (a.basic and not b.basic) or (a.scope is not None and b.scope is None)
    sooner = a.throughout is None and b.due is not None and (a.due is None or b.due < a.due)
    return firmer or sooner or stricter(one, other) == "other"


def _gap(one: Subject, other: Subject) -> Fraction:
    """How far the child's number is beyond the parent's, in the parent's unit; a shortfall is negative, whatever the direction."""
    asked, answered = one.target.numbers, other.target.numbers
    low, high = accepted(one, Fraction(0), tolerant=False)
    ends = ([] if low is None else [min(answered) - min(asked)]) + ([] if high is None else [max(asked) - max(answered)])
    return min(ends) / one.target.measure.factor
