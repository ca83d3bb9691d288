"""The library of a run, and how a plan is found in it by its id or its file."""

import os
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone

from ..load.file import SUFFIXES
from ..load.library import load_library, load_plan_file
from ..model.finding import Finding, Location, NuplanError
from ..model.library import FileRef, Library, Locate
from ..model.plan import Plan
from ..model.suggest import nearest

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
"""A file or folder, or several."""


def several(given: Paths) -> list[str]:
    """What may be given as one or as several, as a list."""
    return [os.fspath(given)] if isinstance(given, (str, os.PathLike)) else [os.fspath(one) for one in given]


def today() -> date:
    return datetime.now(SHANGHAI).date()


def library(targets: Paths = (), *, places: bool = False, baselines: bool = False) -> Library:
    """The indicators, areas and plans of the packaged folder and the given ones. Raises NuplanError with every problem found."""
    found = load_library(several(targets), places=places, baselines=baselines)
    if found.findings:
        raise NuplanError("broken-targets", findings=tuple(found.findings))
    return found


def load_plan(plan: str, *, targets: Paths = ()) -> Plan:
    """The plan with this id, from the packaged folder or the given ones. Raises NuplanError where there is none."""
    return known_plan(plan, library(targets))


def known_plan(plan: str, shelf: Library) -> Plan:
    """The plan with this id. Raises NuplanError where there is none, with the files that could not be read and may hold it."""
    if plan not in shelf.plans:
        raise NuplanError("unknown-plan", findings=tuple(shelf.findings), name=plan, suggestion=nearest(plan, shelf.plans))
    return shelf.plans[plan]


def usable(name: str, shelf: Library) -> Plan:
    """The plan with an id or in a file. Raises NuplanError where it cannot be used."""
    ref, found, _ = plan_at(name, shelf)
    if ref.plan is None:
        raise NuplanError("broken-targets", findings=tuple(found))
    return ref.plan


def plan_at(name: str, shelf: Library) -> tuple[FileRef, list[Finding], Locate]:
    """The plan with an id, or in a file; without a plan, and with the problems, where it cannot be used.

    Raises NuplanError for an id that no file has.
    """
    if name.lower().endswith(SUFFIXES) or os.sep in name:
        return load_plan_file(name, shelf)
    if name in shelf.unusable and name not in shelf.plans:
        return FileRef(name, "plan", ""), shelf.findings, lambda key: Location(name)
    plan = known_plan(name, shelf)
    return next(ref for ref in shelf.files if ref.plan is plan), [], shelf.locate[name]
