"""Rows: one shape for every listing, which any tabular renderer can draw."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeVar

Thing = TypeVar("Thing")
Tone = Literal["", "good", "bad", "warn", "dim"]


class Column(NamedTuple):
    """A column. Where the page is narrower than `narrow`, it moves into the cell of the column `under`. With a `unit` it holds numbers."""

    id: str
    name: str
    ratio: int = 1
    narrow: int = 0
    under: str = ""
    right: bool = False
    unit: str | None = None


@dataclass(slots=True)
class Row:
    """Cells by column id; `group` are the headings it stands under; `below` marks a row that belongs to the one above it.

    `tones` are those of single cells, for renderings that colour more than the one cell that carries the tone of its row; `of` is the row
    of the report that it tells of, for those that draw more than cells.
    """

    cells: dict[str, str]
    group: tuple[str, ...] = ()
    tone: Tone = ""
    below: bool = False
    tones: dict[str, Tone] = field(default_factory=dict)
    of: Any = None


@dataclass(slots=True)
class Rows:
    """A titled listing with lines at its foot."""

    title: str
    columns: list[Column]
    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def grouped(rows: Iterable[Thing], key: Callable[[Thing], Hashable]) -> list[list[Thing]]:
    """Rows of one key together, in the order they are first met."""
    groups: dict[Hashable, list[Thing]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return list(groups.values())
