"""The draft of a notice as a Word document."""

import io
from datetime import datetime
from typing import Any

from ..model.extras import need
from ..model.zip_ import settled
from ..text import Words, safe
from .notice import Block
from .rows import Rows

_MADE = datetime(1980, 1, 1)
_SONG, _HEI, _FANG = "宋体", "黑体", "仿宋"
_MARGIN = 2.5
_WIDTH, _HEIGHT = 21.0, 29.7
"""An A4 page and its margins, in centimetres."""


def render_docx(blocks: list[Block], say: Words) -> bytes:
    """The document: the notice on A4, its annexes on pages that lie."""
    return _Writer(say).document(blocks)


class _Writer:
    """A document while it is written."""

    def __init__(self, say: Words) -> None:
        self._docx = need("docx", "docx")
        self._say = say
        self._book = self._docx.Document()
        self._cm = need("docx.shared", "docx").Cm
        self._pt = need("docx.shared", "docx").Pt
        self._qn = need("docx.oxml.ns", "docx").qn
        self._lying = False
        for name, font, size in (("Normal", _FANG, 12), ("Title", _HEI, 18), ("Heading 1", _HEI, 15), ("Heading 2", _HEI, 13)):
            self._style(name, font, size)
        self._page(self._book.sections[0], _WIDTH, _HEIGHT)
        self._number_pages()

    def document(self, blocks: list[Block]) -> bytes:
        """Every block, and the file."""
        for block in blocks:
            self._block(block)
        properties = self._book.core_properties
        properties.title, properties.author, properties.last_modified_by = safe(blocks[0].text), "nuplan", "nuplan"
        properties.created = properties.modified = _MADE
        buffer = io.BytesIO()
        self._book.save(buffer)
        return settled(buffer.getvalue())

    def _style(self, name: str, font: str, size: int) -> None:
        """Letters of a style, Chinese ones too."""
        style = self._book.styles[name]
        style.font.name, style.font.size = "Times New Roman", self._pt(size)
        style.font.color.rgb = need("docx.shared", "docx").RGBColor(0, 0, 0)
        properties = style.element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(self._qn(f"w:{theme}"), None)
        fonts.set(self._qn("w:eastAsia"), font)
        fonts.set(self._qn("w:hAnsi"), "Times New Roman")

    def _page(self, section: Any, width: float, height: float) -> None:
        section.page_width, section.page_height = self._cm(width), self._cm(height)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = self._cm(_MARGIN)

    def _number_pages(self) -> None:
        """The number of the page at the foot of each."""
        paragraph = self._book.sections[0].footer.paragraphs[0]
        paragraph.alignment = need("docx.enum.text", "docx").WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run()
        element = need("docx.oxml", "docx").OxmlElement
        for kind in ("begin", "", "end"):
            part = element("w:fldChar" if kind else "w:instrText")
            if kind:
                part.set(self._qn("w:fldCharType"), kind)
            else:
                part.text = "PAGE"
            run._r.append(part)

    def _block(self, block: Block) -> None:
        if block.listing is not None:
            self._table(block.listing)
        elif block.kind == "title":
            self._book.add_paragraph(safe(block.text), style="Title").alignment = need("docx.enum.text", "docx").WD_ALIGN_PARAGRAPH.CENTER
        elif block.kind == "heading":
            self._book.add_heading(safe(block.text), 1)
        elif block.kind == "annex":
            self._lie()
            self._book.add_heading(safe(block.text), 1)
        else:
            paragraph = self._book.add_paragraph()
            run = paragraph.add_run(f"【{safe(block.text)}】" if block.kind == "blank" else safe(block.text))
            if block.kind == "blank":
                run.font.highlight_color = need("docx.enum.text", "docx").WD_COLOR_INDEX.YELLOW
            elif self._say.lang == "zh" and not self._lying:
                paragraph.paragraph_format.first_line_indent = self._pt(24)

    def _lie(self) -> None:
        """Turn the pages from the first annex on."""
        if not self._lying:
            enum = need("docx.enum.section", "docx")
            section = self._book.add_section(enum.WD_SECTION.NEW_PAGE)
            section.orientation = enum.WD_ORIENT.LANDSCAPE
            self._page(section, _HEIGHT, _WIDTH)
            self._lying = True

    def _table(self, listing: Rows) -> None:
        if listing.title and self._lying:
            self._book.add_heading(safe(listing.title), 2)
        columns = listing.columns
        table = self._book.add_table(rows=1, cols=len(columns), style="Table Grid")
        table.autofit = False
        room = (_HEIGHT if self._lying else _WIDTH) - 2 * _MARGIN
        widths = [self._cm(room * column.ratio / sum(each.ratio for each in columns)) for column in columns]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        self._fill(table.rows[0], [column.name for column in columns], widths, bold=True)
        repeated = need("docx.oxml", "docx").OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)
        above: tuple[str, ...] = ()
        for row in listing.rows:
            if row.group and row.group != above:
                self._fill(table.add_row(), [row.group[-1], *[""] * (len(columns) - 1)], widths, bold=True)
                above = row.group
            added = table.add_row()
            self._fill(added, [row.cells.get(column.id, "") for column in columns], widths)
            for cell, column in zip(added.cells, columns, strict=True):
                if column.right:
                    cell.paragraphs[0].alignment = need("docx.enum.text", "docx").WD_ALIGN_PARAGRAPH.RIGHT
        for note in listing.notes:
            self._book.add_paragraph().add_run(safe(note)).font.size = self._pt(9)
        if not listing.notes:
            self._book.add_paragraph()

    def _fill(self, row: Any, texts: list[str], widths: list[Any], *, bold: bool = False) -> None:
        """The cells of a row in small letters."""
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = self._pt(0)
            run = paragraph.add_run("\n".join(map(safe, text.split("\n"))))
            run.font.size, run.bold = self._pt(9), bold
