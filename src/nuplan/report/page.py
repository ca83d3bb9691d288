"""A report, or listings, as one page."""

from ..model.report import Report
from ..text import Words
from .rows import Rows


def render_page(report: Report, say: Words, version: str) -> str:
    """A report as a page."""
    raise NotImplementedError


def render_listing(listings: list[Rows], say: Words) -> str:
    """Listings as a page."""
    raise NotImplementedError
