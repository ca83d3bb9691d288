"""nuplan: new-urbanization plans as data, and the figures held against them. Names are resolved on first use, so that importing is free."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .model.finding import NuplanError
    from .model.report import Report
    from .run.aligning import align
    from .run.checking import check, load_submissions
    from .run.rolling import rollup
    from .run.shelf import load_plan

__version__ = "0.6.0"
__all__ = ["NuplanError", "Report", "__version__", "align", "check", "load_plan", "load_submissions", "rollup"]
_PLACES = {
    "NuplanError": "model.finding",
    "Report": "model.report",
    "align": "run.aligning",
    "check": "run.checking",
    "load_plan": "run.shelf",
    "load_submissions": "run.checking",
    "rollup": "run.rolling",
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'nuplan' has no attribute {name!r}")
    return getattr(import_module(f".{_PLACES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted(__all__)
