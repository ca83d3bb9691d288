"""Findings: what a person must look at. Values and places only; the sentence is made in the text room, in the reader's language."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from .catalogue import CHECKS, Check

if TYPE_CHECKING:
    from .waiver import ReadWaiver

_QUOTED = re.compile(r"[\s'!:]")


class Location(NamedTuple):
    """A place in a file; line and column count from 1, and are None where the place is the whole file.

    In a table `cell` (D7) stands for the column; its row is that of a spreadsheet, which a line break inside a cell does not end. In a
    workbook `sheet` is the sheet it stands on, and `line` the row.
    """

    path: str
    line: int | None = None
    column: int | None = None
    cell: str | None = None
    sheet: str | None = None

    def __str__(self) -> str:
        parts = self[:4] if self.sheet is None else (self.path, self.cell_name)
        return ":".join(str(part) for part in parts if part is not None)

    @property
    def cell_name(self) -> str | None:
        """The cell as a spreadsheet names it (D7, 菏泽市!D7), or its sheet alone; None outside tables."""
        if self.sheet is None:
            return self.cell
        sheet = "'" + self.sheet.replace("'", "''") + "'" if _QUOTED.search(self.sheet) else self.sheet
        return sheet if self.cell is None else f"{sheet}!{self.cell}"

    @property
    def text_line(self) -> int | None:
        """The line of a file of text, at which programs can open it; None in a workbook."""
        return self.line if self.sheet is None else None


class Finding(NamedTuple):
    """One offence against one check, at one place.

    `values` fill the placeholders of the check's message; `related` are further places that explain it, such as the first of two
    duplicates.
    """

    check: str
    location: Location
    values: Mapping[str, Any] = MappingProxyType({})
    area: str | None = None
    period: str | None = None
    target: str | None = None
    indicator: str | None = None
    note: str | None = None
    related: tuple[Location, ...] = ()
    blocking: bool = False
    waiver: "ReadWaiver | None" = None

    @property
    def row(self) -> Check:
        """The catalogue's row of this finding."""
        return CHECKS[self.check]


class Problem(ValueError):
    """A text that cannot become the value it should be: the check it offends and the values of its message."""

    def __init__(self, check: str, **values: Any) -> None:
        super().__init__(check)
        self.check = check
        self.values = values


class NuplanError(Exception):
    """A run that could not be made: a bad option, or plan files that cannot become the model.

    `findings` hold every problem found; `slug` and `values` say what was wrong with the call where it was the call.
    """

    def __init__(self, slug: str, *, findings: tuple[Finding, ...] = (), **values: Any) -> None:
        super().__init__(slug)
        self.slug = slug
        self.values = values
        self.findings = findings

    def __str__(self) -> str:
        said = [f"{finding.location}: {finding.check} {finding.row.slug} {dict(finding.values)}" for finding in self.findings]
        return "\n".join([f"{self.slug} {self.values}" if self.values else self.slug, *said])
