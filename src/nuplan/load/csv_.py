"""The CSV reader: rows become the trees that YAML and JSON give, one for each area and period, with the row and cell of every value.

A long table has a row a figure, a wide one a row a figure and a column an area; the header tells which. Its words may be English or
Chinese.
"""

import csv
import io
import re
from collections.abc import Iterator
from typing import NamedTuple

from ..model.suggest import nearest
from .tree import Mapping, Mark, Problems, Refused, put

_HEADER = {
    "area": ("area", "地区"),
    "period": ("period", "报告期"),
    "indicator": ("indicator", "指标"),
    "item": ("item", "项目"),
    "value": ("value", "数值", "填报值"),
    "unit": ("unit", "单位", "计量单位"),
    "part": ("part", "分子"),
    "whole": ("whole", "分母"),
    "missing": ("missing", "缺报原因"),
    "of": ("of", "所属期"),
    "since": ("since", "起算日"),
    "quality": ("quality", "数据性质"),
    "note": ("note", "说明"),
}
_NAMES = {word: name for name, words in _HEADER.items() for word in words}
_HEADERS_OF_OTHERS = frozenset({"市", "地市", "城市", "期", "期别", "时期", "指标名称", "数据", "本期数"})
"""Words that tables of figures use for the same things."""
_ITEMS = ("value", "part", "whole", "missing", "of", "since", "quality", "note")
_UNITED = frozenset({"part", "whole"})
_SAID = frozenset({"value", "part", "whole", "missing", "note"})
"""What makes a row a report: a row of a form that only names its indicator and its unit has not been filled in."""


class _Cell(NamedTuple):
    """The text of a cell and where it stands."""

    text: str
    mark: Mark


class _Record(NamedTuple):
    """One row: the line of the file it begins in, its number as a spreadsheet counts it, its cells."""

    line: int
    number: int
    cells: list[str]

    def cell(self, index: int) -> _Cell:
        """A cell by its column, empty where the row is shorter."""
        text = self.cells[index].strip() if index < len(self.cells) else ""
        return _Cell(text, (self.line, index, f"{_letters(index)}{self.number}"))


def parse_csv(text: str, problems: Problems) -> list[Mapping]:
    """A tree for each area and period of a table, in the order of its rows. Raises Refused where reading had to stop."""
    records = _records(text, problems)
    header = next(records, None)
    cells = [] if header is None else [header.cell(index) for index in range(len(header.cells))]
    names = [_NAMES.get(cell.text.lower(), "") for cell in cells]
    told = set(names) - {""}
    long, wide = "area" in told, any(cell.text and not name for cell, name in zip(cells, names, strict=True))
    if not {"period", "indicator"} <= told or not (_SAID - {"note"} & told if long else wide):
        why = "header" if _looks_like_ours(text) else "no_header"
        problems.add("NU009", (0, 0), why=why, wanted="area,period,indicator,value,unit")
        raise Refused
    trees: dict[tuple[str, str], Mapping] = {}
    if "area" in names:
        _check_long(cells, names, problems)
        for record in records:
            _take_long(record, cells, names, trees, problems)
    else:
        areas = _areas(cells, names, problems)
        for record in records:
            _take_wide(record, cells, names, areas, trees, problems)
    return list(trees.values())


def _looks_like_ours(text: str) -> bool:
    """Whether the first lines have words of a header, by whatever they are parted and wherever they stand."""
    words = {re.sub(r"[\s\"]|（.*|\(.*", "", word).lower() for line in text.split("\n")[:5] for word in re.split("[,;\t，；]", line)}
    return len({_NAMES.get(word, word) for word in words} & (_NAMES.keys() | _HEADERS_OF_OTHERS)) > 1


def _records(text: str, problems: Problems) -> Iterator[_Record]:
    """The rows that are not empty. Raises Refused where a quotation mark has no partner."""
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), strict=True)
    line = number = 0
    try:
        for cells in reader:
            number += 1
            if any(map(str.strip, cells)):
                yield _Record(line, number, cells)
            line = reader.line_num
    except csv.Error as error:
        problem = "csv quote" if "field" not in str(error) else "csv cell"
        problems.add("NU005", (line, 0, f"A{number + 1}"), problem=problem)
        raise Refused from None


def _letters(index: int) -> str:
    """The letters of a column: A to Z, AA and so on."""
    letters = ""
    while index >= 0:
        letters = chr(ord("A") + index % 26) + letters
        index = index // 26 - 1
    return letters


def _check_long(cells: list[_Cell], names: list[str], problems: Problems) -> None:
    """Every column of a long table is known and stands once."""
    for cell, name in zip(cells, names, strict=True):
        if not name and cell.text:
            problems.add("NU011", cell.mark, key=cell.text, suggestion=nearest(cell.text, _NAMES), why="column")
    _check_once(cells, names, problems)


def _check_once(cells: list[_Cell], names: list[str], problems: Problems) -> None:
    for index, name in enumerate(names):
        if name and name in names[:index]:
            problems.add("NU007", cells[index].mark, cells[names.index(name)].mark, key=cells[index].text)
            raise Refused


def _take_long(record: _Record, cells: list[_Cell], names: list[str], trees: dict[tuple[str, str], Mapping], problems: Problems) -> None:
    """Add the figure of one row of a long table."""
    row = {name: record.cell(index) for index, name in enumerate(names) if name}
    if _beyond_header(record, cells, problems) or not any(row[name].text for name in _SAID & row.keys()):
        return
    entry = {item: row[item] for item in _ITEMS if item in row and row[item].text}
    if (unit := row.get("unit")) is not None and unit.text:
        if "value" in entry:
            entry["unit"] = unit
        else:
            entry |= {item: _united(entry[item], unit) for item in _UNITED & entry.keys()}
    _take(row["area"], row, entry, trees, problems)


def _take_wide(
    record: _Record,
    cells: list[_Cell],
    names: list[str],
    areas: dict[int, _Cell],
    trees: dict[tuple[str, str], Mapping],
    problems: Problems,
) -> None:
    """Add one row of a wide table: an item of a figure, of each area that has it."""
    if _beyond_header(record, cells, problems):
        return
    row = {name: record.cell(index) for index, name in enumerate(names) if name}
    filled = [(area, cell) for index, area in areas.items() if (cell := record.cell(index)).text]
    item = row["item"].text if "item" in row and row["item"].text else "value"
    item = _NAMES.get(item.lower(), item)
    if item not in _ITEMS and filled:
        problems.add("NU013", row["item"].mark, key="item", text=item, why="choice", expected=_ITEMS)
        return
    unit = row.get("unit", _Cell("", (0, 0)))
    for area, cell in filled:
        given = _united(cell, unit) if item in _UNITED else cell
        _take(area, row, {item: given} | ({"unit": unit} if item == "value" and unit.text else {}), trees, problems)


def _united(cell: _Cell, unit: _Cell) -> _Cell:
    """A number with the unit of its row, where it has none of its own."""
    return _Cell(cell.text + unit.text, cell.mark) if cell.text[-1:].isdigit() else cell


def _areas(cells: list[_Cell], names: list[str], problems: Problems) -> dict[int, _Cell]:
    """The columns of a wide table that are areas: those whose head is no word of the format; each once.

    Words of a long table have no place in it.
    """
    _check_once(cells, names, problems)
    for cell, name in zip(cells, names, strict=True):
        if name in _ITEMS:
            problems.add("NU011", cell.mark, key=cell.text, suggestion=None, why="wide")
    areas = {index: cell for index, (cell, name) in enumerate(zip(cells, names, strict=True)) if not name and cell.text}
    _check_once(list(areas.values()), [cell.text for cell in areas.values()], problems)
    return areas


def _beyond_header(record: _Record, cells: list[_Cell], problems: Problems) -> bool:
    """Whether a row has a cell that stands under no head, so that nothing may be where it should be."""
    heads = [bool(cell.text) for cell in cells]
    for index, text in enumerate(record.cells):
        if text.strip() and not (index < len(heads) and heads[index]):
            problems.add("NU012", record.cell(index).mark, key=text.strip(), expected="row")
            return True
    return False


def _take(area: _Cell, row: dict[str, _Cell], entry: dict[str, _Cell], trees: dict[tuple[str, str], Mapping], problems: Problems) -> None:
    """Put what a row says of a figure into the tree of its area and period."""
    lacking = [name for name, cell in (("area", area), ("period", row.get("period")), ("indicator", row["indicator"])) if not _text(cell)]
    for name in lacking:
        problems.add("NU010", (row.get(name) or row["indicator"]).mark, key=name)
    if lacking:
        return
    period, indicator = row["period"], row["indicator"]
    tree = trees.get((area.text, period.text))
    if tree is None:
        tree = trees[area.text, period.text] = Mapping(area.mark)
        for key, cell in (("area", area), ("period", period)):
            put(tree, key, cell.mark, cell.text, cell.mark, problems)
        put(tree, "figures", indicator.mark, Mapping(indicator.mark), indicator.mark, problems)
    figures = tree["figures"]
    figure = figures.get(indicator.text)
    if figure is None and indicator.text not in figures.dropped:
        figure = Mapping(indicator.mark)
        put(figures, indicator.text, indicator.mark, figure, next(iter(entry.values())).mark, problems)
    elif figure is None or entry.keys() - {"unit"} & figure.keys():
        put(figures, indicator.text, indicator.mark, None, indicator.mark, problems)
        return
    for item, cell in entry.items():
        figure[item] = cell.text
        figure.marks[item] = (cell.mark, cell.mark)


def _text(cell: _Cell | None) -> str:
    return "" if cell is None else cell.text
