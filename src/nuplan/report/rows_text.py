"""Rows as text for machines and pipes: tab-separated lines, and the JSON of listings (`nuplan/rows/v1`)."""

from decimal import Decimal
from typing import Any

from ..text import safe
from .json_text import write_json
from .rows import Column, Row, Rows


def render_lines(listings: list[Rows]) -> str:
    """One line a row, cells separated by tabs, headings and notes on lines of their own."""
    lines: list[str] = []
    for listing in listings:
        lines.append(safe(listing.title))
        if any(column.name for column in listing.columns):
            groups = [""] * (len(listing.rows[0].group) if listing.rows else 0)
            lines.append("\t".join((*groups, *(column.name for column in listing.columns))))
        for row in listing.rows:
            cells = (*row.group, *(row.cells.get(column.id, "") for column in listing.columns))
            lines.append("\t".join(safe(cell.replace("\n", " / ")) for cell in cells))
        lines += [safe(note) for note in listing.notes]
    return "\n".join(lines) + "\n"


def render_rows_json(listings: list[Rows]) -> str:
    """Listings of a command that does not judge."""
    parts: list[dict[str, Any]] = [
        {
            "title": listing.title,
            "columns": [{"id": column.id, "name": column.name, "unit": column.unit} for column in listing.columns],
            "rows": [{"group": list(row.group)} | {column.id: _value(row, column) for column in listing.columns} for row in listing.rows],
            "notes": listing.notes,
        }
        for listing in listings
    ]
    head, *rest = parts
    return write_json({"schema": "nuplan/rows/v1"} | head | {"more": rest})


def _value(row: Row, column: Column) -> str | Decimal | None:
    """A cell; of a column with a unit the number."""
    cell = row.cells.get(column.id)
    if column.unit is None:
        return cell
    return Decimal(cell) if cell else None
