"""Values written as JSON text, numbers with their digits."""

import re
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

from ..model.quantity import Quantity, plain

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")


def write_json(document: Any) -> str:
    """A document as JSON text."""
    out: list[str] = []
    _write(document, "\n", out)
    return "".join(out) + "\n"


def _write(value: Any, indent: str, out: list[str]) -> None:
    """Append JSON text: Decimal by its digits, dates and quantities as text, unsafe characters escaped."""
    if isinstance(value, str):
        out.append(_text(value))
    elif value is None or isinstance(value, bool):
        out.append("null" if value is None else "true" if value else "false")
    elif isinstance(value, dict):
        _write_block("{}", [(f"{_text(str(key))}: ", item) for key, item in value.items()], indent, out)
    elif isinstance(value, Decimal):
        out.append(plain(value))
    elif isinstance(value, int):
        out.append(str(value))
    elif isinstance(value, date):
        out.append(_text(value.isoformat()))
    elif isinstance(value, Quantity):
        out.append(_text(plain(value.value) + value.unit.name))
    elif isinstance(value, (list, tuple)):
        _write_block("[]", [("", item) for item in value], indent, out)
    else:
        out.append(_text(str(value)))


def _write_block(signs: str, items: list[tuple[str, Any]], indent: str, out: list[str]) -> None:
    if not items:
        out.append(signs)
        return
    deeper = indent + "  "
    separator = signs[0]
    for head, item in items:
        out.append(separator + deeper + head)
        _write(item, deeper, out)
        separator = ","
    out.append(indent + signs[1])


def _text(text: str) -> str:
    quoted = encode_basestring(text)
    return quoted if quoted.isascii() and "\x7f" not in quoted else _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted)
