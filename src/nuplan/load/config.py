"""nuplan.toml becomes settings; everything wrong with it is told at once."""

import os
import re
import tomllib
from collections.abc import Callable, Sequence
from typing import Any

from ..model.catalogue import FAMILIES
from ..model.finding import Finding
from ..model.selection import checks_named, nearest_check, unignorable, words_of
from ..model.settings import Settings
from ..model.suggest import nearest
from .encoding import decode
from .file import read_bytes
from .tree import Mark, Problems, Refused, mark_at

_AT = re.compile(r"(?P<problem>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)


def load_config(path: str, *, langs: Sequence[str], formats: Sequence[str]) -> tuple[Settings, list[Finding]]:
    """The settings of a file and every problem found. Never raises.

    `langs` and `formats` are the names it may use. Paths in it are relative to its folder.
    """
    problems = Problems(path)
    try:
        if os.path.isdir(path):
            problems.add("NU001", why="config_folder")
            raise Refused
        raw = read_bytes(path, problems)
        text = decode(raw, problems) if raw.strip() else ""
        settings = _Reader(_parsed(text, problems), text, problems).settings(os.path.dirname(path), langs, formats)
    except Refused:
        settings = Settings()
    return settings, sorted(problems.found, key=lambda finding: finding.location.line or 0)


def _parsed(text: str, problems: Problems) -> dict[str, Any]:
    """The tables of a TOML text. Raises Refused where it is none."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        problems.add("NU005", problem="Nested too deeply")
    except ValueError as error:
        match = _AT.fullmatch(str(error))
        if match is None:
            problems.add("NU005", problem=str(error))
        else:
            mark: Mark = (int(match["line"]) - 1, int(match["column"]) - 1) if match["line"] else mark_at(text, len(text))
            problems.add("NU005", mark, problem=match["problem"])
    raise Refused


class _Reader:
    """Reads the keys of a file and notes what cannot be used."""

    def __init__(self, tree: dict[str, Any], text: str, problems: Problems) -> None:
        self._tree = tree
        self._text = text
        self._problems = problems

    def settings(self, folder: str, langs: Sequence[str], formats: Sequence[str]) -> Settings:
        """The settings, with the file's own order of keys in what is noted."""
        for key in self._tree:
            if key not in Settings._fields:
                self._note("NU011", key, suggestion=nearest(key, Settings._fields))
        return Settings(
            self._lang(langs),
            tuple(os.path.join(folder, path) for path in self._words("targets", commas=False)),
            tuple(os.path.join(folder, path) for path in self._words("waivers", commas=False)),
            self._formats(formats),
            self._among("fail_on", FAMILIES, lambda word: word),
            self._checks("select"),
            self._checks("ignore"),
        )

    def _lang(self, langs: Sequence[str]) -> str | None:
        given = self._tree.get("lang")
        if given is None:
            return None
        if not isinstance(given, str):
            self._note("NU012", "lang", expected="quoted_text")
        elif given not in langs:
            self._note("NU013", "lang", text=given, why="choice" if given else "empty", expected=tuple(langs))
        return given if given in langs else None

    def _words(self, key: str, *, commas: bool = True) -> tuple[str, ...]:
        """The words of a list or of a text, which has several where `commas` part them; none where the key is absent or wrong."""
        given = self._tree.get(key, ())
        if not isinstance(given, str) and not (isinstance(given, (list, tuple)) and all(isinstance(word, str) for word in given)):
            self._note("NU012", key, expected="texts")
            return ()
        words = tuple(given) if not isinstance(given, str) else words_of(given) if commas else (given,)
        if (commas and key in self._tree and not words) or not all(word.strip() for word in words):
            self._note("NU013", key, text="", why="empty")
            return ()
        return words

    def _among(self, key: str, known: Sequence[str], name: Callable[[str], str], *, commas: bool = True) -> tuple[str, ...]:
        """Words whose names are all known."""
        words = self._words(key, commas=commas)
        for word in words:
            if name(word) not in known:
                suggestion = nearest(name(word), known)
                self._note("NU013", key, text=name(word), why="choice", expected=tuple(known), suggestion=suggestion)
        return words

    def _formats(self, known: Sequence[str]) -> tuple[str, ...]:
        """Formats, each with a place of its own."""
        words = self._among("format", known, lambda word: word.partition(":")[0], commas=False)
        files = [word.partition(":")[2] for word in words]
        for file in dict.fromkeys(file for file in files if files.count(file) > 1):
            self._note("NU013", "format", text=file, why="two_outputs" if file else "two_to_output")
        return words

    def _checks(self, key: str) -> tuple[str, ...]:
        """Ids, slugs and prefixes of checks."""
        words = self._words(key)
        for word in words:
            if not checks_named(word):
                self._note("NU024", key, name=word, why="configured_check", suggestion=nearest_check(word))
            elif key == "ignore" and (kept := unignorable(word)) is not None:
                self._note("NU013", key, text=word, why="always_listed", kept=kept)
        return words

    def _note(self, check: str, key: str, **values: Any) -> None:
        """Note a problem at the one line that begins with its key; without a line where that is not plain."""
        begins = re.compile(rf"^[ \t]*(?:\[+[ \t]*)?[\"']?(?={re.escape(key)}[\"']?[ \t]*[=\].])", re.MULTILINE)
        at = [match.end() for match in begins.finditer(self._text)]
        self._problems.add(check, mark_at(self._text, at[0]) if len(at) == 1 else None, None, **({"key": key} | values))
