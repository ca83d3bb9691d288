"""Identities: what figures of one area and period must come to together, as one line of the registry of indicators.

An identity is two expressions of indicator ids, numbers, + - * / and ( ), with one = or <= between them; a name stands for the value in
the indicator's own unit.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, Union

from .finding import Problem
from .interval import Interval, added, divided, multiplied, subtracted

MAX_LENGTH = 500
_TOKEN = re.compile(r"\s*(?:(?P<name>[a-z][a-z0-9_]*)|(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<sign><=|[-+*/()=]))")
_DEEPEST = 20


class Operation(NamedTuple):
    """Two expressions with a sign between them."""

    sign: str
    left: "Expression"
    right: "Expression"


Expression = Union[str, Decimal, Operation]  # noqa: UP007  # a string annotation inside `|` is none at run time
"""An indicator, a number, or an operation."""


class Identity(NamedTuple):
    """Two expressions that are equal (`=`), or of which the first is at most the second (`<=`); `check` is what they offend if not."""

    text: str
    sign: str
    left: Expression
    right: Expression
    names: tuple[str, ...]
    check: str = "NU509"

    def holds(self, values: Mapping[str, Interval]) -> bool:
        """Whether it can hold, each number standing for its interval; also where a side is not bounded."""
        left, right = evaluate(self.left, values), evaluate(self.right, values)
        if left is None or right is None:
            return True
        return left.low <= right.high if self.sign == "<=" else left.meets(right)


def evaluate(expression: Expression, values: Mapping[str, Interval]) -> Interval | None:
    """An expression with an interval for each name; None where it is not bounded."""
    if isinstance(expression, str):
        return values[expression]
    if isinstance(expression, Decimal):
        number = Fraction(expression)
        return Interval(number, number)
    left, right = evaluate(expression.left, values), evaluate(expression.right, values)
    if left is None or right is None:
        return None
    if expression.sign == "/":
        return divided(left, right)
    return {"+": added, "-": subtracted, "*": multiplied}[expression.sign](left, right)


def names_in(expression: Expression) -> tuple[str, ...]:
    """The names in an expression, in their order, each once."""
    if isinstance(expression, str):
        return (expression,)
    if isinstance(expression, Decimal):
        return ()
    return tuple(dict.fromkeys((*names_in(expression.left), *names_in(expression.right))))


def written(expression: Expression, names: Mapping[str, str]) -> str:
    """An expression with what stands for each name."""
    if isinstance(expression, str):
        return names[expression]
    if isinstance(expression, Decimal):
        return format(expression, "f")
    sign = expression.sign
    left = _wrapped(expression.left, names, "+-" if sign in "*/" else "")
    right = _wrapped(expression.right, names, {"+": "", "-": "+-", "*": "+-", "/": "+-*/"}[sign])
    return f"{left} {_SHOWN[sign]} {right}"


_SHOWN = {"+": "+", "-": "−", "*": "×", "/": "÷"}


def _wrapped(expression: Expression, names: Mapping[str, str], signs: str) -> str:
    """The same, in brackets where its own sign is one of those that would be read otherwise."""
    text = written(expression, names)
    return f"({text})" if isinstance(expression, Operation) and expression.sign in signs else text


def parse_identity(text: str) -> Identity:
    """The identity of a line. Raises Problem NU013 for what is none."""
    reader = _Reader(text)
    left = reader.sum()
    sign = reader.take("=", "<=")
    right = reader.sum() if sign else ""
    names = tuple(dict.fromkeys((*names_in(left), *names_in(right))))
    if not sign or reader.rest or len(names) < 2:
        raise _fault(text)
    return Identity(text, sign, left, right, names)


def _fault(text: str) -> Problem:
    return Problem("NU013", key="identities", text=text, why="identity")


class _Reader:
    """Reads an expression token by token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rest = self._tokens()
        self._depth = 0

    def _tokens(self) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        at, end = 0, len(self.text.rstrip())
        if end > MAX_LENGTH:
            raise _fault(self.text)
        while at < end:
            match = _TOKEN.match(self.text, at)
            if match is None or match.lastgroup is None:
                raise _fault(self.text)
            found.append((match.lastgroup, match[match.lastgroup]))
            at = match.end()
        return found

    def take(self, *signs: str) -> str:
        """The next token where it is one of the signs, else nothing."""
        if self.rest and self.rest[0][0] == "sign" and self.rest[0][1] in signs:
            return self.rest.pop(0)[1]
        return ""

    def sum(self) -> Expression:
        found = self._product()
        while sign := self.take("+", "-"):
            found = Operation(sign, found, self._product())
        return found

    def _product(self) -> Expression:
        found = self._item()
        while sign := self.take("*", "/"):
            found = Operation(sign, found, self._item())
            if sign == "/" and isinstance(found.right, Decimal) and not found.right:
                raise _fault(self.text)
        return found

    def _item(self) -> Expression:
        if self.take("("):
            self._depth += 1
            found = self.sum() if self._depth <= _DEEPEST else ""
            self._depth -= 1
            if not found or not self.take(")"):
                raise _fault(self.text)
            return found
        if not self.rest or self.rest[0][0] == "sign":
            raise _fault(self.text)
        kind, token = self.rest.pop(0)
        return token if kind == "name" else Decimal(token)
