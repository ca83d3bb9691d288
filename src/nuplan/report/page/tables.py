"""Listings as tables of a page: their rows under one heading together, with pictures where there are some."""

from typing import NamedTuple

from ...model.rollup import Rollup
from ...text import Words
from ..rows import Column, Row, Rows, grouped
from .pictures import Picture, picture_of_sum


class Line(NamedTuple):
    """A row; `id` names its picture."""

    id: str
    row: Row
    picture: Picture | None


class Table(NamedTuple):
    """A listing with its rows by the headings they stand under; `pictured` says whether any of them has a picture."""

    title: str
    columns: list[Column]
    groups: list[tuple[tuple[str, ...], list[Line]]]
    notes: list[str]
    pictured: bool

    @property
    def toned(self) -> str:
        """The column whose words the tone of a row is of."""
        return "pace" if any(column.id == "pace" for column in self.columns) else "status"

    @property
    def lines(self) -> list[Line]:
        """Its rows, one after the other."""
        return [line for _, lines in self.groups for line in lines]


def table_of(listing: Rows, say: Words, name: str = "") -> Table:
    """A listing as a table; `name` makes the ids of its pictures."""
    lines = [Line(f"{name}-{number}", row, _picture(row, say)) for number, row in enumerate(listing.rows, 1)]
    groups = [(lines[0].row.group, lines) for lines in grouped(lines, lambda line: line.row.group)]
    return Table(listing.title, listing.columns, groups, listing.notes, any(line.picture for line in lines))


def _picture(row: Row, say: Words) -> Picture | None:
    return picture_of_sum(row.of, say) if isinstance(row.of, Rollup) else None
