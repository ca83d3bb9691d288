"""Cells of a workbook: what is stored becomes the text that a person reads in it, exactly, and what keeps it from being used."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

_SHOWN = Context(prec=15, rounding=ROUND_HALF_UP)
"""A spreadsheet keeps and shows fifteen significant digits; what lies behind them is the tail of a binary number."""
_PRINTED_AS_IS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
"""What a number format prints as it stands: quoted and escaped text, colours and conditions, fillers."""
_SCALED = re.compile(r"[0#?],+(?![0#?,])|[0#?][!.][0#?]+,+(?![0#?,])")
"""A comma after the last digit shows thousands, and so another number than the stored one."""


def text_of(cell: Any) -> tuple[str, str | None]:
    """The text of a cell of openpyxl and its fault: `error`, `boolean`, `date`, or `scaled` where its format shows another number."""
    value = cell.value
    if value is None:
        return "", None
    if cell.data_type == "e":
        return str(value), "error"
    if isinstance(value, bool):
        return str(value).upper(), "boolean"
    if isinstance(value, (int, float)):
        return _number(value, cell.number_format)
    if isinstance(value, datetime):
        return (value.date() if value.time() == time() else value).isoformat(), "date"
    if isinstance(value, (date, time, timedelta)):
        return str(value), "date"
    return str(value).strip(), None


def _number(value: int | float, number_format: str) -> tuple[str, str | None]:
    """A number at full precision, in per cent where its format shows per cent."""
    number = _SHOWN.create_decimal(value) if isinstance(value, int) else _SHOWN.create_decimal_from_float(value)
    if not number.is_finite():
        return str(value), "error"
    shown = _PRINTED_AS_IS.sub("", number_format)
    share = "%" in shown
    return _digits(number.scaleb(2) if share else number) + "%" * share, "scaled" if _SCALED.search(shown) else None


def _digits(number: Decimal) -> str:
    """The digits without exponent and without zeros at the end."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
