"""The plain text that a plan was encoded from, in UTF-8 or GB18030; of any other kind, what to convert it from."""

import codecs
import hashlib
import re

from ..model.document import Document
from ..model.finding import Finding
from .file import decode, read_bytes
from .tree import Problems, Refused

_OTHER_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%pdf", "PDF"),
    (b"pk\x03\x04", "DOCX/XLSX/WPS"),
    (b"\xd0\xcf\x11\xe0", "DOC/XLS/WPS"),
    (b"{\\rtf", "RTF"),
    (b"<!doctype", "HTML"),
    (b"<html", "HTML"),
    (b"<?xml", "XML"),
)


def load_document(path: str) -> tuple[Document | None, list[Finding]]:
    """The text of a file; None with its problem where it cannot be used. Never raises.

    The digest is that of the text in UTF-8 with plain line feeds, in whatever encoding and with whatever line breaks the file has it.
    """
    problems = Problems(path)
    try:
        raw = read_bytes(path, problems)
        begins = raw.removeprefix(codecs.BOM_UTF8).lstrip()[:16].lower()
        if (kind := next((name for sign, name in _OTHER_KINDS if begins.startswith(sign)), None)) is not None:
            problems.add("NU003", why="document", encoding=kind)
            raise Refused
        if not begins:
            problems.add("NU004", why="document")
            raise Refused
        text = decode(_as_utf8(raw), problems)
    except Refused:
        return None, problems.found
    return Document(path, hashlib.sha256(text.encode("utf-8")).hexdigest(), text), []


def _as_utf8(raw: bytes) -> bytes:
    """Bytes that read as Chinese in GB18030 and not in UTF-8, in UTF-8; any other as they are."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        try:
            text = raw.decode("gb18030")
        except UnicodeDecodeError:
            return raw
        return text.encode("utf-8") if re.search("[\u4e00-\u9fff]", text) else raw
    return raw
