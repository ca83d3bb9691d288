"""Printed words as they are compared and as they are read: folded quotations, numerals, words of full coverage.

A quotation is compared letter by letter, without white space and with full-width forms folded. To be read, it is also stripped of pinyin in
brackets, and the characters of qualifiers, units and numerals are taken in their simplified form. Each letter keeps its place in the text
it comes from.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from .unit import NUMBER, UNITS, Unit, parse_unit

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


class Numeral(NamedTuple):
    """A number in a text as read: where it stands, its value where it has one, the unit printed after it and where that ends."""

    start: int
    end: int
    value: Fraction | None
    unit: Unit | None
    unit_end: int


_DIGITS = {letter: value for value, letter in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "双": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8}
_THOUSAND = "千(?![瓦米克])"  # else it begins a unit
_NUMERAL = re.compile(
    rf"[0-9]+(?:,[0-9]{{3}}(?![0-9]))*(?:\.[0-9]+)?(?:[十百万亿]|{_THOUSAND})*|(?:[〇○零一二三四五六七八九十百万亿两双半]|{_THOUSAND})+"
)
_LONGEST_UNIT = max(map(len, UNITS)) + 2


def numerals(text: str) -> Iterator[Numeral]:
    """Every number of a text as read, Arabic or Chinese."""
    for match in _NUMERAL.finditer(text):
        unit, unit_end = _unit_at(text, match.end())
        yield Numeral(match.start(), match.end(), _value(match.group()), unit, unit_end)


def _unit_at(text: str, start: int) -> tuple[Unit | None, int]:
    """The longest unit that begins at a place; none where none does."""
    for length in range(min(_LONGEST_UNIT, len(text) - start), 0, -1):
        if (unit := UNITS.get(text[start : start + length])) is not None:
            return unit, start + length
    return None, start


def _value(text: str) -> Fraction | None:
    digits = re.match(r"[0-9,.]*", text)
    assert digits is not None
    if digits.group():
        number = Fraction(Decimal(digits.group().replace(",", "")))
        for sign in text[digits.end() :]:
            number *= _TENS.get(sign) or _SCALES[sign]
        return number
    if text == "半":
        return Fraction(1, 2)
    if "半" in text:
        return None
    if len(text) > 1 and not set(text) & (_TENS.keys() | _SCALES.keys()):
        return Fraction("".join(str(_DIGITS[letter]) for letter in text))
    return Fraction(_chinese(text))


def _chinese(text: str) -> int:
    """A whole number in Chinese numerals; a scale without a number before it counts once."""
    total = section = digit = 0
    for letter in text:
        if letter in _DIGITS:
            digit = _DIGITS[letter]
        elif letter in _TENS:
            section += (digit or 1) * _TENS[letter]
            digit = 0
        else:
            total = (total + section + digit or 1) * _SCALES[letter]
            section = digit = 0
    return total + section + digit


def states(numeral: Numeral, value: Decimal, unit: Unit) -> bool:
    """Whether a printed number is the value in the unit, the prefix (万, 亿) in either of the two."""
    if numeral.value is None:
        return False
    asked = Fraction(value) * unit.factor
    if numeral.unit is not None and numeral.unit.dimension == unit.dimension:
        return numeral.value * numeral.unit.factor == asked
    scale = parse_unit(unit.name.lstrip("万亿")).factor
    return (numeral.unit is None or unit.dimension == NUMBER) and numeral.value == asked / scale


_PLACES = "市(?!场)|县|区县|区(?!域)|乡镇|街道|村(?!庄?居)|社区"
COVERAGE = re.compile(
    rf"全覆盖|全面覆盖|全域覆盖|清零|全面(?:消除|采用)|基本消除|所有(?![权者制])|(?:各|每个)(?:{_PLACES})|县县|村村|户户|全部|应.尽."
)
"""Words that ask all of something without a numeral."""

_YEAR = r"(?:19|20)[0-9]{2}"
_HAN_YEAR = r"[一二][〇○零一二三四五六七八九]{3}"
_BY_FORM = re.compile(
    # years and dates, numbers of documents
    rf"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}|{_YEAR}[—–~至到-]{_YEAR}年?|(?:{_YEAR}|{_HAN_YEAR})年(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?"
    rf"|[〔﹝\[(]{_YEAR}[〕﹞\])]第?[0-9]+号"
    # names of plans and congresses, standing phrases of policy
    r"|第?十[三四五六](?:五|个五年规划)|(?:十九|二十)(?:大|届)|[一二三四五六七]中(?=、|全会)"
    r"|五位一体|四个全面|四个意识|四个自信|两个维护|一带一路|三农|三支一扶|四进|一老一小|一刀切|一门式|一站式"
    # words that hold the character of a numeral and state no number
    r"|一批|一体|统一|进一步|一定|一致|同一|唯一|一系列|一切|一般|一流|一线|[新下]一代|第三方|双向|半岛|零售|百姓|千方百计|逐一|一律|无一例外"
    # whom a document is addressed to
    r"|(?:各|所有)(?:市|县|区|县区|县市区|市县|县\(市、区\)|、|,)+人民政府"
)


def claimed_by_form(text: str) -> Iterable[Span]:
    """Stretches of a text as read whose numerals are told by their form: years, document numbers, names, words that state no number."""
    return [match.span() for match in _BY_FORM.finditer(text)]
