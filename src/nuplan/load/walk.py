"""The files that paths stand for: a folder for the submissions that may lie below it, in one order wherever it is run."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence

from .file import SUFFIXES, TABLES, WORKBOOKS

SUBMISSION_SUFFIXES = (*SUFFIXES, *TABLES, *WORKBOOKS)


class Walk:
    """The files of the given paths in the order given, each once, and whether it was named itself.

    A folder stands for the YAML, JSON, CSV and XLSX files below it, sorted; one below it that cannot be entered stands for itself. A linked
    folder is entered once, by whatever path it is reached. What is not opened is counted in `passed_by`: hidden files and folders under
    `.`, files of other kinds under their suffix, those without one under `–`.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self.passed_by: Counter[str] = Counter()
        self._paths = paths
        self._seen: set[str] = set()

    def __iter__(self) -> Iterator[tuple[str, bool]]:
        for path in self._paths:
            if path == "-":
                yield path, True
            elif not os.path.isdir(path):
                if self._first(os.path.realpath(path)):
                    yield path, True
            else:
                yield from self._below(path)

    def _below(self, folder: str) -> Iterator[tuple[str, bool]]:
        """The files of a folder, then those of the folders in it."""
        waiting = [folder]
        while waiting:
            here = waiting.pop()
            place = os.path.realpath(here)
            if not self._first(place + os.sep):
                continue
            try:
                entries = sorted(os.scandir(here), key=lambda entry: entry.name)
            except OSError:
                yield here, True
                continue
            folders: list[str] = []
            for entry in entries:
                if entry.name.startswith((".", "~$")):
                    self.passed_by["."] += 1
                elif os.path.isdir(entry.path):
                    folders.append(entry.path)
                elif not os.path.isfile(entry.path) and os.path.exists(entry.path):
                    self.passed_by["–"] += 1  # a pipe or a device, which is never read
                elif not entry.name.lower().endswith(SUBMISSION_SUFFIXES):
                    self.passed_by[os.path.splitext(entry.name)[1].lower() or "–"] += 1
                elif self._first(os.path.realpath(entry.path) if entry.is_symlink() else os.path.join(place, entry.name)):
                    yield entry.path, False
            waiting += reversed(folders)

    def _first(self, place: str) -> bool:
        """Whether a place is met for the first time."""
        if place in self._seen:
            return False
        self._seen.add(place)
        return True


def is_folder(paths: Sequence[str]) -> bool:
    """Whether any of the paths is a folder."""
    return any(os.path.isdir(path) for path in paths)
