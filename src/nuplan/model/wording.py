"""What qualifier words say about a number, and how far 左右 reaches.

Sources: 民法典 art. 1259 (以上 以下 以内 include the number; 超过 不满 exclude it), by analogy; GB/T 8170—2008 for 不低于,
高于 and the like.
"""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

Op = Literal["ge", "gt", "le", "lt", "about", "between"]


class Wording(NamedTuple):
    """A qualifier as printed, and the op it gives (None where it says nothing of the comparison)."""

    words: str
    op: Op | None
    slug: str


# The longer words first: what matched is not read again.
_WORDINGS: tuple[tuple[str, Op | None, str], ...] = (
    (r"(?:稳定|保持|维持)在[^，。；左右]*以上", "ge", "and_above"),
    (r"超过[^，。；]*以上", "ge", "over_and_above"),
    (r"不低于|不少于|至少", "ge", "not_below"),
    (r"不高于|不超过|不大于", "le", "not_above"),
    (r"控制在|降至|降到|下降到|压减到|以内|以下", "le", "ceiling"),
    (r"以上", "ge", "and_above"),
    (r"超过|突破|高于|多于|大于", "gt", "over"),
    (r"低于|少于|小于|不足|不满", "lt", "under"),
    (r"左右|上下|约(?=[0-9])|稳定在|维持在", "about", "about"),
    (r"力争|争取|争创", None, "strive"),
    (r"基本实现|基本建成|基本消除", None, "basic"),
    (r"全覆盖|清零|全面消除|所有|各市|县县|100%", None, "whole"),
    (r"达到|提高到|增加到|实现|建成|建设|打造|培育|新增", "ge", "reach"),
)
WIDEST = Fraction(2, 100)
"""How far 左右 reaches at most, as a share of the value."""


def read_wording(words: str) -> tuple[Wording, ...]:
    """The qualifiers in a quotation as it is read, in the order of the table, each stretch of text read once."""
    found: list[Wording] = []
    rest = words
    for pattern, op, slug in _WORDINGS:
        for match in re.finditer(pattern, rest):
            found.append(Wording(match.group(), op, slug))
        rest = re.sub(pattern, lambda match: " " * len(match.group()), rest)
    return tuple(found)


def about_tolerance(value: Decimal, least: Fraction = Fraction(0)) -> Fraction:
    """How far 左右 reaches, in the printed unit: half the last significant printed digit, at most 2 % of the value, at least `least`."""
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    trailing = 0
    for digit in reversed(digits[1:] if exponent == 0 else ()):
        if digit:
            break
        trailing += 1
    step = Fraction(10) ** (exponent + trailing)
    return max(min(step / 2, abs(Fraction(value)) * WIDEST), least)
