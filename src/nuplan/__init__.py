"""nuplan: new-urbanization plans as data, and the figures held against them. Names are resolved on first use, so that importing is free."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .model.finding import NuplanError
    from .model.report import Report
    from .run import align, check, load_plan, load_submissions

__version__ = "0.3.0"
__all__ = ["NuplanError", "Report", "__version__", "align", "check", "load_plan", "load_submissions"]


def __getattr__(name: str) -> Any:
    if name in ("align", "check", "load_plan", "load_submissions"):
        from . import run

        return getattr(run, name)
    if name == "NuplanError":
        from .model.finding import NuplanError

        return NuplanError
    if name == "Report":
        from .model.report import Report

        return Report
    raise AttributeError(f"module 'nuplan' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
