"""Rows as a table for a terminal, drawn with Rich: whole at 80 columns, nothing cut, no markup read from files."""

import io
from typing import TYPE_CHECKING, Any, TextIO

from ..text import safe
from .rows import Column, Row, Rows

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_STYLES = {"": "", "good": "green", "bad": "bold red", "warn": "yellow", "dim": "dim"}
_HEADINGS = ("bold cyan", "cyan", "dim")
TONED = "status"
"""The column whose cells carry the tone of their row."""


def draw_table(listings: list[Rows], terminal: TextIO) -> None:
    """Draw listings on a terminal, as wide and as coloured as it allows."""
    from rich.console import Console

    _draw(Console(file=terminal, highlight=False), listings)


def render_table(listings: list[Rows], width: int) -> str:
    """Listings as plain text of a given width."""
    from rich.console import Console

    buffer = io.StringIO()
    _draw(Console(file=buffer, width=width, height=100, no_color=True, highlight=False, legacy_windows=False), listings)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def _draw(console: "Console", listings: list[Rows]) -> None:
    from rich.text import Text

    for index, listing in enumerate(listings):
        if index:
            console.print()
        console.print(Text(_safe(listing.title), style="bold"))
        _draw_groups(console, listing)
        for note in listing.notes:
            console.print(Text(_safe(note)), soft_wrap=False)


def _draw_groups(console: "Console", listing: Rows) -> None:
    """The header once, then a table for each run of rows under the same headings; their columns line up."""
    width = console.width
    columns = [column for column in listing.columns if not column.under or width >= column.narrow]
    folded = len(columns) < len(listing.columns)
    if any(column.name for column in columns):
        console.print(_table(columns, width, header=True, folded=folded))
    above: tuple[str, ...] = ()
    table: Any = None
    for row in listing.rows:
        if table is None or row.group != above:
            if table is not None:
                console.print(table)
            _draw_headings(console, row.group, above)
            table = _table(columns, width, header=False, folded=folded)
            above = row.group
        table.add_row(*(_cell(row, column, listing.columns, columns) for column in columns))
    if table is not None:
        console.print(table)


def _draw_headings(console: "Console", group: tuple[str, ...], above: tuple[str, ...]) -> None:
    """The headings that change, the outermost the strongest."""
    from rich.text import Text

    for level, heading in enumerate(group):
        if group[: level + 1] != above[: level + 1]:
            if level == 0 and above:
                console.print()
            console.print(Text(_safe(heading), style=_HEADINGS[min(level, 2)]))


def _table(columns: list[Column], width: int, *, header: bool, folded: bool) -> Any:
    """A table without rows. Its columns have the same width whatever is in them, so that Rich need not measure every cell."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD if header else None, show_header=header, show_edge=False, border_style="dim")
    table.padding = (0, 0) if header else (0, 1, 1 if folded else 0, 0)  # the heading's box divides its columns by a space
    for column, share in zip(columns, _shares([column.ratio for column in columns], width), strict=True):
        table.add_column(Text(column.name), width=share - 1, overflow="fold", justify="right" if column.right else "left")
    return table


def _shares(ratios: list[int], width: int) -> list[int]:
    """A width divided by ratios, each part rounded up from what is left."""
    shares, ratio_left = [], sum(ratios)
    for ratio in ratios:
        share = -(-width * ratio // ratio_left)
        shares.append(max(share, 2))
        width -= share
        ratio_left -= ratio
    return shares


def _safe(text: str) -> str:
    """Text made safe line by line."""
    return "\n".join(map(safe, text.split("\n")))


def _cell(row: Row, column: Column, every: list[Column], drawn: list[Column]) -> "Text":
    """The cell with what has moved into it, each on a line of its own."""
    from rich.text import Text

    value = _safe(row.cells.get(column.id, ""))
    text = Text(value, style=_STYLES[row.tone] if column.id == TONED else "")
    for other in every:
        if other.under == column.id and other not in drawn and row.cells.get(other.id):
            if text.plain:
                text.append("\n")
            text.append(_safe(row.cells[other.id]), style="" if other.right else "dim")
    return text
