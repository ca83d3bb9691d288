"""Quantities: a number with its unit, read from text, exact throughout. Full-width digits and thousands separators are folded first."""

import re
import unicodedata
from decimal import Context, Decimal
from fractions import Fraction
from typing import NamedTuple

from .finding import Problem
from .unit import KNOWN, Unit, parse_unit

MAX_DIGITS = 24
_QUANTITY = re.compile(r"(?P<number>[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)\s*(?P<unit>.*)", re.DOTALL)
_PLAIN = re.compile(r"([0-9]{1,16}(?:\.[0-9]{1,8})?)(.*)")
_FOLDED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", ord("−"): "-"}
_FOLDED |= {ord(sign): spelt for sign, spelt in (("㎡", "m2"), ("㎥", "m3"), ("㎞", "km"))}
_EXACT = Context(prec=200)
_RATIOS: dict[tuple[str, str], Fraction] = {}
"""What a unit is of another one, by their names, each worked out once."""


def fold(text: str) -> str:
    """Full-width forms as ordinary ones, square units spelt out, the minus sign as a hyphen, no space around.

    Only these: compatibility folding as a whole would make a digit of ① or ³, and so another number.
    """
    if text.isascii():
        return text.strip()
    return text.translate(_FOLDED).replace("m²", "m2").replace("m³", "m3").strip()


class Quantity(NamedTuple):
    """A number with the digits of the file, and its unit."""

    value: Decimal
    unit: Unit

    @property
    def written(self) -> str:
        """The number and its unit, as filed."""
        return plain(self.value) + self.unit.name

    def in_unit(self, unit: Unit) -> Fraction:
        """The number in another unit of the same dimension, exactly."""
        number = Fraction(*self.value.as_integer_ratio())
        if unit is self.unit:
            return number
        key = (self.unit.name, unit.name)
        if key not in _RATIOS:
            _RATIOS[key] = self.unit.factor / unit.factor
        return number * _RATIOS[key]


def parse_number(text: str) -> Decimal:
    """A plain decimal number. Raises Problem NU017 for anything else, a unit included."""
    value, rest = _split(text)
    if rest:
        raise Problem("NU017", text=text, why="not_a_number")
    return value


def parse_quantity(text: str) -> Quantity:
    """A number with or without unit. Raises Problem NU017 (number) or NU019 (unit).

    What begins with plain digits and ends in a unit met before, as nearly every figure does, needs no more looking at.
    """
    match = _PLAIN.fullmatch(text)
    if match is not None and (unit := KNOWN.get(match[2])) is not None:
        return Quantity(Decimal(match[1]), unit)
    value, rest = _split(text)
    return Quantity(value, parse_unit(rest))


def _split(text: str) -> tuple[Decimal, str]:
    """The number at the beginning, and what follows it."""
    match = _QUANTITY.fullmatch(fold(text))
    if match is None:
        raise Problem("NU017", text=text, why="not_a_number")
    number, rest = match["number"], match["unit"]
    if re.match(r"[eE][+-]?[0-9]", rest):
        raise Problem("NU017", text=text, why="scientific")
    if rest[:1] in (",", ".", "_") or any(map(_is_digit, rest.replace("m2", "").replace("m3", ""))):
        raise Problem("NU017", text=text, why="two_numbers")
    if sum(map(str.isdigit, number)) > MAX_DIGITS:
        raise Problem("NU017", text=text, why="too_long", digits=MAX_DIGITS)
    return Decimal(number.replace(",", "")), rest


def _is_digit(letter: str) -> bool:
    """Whether a sign is a digit of any kind, raised, circled or a fraction."""
    return unicodedata.category(letter) in ("Nd", "No")


def exact_decimal(number: Fraction) -> Decimal:
    """A decimal equal to the fraction where one exists, else rounded half to even at six decimals."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest == 1:
        return _EXACT.divide(Decimal(number.numerator), Decimal(number.denominator))
    return rounded(number, -6)


def rounded(number: Fraction, exponent: int) -> Decimal:
    """The number at 10**exponent, half to even in one step (GB/T 8170—2008, clause 3)."""
    return Decimal(round(number / Fraction(10) ** exponent)).scaleb(exponent, _EXACT)


def plain(number: Decimal) -> str:
    """The digits without exponent."""
    return format(number, "f")
