"""The package of a workbook: a zip file of XML, looked through within limits before a library opens it.

What is no workbook is told for what it is. Sizes are those met while unpacking, never those that the package states.
"""

import os
import zipfile
import zlib
from io import BytesIO
from itertools import chain
from typing import NoReturn

from .file import SPREADSHEETS, WORKBOOKS
from .layout import Broken, Layout, Scan
from .tree import MAX_CELLS, MAX_ELEMENTS, MAX_PART_BYTES, MAX_PARTS, MAX_UNPACKED_BYTES, Problems, Refused

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PIECE = 64 * 1024
_MEGABYTE = 1024 * 1024


def look_through(path: str, raw: bytes, problems: Problems) -> dict[str, Layout]:
    """The layout of each XML part of a workbook by its name. Raises Refused, with the problem noted, for what cannot be read safely."""
    _refuse_others(path, raw, problems)
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            _check_entries(package.infolist(), problems)
            return _Unpacking(package, problems).layouts()
    except Broken as broken:
        _refuse(problems, broken.why)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        _refuse(problems, "damaged")


def _refuse(problems: Problems, why: str, name: str = "") -> NoReturn:
    problems.add("NU026", why=why, name=name)
    raise Refused


def _refuse_others(path: str, raw: bytes, problems: Problems) -> None:
    """What is no zip file, or by its name another kind of workbook."""
    suffix = os.path.splitext(path)[1].lower()
    other = suffix in SPREADSHEETS and suffix not in WORKBOOKS
    if not raw.strip():
        problems.add("NU004")
        raise Refused
    if raw.startswith(OLE):
        _refuse(problems, "encrypted" if _ENCRYPTED in raw else "format", suffix if other else ".xls")
    if other:
        _refuse(problems, "format", suffix)
    if not raw.startswith(ZIP):
        begins = raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
        if begins.startswith(b"<"):
            _refuse(problems, "markup", "XML" if begins.startswith(b"<?xml") and b"<html" not in begins else "HTML")
        _refuse(problems, "damaged" if b"\x00" in raw else "text")


def _check_entries(entries: list[zipfile.ZipInfo], problems: Problems) -> None:
    """Names and flags of the entries: not too many, each once, none encrypted, those of a workbook, none that runs or leads away."""
    names = {entry.filename for entry in entries}
    if len(entries) > MAX_PARTS:
        problems.add("NU008", why="parts", limit=MAX_PARTS)
        raise Refused
    if any(entry.flag_bits & 1 for entry in entries):
        _refuse(problems, "encrypted")
    if "xl/workbook.bin" in names:
        _refuse(problems, "format", ".xlsb")
    if "mimetype" in names and "content.xml" in names:
        _refuse(problems, "format", ".ods")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        _refuse(problems, "macros")
    if any(name.lower().startswith("xl/externallinks/") for name in names):
        _refuse(problems, "links")
    if "[Content_Types].xml" not in names or len(names) < len(entries):
        _refuse(problems, "damaged" if any(name.startswith("xl/") for name in names) else "archive")
    if not any(name.startswith("xl/") for name in names):
        _refuse(problems, "archive")


class _Unpacking:
    """Unpacks the XML parts of a package one after the other, within the limits."""

    def __init__(self, package: zipfile.ZipFile, problems: Problems) -> None:
        self._package = package
        self._problems = problems
        self._unpacked = 0

    def layouts(self) -> dict[str, Layout]:
        """The layout of each part."""
        found: dict[str, Layout] = {}
        elements = cells = 0
        for entry in self._package.infolist():
            if not entry.filename.lower().endswith((".xml", ".rels")):
                continue
            layout = found[entry.filename] = self._layout(entry, elements)
            elements += layout.elements
            cells += layout.cells
            if layout.macros:
                _refuse(self._problems, "macros")
            if cells > MAX_CELLS:
                self._over("cells", MAX_CELLS)
        return found

    def _layout(self, entry: zipfile.ZipInfo, before: int) -> Layout:
        scan = Scan()
        size = 0
        with self._package.open(entry) as part:
            for piece in chain(iter(lambda: part.read(_PIECE), b""), (b"",)):
                size += len(piece)
                self._unpacked += len(piece)
                if size > MAX_PART_BYTES or self._unpacked > MAX_UNPACKED_BYTES:
                    self._over("unpacked", (MAX_PART_BYTES if size > MAX_PART_BYTES else MAX_UNPACKED_BYTES) // _MEGABYTE)
                scan.feed(piece, last=not piece)
                if before + scan.layout.elements > MAX_ELEMENTS:
                    self._over("elements", MAX_ELEMENTS)
        return scan.layout

    def _over(self, why: str, limit: int) -> None:
        self._problems.add("NU008", why=why, limit=limit)
        raise Refused
