"""`nuplan check`: figures against the plans that bear on them."""

import sys

import typer

from .. import run
from ..model.catalogue import FAIL_ON
from ..text import Words
from . import output
from .app import Command


def register(app: typer.Typer, say: Words) -> None:
    """Add the command."""

    @app.command("check", cls=Command, help=say("help.check"))
    def check(
        paths: list[str] = typer.Argument(..., metavar=say("metavar.paths"), help=say("help.check.paths")),
        formats: list[str] = typer.Option([], "--format", metavar="NAME[:FILE]", help=say("help.report_format")),
        targets: list[str] = typer.Option([], "--targets", metavar="DIR", help=say("help.targets")),
        plans: list[str] = typer.Option([], "--plan", metavar="ID", help=say("help.check.plan")),
        no_align: bool = typer.Option(False, "--no-align", help=say("help.check.no_align")),
        fail_on: str = typer.Option(",".join(FAIL_ON["check"]), "--fail-on", metavar="LIST", help=say("help.check.fail_on")),
        as_of: str = typer.Option("", "--as-of", metavar="DATE", help=say("help.check.as_of")),
        quiet: bool = typer.Option(False, "--quiet", "-q", help=say("help.quiet")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        asked = output.outputs(formats, inputs=paths)
        stdin = sys.stdin.buffer if "-" in paths and sys.stdin is not None else None
        day = output.day(as_of)
        report = run.check(paths, targets=targets, plans=plans, as_of=day, fail_on=fail_on, aligned=not no_align, stdin=stdin)
        output.write_report(asked, report, say, quiet=quiet)
        raise typer.Exit(report.exit_code)
