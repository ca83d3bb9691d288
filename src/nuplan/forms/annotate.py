"""A filled form with what the data review says of it beside its rows, and the targets on a worksheet of their own."""

import io
import warnings
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..model.catalogue import SEVERITIES, Severity
from ..model.extras import need
from ..model.finding import Location
from ..model.form import ABOUT, BESIDE
from ..model.report import Report
from ..report.book import Book
from ..report.book_style import FILLS, LINE, folded
from ..report.check_rows import SEVERITY_TONES, filing_rows, finding_rows
from ..report.facts import reason_text, status_text
from ..report.messages import message
from ..report.rows import Row, Rows
from ..report.sheets import write_listings
from ..text import Words, safe
from .xlsx_ import FILL_IN

_HEAD_WITHIN = 40
"""The head of a table stands in the first lines of its worksheet."""
_GROUNDS = {severity: FILLS[SEVERITY_TONES[severity]][0] for severity in ("error", "warning")}
"""The grounds of cells that something is said of; grey is that of cells which stay empty."""
_OF_TARGETS = ("name", "target", "figure", "due", "status", "pace")


class _Remark(NamedTuple):
    """What is said of one cell, or of the row that names an indicator."""

    place: Location
    indicator: str | None
    severity: Severity
    text: str


def annotate(raw: bytes, path: str, report: Report, say: Words) -> bytes | None:
    """The workbook `raw` that was read from `path`, with the remarks of a report on it; None where it cannot be written again."""
    workbook = _opened(raw)
    if workbook is None:
        return None
    _take_back(workbook, say)
    book = Book(workbook.properties.title or "", say, onto=workbook)
    by_sheet: dict[str, list[_Remark]] = {}
    for remark in _remarks(path, report, say):
        by_sheet.setdefault(remark.place.sheet or "", []).append(remark)
    for name, remarks in by_sheet.items():
        if name in workbook.sheetnames:
            _Sheet(workbook[name], report, say).write(remarks)
    listings = {say("annotate.findings"): [_findings(path, report, say)], say("annotate.targets"): _targets(path, report, say)}
    for name, pages in listings.items():
        sheet = book.sheet(name, pages)
        write_listings(sheet, pages)
        if ABOUT in workbook.sheetnames:
            workbook[ABOUT].append([BESIDE, sheet.name])
    return book.data()


def _opened(raw: bytes) -> Any:
    """The whole workbook, its formulas too; None where a part of it is broken."""
    openpyxl = need("openpyxl", "xlsx")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the library leaves out is said in the manual
        try:
            return openpyxl.load_workbook(io.BytesIO(raw))
        except Exception:  # a broken part makes the library raise whatever it stumbles over
            return None


def _take_back(workbook: Any, say: Words) -> None:
    """Take away what an earlier review has added: its worksheets, its remarks, its grounds."""
    for name in (say("annotate.findings"), say("annotate.targets")):
        if name in workbook.sheetnames and ABOUT in workbook.sheetnames:
            del workbook[name]
    filled = need("openpyxl.styles", "xlsx").PatternFill("solid", fgColor=FILL_IN)
    for cell in (cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row if cell.has_style):
        if cell.style.startswith("nuplan ") and cell.style != "nuplan head":
            cell.value = None
            cell.style = "Normal"
        elif str(cell.fill.fgColor.rgb)[-6:] in _GROUNDS.values() and not cell.protection.locked:
            cell.fill = filled


def _remarks(path: str, report: Report, say: Words) -> Iterator[_Remark]:
    """The findings that have a place on a worksheet, and the figures that are due but not there."""
    for finding in report.findings:
        if finding.location.path == path and finding.location.sheet is not None:
            yield _Remark(finding.location, finding.indicator, finding.row.severity, message(finding, say))
    for row in report.assessments:
        place = row.figure.location
        if row.status == "not_reported" and row.severity is not None and place.path == path:
            text = say("colon").join((status_text(row, say), reason_text(row, say)))
            yield _Remark(place._replace(cell=None), row.duty.indicator.id, row.severity, text)


def _findings(path: str, report: Report, say: Words) -> Rows:
    """The findings of the file, those without a cell too."""
    listing = finding_rows(report, say)
    listing.title = say("annotate.findings")
    listing.rows = [row for row, finding in zip(listing.rows, report.findings, strict=True) if finding.location.path == path]
    if not listing.rows:
        listing.rows.append(Row({"message": say("annotate.nothing")}))
    return listing


def _targets(path: str, report: Report, say: Words) -> list[Rows]:
    """How the targets stand, by area and period, without a word on what to do."""
    keys = dict.fromkeys((row.area, row.period) for row in report.assessments if row.figure.location.path == path)
    listings = [filing_rows(report, key, say) for key in keys]
    for listing in listings:
        listing.columns = [column for column in listing.columns if column.id in _OF_TARGETS]
        listing.notes = [say("annotate.about_targets")]
    return listings or [Rows(say("annotate.targets"), [], notes=[say("annotate.about_targets")])]


class _Sheet:
    """A worksheet of the form, to which remarks are added."""

    def __init__(self, sheet: Any, report: Report, say: Words) -> None:
        self._sheet = sheet
        self._report = report
        self._say = say
        self._rows: dict[str, int] = {}
        self._column, head = self._review_column()
        for row in sheet.iter_rows(min_row=head + 1):
            for cell in row:
                if isinstance(cell.value, str):
                    self._rows.setdefault(cell.value.strip(), cell.row)

    def _review_column(self) -> tuple[int, int]:
        """The column for remarks, and the row of the head; a column is added where the worksheet has none."""
        names = {self._say("form.column.review"), "审核意见", "Review"}
        heads = {"指标", "指标编号", "指标名称", "indicator", "Indicator"}
        head = 1
        for row in self._sheet.iter_rows(max_row=min(_HEAD_WITHIN, self._sheet.max_row)):
            for cell in row:
                if cell.value in names:
                    return int(cell.column), int(cell.row)
                if cell.value in heads:
                    head = int(cell.row)
        column = int(self._sheet.max_column) + 1
        cell = self._sheet.cell(head, column, self._say("form.column.review"))
        cell.style = "nuplan head"
        self._sheet.column_dimensions[cell.column_letter].width = 40
        return column, head

    def write(self, remarks: list[_Remark]) -> None:
        """Write the remarks beside their rows, the gravest first, and colour the cells they are about."""
        by_row: dict[int, list[_Remark]] = {}
        for remark in sorted(remarks, key=lambda remark: SEVERITIES.index(remark.severity)):
            by_row.setdefault(self._row_of(remark), []).append(remark)
            if remark.place.cell is not None:
                self._colour(self._sheet[remark.place.cell], remark.severity)
        for row, here in by_row.items():
            cell = self._sheet.cell(row, self._column)
            cell.style = f"nuplan {SEVERITY_TONES[here[0].severity]}"
            text = "\n".join(dict.fromkeys(map(self._line, here)))
            cell.value, cell.data_type = text, "s"
            self._make_room(row, text)

    def _make_room(self, row: int, text: str) -> None:
        """Heighten a row whose height is fixed to what stands in the column for remarks."""
        dimensions = self._sheet.row_dimensions[row]
        width = self._sheet.column_dimensions[self._sheet.cell(row, self._column).column_letter].width
        lines = sum(len(folded(line, int(width) - 2)) for line in text.split("\n"))
        if dimensions.height is not None:
            dimensions.height = max(dimensions.height, LINE * lines + 3)

    def _line(self, remark: _Remark) -> str:
        where = "" if remark.place.cell is None else f"{remark.place.cell} "
        return safe(f"{where}{self._say(f'severity.{remark.severity}')}{self._say('colon')}{remark.text}")

    def _row_of(self, remark: _Remark) -> int:
        """The row that a remark is about; the last of the worksheet and one where nothing tells."""
        if remark.place.cell is not None and remark.place.line is not None:
            return remark.place.line
        indicator = self._report.library.indicators.get(remark.indicator or "")
        for name in () if indicator is None else indicator.spellings:
            if name in self._rows:
                return self._rows[name]
        return int(self._sheet.max_row) + 1

    def _colour(self, cell: Any, severity: Severity) -> None:
        """Fill a cell with the ground of its severity, and leave all else as it is."""
        if severity in _GROUNDS:
            cell.fill = need("openpyxl.styles", "xlsx").PatternFill("solid", fgColor=_GROUNDS[severity])
