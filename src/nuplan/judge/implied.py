"""What the numbers of two plans say of a relative rule: the lead a year they come to, under every reading that the words leave open."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from ..model.alignment import Alignment, ImpliedLead
from ..model.duty import duties
from ..model.library import Library
from ..model.pace import Method
from ..model.plan import Plan
from ..model.quantity import rounded
from ..model.subject import Subject
from .compare import outcome
from .growth import bases, methods, yearly
from .pairing import subjects

if TYPE_CHECKING:
    from ..model.baseline import PublishedValue


def add_implied_leads(rows: list[Alignment], child: Plan, parent: Plan, library: Library) -> None:
    """Fill in the readings of each relative rule that the child must carry."""
    for row in rows:
        if row.binding and row.parent is not None and row.parent.indicator.derive is not None:
            row.implied = tuple(_implied_leads(row.parent, child, parent, library))


def _implied_leads(rule: Subject, child: Plan, parent: Plan, library: Library) -> Iterator[ImpliedLead]:
    """The readings of a rule, by base year and then by method; none where a plan has no number for the year the rule falls due."""
    derive, due = rule.indicator.derive, rule.target.due
    if derive is None or derive.less is None or due is None:
        return
    mine, theirs = (_aimed_at(plan, derive.from_, due.year, library) for plan in (child, parent))
    if mine is None or theirs is None:
        return
    duty = duties(rule.plan, rule.target, rule.indicator)[0]
    for base in bases(derive.base, child.period.from_.year, due.year):
        if (opening := _opening(child.area, parent.area, derive.from_, base, library)) is None:
            continue
        for by in methods(derive):
            ends = (*(Fraction(value.value.value) for value in opening), *mine.target.numbers, *theirs.target.numbers)
            if by == "mean_growth" and min(ends) <= 0:
                continue
            years = due.year - base
            lead = _yearly(by, opening[0], mine, years) - _yearly(by, opening[1], theirs, years)
            yield ImpliedLead(by, base, rounded(lead, -6), opening, (mine, theirs), outcome(duty, lead) == "met")


def _aimed_at(plan: Plan, indicator: str, year: int, library: Library) -> Subject | None:
    """The one number a plan sets for its whole area at the end of a year."""
    found = [
        subject
        for subject in subjects(plan, library)
        if subject.indicator.id == indicator
        and subject.target.form == "by"
        and subject.target.due is not None
        and subject.target.due.year == year
        and (subject.target.applies_to, subject.target.scope) == (None, None)
        and not isinstance(subject.target.value, tuple)
    ]
    return found[0] if len(found) == 1 else None


def _opening(child: str, parent: str, indicator: str, year: int, library: Library) -> "tuple[PublishedValue, PublishedValue] | None":
    """The published values of both areas at the end of a year, from the most trusted pages; values of two vintages do not go together."""
    known = [row for row in library.baselines if row.indicator == indicator and row.of.year == year and row.of.ends("annual")]
    known.sort(key=lambda row: row.tier)
    ours, theirs = ([row for row in known if row.area == area] for area in (child, parent))
    return next(((one, other) for one in ours for other in theirs if one.vintage == other.vintage), None)


def _yearly(by: Method, opening: "PublishedValue", aim: Subject, years: int) -> Fraction:
    """The yearly change from an opening value to a plan's number: points a year, or the compound rate in per cent (水平法)."""
    measure = aim.indicator.measure
    first = opening.value.in_unit(measure)
    assert not isinstance(aim.target.value, tuple)
    last = Fraction(aim.target.value) * aim.target.measure.factor / measure.factor
    return yearly(by, first, last, years)
