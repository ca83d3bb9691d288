"""Where plans of one area ask differently of the same thing, and what only looks like it."""

from collections.abc import Iterator
from itertools import combinations

from ..model.comparison import Conflict, Conflicts, NotCompared, Path
from ..model.library import Library
from ..model.plan import Plan
from ..model.subject import Pair, Subject
from .demand import stricter
from .difference import differences
from .pairing import pair, same_places, subjects


def find_conflicts(library: Library) -> Iterator[Conflicts]:
    """The comparison of the plans of each area that has more than one, in the order of the areas."""
    for area in sorted(library.areas.values(), key=lambda area: area.code):
        plans = [plan for plan in library.plans.values() if plan.area == area.id and plan.kind == "plan"]
        if len(plans) > 1:
            yield _of_area(area.id, sorted(plans, key=lambda plan: (plan.period.from_, plan.id)), library)


def _of_area(area: str, plans: list[Plan], library: Library) -> Conflicts:
    found = Conflicts(area, [], [], [], [])
    for one, other in combinations(plans, 2):
        if one.period.from_ > other.period.to or other.period.from_ > one.period.to or _replaced(one, other):
            continue
        ours, theirs = subjects(one, library), subjects(other, library)
        for both in pair(ours, theirs):
            _sort_in(both, found)
        found.not_compared.extend(_asked_otherwise(ours, theirs))
        found.not_compared.extend(_look_alikes(ours, theirs, library))
    found.paths.extend(_paths(plans, library))
    return found


def _replaced(one: Plan, other: Plan) -> bool:
    """Whether one of the two says that it replaces the other."""
    return any(plan.supersedes is not None and plan.supersedes.plan == old.id for plan, old in ((one, other), (other, one)))


def _sort_in(both: Pair, found: Conflicts) -> None:
    """One pair into its list: the same number and words into none, other years into the paths, which are made apart."""
    one, other = both.one, both.other
    if one is None or other is None or not same_places(one.target, other.target):
        return
    if not one.target.counts_over_same(other.target):
        found.not_compared.append(NotCompared(one, other, "window"))
    elif both.years == "equal" and (changes := differences(one, other)):
        number = any(change.kind == "value" for change in changes)
        (found.conflicts if number else found.wordings).append(_conflict(one, other))


def _conflict(one: Subject, other: Subject) -> Conflict:
    by_name = {"one": one, "other": other}
    issued = (one.plan.document.issued, other.plan.document.issued)
    later = None
    if not isinstance(issued[0], str) and not isinstance(issued[1], str) and issued[0] != issued[1]:
        later = one.plan if issued[0] > issued[1] else other.plan
    return Conflict(one, other, by_name.get(stricter(one, other)), later)


def _asked_otherwise(ours: list[Subject], theirs: list[Subject]) -> Iterator[NotCompared]:
    """Targets of one indicator for the same year that other places are asked for, or in another form of time with no partner in its own."""
    forms = [{(subject.indicator.id, subject.target.form) for subject in plan} for plan in (ours, theirs)]
    for one in ours:
        for other in theirs:
            a, b = one.target, other.target
            if one.indicator.id != other.indicator.id or not a.same_year(b):
                continue
            if a.form == b.form and not same_places(a, b):
                yield NotCompared(one, other, "addressee")
            elif (a.indicator, a.form) not in forms[1] and (b.indicator, b.form) not in forms[0]:
                yield NotCompared(one, other, "form")


def _look_alikes(ours: list[Subject], theirs: list[Subject], library: Library) -> Iterator[NotCompared]:
    """Targets of look-alike indicators, where neither plan has the other's indicator."""
    mine, yours = {one.indicator.id for one in ours}, {other.indicator.id for other in theirs}
    for one in ours:
        alikes = library.look_alikes(one.indicator.id) if one.indicator.id not in yours else {}
        for other in theirs:
            if other.indicator.id in alikes and other.indicator.id not in mine:
                yield NotCompared(one, other, "look_alike", alikes[other.indicator.id])


def _paths(plans: list[Plan], library: Library) -> Iterator[Path]:
    """The targets of each indicator and addressee that fall due in different years."""
    groups: dict[object, list[Subject]] = {}
    for plan in plans:
        for subject in subjects(plan, library):
            target = subject.target
            if target.span is None:
                groups.setdefault((target.indicator, target.form, target.applies_to, target.scope), []).append(subject)
    for steps in groups.values():
        if len({step.target.due and step.target.due.year for step in steps}) > 1:
            steps.sort(key=lambda step: (step.target.due is None, step.target.due, step.plan.id))
            yield Path(tuple(steps), _reverses(steps))


def _reverses(steps: list[Subject]) -> bool:
    """Whether a target asks less than one of an earlier year."""
    dated = [step for step in steps if step.target.due is not None]
    return any(
        stricter(early, late) == "one"
        for early, late in combinations(dated, 2)
        if early.target.due is not None and late.target.due is not None and early.target.due.year < late.target.due.year
    )
