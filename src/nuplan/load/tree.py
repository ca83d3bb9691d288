"""The tree both readers build: mappings, sequences and text, each knowing where it stood in the file."""

from collections.abc import Sequence as AbcSequence
from typing import Any, Protocol

from ..model.finding import Finding, Location

MAX_BYTES = 10 * 1024 * 1024
MAX_DEPTH = 64
MAX_EVENTS = 200_000
MAX_PROBLEMS = 100
MAX_PARTS = 1_000
MAX_PART_BYTES = 32 * 1024 * 1024
MAX_UNPACKED_BYTES = 64 * 1024 * 1024
MAX_ELEMENTS = 1_000_000
MAX_CELLS = 200_000


class ParserMark(Protocol):
    """A place as the YAML parser gives it."""

    line: int
    column: int


Mark = tuple[int, int] | tuple[int, int, str] | tuple[int, int, str | None, str] | ParserMark
"""Line and column, counted from 0; in a table the name of the cell as well, in a workbook its sheet, too, where no cell is the sheet."""


def mark_at(text: str, index: int) -> Mark:
    """Line and column of a character."""
    return text.count("\n", 0, index), index - text.rfind("\n", 0, index) - 1


class Mapping(dict[str, Any]):
    """A mapping; `marks` holds where each key and its value begin, `dropped` the keys whose value was refused."""

    __slots__ = ("dropped", "mark", "marks")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.marks: dict[str, tuple[Mark, Mark]] = {}
        self.dropped: dict[str, Mark] = {}


class Sequence(list[Any]):
    """A sequence; `marks` holds where each item begins."""

    __slots__ = ("mark", "marks")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.marks: list[Mark] = []


class Problems:
    """The findings of one file, in the order they were met; after MAX_PROBLEMS one more says that there are others.

    `sheets` are those of a workbook, in their order.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Finding] = []
        self.sheets: list[str] = []

    def add(self, check: str, mark: Mark | None = None, related: Mark | None = None, **values: Any) -> None:
        """Note one problem at a place of the file."""
        if len(self.found) > MAX_PROBLEMS:
            return
        if len(self.found) == MAX_PROBLEMS:
            check, related, values = "NU008", None, {"why": "problems", "limit": MAX_PROBLEMS}
        others = () if related is None else (self.place(related),)
        self.found.append(Finding(check, self.place(mark), values, related=others))

    @property
    def full(self) -> bool:
        """Whether nothing more is noted."""
        return len(self.found) > MAX_PROBLEMS

    def place(self, mark: Mark | None) -> Location:
        """The location of a mark, counted from 1; in a table the cell stands for the column."""
        if mark is None:
            return Location(self.path)
        if not isinstance(mark, tuple):
            return Location(self.path, mark.line + 1, mark.column + 1)
        if len(mark) == 4:
            return Location(self.path, None if mark[2] is None else mark[0] + 1, None, mark[2], mark[3])
        return Location(self.path, mark[0] + 1, None, mark[2]) if len(mark) == 3 else Location(self.path, mark[0] + 1, mark[1] + 1)


class Refused(Exception):
    """Reading stopped: the problem is noted, and nothing after it can be read."""


def put(node: Mapping, key: str, key_mark: Mark, value: Any, mark: Mark, problems: Problems) -> None:
    """Add an entry to a mapping; a key met before is a problem and takes both values away."""
    if key in node.marks:
        problems.add("NU007", key_mark, related=node.marks[key][0], key=key)
        node.pop(key, None)
        node.dropped[key] = key_mark
        return
    node.marks[key] = (key_mark, mark)
    node[key] = value


def drop(node: Mapping, key: str, mark: Mark) -> None:
    """Note that a mapping has a key whose value was refused and told."""
    node.pop(key, None)
    node.marks[key] = (mark, mark)
    node.dropped[key] = mark


def find_mark(tree: Any, path: AbcSequence[str | int], *, key: bool = False) -> Mark | None:
    """Where the value at a path stands (or its key); the nearest place above it where the path leads nowhere."""
    node, mark = tree, getattr(tree, "mark", None)
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.marks:
            mark = node.marks[step][0 if key else 1]
            node = node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node):
            mark = node.marks[step]
            node = node[step]
        elif not isinstance(node, (Mapping, Sequence)):
            break
    return mark
