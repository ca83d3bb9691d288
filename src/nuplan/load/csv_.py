"""The CSV reader: text becomes the records of a table, with the row and cell of every value; the first that is not empty is its head."""

import csv
import io
import re
from collections.abc import Iterator
from typing import NamedTuple

from .table import FILLED, HEADER, INFORMS, NAMES, Cell, Table, letters, names_of
from .tree import Mapping, Problems, Refused

_HEADERS_OF_OTHERS = frozenset({"市", "地市", "城市", "期", "期别", "时期", "指标名称", "数据", "本期数"})
"""Words that tables of figures use for the same things."""


class _Record(NamedTuple):
    """One row: the line of the file it begins in, its number as a spreadsheet counts it, its cells."""

    line: int
    number: int
    texts: list[str]

    def cell(self, index: int) -> Cell:
        """A cell by its column, empty where the row is shorter."""
        text = self.texts[index].strip() if index < len(self.texts) else ""
        return Cell(text, (self.line, index, f"{letters(index)}{self.number}"))


def parse_csv(text: str, problems: Problems) -> list[Mapping]:
    """A tree for each area and period of a table, in the order of its rows. Raises Refused where reading had to stop."""
    records = _records(text, problems)
    header = next(records, None)
    heads = [] if header is None else [header.cell(index) for index in range(len(header.texts))]
    names = names_of(heads)
    told = set(names) - {"", INFORMS}
    long, wide = "area" in told, any(head.text and not name for head, name in zip(heads, names, strict=True))
    if not {"period", "indicator"} <= told or not (FILLED & told if long else wide):
        why = "header" if _looks_like_ours(text) else "no_header"
        problems.add("NU009", (0, 0), why=why, wanted="area,period,indicator,value,unit")
        raise Refused
    return Table(heads, problems).read(records)


def _looks_like_ours(text: str) -> bool:
    """Whether the first lines have words of a header, by whatever they are parted and wherever they stand."""
    words = {re.sub(r"[\s\"]|（.*|\(.*", "", word).lower() for line in text.split("\n")[:5] for word in re.split("[,;\t，；]", line)}
    meant = {word if NAMES.get(word, INFORMS) == INFORMS else NAMES[word] for word in words}
    return len(meant & (HEADER.keys() | _HEADERS_OF_OTHERS)) > 1


def _records(text: str, problems: Problems) -> Iterator[_Record]:
    """The rows that are not empty. Raises Refused where a quotation mark has no partner."""
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), strict=True)
    line = number = 0
    try:
        for texts in reader:
            number += 1
            if any(map(str.strip, texts)):
                yield _Record(line, number, texts)
            line = reader.line_num
    except csv.Error as error:
        problem = "csv quote" if "field" not in str(error) else "csv cell"
        problems.add("NU005", (line, 0, f"A{number + 1}"), problem=problem)
        raise Refused from None
