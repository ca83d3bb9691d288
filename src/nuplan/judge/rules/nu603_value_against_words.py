"""NU603: the value and unit of a target against the number its words print, the prefix (万, 亿) included."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ...model.numeral import COVERAGE, numerals, states
from ...model.quantity import plain
from ...model.reading import read
from ...model.subject import Subject
from ...model.unit import PERCENT

KEY = "value"
_OTHER_FORM = re.compile("番|倍|[一二两三四五六七八九]成|半(?!岛)|分之")


def check(subject: Subject) -> dict[str, Any] | None:
    """The number that is not printed. Words of full coverage without a numeral ask 100 % of a share."""
    target, value = subject.target, _not_printed(subject)
    if value is not None:
        return {"value": f"{plain(value)}{target.unit}", "words": target.as_printed}
    if target.tolerance is not None and not _prints(subject, target.tolerance):
        return {"why": "tolerance", "value": f"{plain(target.tolerance)}{target.unit}", "words": target.as_printed}
    return None


def certain(subject: Subject) -> bool:
    """Whether no note can give the reading: not that of all of a share, of another form (翻一番, 七成) or of a unit printed apart."""
    value, words = _not_printed(subject), read(subject.target.as_printed)
    if value is None or COVERAGE.search(words) is not None:
        return value is not None
    apart = any(numeral.value == Fraction(value) for numeral in numerals(words))
    return not (apart or _is_whole(subject, value) or _OTHER_FORM.search(words))


def _not_printed(subject: Subject) -> Decimal | None:
    target = subject.target
    for value in target.value if isinstance(target.value, tuple) else (target.value,):
        full = _is_whole(subject, value) and COVERAGE.search(read(subject.target.as_printed)) is not None
        if not full and not _prints(subject, value):
            return value
    return None


def _is_whole(subject: Subject, value: Decimal) -> bool:
    return value == 100 and subject.target.measure.dimension == PERCENT


def _prints(subject: Subject, value: Decimal) -> bool:
    return any(states(numeral, value, subject.target.measure) for numeral in numerals(read(subject.target.as_printed)))
