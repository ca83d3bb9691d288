"""The strict YAML reader: one pass over libyaml's events, which refuses as it passes what the formats do not allow.

libyaml's own load and compose are not used: they crash the process on deep nesting and lose where each value stood.
"""

import re
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from .tree import MAX_DEPTH, MAX_EVENTS, Mapping, Mark, Problems, Refused, Sequence, mark_at, put

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STREAM = frozenset({StreamStartEvent, StreamEndEvent, DocumentStartEvent, DocumentEndEvent})
_TOO_DEEP = "exceeded maximum nesting depth"  # newer libyaml stops of itself, reading ahead of the events
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")


def parse_yaml(text: str, problems: Problems) -> Any:
    """The tree of a YAML document. Raises Refused where reading had to stop."""
    parser = None
    try:
        parser = _Loader(text)
        return _Builder(problems).build(parser)
    except (yaml.reader.ReaderError, UnicodeError):
        match = _UNPRINTABLE.search(text)
        place = None if match is None else mark_at(text, match.start())
        code = "" if match is None else f" U+{ord(match.group()):04X}"
        problems.add("NU005", place, problem=f"control character{code}")
        raise Refused from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = None if mark is None else (mark.line, mark.column)
        if error.problem == _TOO_DEEP:
            problems.add("NU008", place, why="depth", limit=MAX_DEPTH)
        else:
            problems.add("NU005", place, problem=error.problem or error.context or "")
        raise Refused from None
    finally:
        if parser is not None:
            parser.dispose()


class _Builder:
    """Builds the tree from events; what is refused is noted and leaves its key out."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.documents = 0

    def build(self, parser: Any) -> Any:
        """Read every event.

        `node` is the mapping or sequence being filled, `key` the key of a mapping that waits for its value (a refused one has no
        name, and its value goes nowhere). The loop runs once for every word of every file, so it keeps to local names and makes no
        call for a plain scalar, and a mark stays as the parser gives it.
        """
        get_event, mapping = parser.get_event, Mapping
        root: Any = None
        node: Any = None
        key: tuple[str | None, Mark] | None = None
        stack: list[tuple[Any, tuple[str | None, Mark] | None]] = []
        count = 0
        while (event := get_event()) is not None:
            count += 1
            if count > MAX_EVENTS:
                self._stop(event, "events", MAX_EVENTS)
            kind = event.__class__
            if kind is ScalarEvent and event.anchor is None and event.tag is None and node.__class__ is mapping:
                if key is None:
                    key = (event.value, event.start_mark)
                    continue
                name, key_mark = key
                if name is not None and name not in node.marks:
                    node.marks[name] = (key_mark, event.start_mark)
                    node[name] = event.value
                    key = None
                    continue
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                node, key = stack.pop()
                continue
            if kind in _STREAM:
                self._stream(event, kind)
                continue
            mark = event.start_mark
            refused = (kind is AliasEvent or event.anchor is not None or event.tag is not None) and self._refused(event, kind)
            if kind is ScalarEvent or kind is AliasEvent:
                value = event.value if kind is ScalarEvent else None
                if node.__class__ is mapping and key is None:
                    key = (value, mark)
                    continue
                inner = None
            else:
                value = inner = self._container(event, kind, mark, len(stack))
                if node.__class__ is mapping and key is None:
                    self._refuse(event, "complex_key", "")
                    stack.append((node, (None, mark)))
                    node = inner
                    continue
            if node.__class__ is mapping and key is not None:
                name, key_mark = key
                if name is not None:
                    self._put(node, name, key_mark, value, mark, refused)
                key = None
            elif node is None:
                root = value
            else:
                node.append(value)
                node.marks.append(mark)
            if inner is not None:
                stack.append((node, None))
                node = inner
        return root

    def _container(self, event: Any, kind: Any, mark: Mark, depth: int) -> Any:
        """A new mapping or sequence, within the limits."""
        if depth >= MAX_DEPTH:
            self._stop(event, "depth", MAX_DEPTH)
        return Mapping(mark) if kind is MappingStartEvent else Sequence(mark)

    def _put(self, node: Mapping, key: str, key_mark: Mark, value: Any, mark: Mark, refused: bool) -> None:
        """Add an entry; what is doubled or refused takes its key away."""
        put(node, key, key_mark, value, mark, self.problems)
        if refused and key in node:
            del node[key]
            node.dropped[key] = key_mark

    def _refused(self, event: Any, kind: Any) -> bool:
        """Note an alias, an anchor or a tag."""
        if kind is AliasEvent:
            self._refuse(event, "alias", event.anchor)
            return True
        if event.anchor is not None:
            self._refuse(event, "anchor", event.anchor)
        if event.tag is not None:
            self._refuse(event, "tag", event.tag.replace("tag:yaml.org,2002:", "!!"))
        return True

    def _stream(self, event: Any, kind: Any) -> None:
        """Note a second document or a directive."""
        if kind is not DocumentStartEvent:
            return
        self.documents += 1
        if self.documents > 1:
            self._refuse(event, "documents", "---")
            raise Refused
        if event.tags:
            self._refuse(event, "directive", "%TAG")

    def _refuse(self, event: Any, what: str, name: str) -> None:
        self.problems.add("NU006", (event.start_mark.line, event.start_mark.column), why=what, name=name)

    def _stop(self, event: Any, what: str, limit: int) -> None:
        self.problems.add("NU008", (event.start_mark.line, event.start_mark.column), why=what, limit=limit)
        raise Refused
