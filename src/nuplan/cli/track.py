"""`nuplan track`: the ledger of an area, period by period."""

import typer

from ..report.messages import line
from ..run import tracking
from ..text import Words
from . import output, streams
from .app import Command


def register(app: typer.Typer, say: Words) -> None:
    """Add the command."""

    @app.command("track", cls=Command, help=say("help.track"))
    def track(
        area: str = typer.Argument(..., metavar="AREA", help=say("help.track.area")),
        indicator: str = typer.Argument(None, metavar="[INDICATOR]", help=say("help.track.indicator")),
        history: list[str] = typer.Option([], "--history", metavar="PATH", help=say("help.track.history")),
        formats: list[str] = typer.Option([], "--format", metavar="NAME[:FILE]", help=say("help.format")),
        targets: list[str] = typer.Option([], "--targets", metavar="DIR", help=say("help.targets")),
        plans: list[str] = typer.Option([], "--plan", metavar="ID", help=say("help.track.plan")),
        allow_tier_c: bool = typer.Option(False, "--allow-tier-c", help=say("help.check.allow_tier_c")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        from ..report.track_rows import track_rows

        tracks, report = tracking.track(area, indicator, history=history, targets=targets, plans=plans, allow_tier_c=allow_tier_c)
        output.keep_inputs(output.outputs(formats, history, output.LISTING_FORMATS), report)
        output.write_listings(formats, lambda name: track_rows(tracks, name, say), say, history)
        for finding in report.findings:
            streams.complain(line(finding, say))
        raise typer.Exit(report.exit_code)
