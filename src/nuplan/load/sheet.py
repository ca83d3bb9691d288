"""One sheet of a workbook: the head above its table, the table, and what of it a reader of the sheet does not see."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from .cells import text_of
from .layout import Layout, Place, covered
from .table import FILLED, HEADER, INFORMS, Cell, Table, bare, letters, names_of
from .tree import MAX_CELLS, Mapping, Mark, Problems, Refused

_HEAD_WITHIN = 40
"""The head of a table stands in one of the first rows of its sheet."""
_LABELS = {
    "area": ("地区", "Area"),
    "period": ("报告期", "Period"),
    "department": ("填报单位", "Department"),
    "person": ("填表人", "Filled in by"),
    "phone": ("联系电话", "Phone"),
    "reviewer": ("审核人", "Reviewed by"),
    "date": ("报出日期", "Date"),
    "": ("表号", "制定机关", "模板编号", "Form no.", "Issued by", "Template"),
}
_NAMED = {bare(word): name for name, words in _LABELS.items() for word in words}
_NEEDED = ("indicator", "value", "unit")
"""Columns without which a sheet of a form cannot be read."""
_MOST = 8
"""How many places of one kind a message names."""


class _Row(NamedTuple):
    """One row of a sheet."""

    number: int
    cells: tuple[Any, ...]
    sheet: "Sheet"

    def cell(self, index: int) -> Cell:
        """A cell by its column; what a merged range covers is empty."""
        sheet, at = self.sheet, Place(self.number, index + 1)
        mark = (self.number - 1, index, f"{letters(index)}{self.number}", sheet.name)
        if index >= len(self.cells) or at in sheet.covered:
            return Cell("", mark)
        if at in sheet.layout.unsaved:
            return Cell("=", mark, "formula")
        text, fault = text_of(self.cells[index])
        return Cell(text, mark, fault)

    @property
    def texts(self) -> Iterable[str]:
        """The text of each cell as far as there are heads."""
        return (self.cell(index).text for index in range(min(self.sheet.width, len(self.cells))))


class Sheet:
    """A worksheet of openpyxl and what is known of its layout. Raises Refused where it spreads too far to be read."""

    def __init__(self, worksheet: Any, layout: Layout, problems: Problems) -> None:
        self.name: str = worksheet.title
        self.layout = layout
        self.problems = problems
        self.hidden = worksheet.sheet_state != "visible"
        self.width = 0
        end = layout.end
        if end.row * end.column > MAX_CELLS:
            problems.add("NU008", self._mark(end), why="spread", limit=MAX_CELLS, cell=f"{letters(end.column - 1)}{end.row}")
            raise Refused
        self.covered = covered(layout.merged, end, MAX_CELLS)
        rows = worksheet.iter_rows(max_row=end.row, max_col=end.column) if end.row else ()
        self.rows = [_Row(number, cells, self) for number, cells in zip(range(1, end.row + 1), rows, strict=False)]  # no further than that

    def _mark(self, place: Place | None = None) -> Mark:
        if place is None:
            return (0, 0, None, self.name)
        return (place.row - 1, place.column - 1, f"{letters(place.column - 1)}{place.row}", self.name)

    def head(self) -> int | None:
        """The index of the row that heads a table of figures."""
        for index, row in enumerate(self.rows[:_HEAD_WITHIN]):
            heads = self._heads(row)
            names = names_of(heads)
            wide = "period" in names and any(head.text and not name for head, name in zip(heads, names, strict=True))
            if "indicator" in names and (wide or FILLED & set(names)):
                return index
        return None

    def almost(self) -> Mark | None:
        """The row that names an indicator among other words of a table, where there is no head of one."""
        for row in self.rows[:_HEAD_WITHIN]:
            heads = self._heads(row)
            names = set(names_of(heads)) - {"", INFORMS}
            if len(names) > 1 and any(bare(head.text) in ("指标", "指标名称", "indicator") for head in heads):
                return heads[0].mark
        return None

    def _heads(self, row: _Row) -> list[Cell]:
        """The cells of a row up to the last that is not empty."""
        cells = [row.cell(index) for index in range(len(row.cells))]
        while cells and not cells[-1].text:
            cells.pop()
        return cells

    def above(self, head: int) -> dict[str, Cell]:
        """What the labels above the table say: the area, the period, who reported."""
        given: dict[str, Cell] = {}
        for row in self.rows[:head]:
            cells = self._heads(row)
            for index in range(len(cells)):
                for name, value in _labelled(cells, index, row.cell(index + 1).mark):
                    given.setdefault(name, value)
        return given

    def read(self, head: int, *, stamped: bool) -> list[Mapping]:
        """The trees of the table under its head; `stamped` says that a form was made with this sheet."""
        heads = self._heads(self.rows[head])
        self.width = len(heads)
        given = self.above(head)
        for name in ("area", "period"):
            given.setdefault(name, Cell("", heads[0].mark))
        table = Table(heads, self.problems, given, "headless")
        if stamped and (lost := tuple(f"{HEADER[name][-1]} ({name})" for name in _NEEDED if name not in table.names)):
            self.problems.add("NU027", heads[0].mark, why="columns", lost=lost)
        body = [row for row in self.rows[head + 1 :] if any(row.texts)]
        trees = table.read(body)
        for name in ("period",) if table.wide else ("area", "period"):
            if trees and name not in table.names and not given[name].text:
                self.problems.add("NU010", given[name].mark, key=name, why=f"above_{name}")
        self._tell_hidden(trees)
        self._tell_merged(table, body)
        return trees

    def _tell_hidden(self, trees: list[Mapping]) -> None:
        """Say which figures stand where nobody sees them; they count all the same."""
        layout = self.layout
        places = list(_places(trees))
        if self.hidden and places:
            self.problems.add("NU563", self._mark(), why="sheet", sheet=self.name)
        rows = sorted(place for place in places if place.row in layout.hidden_rows)
        columns = sorted(place for place in places if place.column in layout.hidden_columns)
        if rows:
            numbers = sorted({place.row for place in rows})
            self.problems.add("NU563", self._mark(rows[0]), why="rows", rows=_named(map(str, numbers)))
        if columns:
            names = (letters(column - 1) for column in sorted({place.column for place in columns}))
            self.problems.add("NU563", self._mark(columns[0]), why="columns", columns=_named(names))

    def _tell_merged(self, table: Table, body: list[_Row]) -> None:
        """Say which merged ranges cover cells that are read."""
        if not self.covered:
            return
        columns = {index + 1 for index, name in enumerate(table.names) if name != INFORMS}
        said = [index for index, name in enumerate(table.names) if name in FILLED or name == "indicator"]
        rows = {row.number for row in body if any(row.cell(index).text for index in said)}
        found = {area: None for place, area in self.covered.items() if place.row in rows and place.column in columns}
        if found:
            first = min(found)
            names = _named(f"{letters(area[1] - 1)}{area[0]}:{letters(area[3] - 1)}{area[2]}" for area in sorted(found))
            self.problems.add("NU564", self._mark(Place(first[0], first[1])), ranges=names)


def _labelled(cells: list[Cell], index: int, beside: Mark) -> Iterator[tuple[str, Cell]]:
    """The name of a label and what is said there: in the same cell after a colon, or in the next that is filled and no label."""
    label, colon, rest = cells[index].text.replace(":", "：").partition("：")
    name = _NAMED.get(bare(label))
    if not name:
        return
    if colon and rest.strip():
        yield name, cells[index]._replace(text=rest.strip())
        return
    following = next((cell for cell in cells[index + 1 :] if cell.text), None)
    is_label = following is not None and bare(following.text.replace(":", "：").partition("：")[0]) in _NAMED
    yield name, Cell("", beside) if following is None or is_label else following


def _places(trees: list[Mapping]) -> Iterator[Place]:
    """Where the figures of trees stand."""
    for tree in trees:
        for figure in tree["figures"].values():
            for mark, _ in figure.marks.values():
                yield Place(mark[0] + 1, mark[1] + 1)


def _named(names: Iterable[str]) -> tuple[str, ...]:
    """The first of many names."""
    listed = tuple(names)
    return listed if len(listed) <= _MOST else (*listed[:_MOST], "…")
