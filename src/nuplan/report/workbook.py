"""A report as a workbook."""

from ..model.report import Report
from ..text import Words


def render_workbook(report: Report, say: Words, version: str) -> bytes:
    """A report as a workbook."""
    raise NotImplementedError
