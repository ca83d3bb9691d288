"""`nuplan doctor`: what nuplan finds of itself and of the machine it runs on."""

import locale
import os
import platform
import sys
from collections.abc import Iterable

import typer

from ..model.diagnosis import Diagnosis
from ..model.finding import Finding, NuplanError
from ..run import examining
from ..run.shelf import today
from ..text import LANGS, Words
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
            _shown_findings(library.findings),
            tuple(map(_shown, folders)),
            extras,
            settings.find(),
            _config_faults(),
            _encodings(),
            _speaks_chinese(),
            say.lang,
            os.environ.get("NUPLAN_LANG") or None,
            today().isoformat(),
            __version__,
            platform.python_version(),
            f"{platform.system()} {platform.machine()}",
        )
        output.write_listings(formats, doctor_rows(found, say), say)
        raise typer.Exit(2 if found.findings or found.config_faults or found.asked_lang not in (None, *LANGS) else 0)


def _config_faults() -> tuple[Finding, ...]:
    """What is wrong with nuplan.toml."""
    try:
        settings.read()
    except NuplanError as error:
        return error.findings
    return ()


def _encodings() -> dict[str, str]:
    """Of the streams, of file names and of the machine's language."""
    streams = {"stdout": sys.stdout, "stderr": sys.stderr}
    found = {name: str(getattr(stream, "encoding", None) or "–") for name, stream in streams.items()}
    return found | {"filenames": sys.getfilesystemencoding(), "locale": locale.getencoding()}


def _speaks_chinese() -> bool:
    """Whether standard output can show Chinese."""
    try:
        _PROBE.encode(str(getattr(sys.stdout, "encoding", None) or "utf-8"))
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _shown(path: str) -> str:
    """A path without the name of the one who runs it."""
    home = os.path.expanduser("~").rstrip(os.sep)
    return f"~{path[len(home) :]}" if home and (path + os.sep).startswith(home + os.sep) else path


def _shown_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings with such paths."""
    return tuple(finding._replace(location=finding.location._replace(path=_shown(finding.location.path))) for finding in findings)
