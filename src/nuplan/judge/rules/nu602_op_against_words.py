"""NU602: the op of a target against the qualifier printed at its number.

Only the qualifier that touches the number and its unit counts: one elsewhere belongs to a threshold or to another number. Sources: 民法典
art. 1259 and GB/T 8170—2008, as in model/wording.
"""

import re
from typing import Any

from ...model.numeral import Numeral, numerals, states
from ...model.plan import Target
from ...model.reading import read
from ...model.subject import Subject

KEY = "op"
_BEFORE: tuple[tuple[str, str], ...] = (
    (r"不低于|不少于|至少|不小于", "ge"),
    (r"不高于|不超过|不大于|不多于|控制在|降至|降到|降低到|下降到|下降至|压减到|压减至", "le"),
    (r"超过|突破|高于|多于|大于", "gt"),
    (r"低于|少于|小于|不足|不满", "lt"),
    (r"稳定在|维持在|保持在|约|大约", "about"),
)
_AFTER: tuple[tuple[str, str], ...] = ((r"左右|上下", "about"), (r"(?:及|或)?以上", "ge"), (r"(?:及|或)?以内|(?:及|或)?以下", "le"))


def check(subject: Subject) -> dict[str, Any] | None:
    """The op, the op the words give; or a ceiling on what is wanted, a floor under what is not."""
    target, direction = subject.target, subject.indicator.direction
    printed = _op_of(target, read(target.as_printed), direction)
    if printed is not None and printed != target.op:
        return {"why": "words", "op": target.op, "read": printed, "words": target.as_printed}
    against = {"up": ("le", "lt"), "down": ("ge", "gt")}.get(direction, ())
    if target.op in against:
        return {"why": "direction", "op": target.op, "read": "", "words": target.as_printed}
    return None


def _op_of(target: Target, words: str, direction: str) -> str | None:
    """The op that the words at the target's number give; None where its number is not printed."""
    if isinstance(target.value, tuple):
        return "between"
    printed = [numeral for numeral in numerals(words) if states(numeral, target.value, target.measure)]
    if not printed:
        return None
    readings = {_at(words, numeral, direction) for numeral in printed}
    return target.op if target.op in readings else readings.pop()


def _at(words: str, numeral: Numeral, direction: str) -> str:
    before, after = words[: numeral.start], words[numeral.unit_end :]
    leading = next((op for pattern, op in _BEFORE if re.search(rf"(?:{pattern})$", before)), None)
    trailing = next((op for pattern, op in _AFTER if re.match(pattern, after)), None)
    if leading == "gt" and trailing == "ge":
        return "ge"
    return trailing or leading or ("le" if direction == "down" else "ge")
