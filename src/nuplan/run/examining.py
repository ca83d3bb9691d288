"""The library of a run with whatever is wrong in it, and which optional packages are there."""

from importlib.metadata import PackageNotFoundError, version

from ..load.library import load_library
from ..model.extras import EXTRAS
from ..model.library import Library
from .shelf import Paths, several


def examine(targets: Paths = ()) -> tuple[Library, tuple[str, ...], dict[str, str | None]]:
    """The library, its problems in `findings`; the folders it was read from, the packaged one as `targets`; versions of optional packages.

    A package that is not installed has None.
    """
    folders = several(targets)
    return load_library(folders, baselines=True), ("targets", *folders), {name: _version(name) for name in EXTRAS.values()}


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
