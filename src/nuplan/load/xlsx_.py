"""The workbook reader: every sheet with a table of figures becomes trees, one for each area and period, with the cell of every value."""

import warnings
from collections import Counter
from io import BytesIO
from typing import Any, NoReturn

from ..model.extras import need
from ..model.finding import NuplanError
from ..model.form import ABOUT
from .form import Stamp, check_sheets, read_stamp
from .layout import Broken, Layout
from .package import look_through
from .sheet import Sheet
from .tree import Mapping, Problems, Refused


def parse_workbook(path: str, raw: bytes, problems: Problems) -> tuple[list[Mapping], Stamp | None]:
    """A tree for each area and period of each sheet, in their order, and the stamp of the form. Raises Refused where none can be read."""
    layouts = look_through(path, raw, problems)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what a library leaves out of a workbook is nothing that is read here
        try:
            return _read(_open(raw, layouts, problems), layouts, problems)
        except (Refused, NuplanError):
            raise
        except Exception:  # a broken part makes openpyxl raise whatever it stumbles over
            _refuse(problems)


def _refuse(problems: Problems, why: str = "damaged", name: str = "") -> NoReturn:
    problems.add("NU026", why=why, name=name)
    raise Refused


def _open(raw: bytes, layouts: dict[str, Layout], problems: Problems) -> Any:
    """The workbook as openpyxl reads it: the values that were stored, no links."""
    try:
        openpyxl = need("openpyxl", "xlsx")
    except NuplanError as error:
        problems.add("NU001", why="extra", **error.values)
        raise Refused from None
    book = openpyxl.load_workbook(BytesIO(raw), read_only=True, data_only=True, keep_links=False)
    problems.sheets = [str(name) for name in book.sheetnames]
    if sum(layout.sheets for layout in layouts.values()) != len(problems.sheets):
        _refuse(problems)
    twice = [name for name, count in Counter(problems.sheets).items() if count > 1]
    if twice:
        _refuse(problems, "sheets", twice[0])
    return book


def _read(book: Any, layouts: dict[str, Layout], problems: Problems) -> tuple[list[Mapping], Stamp | None]:
    worksheets = {sheet.title: sheet for sheet in book.worksheets}
    stamp = None
    if ABOUT in worksheets:
        extent = layouts[worksheets[ABOUT]._worksheet_path].end
        stamp = read_stamp(worksheets[ABOUT].iter_rows(max_row=min(extent.row, 2000), max_col=5, values_only=True), problems)
    passed_by = {ABOUT} | stamp.beside if stamp is not None else frozenset[str]()
    trees: list[Mapping] = []
    tables: list[str] = []
    almost = None
    for name, worksheet in worksheets.items():
        if name in passed_by:
            continue
        try:
            sheet = Sheet(worksheet, layouts[worksheet._worksheet_path], problems)
            head = sheet.head()
            if head is not None:
                tables.append(name)
                trees += sheet.read(head, stamped=stamp is not None and name in stamp.sheets)
            elif stamp is not None and name in stamp.sheets:
                problems.add("NU027", (0, 0, None, name), why="head", sheet=name)
            else:
                almost = almost or sheet.almost()
        except Refused:
            tables.append(name)
        except Broken:
            problems.add("NU026", (0, 0, None, name), why="damaged")
            tables.append(name)
    if stamp is not None:
        check_sheets(stamp, tables, worksheets, problems)
    elif not tables:
        problems.add("NU009", almost, why="no_table" if almost is None else "table_head")
        raise Refused
    return trees, stamp
