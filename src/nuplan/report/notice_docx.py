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
_WIDTH, _HEIGHT = 21.0, 29.7
_UPRIGHT = {"zh": (3.7, 2.6, 3.5, 2.8), "en": (2.5, 2.2, 2.5, 2.2)}
_ACROSS = (2.5, 2.0, 2.0, 2.0)
"""An A4 page and its margins at the top, right, bottom and left, in centimetres: in Chinese upright those of GB/T 9704."""
_CELL = "Table Text"
_BODY, _LINE = 16, 28
"""Letters of size 三号 and the distance of their lines, in points, as GB/T 9704 has them."""


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
        for name, font, size in (("Normal", _FANG, _BODY), ("Title", _SONG, 22), ("Heading 1", _HEI, _BODY), ("Caption", _HEI, 12)):
            self._style(name, font, size)
        self._book.styles.add_style(_CELL, need("docx.enum.style", "docx").WD_STYLE_TYPE.PARAGRAPH)
        self._style(_CELL, _FANG, 9 if say.lang == "zh" else 8)
        form = self._book.styles[_CELL].paragraph_format
        form.space_before = form.space_after = self._pt(1)
        self._book.styles["Title"].font.bold = True
        for line in self._book.styles["Title"].element.pPr.findall(self._qn("w:pBdr")):
            self._book.styles["Title"].element.pPr.remove(line)
        self._book.styles["Caption"].paragraph_format.keep_with_next = True
        self._page(self._book.sections[0], _WIDTH, _HEIGHT, _UPRIGHT[say.lang])
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

    def _page(self, section: Any, width: float, height: float, margins: tuple[float, float, float, float]) -> None:
        section.page_width, section.page_height = self._cm(width), self._cm(height)
        section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(self._cm, margins)
        self._room = width - margins[1] - margins[3]

    def _number_pages(self) -> None:
        """The number of the page at the foot of each."""
        paragraph = self._book.sections[0].footer.paragraphs[0]
        paragraph.alignment = need("docx.enum.text", "docx").WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run("— ").font.size = self._pt(14)
        run = paragraph.add_run()
        run.font.size = self._pt(14)
        element = need("docx.oxml", "docx").OxmlElement
        for kind in ("begin", "", "end"):
            part = element("w:fldChar" if kind else "w:instrText")
            if kind:
                part.set(self._qn("w:fldCharType"), kind)
            else:
                part.text = "PAGE"
            run._r.append(part)
        paragraph.add_run(" —").font.size = self._pt(14)

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
            form = paragraph.paragraph_format
            form.space_after = self._pt(0 if self._say.lang == "zh" else 6)
            form.line_spacing = self._pt(_LINE if self._say.lang == "zh" else 22)
            if self._say.lang == "zh":
                form.first_line_indent = self._pt(2 * _BODY)

    def _lie(self) -> None:
        """Turn the pages from the first annex on."""
        if not self._lying:
            enum = need("docx.enum.section", "docx")
            section = self._book.add_section(enum.WD_SECTION.NEW_PAGE)
            section.orientation = enum.WD_ORIENT.LANDSCAPE
            self._page(section, _HEIGHT, _WIDTH, _ACROSS)
            self._lying = True

    def _table(self, listing: Rows) -> None:
        if listing.title:
            centre = need("docx.enum.text", "docx").WD_ALIGN_PARAGRAPH.CENTER
            self._book.add_paragraph(safe(listing.title), style="Caption").alignment = centre
        columns = listing.columns
        table = self._book.add_table(rows=1, cols=len(columns), style="Table Grid")
        table.autofit = False
        widths = [self._cm(self._room * column.ratio / sum(each.ratio for each in columns)) for column in columns]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        self._fill(table.rows[0], [column.name for column in columns], widths, bold=True)
        for cell in table.rows[0].cells:
            cell.paragraphs[0].alignment = need("docx.enum.text", "docx").WD_ALIGN_PARAGRAPH.CENTER
        self._mark(table.rows[0], "w:tblHeader")
        above: tuple[str, ...] = ()
        for row in listing.rows:
            if row.group and row.group != above:
                heading = table.add_row()
                self._mark(heading, "w:cantSplit")
                self._write(heading.cells[0].merge(heading.cells[-1]).paragraphs[0], row.group[-1], bold=True)
                above = row.group
            added = table.add_row()
            self._fill(added, [row.cells.get(column.id, "") for column in columns], widths)
            for cell, column in zip(added.cells, columns, strict=True):
                if column.right:
                    cell.paragraphs[0].alignment = need("docx.enum.text", "docx").WD_ALIGN_PARAGRAPH.RIGHT
        for note in listing.notes or [""]:
            self._write(self._book.add_paragraph(), note)

    def _mark(self, row: Any, name: str) -> None:
        """Say of a row that it is the head, or that it stays on one page."""
        row._tr.get_or_add_trPr().append(need("docx.oxml", "docx").OxmlElement(name))

    def _fill(self, row: Any, texts: list[str], widths: list[Any], *, bold: bool = False) -> None:
        """The cells of a row in small letters."""
        self._mark(row, "w:cantSplit")
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = width
            self._write(cell.paragraphs[0], text, bold=bold)

    def _write(self, paragraph: Any, text: str, *, bold: bool = False) -> None:
        paragraph.style = _CELL
        paragraph.add_run("\n".join(map(safe, text.split("\n")))).bold = bold
