"""nuplan.toml, found from the working folder up: what it says stands where the command line and the environment say nothing."""

import os
from typing import Any

from ..model.catalogue import FAIL_ON
from ..model.settings import Settings
from ..text import LANGS

NAME = "nuplan.toml"
_GATED_BY_FILE = tuple(command for command in FAIL_ON if command != "align")
"""The commands for which fail_on of a file holds."""
_read: list[Settings] = []


def settings() -> Settings:
    """The settings of this run, empty without a file."""
    return _read[0] if _read else Settings()


def read() -> Settings:
    """Read the settings for a run. Raises NuplanError with every problem of the file."""
    _read.clear()
    path = find()
    if path is not None:
        from ..run.config import read_config
        from .output import FORMATS

        _read.append(read_config(path, langs=LANGS, formats=FORMATS))
    return settings()


def find() -> str | None:
    """The nearest file of the name from the working folder up, whatever it is; nothing is opened."""
    try:
        folder = os.getcwd()
    except OSError:
        return None
    path = NAME
    while not os.path.lexists(path):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder, path = above, os.path.join(os.pardir, path)
    return path


def defaults(command: Any) -> dict[str, Any]:
    """What the file says of the options of a command and of those below it, by their names, as typer takes defaults."""
    below = {name: defaults(sub) for name, sub in getattr(command, "commands", {}).items()}
    if below:
        return below
    given = settings()
    said: dict[str, Any] = {
        "targets": list(given.targets),
        "waivers": list(given.waivers),
        "fail_on": ",".join(given.fail_on) if command.name in _GATED_BY_FILE else "",
        "select": ",".join(given.select),
        "ignore": ",".join(given.ignore),
    }
    return {param.name: said[param.name] for param in command.params if said.get(param.name)}
