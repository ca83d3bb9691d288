"""Every sentence a person reads, in Chinese and English, chosen by key; and text from files made safe to show."""

import re
from collections.abc import Iterable
from decimal import Decimal
from importlib import import_module
from typing import Any, Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")
_MORE = ("pace", "gate", "align", "batch", "plans", "syntax", "trust", "book", "forms", "doctor", "notice", "page", "sheets")
"""Modules with the sentences that few runs need, in the order they are looked in."""
_POINTS = ("个百分点", "百分点")
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]")


def safe(text: str) -> str:
    """Text with control characters and those that turn its direction written out, so that it cannot steer a terminal or a page."""
    return text if text.isprintable() and text.isascii() else _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


class Words:
    """The sentences of one language."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        if lang == "zh":
            from .zh import STRINGS
        else:
            from .en import STRINGS
        self._strings = STRINGS
        self._unread = list(_MORE)

    def __call__(self, key: str, /, **values: Any) -> str:
        """The sentence of a key with its placeholders filled."""
        if key not in self._strings and not self.has(key):
            raise KeyError(key)
        text = self._strings[key]
        return text.format(**{name: self.shown(value) for name, value in values.items()}) if "{" in text else text

    def shown(self, value: Any) -> str:
        """A value in this language: names by language, lists with its comma."""
        if type(value) is str:
            return safe(value)
        if hasattr(value, "zh"):
            return shown(getattr(value, self.lang))
        return self.join(map(shown, value)) if type(value) is tuple else shown(value)

    def has(self, key: str) -> bool:
        """Whether there is a sentence of this key; those that few runs need are read when one is first asked for."""
        while key not in self._strings and self._unread:
            module = import_module(f".{self._unread.pop(0)}_{self.lang}", __name__)
            self._strings = self._strings | module.STRINGS
        return key in self._strings

    def unit(self, name: str) -> str:
        """A unit as it stands behind a number in a sentence: percentage points have a word of their own in each language."""
        return self("unit.points") if name in _POINTS else name

    def choice(self, word: str) -> str:
        """A word that a file may have, with what it means where that needs saying."""
        return self(f"choice.{word}") if self.has(f"choice.{word}") else safe(word)

    def join(self, parts: Iterable[str]) -> str:
        """A list within a sentence."""
        return self("list.comma").join(parts)

    def clauses(self, parts: Iterable[str]) -> str:
        """What is said one after the other within a sentence."""
        return self("list.semicolon").join(parts)

    def name(self, named: Any) -> str:
        """The name of an indicator, an area or a plan in this language."""
        both = named.title if "title" in vars(named) else named.name
        return str(both.zh if self.lang == "zh" else both.en)

    def syntax(self, problem: str) -> str:
        """A parser's complaint in this language, as it is where it is not known; what follows a known beginning is the parser's."""
        known, code, rest = problem.partition(" U+")
        while known:
            if self.has(f"syntax.{known}"):
                return self(f"syntax.{known}") + code + rest
            known = known.rpartition(" ")[0]
        return problem


def shown(value: Any) -> str:
    """A value as it stands in a sentence; a quantity is its number and its unit."""
    if hasattr(value, "unit"):
        return shown(value.value) + safe(value.unit.name)
    return safe(format(value, "f") if isinstance(value, Decimal) else str(value))
