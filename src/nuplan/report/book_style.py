"""How workbooks look: the styles of cells by name, and the widths of columns by what stands in them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from unicodedata import east_asian_width

from ..model.extras import need
from ..text import Words, safe
from .rows import Rows

PAGE = 150
"""So many characters of the usual size stand beside each other on a landscape A4 page."""
LINE = 14.5
"""The height of a line in points; a row has it for each of its lines, since not every program finds the height by itself."""
_NARROWEST = 8
_WIDEST = 12 * PAGE
_STEP = 5
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_PIECE = re.compile(r"[!-~]+ *| +|.", re.DOTALL)
FILLS = {"good": ("C6EFCE", "006100"), "bad": ("FFC7CE", "9C0006"), "warn": ("FFEB9C", "7F4F00"), "dim": ("E7E6E6", "404040")}
"""Ground and letters of each tone: light grounds under dark letters, which stay readable where they are printed in grey."""
_GROUPS = ("D6E0EF", "E6ECF5", "F3F6FA")
LEVELS = len(_GROUPS)


def named_styles(say: Words) -> Iterator[Any]:
    """The styles of a workbook, each under the name by which cells are given it."""
    styles = need("openpyxl.styles", "xlsx")
    thin = styles.Side(style="thin", color="BFBFBF")
    box = styles.Border(left=thin, right=thin, top=thin, bottom=thin)

    def style(name: str, fill: str = "", lines: bool = False, across: str | None = None, wrap: bool = False, **font: object) -> Any:
        made = styles.NamedStyle(f"nuplan {name}")
        made.font = styles.Font(**{"name": say("book.font"), "size": 10, "color": "1F1F1F"} | font)
        made.alignment = styles.Alignment(horizontal=across, vertical="top", wrap_text=wrap, indent=1 if across == "right" else 0)
        if fill:
            made.fill = styles.PatternFill("solid", fgColor=fill)
        if lines:
            made.border = box
        return made

    yield style("title", bold=True, size=14)
    yield style("subtitle", bold=True, size=12)
    yield style("line")
    yield style("note", wrap=True, size=9)
    yield style("link", color="0563C1", underline="single")
    yield style("head", "C9D6E8", True, "center", wrap=True, bold=True)
    yield style("cell", lines=True, wrap=True)
    yield style("right", lines=True, across="right", wrap=True)
    yield style("linked", lines=True, wrap=True, color="0563C1", underline="single")
    for level, fill in enumerate(_GROUPS):
        yield style(f"group {level}", fill, bold=level == 0)
    for tone, (fill, color) in FILLS.items():
        yield style(tone, fill, True, wrap=True, color=color, bold=tone == "bad")


def column_widths(listings: Sequence[Rows]) -> list[int]:
    """The widths of the columns of listings that stand one below the other: what they need, or their share of a page where that is more.

    The first listing says how they share a page.
    """
    count = max((len(listing.columns) for listing in listings), default=0)
    needed, ratios = [_NARROWEST] * count, [0] * count
    for listing in listings:
        for index, column in enumerate(listing.columns):
            cells = (row.cells.get(column.id, "") for row in listing.rows)
            widest = max((width_of(line) for cell in (column.name, *cells) for line in cell.split("\n")), default=0)
            needed[index] = max(needed[index], widest + 2)
            ratios[index] = ratios[index] or column.ratio
    for width in range(_WIDEST, PAGE, -_STEP):
        shares = [min(least, max(_NARROWEST, width * ratio // sum(ratios))) for least, ratio in zip(needed, ratios, strict=True)]
        if sum(shares) <= PAGE:
            return shares
    return [max(_NARROWEST, PAGE * ratio // sum(ratios)) for ratio in ratios]


def sheet_name(text: str, taken: set[str]) -> str:
    """A name that a worksheet may have and that is not yet among those taken, to which it is added."""
    name = _FORBIDDEN.sub(" ", safe(text)).strip(" '") or "–"
    for number in range(1, len(taken) + 2):
        end = "" if number == 1 else f" ({number})"
        made = _cut(name, _LONGEST_NAME - len(end)) + end
        if made.casefold() not in taken:
            break
    taken.add(made.casefold())
    return made


def _cut(text: str, length: int) -> str:
    """The beginning of a text, in the units in which spreadsheets count its length."""
    return text.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore").rstrip(" '")


def width_of(text: str) -> int:
    """How many columns of a terminal a text takes: two for a wide character."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)


def folded(text: str, width: int) -> list[str]:
    """A text in lines no wider than a width; words in Latin letters stay whole where they can."""
    lines = [""]
    for piece in _pieces(text, width):
        if lines[-1] and width_of(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _pieces(text: str, width: int) -> Iterable[str]:
    for piece in _PIECE.findall(text):
        yield from (piece[start : start + width] for start in range(0, len(piece), width))
