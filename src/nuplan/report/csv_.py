"""Rows as CSV (RFC 4180), which spreadsheets open: no cell that a spreadsheet would run as a formula."""

import csv
import io
import re

from ..text import safe
from .rows import Rows

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_RUN = ("=", "+", "-", "@", "\t", "\r")


def render_csv(listings: list[Rows]) -> str:
    """A header and its rows for each listing, an empty line between two."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    for index, listing in enumerate(listings):
        if index:
            writer.writerow([])
        depth = max((len(row.group) for row in listing.rows), default=0)
        writer.writerow(["", *[""] * (depth - 1), *(column.name for column in listing.columns)] if depth else _names(listing))
        for row in listing.rows:
            groups = [*row.group, *[""] * (depth - len(row.group))]
            writer.writerow([_cell(text) for text in (*groups, *(row.cells.get(column.id, "") for column in listing.columns))])
    return buffer.getvalue()


def _names(listing: Rows) -> list[str]:
    return [column.name for column in listing.columns]


def _cell(text: str) -> str:
    """A cell as text: on one line, made safe, and with an apostrophe before what would be run."""
    cell = safe(text.replace("\n", " "))
    return f"'{cell}" if cell.startswith(_RUN) and not _NUMBER.fullmatch(cell) else cell
