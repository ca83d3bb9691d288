"""`nuplan doctor`: what nuplan finds of itself and of the machine it runs on."""

import os
import platform
import sys

import typer

from ..model.diagnosis import Diagnosis
from ..model.finding import NuplanError
from ..run import examining
from ..run.shelf import today
from ..text import Words
from . import output, settings
from .app import Command

_PROBE = "菏泽市：达到67%以上"


def register(app: typer.Typer, say: Words) -> None:
    """Add the command."""

    @app.command("doctor", cls=Command, help=say("help.doctor"))
    def doctor(
        formats: list[str] = typer.Option([], "--format", metavar="NAME[:FILE]", help=say("help.format")),
        targets: list[str] = typer.Option([], "--targets", metavar="DIR", help=say("help.targets")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        from .. import __version__
        from ..report.doctor_rows import doctor_rows

        library, folders, extras = examining.examine(targets)
        found = Diagnosis(
            library,
            tuple(map(_shown, folders)),
            extras,
            settings.find(),
            _config_fault(),
            _encodings(),
            _speaks_chinese(),
            say.lang,
            today().isoformat(),
            __version__,
            platform.python_version(),
            f"{platform.system()} {platform.machine()}",
        )
        output.write_listings(formats, doctor_rows(found, say), say)
        raise typer.Exit(2 if library.findings or found.config_fault else 0)


def _config_fault() -> bool:
    try:
        settings.read()
    except NuplanError:
        return True
    return False


def _encodings() -> dict[str, str]:
    """Of the streams and of file names."""
    streams = {"stdout": sys.stdout, "stderr": sys.stderr}
    return {name: str(getattr(stream, "encoding", None) or "–") for name, stream in streams.items()} | {
        "filenames": sys.getfilesystemencoding()
    }


def _speaks_chinese() -> bool:
    """Whether standard output can show Chinese."""
    try:
        _PROBE.encode(str(getattr(sys.stdout, "encoding", None) or "utf-8"))
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _shown(path: str) -> str:
    """A path without the name of the one who runs it."""
    home = os.path.expanduser("~")
    return f"~{path[len(home) :]}" if path.startswith(home + os.sep) else path
