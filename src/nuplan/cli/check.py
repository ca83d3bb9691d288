"""`nuplan check`: figures against the plans that bear on them."""

import sys
from datetime import date

import typer

from .. import __version__, run
from ..model.catalogue import FAMILIES
from ..model.finding import NuplanError
from ..model.report import Report
from ..text import Words
from . import output
from .app import Command

FORMATS = ("table", "concise", "json")


def register(app: typer.Typer, say: Words) -> None:
    """Add the command."""

    @app.command("check", cls=Command, help=say("help.check"))
    def check(
        paths: list[str] = typer.Argument(..., metavar=say("metavar.paths"), help=say("help.check.paths")),
        formats: list[str] = typer.Option([], "--format", metavar="NAME[:FILE]", help=say("help.check.format")),
        targets: list[str] = typer.Option([], "--targets", metavar="DIR", help=say("help.targets")),
        plans: list[str] = typer.Option([], "--plan", metavar="ID", help=say("help.check.plan")),
        fail_on: str = typer.Option(",".join(FAMILIES), "--fail-on", metavar="LIST", help=say("help.check.fail_on")),
        as_of: str = typer.Option("", "--as-of", metavar="DATE", help=say("help.check.as_of")),
        quiet: bool = typer.Option(False, "--quiet", "-q", help=say("help.quiet")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        asked = output.outputs(formats, FORMATS, inputs=paths)
        day = _day(as_of)
        stdin = sys.stdin.buffer if "-" in paths and sys.stdin is not None else None
        report = run.check(paths, targets=targets, plans=plans, as_of=day, fail_on=fail_on, stdin=stdin)
        for name, file in asked:
            if file or not quiet:
                _write(report, name, file, say)
        raise typer.Exit(report.exit_code)


def _write(report: Report, name: str, file: str, say: Words) -> None:
    """Render one format; only what it needs is imported."""
    if name == "json":
        from ..report.json_ import render_json

        output.write_text(render_json(report, say, __version__), file)
    elif name == "concise":
        from ..report.concise import render_concise

        output.write_text(render_concise(report, say), file)
    else:
        from ..report.check_rows import check_rows

        output.write_table(check_rows(report, say), file)


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise NuplanError("bad-date", name=text)
