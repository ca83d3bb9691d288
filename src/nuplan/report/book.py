"""A workbook while it is written: worksheets from top to bottom, whose cells are text or numbers and never formulas."""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from ..model.extras import need
from ..model.zip_ import settled
from ..text import Words, safe
from .book_style import LEVELS, LINE, PAGE, column_widths, folded, named_styles, sheet_name
from .rows import Column, Row, Rows
from .table import TONED

_RUN = ("=", "+", "-", "@")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_MADE = datetime(1980, 1, 1)
"""No time of making is told, so that the same content has the same bytes."""
_DIGITS = 15
"""So many digits of a number a spreadsheet keeps."""
_SIZES = {"title": 14, "subtitle": 12}
_EMPTY = (16, PAGE - 16)
_HIGHEST = 400.0


def saved(book: Any, title: str) -> bytes:
    """A workbook of openpyxl as a file, which tells nothing of when it was made."""
    properties = book.properties
    properties.title, properties.creator = _clean(title), "nuplan"
    properties.created = properties.modified = _MADE
    buffer = io.BytesIO()
    need("openpyxl.writer.excel", "xlsx").ExcelWriter(book, ZipFile(buffer, "w", ZIP_DEFLATED)).save()
    return settled(buffer.getvalue())


class Book:
    """A workbook."""

    def __init__(self, title: str, say: Words, onto: Any = None) -> None:
        """An empty workbook, or one that is there already, to which worksheets are added."""
        self._book = need("openpyxl", "xlsx").Workbook() if onto is None else onto
        if onto is None:
            self._book.remove(self._book.active)
        for style in named_styles(say):
            if style.name not in self._book.named_styles:
                self._book.add_named_style(style)
        self._title = title
        self._say = say
        self._names = {name.casefold() for name in self._book.sheetnames}

    def sheet(self, name: str, listings: Sequence[Rows]) -> "Sheet":
        """A new worksheet, as wide as the listings that will stand on it."""
        return Sheet(self._book.create_sheet(sheet_name(name, self._names)), column_widths(listings) or _EMPTY, self._say)

    def data(self) -> bytes:
        """The workbook as a file."""
        return saved(self._book, self._title)


class Sheet:
    """A worksheet, written line by line."""

    def __init__(self, sheet: Any, widths: Sequence[int], say: Words) -> None:
        self._sheet = sheet
        self._row = 1
        self._widths = widths
        self._width = sum(widths)
        self._columns = len(widths)
        for index, width in enumerate(widths, 1):
            sheet.column_dimensions[_letter(index)].width = width
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_margins.left = sheet.page_margins.right = 0.5
        sheet.page_margins.top = sheet.page_margins.bottom = 0.7
        sheet.page_margins.header = sheet.page_margins.footer = 0.3
        sheet.oddFooter.left.text = "&A"
        sheet.oddFooter.right.text = say("book.page")

    @property
    def name(self) -> str:
        """The name of the worksheet."""
        return str(self._sheet.title)

    def line(self, text: str, style: str = "line") -> None:
        """A line that runs on over the columns beside it."""
        size = _SIZES.get(style, 10)
        for part in folded(text, max(self._width, PAGE) * 10 // size):
            self._put(1, part, style)
            self._end(LINE * size / 10 + 2)

    def link(self, text: str, target: "Sheet") -> None:
        """A line that leads to another worksheet."""
        _lead(self._put(1, text, "link"), target.name)
        self._end(LINE + 2)

    def keyed(self, key: str, tone: str, text: str) -> None:
        """A line whose first cell has a tone."""
        self._put(1, key, tone)
        self._put(2, text, "line")
        self._end(LINE + 2)

    def note(self, text: str) -> None:
        """A line at the foot in smaller letters, folded to the width of the worksheet."""
        self._put(1, text, "note")
        if self._columns > 1:
            self._sheet.merge_cells(start_row=self._row, end_row=self._row, start_column=1, end_column=self._columns)
        self._end(LINE * len(folded(text, self._width * 10 // 9)))

    def heading(self, text: str) -> None:
        """An empty line and a title."""
        self._row += 1
        self.line(text, "subtitle")

    def table(self, listing: Rows, *, first: bool = False, links: Sequence["Sheet"] = ()) -> None:
        """The head and the rows of a listing, the first cell of each leading to a worksheet where these are given.

        The head of the first listing of a worksheet stays in sight, is printed on every page, and filters.
        """
        head = self._row
        if any(column.name for column in listing.columns):
            for index, column in enumerate(listing.columns, 1):
                self._put(index, column.name, "head")
            self._end(self._height([column.name for column in listing.columns]))
        above: tuple[str, ...] = ()
        for index, row in enumerate(listing.rows):
            for level, heading in _changed(row.group, above):
                self._group(heading, level, len(listing.columns))
            above = row.group
            self._cells(row, listing.columns)
            if links:
                cell = self._put(1, row.cells[listing.columns[0].id], "linked")
                _lead(cell, links[index].name)
            self._end(self._height([row.cells.get(column.id, "") for column in listing.columns]))
        if first and listing.rows and head < self._row - len(listing.rows):
            self._sheet.freeze_panes = f"A{head + 1}"
            self._sheet.print_title_rows = f"{head}:{head}"
            self._sheet.auto_filter.ref = f"A{head}:{_letter(len(listing.columns))}{self._row - 1}"

    def _group(self, text: str, level: int, columns: int) -> None:
        """A heading of rows: as many lines as it needs, shaded over the columns of its listing."""
        style = f"group {min(level, LEVELS - 1)}"
        for part in folded(text, sum(self._widths[:columns]) - 4):
            self._put(1, part, style)
            for column in range(2, columns + 1):
                self._sheet.cell(self._row, column).style = f"nuplan {style}"
            self._end(LINE + 2)

    def _cells(self, row: Row, columns: Sequence[Column]) -> None:
        for index, column in enumerate(columns, 1):
            text = row.cells.get(column.id, "")
            tone = row.tones.get(column.id) or (row.tone if column.id == TONED else "")
            style = (text and tone) or ("right" if column.right or column.unit is not None else "cell")
            cell = self._put(index, text, style)
            if column.unit is not None and text:
                _turn_into(cell, Decimal(text))

    def _height(self, cells: Sequence[str]) -> float:
        """The height of a row of cells: that of the one with most lines."""
        counts = (
            sum(len(folded(line, width)) for line in cell.split("\n")) for cell, width in zip(cells, self._widths, strict=False) if cell
        )
        return min(_HIGHEST, LINE * max(counts, default=1) + 2)

    def _end(self, height: float) -> None:
        """Close a row."""
        self._sheet.row_dimensions[self._row].height = height
        self._row += 1

    def _put(self, column: int, text: str, style: str) -> Any:
        """A cell of text, whatever it begins with."""
        cell = self._sheet.cell(self._row, column)
        cell.style = f"nuplan {style}"
        if text:
            cell.value = _clean(text)
            cell.data_type = "s"
            cell.quotePrefix = text.startswith(_RUN)
        return cell


def _letter(column: int) -> str:
    """The letters of a column."""
    return str(need("openpyxl.utils", "xlsx").get_column_letter(column))


def _turn_into(cell: Any, number: Decimal) -> None:
    """Turn a cell into a number with the digits it was printed with; one with more digits than a spreadsheet keeps stays text."""
    if len(number.as_tuple().digits) <= _DIGITS:
        cell.value = number
        places = max(0, -int(number.as_tuple().exponent))
        cell.number_format = f"0.{'0' * places}" if places else "0"
        cell.quotePrefix = False


def _changed(group: tuple[str, ...], above: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """The headings that are not those of the row above, each with its level."""
    for level, heading in enumerate(group):
        if group[: level + 1] != above[: level + 1]:
            yield level, heading


def _lead(cell: Any, name: str) -> None:
    """Make a cell lead to the top of a worksheet of the same workbook."""
    place = f"{need('openpyxl.utils', 'xlsx').quote_sheetname(name)}!A1"
    cell.hyperlink = need("openpyxl.worksheet.hyperlink", "xlsx").Hyperlink(ref=cell.coordinate, location=place)


def _clean(text: str) -> str:
    """Text made safe line by line, with what a spreadsheet would take for an escaped character escaped itself."""
    return _ESCAPED.sub("_x005F_", "\n".join(map(safe, text.split("\n"))))
