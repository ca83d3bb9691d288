"""Encodings: UTF-8 for every file, with or without BOM; GB18030 as well for tables and documents, as they are saved in China."""

import codecs
import re

from .tree import Problems, Refused, mark_at

_BOMS = ((codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))


def decode(raw: bytes, problems: Problems) -> str:
    """The text of a file in UTF-8, with or without BOM, with line breaks of any system. Raises Refused for any other encoding."""
    for bom, name in _BOMS:
        if raw.startswith(bom):
            problems.add("NU003", (0, 0), why="other", encoding=name)
            raise Refused
    body = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        before = body[: error.start].decode("utf-8")
        problems.add("NU003", mark_at(before, len(before)), None, **_guess(raw))
        raise Refused from None
    if "\x00" in text:
        problems.add("NU003", mark_at(text, text.index("\x00")), why="binary")
        raise Refused
    if not text.strip():
        problems.add("NU004")
        raise Refused
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guess(raw: bytes) -> dict[str, str]:
    """What is not UTF-8: binary where it holds NUL, GB18030 where its bytes read as Chinese, else unknown."""
    if b"\x00" in raw:
        return {"why": "binary"}
    return {"why": "unknown"} if _chinese(raw) is None else {"why": "other", "encoding": "GB18030"}


def _chinese(raw: bytes) -> str | None:
    """The text of bytes that read as Chinese in GB18030."""
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return text if re.search("[\u4e00-\u9fff]", text) else None


def decode_any(raw: bytes, problems: Problems) -> str:
    """The text of a file in UTF-8 or, as programs in China save it, in GB18030. Raises Refused for any other encoding."""
    return decode(_as_utf8(raw), problems)


def _as_utf8(raw: bytes) -> bytes:
    """Bytes that read as Chinese in GB18030 and not in UTF-8, in UTF-8; any other as they are."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        text = _chinese(raw)
        return raw if text is None else text.encode("utf-8")
    return raw
