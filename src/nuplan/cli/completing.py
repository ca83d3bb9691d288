"""Completion in shells: the script that a shell needs, and the words that an option may have."""

import os
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from ..model.catalogue import FAMILIES
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
        words = _WORDS.get(param.name) or _choices(param.metavar or "")
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


def _formats(begun: str) -> list[str]:
    from .output import FORMATS

    return [name for name in FORMATS if name.startswith(begun)]


def _families(begun: str) -> list[str]:
    before, comma, last = begun.rpartition(",")
    return [before + comma + word for word in FAMILIES if word.startswith(last) and word not in before.split(",")]


def _plans(begun: str) -> list[str]:
    from ..run.shelf import library

    return [plan for plan in library().plans if plan.startswith(begun)]


def _areas(begun: str) -> list[str]:
    from ..run.shelf import library

    return [name for area in library().areas.values() for name in (area.id, area.name.zh) if name.startswith(begun)]


_WORDS: dict[str, _Words] = {
    "formats": _formats,
    "fail_on": _families,
    "plan": _plans,
    "plans": _plans,
    "area": _areas,
    "below": _areas,
    "roster": _areas,
}
"""By the name of the parameter."""
