"""The JSON reader: the standard library's strings and numbers, with the place of every value and the same limits as YAML."""

import re
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # the standard library's own, missing from its stubs
from typing import Any, NoReturn

from .tree import MAX_DEPTH, MAX_EVENTS, Mapping, Mark, Problems, Refused, Sequence, mark_at, put

_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORDS = {"true": "true", "false": "false", "null": ""}


def parse_json(text: str, problems: Problems) -> Any:
    """The tree of a JSON document: numbers and words as the text they are, null as empty. Raises Refused where reading had to stop."""
    reader = _Reader(text, problems)
    value, _ = reader.value(0)
    reader.skip()
    if reader.at < len(text):
        reader.fail("extra data")
    return value


class _Reader:
    """A recursive reader; its depth is bounded by MAX_DEPTH."""

    def __init__(self, text: str, problems: Problems) -> None:
        self.text = text
        self.problems = problems
        self.at = 0
        self.count = 0
        self.line, self.line_start, self.seen = 0, 0, 0

    def value(self, depth: int) -> tuple[Any, Mark]:
        """The value that begins here, and its place."""
        self.skip()
        mark = self.mark()
        self.count += 1
        if self.count > MAX_EVENTS:
            self._limit("events", MAX_EVENTS, mark)
        start = self.text[self.at : self.at + 1]
        if start and start in "{[":
            if depth >= MAX_DEPTH:
                self._limit("depth", MAX_DEPTH, mark)
            return (self._object(depth, mark) if start == "{" else self._array(depth, mark)), mark
        if start == '"':
            return self._string(), mark
        if (match := _NUMBER.match(self.text, self.at)) is not None:
            self.at = match.end()
            return match.group(), mark
        for word, meaning in _WORDS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return meaning, mark
        return self.fail("value expected")

    def _object(self, depth: int, mark: Mark) -> Mapping:
        node = Mapping(mark)
        self.at += 1
        if self._closes("}"):
            return node
        while True:
            self.skip()
            key_mark = self.mark()
            if not self.text.startswith('"', self.at):
                self.fail("key in double quotes expected")
            key = self._string()
            self._take(":")
            value, value_mark = self.value(depth + 1)
            put(node, key, key_mark, value, value_mark, self.problems)
            if self._closes("}"):
                return node
            self._take(",")

    def _array(self, depth: int, mark: Mark) -> Sequence:
        node = Sequence(mark)
        self.at += 1
        if self._closes("]"):
            return node
        while True:
            value, value_mark = self.value(depth + 1)
            node.append(value)
            node.marks.append(value_mark)
            if self._closes("]"):
                return node
            self._take(",")

    def _string(self) -> str:
        start = self.at
        try:
            value: str
            value, self.at = scanstring(self.text, self.at + 1, True)
        except JSONDecodeError as error:
            self.at = min(error.pos, len(self.text))
            self.fail(error.msg)
        if any("\ud800" <= letter <= "\udfff" for letter in value):
            self.at = start
            self.fail("lone surrogate")
        return value

    def _closes(self, sign: str) -> bool:
        self.skip()
        if self.text.startswith(sign, self.at):
            self.at += 1
            return True
        return False

    def _take(self, sign: str) -> None:
        self.skip()
        if not self.text.startswith(sign, self.at):
            self.fail(f"{sign} expected")
        self.at += 1

    def skip(self) -> None:
        """Pass white space."""
        match = _SPACE.match(self.text, self.at)
        assert match is not None
        self.at = match.end()

    def mark(self) -> Mark:
        """Line and column here; the text is counted once, as reading goes on."""
        breaks = self.text.count("\n", self.seen, self.at)
        if breaks:
            self.line += breaks
            self.line_start = self.text.rfind("\n", self.seen, self.at) + 1
        self.seen = self.at
        return self.line, self.at - self.line_start

    def fail(self, problem: str) -> NoReturn:
        """Stop at a place that is no JSON."""
        self.problems.add("NU005", mark_at(self.text, self.at), problem=problem)
        raise Refused

    def _limit(self, what: str, limit: int, mark: Mark) -> NoReturn:
        self.problems.add("NU008", mark, why=what, limit=limit)
        raise Refused
