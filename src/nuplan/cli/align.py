"""`nuplan align`: a plan against the plan above it."""

import typer

from ..model.catalogue import FAIL_ON
from ..model.finding import NuplanError
from ..run import aligning
from ..text import Words
from . import output
from .app import Command


def register(app: typer.Typer, say: Words) -> None:
    """Add the command."""

    @app.command("align", cls=Command, help=say("help.align"))
    def align(
        plan: str = typer.Argument("", metavar="[PLAN]", help=say("help.align.plan"), show_default=False),
        above: str = typer.Option(None, "--with", metavar="PLAN", help=say("help.align.with")),
        every: bool = typer.Option(False, "--all", help=say("help.align.all")),
        floors: str = typer.Option(None, "--floors", metavar="LIST", help=say("help.align.floors")),
        formats: list[str] = typer.Option([], "--format", metavar="NAME[:FILE]", help=say("help.report_format")),
        targets: list[str] = typer.Option([], "--targets", metavar="DIR", help=say("help.targets")),
        fail_on: str = typer.Option(",".join(FAIL_ON["align"]), "--fail-on", metavar="LIST", help=say("help.align.fail_on")),
        as_of: str = typer.Option(None, "--as-of", metavar="DATE", help=say("help.check.as_of")),
        quiet: bool = typer.Option(False, "--quiet", "-q", help=say("help.quiet")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        if every == bool(plan):
            raise NuplanError("align-both" if every else "align-nothing")
        asked = output.outputs(formats, inputs=[plan, above or ""])
        held, day = () if floors is None else floors, output.day(as_of)
        report = aligning.align([plan] if plan else (), parent=above, floors=held, targets=targets, fail_on=fail_on, as_of=day)
        output.write_report(asked, report, say, quiet=quiet)
        raise typer.Exit(report.exit_code)
