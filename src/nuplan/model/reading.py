"""Printed words as they are compared and as they are read.

A quotation is compared letter by letter, without white space and with full-width forms folded. To be read, it is also stripped of pinyin in
brackets, and the characters of qualifiers, units and numerals are taken in their simplified form. Each letter keeps its place in the text
it comes from.
"""

import re
from functools import lru_cache
from typing import NamedTuple

Span = tuple[int, int]
"""From a place of the text up to, and without, another."""

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIMPLE = str.maketrans(
    "萬兩個箇爭於畝億會體內農減劃製壓縣雙臺號嚮噸場塊處實傢盡屆歲島帶應張戶護時權條滿點現蓋穩係約線統維緻規計設識輛達過進裡鐘間數門頃項採創級運營區鎮類",
    "万两个个争于亩亿会体内农减划制压县双台号向吨场块处实家尽届岁岛带应张户护时权条满点现盖稳系约线统维致规计设识辆达过进里钟间数门顷项采创级运营区镇类",
)
_DIGIT_PAIR = re.compile("[0-9]{2}")
_PINYIN = re.compile(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]+\)")


class Reading(NamedTuple):
    """A text with where each of its letters stands in the text it was made from."""

    text: str
    at: tuple[int, ...]

    def place(self, start: int, end: int) -> Span:
        """The stretch of the original text that a stretch of this one comes from."""
        return self.at[start], self.at[end - 1] + 1

    def starts(self, words: str) -> list[int]:
        """Where words begin, the overlapping ones included; not where they begin or end amid the digits of a number."""
        found: list[int] = []
        start = self.text.find(words) if words else -1
        while start >= 0:
            if not self._cuts(start) and not self._cuts(start + len(words)):
                found.append(start)
            start = self.text.find(words, start + 1)
        return found

    def _cuts(self, at: int) -> bool:
        """Whether two digits of one number stand on either side of a place."""
        near = self.text[max(0, at - 1) : at + 1]
        return len(near) == 2 and _DIGIT_PAIR.fullmatch(near) is not None and self.at[at] == self.at[at - 1] + 1

    def spans(self, words: str) -> list[Span]:
        """Where words stand in the original text."""
        return [self.place(start, start + len(words)) for start in self.starts(words)]


def quoted(text: str) -> str:
    """A text as quotations are compared: no white space, full-width forms folded."""
    return "".join(text.translate(_WIDE).split())


def as_quoted(text: str, start: int = 0, end: int | None = None) -> Reading:
    """A stretch of a text as quotations are compared, with its places."""
    kept = [(letter, start + index) for index, letter in enumerate(text[start:end].translate(_WIDE)) if not letter.isspace()]
    return Reading("".join(letter for letter, _ in kept), tuple(place for _, place in kept))


def as_read(text: str, start: int = 0, end: int | None = None) -> Reading:
    """A stretch of a text as it is read: folded, without pinyin, the characters of qualifiers, units and numerals simplified."""
    plain = as_quoted(text, start, end)
    gone = {index for match in _PINYIN.finditer(plain.text) for index in range(*match.span())}
    kept = [index for index in range(len(plain.text)) if index not in gone]
    return Reading("".join(plain.text[index] for index in kept).translate(_SIMPLE), tuple(plain.at[index] for index in kept))


def is_traditional(text: str) -> bool:
    """Whether a text is in traditional characters, as far as those that are simplified to be read tell."""
    return text.translate(_SIMPLE) != text


@lru_cache(maxsize=512)
def read(text: str) -> str:
    """A text as it is read."""
    return as_read(text).text
