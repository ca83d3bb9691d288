"""The waivers of a run, read from their files."""

import os
from typing import TYPE_CHECKING, NamedTuple

from ..model.finding import Finding, NuplanError
from ..model.library import FileRef, Library

if TYPE_CHECKING:
    from ..model.waiver import ReadWaiver


class Lifting(NamedTuple):
    """The waivers of a run and the files they stand in."""

    files: tuple[FileRef, ...] = ()
    waivers: "tuple[ReadWaiver, ...]" = ()


def read_waivers(paths: list[str], library: Library) -> Lifting:
    """The waivers of the files in their order, each file once. Raises NuplanError with every problem found."""
    from ..load.waivers import load_waivers

    once: dict[str, str] = {}
    for path in paths:
        once.setdefault(os.path.realpath(path), path)
    files: list[FileRef] = []
    waivers: list[ReadWaiver] = []
    problems: list[Finding] = []
    for path in once.values():
        file, read, found = load_waivers(path, library)
        files.append(file)
        waivers += read
        problems += found
    if problems:
        raise NuplanError("broken-waivers", findings=tuple(problems))
    return Lifting(tuple(files), tuple(waivers))
