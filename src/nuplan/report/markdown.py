"""Listings as Markdown: headings for their groups, a table for each run of rows, nothing that a cell holds read as markup."""

import re

from ..text import safe
from .rows import Row, Rows

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$])")


def render_markdown(listings: list[Rows]) -> str:
    """Listings one after the other, their notes as lists."""
    blocks: list[str] = []
    for listing in listings:
        blocks.append(f"## {escaped(listing.title)}")
        blocks += render_tables(listing)
        if listing.notes:
            blocks.append("\n".join(f"- {escaped(note)}" for note in listing.notes))
    return "\n\n".join(blocks) + "\n"


def render_tables(listing: Rows, below: int = 3) -> list[str]:
    """A table for each run of rows under the same headings, the headings that change above it, the first of the level `below`."""
    blocks: list[str] = []
    lines: list[str] = []
    above: tuple[str, ...] | None = None
    for row in listing.rows:
        if row.group != above:
            if lines:
                blocks.append("\n".join(lines))
            blocks += [
                f"{'#' * (level + below)} {escaped(heading)}"
                for level, heading in enumerate(row.group)
                if above is None or row.group[: level + 1] != above[: level + 1]
            ]
            lines = _head(listing)
            above = row.group
        lines.append(_line(listing, row))
    if lines:
        blocks.append("\n".join(lines))
    return blocks


def _head(listing: Rows) -> list[str]:
    names = " | ".join(escaped(column.name) for column in listing.columns)
    rules = " | ".join("---:" if column.right else "---" for column in listing.columns)
    return [f"| {names} |", f"| {rules} |"]


def _line(listing: Rows, row: Row) -> str:
    cells = (row.cells.get(column.id, "") for column in listing.columns)
    return "| " + " | ".join("<br>".join(map(escaped, cell.split("\n"))) for cell in cells) + " |"


def escaped(text: str) -> str:
    """Text made safe, with every sign of markup escaped."""
    return _MARKUP.sub(r"\\\1", safe(text))
