"""How the XML of a workbook is laid out: what must be known before a library builds anything of it, and what it does not tell.

A part is read as a stream; nothing of it is kept but counts and places, and an entity is never looked up.
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate

_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_RANGE = re.compile(r"([A-Z]{1,3}[1-9][0-9]{0,6}):([A-Z]{1,3}[1-9][0-9]{0,6})")
_STRICT = "http://purl.oclc.org/ooxml/"
_LINKS = ("/hyperlink",)
"""External relationships that only open when somebody clicks."""
MAX_ROW, MAX_COLUMN = 1_048_576, 16_384

Range = tuple[int, int, int, int]
"""First row, first column, last row, last column, counted from 1."""


class Broken(Exception):
    """A part that cannot be used: `why` is damaged, entities, strict or links."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Place(NamedTuple):
    """A cell by its row and column, counted from 1."""

    row: int
    column: int


class Layout:
    """What one part holds: its elements, and of a worksheet its cells, its extent, what is hidden or merged, formulas without value."""

    def __init__(self) -> None:
        self.elements = 0
        self.root = ""
        self.cells = 0
        self.sheets = 0
        self.macros = False
        self.end = Place(0, 0)
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merged: list[Range] = []
        self.unsaved: set[Place] = set()


class Scan:
    """Reads one part piece by piece into a Layout. Raises Broken; `limit` is the number of elements at which it stops by itself."""

    def __init__(self) -> None:
        self.layout = Layout()
        self._parser = ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._root
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.buffer_text = True
        self._row = self._column = 0
        self._at = Place(0, 0)
        self._type = ""
        self._formula = self._value = self._filled = False

    def feed(self, piece: bytes, *, last: bool = False) -> None:
        """Read on."""
        try:
            self._parser.Parse(piece, last)
        except (ExpatError, ValueError, LookupError):
            raise Broken("damaged") from None

    def _doctype(self, *_: Any) -> None:
        raise Broken("entities")

    def _root(self, name: str, attributes: dict[str, str]) -> None:
        self.layout.elements += 1
        namespace, _, self.layout.root = name.rpartition(" ")
        if namespace.startswith(_STRICT):
            raise Broken("strict")
        handlers = {
            "worksheet": self._in_worksheet,
            "workbook": self._in_workbook,
            "Relationships": self._in_relations,
            "Types": self._in_types,
        }
        self._parser.StartElementHandler = handlers.get(self.layout.root, self._count)
        if self.layout.root == "worksheet":
            self._parser.EndElementHandler = self._end_of

    def _count(self, name: str, attributes: dict[str, str]) -> None:
        self.layout.elements += 1

    def _in_workbook(self, name: str, attributes: dict[str, str]) -> None:
        self.layout.elements += 1
        self.layout.sheets += name.endswith(" sheet")

    def _in_relations(self, name: str, attributes: dict[str, str]) -> None:
        self.layout.elements += 1
        if attributes.get("TargetMode") == "External" and not attributes.get("Type", "").endswith(_LINKS):
            raise Broken("links")

    def _in_types(self, name: str, attributes: dict[str, str]) -> None:
        self.layout.elements += 1
        self.layout.macros |= "macroenabled" in attributes.get("ContentType", "").lower()

    def _in_worksheet(self, name: str, attributes: dict[str, str]) -> None:
        layout = self.layout
        layout.elements += 1
        element = name.rpartition(" ")[2]
        if element == "c":
            self._begin_cell(attributes)
        elif element == "f":
            self._formula = True
            self._parser.CharacterDataHandler = None
        elif element in ("v", "t", "is"):
            self._value = True
            self._parser.CharacterDataHandler = self._text
        elif element == "row":
            row = int(attributes.get("r", self._row + 1))
            if not self._row < row <= MAX_ROW:
                raise Broken("damaged")
            self._row, self._at = row, Place(row, 0)
            if attributes.get("hidden") in ("1", "true") or attributes.get("ht") == "0":
                layout.hidden_rows.add(row)
        elif element == "col":
            first, last = int(attributes["min"]), int(attributes["max"])
            if not self._column < first <= last <= MAX_COLUMN:
                raise Broken("damaged")
            self._column = last
            if attributes.get("hidden") in ("1", "true"):
                layout.hidden_columns.update(range(first, last + 1))
        elif element == "mergeCell" and (match := _RANGE.fullmatch(attributes.get("ref", ""))) is not None:
            layout.merged.append((*place_of(match[1]), *place_of(match[2])))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        """A cell must stand in its row, after the one before it."""
        self.layout.cells += 1
        at = place_of(attributes["r"]) if "r" in attributes else Place(self._row, self._at.column + 1)
        if at.row != self._row or not self._at.column < at.column <= MAX_COLUMN:
            raise Broken("damaged")
        self._at, self._type = at, attributes.get("t", "n")
        self._formula = self._value = self._filled = False

    def _text(self, text: str) -> None:
        self._filled = True

    def _end_of(self, name: str) -> None:
        if name.rpartition(" ")[2] != "c":
            return
        self._parser.CharacterDataHandler = None
        layout = self.layout
        if self._formula and not self._filled and not (self._value and self._type == "str"):
            layout.unsaved.add(self._at)
            self._filled = True
        if self._filled:
            layout.end = Place(max(layout.end.row, self._at.row), max(layout.end.column, self._at.column))


def place_of(cell: str) -> Place:
    """The row and column of a cell by its name. Raises Broken for what is none."""
    match = _CELL.fullmatch(cell)
    if match is None:
        raise Broken("damaged")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return Place(int(match[2]), column)


def covered(merged: Iterable[Range], end: Place, limit: int) -> dict[Place, Range]:
    """The cells that merged ranges cover, all but the first of each, as far as the sheet is filled. Raises Broken beyond a limit."""
    found: dict[Place, Range] = {}
    count = 0
    for area in merged:
        top, left, bottom, right = area[0], area[1], min(area[2], end.row), min(area[3], end.column)
        count += max(0, bottom - top + 1) * max(0, right - left + 1)
        if count > limit:
            raise Broken("damaged")
        found |= {Place(row, column): area for row in range(top, bottom + 1) for column in range(left, right + 1)}
        found.pop(Place(top, left), None)
    return found
