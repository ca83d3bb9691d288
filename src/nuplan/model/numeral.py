"""Numbers in a text as it is read, Arabic and Chinese, with their units; words of full coverage; numerals that state no number."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from .reading import Span
from .unit import NUMBER, UNITS, Unit, parse_unit


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
