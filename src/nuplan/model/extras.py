"""Optional packages: imported when they are first needed, and named with the line that installs them where they are not there."""

from importlib import import_module
from typing import Any

from .finding import NuplanError

EXTRAS = {"xlsx": "openpyxl", "docx": "python-docx", "html": "jinja2"}
"""The optional packages by the extra that brings them."""


def need(module: str, extra: str) -> Any:
    """A module of an optional package. Raises NuplanError with the extra of nuplan that brings it where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        raise NuplanError("missing-extra", name=EXTRAS[extra], extra=extra) from None
