"""Completion in shells: the script that a shell needs, and the words that an option may have."""

import os
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from ..model.catalogue import CHECKS, FAMILIES
from ..model.finding import NuplanError
from . import streams

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
_VARIABLE = "_NUPLAN_COMPLETE"
"""Set by the script of a shell when it asks for words."""
_Words = Callable[[str], Iterable[str]]


def asked() -> bool:
    """Whether a shell asks for words."""
    return _VARIABLE in os.environ


def show(shell: str) -> None:
    """Print the script for a shell. Raises NuplanError for a shell that is not known."""
    if shell not in SHELLS:
        raise NuplanError("unknown-shell", name=shell, known=SHELLS)
    script = import_module("typer.completion").get_completion_script(prog_name="nuplan", complete_var=_VARIABLE, shell=shell)
    streams.write_out((f"{script}\n",))


def prepare(command: Any) -> None:
    """Make the shells known, and give each parameter of a command and of those below it the words it may have."""
    import_module("typer.completion").completion_init()
    for param in command.params:
        words = _formats_of(command.name) if param.name == "formats" else _WORDS.get(f"{command.name} {param.name}")
        words = words or _WORDS.get(param.name) or _choices(param.metavar or "")
        if words is not None:
            param.shell_complete = _completer(words)
    for below in getattr(command, "commands", {}).values():
        prepare(below)


def _completer(words: _Words) -> Callable[[Any, str], list[Any]]:
    typer = import_module("typer.completion")
    item = getattr(typer, "shell_completion", None) or import_module("click.shell_completion")  # typer brought its own with 0.27
    return lambda context, begun: [item.CompletionItem(word) for word in words(begun)]


def _choices(metavar: str) -> _Words | None:
    """The words of an option that names them all: zh|en."""
    names = metavar.split("|")
    return (lambda begun: [name for name in names if name.startswith(begun)]) if len(names) > 1 else None


def _formats_of(command: str) -> _Words:
    """The formats that a command writes."""
    from .output import FORMATS, LISTING_FORMATS

    names = FORMATS if command in _JUDGING else LISTING_FORMATS
    if command in _OWN_FORMATS:
        names = import_module(f".{command}", __package__).FORMATS
    return lambda begun: [name for name in names if name.startswith(begun)]


def _families(begun: str) -> list[str]:
    before, comma, last = begun.rpartition(",")
    return [before + comma + word for word in FAMILIES if word.startswith(last) and word not in before.split(",")]


def _plans(begun: str) -> list[str]:
    from ..run.shelf import library

    return [plan for plan in library().plans if plan.startswith(begun)]


def _areas(begun: str) -> list[str]:
    from ..run.shelf import library

    return [name for area in library().areas.values() for name in (area.id, area.name.zh) if name.startswith(begun)]


def _indicators(begun: str) -> list[str]:
    from ..run.shelf import library

    return [name for name in library().indicator_names if name.startswith(begun)]


def _explained(begun: str) -> list[str]:
    """Targets, indicators and checks."""
    from ..run.shelf import library

    shelf = library()
    targets = [f"{plan.id}/{target.id}" for plan in shelf.plans.values() for target in plan.targets]
    return [name for name in (*targets, *shelf.indicators, *CHECKS) if name.startswith(begun)]


def _schemas(begun: str) -> list[str]:
    from ..report.schema import KINDS

    return [kind for kind in KINDS if kind.startswith(begun)]


_JUDGING = frozenset({"check", "align", "rollup", "lint", "audit"})
"""Commands that write what programs of continuous integration read."""
_OWN_FORMATS = frozenset({"report", "template"})
_WORDS: dict[str, _Words] = {
    "fail_on": _families,
    "plan": _plans,
    "plans": _plans,
    "names": _plans,
    "one": _plans,
    "other": _plans,
    "above": _plans,
    "area": _areas,
    "below": _areas,
    "roster": _areas,
    "words": _areas,
    "indicator": _indicators,
    "rank": _indicators,
    "kind": _schemas,
    "explain name": _explained,
}
"""By the name of the parameter, with its command before it where the name says too little."""
