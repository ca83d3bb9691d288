"""Tables of figures: records become the trees that YAML and JSON give, one for each area and period, with the cell of every value.

A long table has a row a figure, a wide one a row a figure and a column an area; the heads tell which. Their words may be English or
Chinese. What stands above a table may give the area and the period of all its rows.
"""

import re
from collections.abc import Iterable
from collections.abc import Mapping as AbcMapping
from typing import NamedTuple, Protocol

from ..model.suggest import nearest
from .tree import Mapping, Mark, Problems, Refused, drop, put

HEADER = {
    "area": ("area", "地区"),
    "period": ("period", "报告期"),
    "indicator": ("indicator", "指标", "指标编号"),
    "item": ("item", "项目"),
    "value": ("value", "数值", "填报值", "本期填报值"),
    "unit": ("unit", "单位", "计量单位"),
    "part": ("part", "分子"),
    "whole": ("whole", "分母"),
    "missing": ("missing", "缺报原因"),
    "of": ("of", "所属期"),
    "since": ("since", "起算日"),
    "quality": ("quality", "数据性质"),
    "caliber": ("caliber", "填报范围"),
    "note": ("note", "说明"),
}
INFORMS = "informs"
"""The name of a column that only informs whoever fills in the form."""
_INFORMING = {
    *("序号", "指标名称", "目标（原文）", "条款", "期限", "责任部门", "上期值", "口径", "审核意见"),
    *("No.", "Name", "Target (as printed)", "Clause", "Due", "Department", "Last value", "Definition", "Review"),
}
_ID = "指标编号"
_ITEMS = ("value", "part", "whole", "missing", "of", "since", "quality", "caliber", "note")
_UNITED = frozenset({"part", "whole"})
_NUMBERS = frozenset({"value", "part", "whole"})
_PERIODS = frozenset({"period", "of"})
_OWN = ("area", "period")
"""What a submission says of itself; the rest of what stands above a table says who reported."""
_RATIOS = frozenset({"%", "％", "‰", "个百分点", "百分点"})
"""Units of a share, which are never those of its parts."""
SAID = frozenset({"value", "part", "whole", "missing", "note"})
"""What makes a row a report: a row of a form that only names its indicator and its unit has not been filled in."""
FILLED = SAID - {"note"}
"""What a table has a column of, unless it has one of each area."""
WORDS = {
    "missing": {"待发布": "pending", "未统计": "not_collected", "不适用": "not_applicable"},
    "quality": {"正式": "final", "快报": "provisional", "预计": "estimate"},
}
"""What forms offer, and its word in the format."""


def bare(text: str) -> str:
    """A head or a label as it is looked up: without blanks and breaks, its brackets full-width, in small letters."""
    return re.sub(r"\s", "", text).replace("(", "（").replace(")", "）").lower()


_SPELT = [word for words in HEADER.values() for word in words]
NAMES = {bare(word): name for name, words in HEADER.items() for word in words} | {bare(word): INFORMS for word in _INFORMING}


class Cell(NamedTuple):
    """The text of a cell and where it stands; `fault` says what keeps it from being read as it is: a date, an error value."""

    text: str
    mark: Mark
    fault: str | None = None


class Record(Protocol):
    """One row of a table."""

    def cell(self, index: int) -> Cell:
        """A cell by its column, empty where the row is shorter."""

    @property
    def texts(self) -> Iterable[str]:
        """The text of each cell, from the first column on."""


def letters(index: int) -> str:
    """The letters of a column: A to Z, AA and so on."""
    found = ""
    while index >= 0:
        found = chr(ord("A") + index % 26) + found
        index = index // 26 - 1
    return found


def names_of(heads: list[Cell]) -> list[str]:
    """What each head means: the name of an item, INFORMS, or nothing where it is no word of the format."""
    names = [NAMES.get(bare(head.text), "") for head in heads]
    if names.count("indicator") > 1 and any(bare(head.text) == _ID for head in heads):
        return [INFORMS if name == "indicator" and bare(head.text) != _ID else name for head, name in zip(heads, names, strict=True)]
    return names


class Table:
    """A table under its heads; `read` makes the trees. `given` is what stands above it for all its rows.

    `headless` says how a cell under no head is told.
    """

    def __init__(self, heads: list[Cell], problems: Problems, given: AbcMapping[str, Cell] | None = None, headless: str = "row") -> None:
        self.heads = heads
        self.names = names_of(heads)
        self.given = given
        self._problems = problems
        self._headless = headless
        self._trees: dict[tuple[str, str], Mapping] = {}

    @property
    def wide(self) -> bool:
        """Whether it has a column an area."""
        return "area" not in self.names and (self.given is None or not FILLED & set(self.names))

    def read(self, records: Iterable[Record]) -> list[Mapping]:
        """A tree for each area and period, in the order of the rows. Raises Refused where reading had to stop."""
        if self.wide:
            areas = self._areas()
            for record in records:
                self._take_wide(record, areas)
        else:
            self._check_long()
            for record in records:
                self._take_long(record)
        return list(self._trees.values())

    def _check_long(self) -> None:
        """Every column of a long table is known and stands once."""
        for head, name in zip(self.heads, self.names, strict=True):
            if not name and head.text:
                self._problems.add("NU011", head.mark, key=head.text, suggestion=nearest(head.text, _SPELT), why="column")
        self._check_once(self.heads, self.names)

    def _check_once(self, heads: list[Cell], names: list[str]) -> None:
        for index, name in enumerate(names):
            if name and name != INFORMS and name in names[:index]:
                self._problems.add("NU007", heads[index].mark, heads[names.index(name)].mark, key=heads[index].text)
                raise Refused

    def _areas(self) -> dict[int, Cell]:
        """The columns of a wide table that are areas: those whose head is no word of the format; each once.

        Words of a long table have no place in it.
        """
        self._check_once(self.heads, self.names)
        for head, name in zip(self.heads, self.names, strict=True):
            if name in _ITEMS:
                self._problems.add("NU011", head.mark, key=head.text, suggestion=None, why="wide")
        areas = {index: head for index, (head, name) in enumerate(zip(self.heads, self.names, strict=True)) if not name and head.text}
        self._check_once(list(areas.values()), [head.text for head in areas.values()])
        return areas

    def _row(self, record: Record) -> dict[str, Cell]:
        return {name: record.cell(index) for index, name in enumerate(self.names) if name}

    def _take_long(self, record: Record) -> None:
        """Add the figure of one row of a long table."""
        row = self._row(record)
        if self._beyond_header(record) or not any(row[name].text for name in SAID & row.keys()):
            return
        entry = {item: row[item] for item in _ITEMS if item in row and row[item].text}
        if (unit := row.get("unit")) is not None and unit.text:
            if "value" in entry:
                entry["unit"] = unit
            else:
                entry |= {item: _united(entry[item], unit) for item in _UNITED & entry.keys()}
        self._take(row.get("area"), row, entry)

    def _take_wide(self, record: Record, areas: dict[int, Cell]) -> None:
        """Add one row of a wide table: an item of a figure, of each area that has it."""
        if self._beyond_header(record):
            return
        row = self._row(record)
        filled = [(area, cell) for index, area in areas.items() if (cell := record.cell(index)).text]
        item = row["item"].text if "item" in row and row["item"].text else "value"
        item = NAMES.get(bare(item), item)
        if item not in _ITEMS and filled:
            self._problems.add("NU013", row["item"].mark, key="item", text=item, why="choice", expected=_ITEMS)
            return
        unit = row.get("unit", Cell("", (0, 0)))
        for area, cell in filled:
            said = _united(cell, unit) if item in _UNITED else cell
            self._take(area, row, {item: said} | ({"unit": unit} if item == "value" and unit.text else {}))

    def _beyond_header(self, record: Record) -> bool:
        """Whether a row has a cell that stands under no head, so that nothing may be where it should be."""
        heads = [bool(head.text) for head in self.heads]
        for index, text in enumerate(record.texts):
            if text.strip() and not (index < len(heads) and heads[index]):
                self._problems.add("NU012", record.cell(index).mark, key=text.strip(), expected=self._headless)
                return True
        return False

    def _take(self, area: Cell | None, row: dict[str, Cell], entry: dict[str, Cell]) -> None:
        """Put what a row says of a figure into the tree of its area and period."""
        indicator = row["indicator"]
        keys = (("area", area), ("period", row.get("period")), ("indicator", indicator))
        own = [(name, cell) for name, cell in keys if cell is not None or self.given is None]
        if [name for name, cell in own if self._lacks(name, cell, indicator)]:
            return
        figures = self._tree(area, row.get("period"), indicator)["figures"]
        figure = figures.get(indicator.text)
        if figure is None and indicator.text not in figures.dropped:
            figure = Mapping(indicator.mark)
            put(figures, indicator.text, indicator.mark, figure, next(iter(entry.values())).mark, self._problems)
        elif figure is None or entry.keys() - {"unit"} & figure.marks.keys():
            put(figures, indicator.text, indicator.mark, None, indicator.mark, self._problems)
            return
        for item, cell in entry.items():
            enter(figure, item, cell, self._problems)

    def _lacks(self, name: str, cell: Cell | None, indicator: Cell) -> bool:
        """Whether a row does not say whose figure it is, or of what; told."""
        if cell is None or not cell.text:
            self._problems.add("NU010", (cell or indicator).mark, key=name)
            return True
        return not usable(name, cell, self._problems)

    def _tree(self, area: Cell | None, period: Cell | None, indicator: Cell) -> Mapping:
        """The tree of an area and a period, those of the rows before those above the table."""
        above = self.given or {}
        area, period = area or above.get("area"), period or above.get("period")
        key = (area.text if area is not None else "", period.text if period is not None else "")
        tree = self._trees.get(key)
        if tree is None:
            tree = self._trees[key] = Mapping((area or indicator).mark)
            by = Mapping(tree.mark)
            for name, cell in dict(above, area=area, period=period).items():
                if cell is not None and cell.text:
                    enter(tree if name in _OWN else by, name, cell, self._problems)
                elif name in _OWN:
                    drop(tree, name, tree.mark)
            if by.marks:
                put(tree, "reported_by", by.mark, by, by.mark, self._problems)
            put(tree, "figures", indicator.mark, Mapping(indicator.mark), indicator.mark, self._problems)
        return tree


def enter(node: Mapping, name: str, cell: Cell, problems: Problems) -> None:
    """Put the text of a cell under a name, a word of forms as that of the format; one that cannot be used is told and dropped."""
    if not usable(name, cell, problems):
        drop(node, name, cell.mark)
        return
    text = _word(name, cell.text) if name in WORDS else cell.text
    if text is not None:
        put(node, name, cell.mark, text, cell.mark, problems)
        return
    key, expected = (name, WORDS[name].values()) if cell.text.isascii() else (HEADER[name][-1], WORDS[name].keys())
    problems.add("NU013", cell.mark, key=key, text=cell.text, why="choice", expected=tuple(expected))
    drop(node, name, cell.mark)


def _word(name: str, text: str) -> str | None:
    """The word of the format for one of a form, or for its own spelling with blanks; None for any other."""
    words, plain = WORDS[name], bare(text).replace("_", "")
    return words.get(plain) or next((word for word in words.values() if word.replace("_", "") == plain), None)


def usable(name: str, cell: Cell, problems: Problems) -> bool:
    """Whether a cell can be read under a name; if not, that is told."""
    fault = cell.fault
    if fault == "date":
        fault = "number" if name in _NUMBERS else "day" if name in _PERIODS else None
    elif fault == "scaled" and name not in _NUMBERS:
        fault = None
    if fault is None:
        return True
    problems.add("NU025", cell.mark, text=cell.text, why=fault)
    return False


def _united(cell: Cell, unit: Cell) -> Cell:
    """A number with the unit of its row, where it has none of its own; the parts of a share have not the unit of the share."""
    return cell._replace(text=cell.text + unit.text) if cell.text[-1:].isdigit() and unit.text not in _RATIOS else cell
