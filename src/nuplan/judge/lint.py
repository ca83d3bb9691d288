"""Plan lint (NU6): an encoding held against its own words and against the library. Each rule stands in a file of judge/rules."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ..model.comparison import Noted
from ..model.finding import Finding
from ..model.library import Library, Locate
from ..model.plan import Plan
from ..model.subject import Subject
from .offence import Offence
from .rules import (
    nu601_unknown_plan_named,
    nu602_op_against_words,
    nu603_value_against_words,
    nu604_date_against_words,
    nu605_modality_against_words,
    nu606_basic_against_words,
    nu607_addressee_against_words,
    nu608_cascade_contradiction,
    nu609_duplicate_target,
    nu610_look_alike_words,
    nu611_version_without_change,
    nu612_id_against_target,
    nu613_date_outside_period,
    nu614_link_without_words,
    nu615_impossible_value,
)


class TargetRule(NamedTuple):
    """A rule of one target: the key its offence stands under, and what finds it."""

    key: str
    check: Callable[[Subject], dict[str, Any] | None]


WORD_RULES: dict[str, TargetRule] = {
    "NU602": TargetRule(nu602_op_against_words.KEY, nu602_op_against_words.check),
    "NU603": TargetRule(nu603_value_against_words.KEY, nu603_value_against_words.check),
    "NU604": TargetRule(nu604_date_against_words.KEY, nu604_date_against_words.check),
    "NU605": TargetRule(nu605_modality_against_words.KEY, nu605_modality_against_words.check),
    "NU606": TargetRule(nu606_basic_against_words.KEY, nu606_basic_against_words.check),
    "NU607": TargetRule(nu607_addressee_against_words.KEY, nu607_addressee_against_words.check),
    "NU610": TargetRule(nu610_look_alike_words.KEY, nu610_look_alike_words.check),
}
"""Rules that read the words of a target; a note on the target, which tells how they were read, silences them."""

OTHER_RULES: dict[str, TargetRule] = {
    "NU608": TargetRule(nu608_cascade_contradiction.KEY, nu608_cascade_contradiction.check),
    "NU612": TargetRule(nu612_id_against_target.KEY, nu612_id_against_target.check),
    "NU615": TargetRule(nu615_impossible_value.KEY, nu615_impossible_value.check),
}

PLAN_RULES: dict[str, Callable[[Plan, Library], Iterator[Offence]]] = {
    "NU601": nu601_unknown_plan_named.check,
    "NU609": nu609_duplicate_target.check,
    "NU611": nu611_version_without_change.check,
    "NU613": nu613_date_outside_period.check,
    "NU614": nu614_link_without_words.check,
}


def lint(plan: Plan, library: Library, locate: Locate) -> tuple[list[Finding], list[Noted]]:
    """The findings of one plan from top to bottom, and its targets with a note."""
    found = [
        Finding(check, locate(offence.key), offence.values, target=_name(plan, offence.target))
        for check, rule in PLAN_RULES.items()
        for offence in rule(plan, library)
    ]
    noted: list[Noted] = []
    for index, target in enumerate(plan.targets):
        subject = Subject(plan, target, library.indicators[target.indicator], library)
        found += _of_target(subject, index, OTHER_RULES, locate)
        of_words = _of_target(subject, index, WORD_RULES, locate)
        if target.note is None:
            found += of_words
        else:
            noted.append(Noted(subject, tuple(of_words)))
    return sorted(found, key=lambda finding: (finding.location.line or 0, finding.location.column or 0, finding.check)), noted


def _of_target(subject: Subject, index: int, rules: dict[str, TargetRule], locate: Locate) -> list[Finding]:
    """The findings of some rules on one target."""
    found = []
    for check, rule in rules.items():
        if (values := rule.check(subject)) is not None:
            place = locate(("targets", index, rule.key))
            found.append(Finding(check, place, values, target=_name(subject.plan, subject.target.id), indicator=subject.indicator.id))
    return found


def _name(plan: Plan, target: str | None) -> str | None:
    return None if target is None else f"{plan.id}/{target}"
