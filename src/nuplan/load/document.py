"""The plain text that a plan was encoded from, in UTF-8 or GB18030; of any other kind, what to convert it from."""

import codecs
import hashlib

from ..model.document import Document
from ..model.finding import Finding
from .encoding import decode_any
from .file import read_bytes
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
        text = decode_any(raw, problems)
    except Refused:
        return None, problems.found
    return Document(path, hashlib.sha256(text.encode("utf-8")).hexdigest(), text), []
