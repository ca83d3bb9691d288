"""NU603: the value and unit of a target against the number its words print, the prefix (万, 亿) included."""

from typing import Any

from ...model.comparison import Subject
from ...model.quantity import plain
from ...model.reading import COVERAGE, numerals, states
from ...model.unit import PERCENT

KEY = "value"


def check(subject: Subject) -> dict[str, Any] | None:
    """The number that is not printed. Words of full coverage without a numeral ask 100 % of a share."""
    target, words = subject.target, subject.words
    values = target.value if isinstance(target.value, tuple) else (target.value,)
    printed = list(numerals(words))
    for value in values:
        full = value == 100 and target.measure.dimension == PERCENT and COVERAGE.search(words) is not None
        if not full and not any(states(numeral, value, target.measure) for numeral in printed):
            return {"value": f"{plain(value)}{target.unit}", "words": target.as_printed}
    if target.tolerance is not None and not any(states(numeral, target.tolerance, target.measure) for numeral in printed):
        return {"why": "tolerance", "value": f"{plain(target.tolerance)}{target.unit}", "words": target.as_printed}
    return None


def certain(subject: Subject) -> bool:
    """Whether the words leave no other reading that a note could give: full coverage, where no other number is the value, is 100 %."""
    return COVERAGE.search(subject.words) is not None
