"""Listings as a workbook."""

from ..text import Words
from .rows import Rows


def render_sheets(listings: list[Rows], say: Words) -> bytes:
    """Listings as a workbook."""
    raise NotImplementedError
