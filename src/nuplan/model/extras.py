"""Optional packages: imported when they are first needed, and named with the line that installs them where they are not there."""

from importlib import import_module
from typing import Any

from .finding import NuplanError


def need(module: str, extra: str) -> Any:
    """A module of an optional package. Raises NuplanError with the extra of nuplan that brings it where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        raise NuplanError("missing-extra", name=module.partition(".")[0], extra=extra) from None
