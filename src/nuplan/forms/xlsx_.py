"""Forms as a workbook: how to fill it in, a worksheet an area, and a hidden one that says what it was made for."""

from collections.abc import Iterable, Sequence
from typing import Any

from ..model.extras import need
from ..model.form import ABOUT, BESIDE, FORM, Form
from ..model.library import FileRef
from ..model.unit import accepted_units, parse_unit
from ..report.book import saved
from ..report.book_style import LINE, folded, sheet_name
from ..text import Words, safe
from .lines import FILLED, Line, lines_of, spelling

FILL_IN = "FFF8DC"
"""The ground of cells to be filled in."""
_COLUMNS = {
    "indicator": 9,
    "name": 24,
    "unit": 10,
    "value": 13,
    "part": 11,
    "whole": 11,
    "missing": 10,
    "of": 10,
    "quality": 9,
    "caliber": 11,
    "note": 18,
    "target": 32,
    "clause": 18,
    "due": 11,
    "lead": 20,
    "last": 20,
    "review": 26,
    "definition": 34,
}
"""The columns in their order, and how wide each is in characters."""
_SMALL = frozenset({"indicator", "definition"})
"""Columns in small letters, which may run on below their row."""
_HEAD = (
    ("area", "period", "number", "issuer"),
    ("department", "person", "phone"),
    ("reviewer", "date"),
)
"""The labels above the table, line by line; each stands in every second column, its value beside it."""


class _Style:
    """The looks of cells."""

    def __init__(self) -> None:
        styles = need("openpyxl.styles", "xlsx")
        thin = styles.Side(style="thin", color="BFBFBF")
        self.box = styles.Border(left=thin, right=thin, top=thin, bottom=thin)
        self.head = styles.PatternFill("solid", fgColor="C9D6E8")
        self.group = styles.PatternFill("solid", fgColor="E6ECF5")
        self.fill_in = styles.PatternFill("solid", fgColor=FILL_IN)
        self.barred = styles.PatternFill("solid", fgColor="E7E6E6")
        self.open = styles.Protection(locked=False)
        self._styles = styles

    def font(self, **given: Any) -> Any:
        """Letters of the usual size."""
        return self._styles.Font(**{"name": "宋体", "size": 10} | given)

    def wrap(self, across: str | None = None, *, fold: bool = True) -> Any:
        """Text from the top."""
        return self._styles.Alignment(horizontal=across, vertical="top", wrap_text=fold)


def render_workbook(forms: Sequence[Form], refs: Iterable[FileRef], say: Words, by: str, version: str) -> bytes:
    """The workbook of forms of one period; `refs` are the files of their plans."""
    openpyxl = need("openpyxl", "xlsx")
    book = openpyxl.Workbook()
    style = _Style()
    taken: set[str] = {ABOUT}
    _explain(book.active, sheet_name(say("form.sheet.read_me"), taken), style, say)
    places = []
    for form in forms:
        sheet = book.create_sheet(sheet_name(say.name(form.area), taken))
        _FormSheet(sheet, style, say).write(form, by)
        places.append((sheet.title, form.area.id, str(len(form.rows))))
    _about(book.create_sheet(ABOUT), forms[0].period.text, refs, places, version)
    book[ABOUT].append([BESIDE, book.sheetnames[0]])
    book.active = 1
    return saved(book, say("form.title", area=say.name(forms[0].area)))


def _explain(sheet: Any, name: str, style: _Style, say: Words) -> None:
    """The worksheet that says how to fill in the others."""
    sheet.title = name
    sheet.column_dimensions["A"].width = 100
    lines = [say("form.read_me.title"), *say("form.read_me").split("\n")]
    for number, line in enumerate(lines, 1):
        cell = sheet.cell(number, 1, line)
        cell.font = style.font(bold=number == 1, size=14 if number == 1 else 11)
        cell.alignment = style.wrap()
        sheet.row_dimensions[number].height = 22 if number == 1 else 1.2 * LINE * len(folded(line, 88)) + 2
    sheet.protection.sheet = True
    _print(sheet)


def _about(sheet: Any, period: str, refs: Iterable[FileRef], places: Iterable[tuple[str, str, str]], version: str) -> None:
    """The hidden worksheet: what the form was made for and from."""
    sheet.append(["schema", FORM])
    sheet.append(["tool", version])
    sheet.append(["period", period])
    for ref in refs:
        if ref.plan is not None:
            sheet.append(["plan", ref.plan.id, ref.plan.version, ref.sha256])
    for place in places:
        sheet.append(["sheet", *place])
    for row in sheet.iter_rows():
        for cell in row:
            cell.number_format = "@"
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True


def _print(sheet: Any) -> None:
    """A4, landscape, as wide as the page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4


class _FormSheet:
    """The worksheet of one area."""

    def __init__(self, sheet: Any, style: _Style, say: Words) -> None:
        self._sheet = sheet
        self._style = style
        self._say = say
        self._row = 1
        self._letters = {name: need("openpyxl.utils", "xlsx").get_column_letter(index) for index, name in enumerate(_COLUMNS, 1)}

    def write(self, form: Form, by: str) -> None:
        """Head, table and print set-up."""
        sheet = self._sheet
        for name, width in _COLUMNS.items():
            sheet.column_dimensions[self._letters[name]].width = width
        self._top(form)
        head = self._row
        for index, name in enumerate(_COLUMNS, 1):
            cell = self._put(index, self._say(f"form.column.{name}"))
            cell.font, cell.fill, cell.alignment = self._style.font(bold=True), self._style.head, self._style.wrap("center")
        self._row += 1
        above: tuple[str, ...] = ()
        for line in lines_of(form, self._say, by):
            for level, heading in enumerate(line.headings):
                if line.headings[: level + 1] != above[: level + 1]:
                    self._heading(heading)
            above = line.headings
            self._line(line)
        self._choices(range(head + 1, self._row))
        sheet.freeze_panes = f"{self._letters['unit']}{head + 1}"
        sheet.print_title_rows = f"{head}:{head}"
        sheet.print_area = f"A1:{self._letters['review']}{self._row - 1}"
        sheet.oddFooter.center.text = self._say("form.page")
        sheet.protection.sheet = True
        sheet.protection.formatColumns = sheet.protection.formatRows = False
        _print(sheet)

    def _top(self, form: Form) -> None:
        """The title, what the form was made for, and the lines in which the office names itself."""
        say = self._say
        title = self._sheet.cell(1, 1, say("form.title", area=say.name(form.area)))
        title.font = self._style.font(bold=True, size=16)
        self._sheet.row_dimensions[1].height = 24
        plans = say.join(f"{plan.id} {plan.version}" for plan in form.plans)
        made = say("form.template", area=form.area.id, period=form.period.text, plans=plans)
        self._sheet.cell(2, 1, made).font = self._style.font(size=9, color="595959")
        known = {"area": spelling(form.area, say), "period": form.period.text}
        for self._row, labels in enumerate(_HEAD, 3):
            for index, label in enumerate(labels):
                self._labelled(1 + 3 * index, label, known.get(label))
        self._row += 1
        self._sheet.cell(self._row, 1, say("form.hint")).font = self._style.font(size=9, color="595959")
        self._row += 1

    def _labelled(self, column: int, label: str, known: str | None) -> None:
        """A label, and beside it what is known or a place to write it."""
        self._sheet.cell(self._row, column, self._say(f"form.head.{label}")).font = self._style.font(bold=True)
        cell = self._put(column + 1, known or "")
        cell.number_format = "@"
        if known is None:
            cell.fill, cell.protection = self._style.fill_in, self._style.open

    def _heading(self, text: str) -> None:
        """A line under which others stand."""
        for index in range(1, len(_COLUMNS) + 1):
            cell = self._sheet.cell(self._row, index)
            cell.fill = self._style.group
        cell = self._sheet.cell(self._row, 2, safe(text))
        cell.font = self._style.font(bold=True)
        self._row += 1

    def _line(self, line: Line) -> None:
        """One indicator."""
        heights = [1]
        for index, (name, width) in enumerate(_COLUMNS.items(), 1):
            cell = self._put(index, line.cells.get(name, ""))
            cell.number_format = "@" if name in ("of", "caliber", "note") or name not in FILLED else "General"
            if name in (*FILLED, "unit"):
                asked = self._asked(name, line)
                cell.fill = self._style.fill_in if asked else self._style.barred
                cell.protection = self._style.open
            if name in _SMALL:
                cell.font, cell.alignment = self._style.font(size=8, color="595959"), self._style.wrap(fold=name == "definition")
            else:
                heights.append(sum(len(folded(part, width - 1)) for part in line.cells.get(name, "").split("\n")))
        self._sheet.row_dimensions[self._row].height = LINE * max(heights) + 3
        self._row += 1

    def _asked(self, name: str, line: Line) -> bool:
        """Whether a cell is one that this indicator may need."""
        indicator = line.row.indicator
        if name in ("part", "whole"):
            return indicator.kind == "share"
        return indicator.counts is None or name not in ("value", "unit")

    def _put(self, column: int, text: str) -> Any:
        """A boxed cell of text."""
        cell = self._sheet.cell(self._row, column)
        if text:
            cell.value = "\n".join(map(safe, text.split("\n")))
            cell.data_type = "s"
        cell.font, cell.border, cell.alignment = self._style.font(), self._style.box, self._style.wrap()
        return cell

    def _choices(self, rows: range) -> None:
        """What the cells of each column take: a list, or a number; text with a unit is let through after a question."""
        say = self._say
        for name in ("missing", "quality"):
            self._validate(name, rows, type="list", formula1=f'"{say(f"form.choices.{name}")}"')
        for name in ("value", "part", "whole"):
            self._validate(name, rows, type="decimal", operator="greaterThanOrEqual", formula1="-1E+15" if name == "value" else "0")
        by_unit: dict[tuple[str, ...], list[int]] = {}
        for row in rows:
            if unit := self._sheet[f"{self._letters['unit']}{row}"].value:
                by_unit.setdefault(_units(unit), []).append(row)
        for units, places in by_unit.items():
            self._validate("unit", places, type="list", formula1=f'"{",".join(units)}"')

    def _validate(self, name: str, rows: Iterable[int], **rule: Any) -> None:
        """Add a rule for the cells of a column in some rows."""
        made = need("openpyxl.worksheet.datavalidation", "xlsx").DataValidation(allow_blank=True, **rule)
        made.errorStyle = "warning"
        made.promptTitle, made.prompt = self._say(f"form.column.{name}"), self._say(f"form.prompt.{name}")
        made.errorTitle, made.error = made.promptTitle, self._say(f"form.prompt.{name}")
        made.showInputMessage = made.showErrorMessage = True
        for row in rows:
            made.add(f"{self._letters[name]}{row}")
        self._sheet.add_data_validation(made)


def _units(name: str) -> tuple[str, ...]:
    """The units that a cell may name: its own first."""
    return tuple(dict.fromkeys((name, *accepted_units(parse_unit(name)))))
