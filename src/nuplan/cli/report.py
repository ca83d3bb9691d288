"""`nuplan report`: the draft of a notice on how areas stand."""

import typer

from ..model.finding import NuplanError
from ..report.messages import line
from ..run import checking
from ..text import Words
from . import output, streams
from .app import Command

FORMATS = ("markdown", "docx")
_WRITTEN = frozenset({0, 1})
"""Exit codes of a check after which the draft is whole: a missed target is what it tells of."""


def register(app: typer.Typer, say: Words) -> None:
    """Add the command."""

    @app.command("report", cls=Command, help=say("help.report"))
    def report(
        paths: list[str] = typer.Argument(..., metavar=say("metavar.paths"), help=say("help.check.paths")),
        formats: list[str] = typer.Option([], "--format", metavar="NAME[:FILE]", help=say("help.report.format")),
        rank: str = typer.Option(None, "--rank", metavar="INDICATOR", help=say("help.report.rank")),
        targets: list[str] = typer.Option([], "--targets", metavar="DIR", help=say("help.targets")),
        plans: list[str] = typer.Option([], "--plan", metavar="ID", help=say("help.check.plan")),
        history: list[str] = typer.Option([], "--history", metavar="PATH", help=say("help.check.history")),
        allow_tier_c: bool = typer.Option(False, "--allow-tier-c", help=say("help.check.allow_tier_c")),
        waivers: list[str] = typer.Option([], "--waivers", metavar="FILE", help=say("help.check.waivers")),
        no_waivers: bool = typer.Option(False, "--no-waivers", help=say("help.check.no_waivers")),
        as_of: str = typer.Option(None, "--as-of", metavar="DATE", help=say("help.check.as_of")),
        quiet: bool = typer.Option(False, "--quiet", "-q", help=say("help.quiet")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        from ..report.notice import notice

        lifting = () if no_waivers else waivers
        asked = output.outputs(formats, [*paths, *history, *lifting], FORMATS) if formats else [(FORMATS[0], "")]
        found = checking.check(
            paths,
            targets=targets,
            plans=plans,
            history=history,
            allow_tier_c=allow_tier_c,
            as_of=output.day(as_of),
            fail_on="data",
            waivers=lifting,
            aligned=False,
            rolled=True,
            ranked=rank,
            stdin=output.stdin(paths),
        )
        if rank is not None and not found.rankings:
            raise NuplanError("nothing-to-rank", name=rank)
        output.keep_inputs(asked, found)
        blocks = notice(found, say)
        for name, file in asked:
            if quiet and not file:
                continue
            if name == "docx":
                from ..report.notice_docx import render_docx

                streams.write_file(file, render_docx(blocks, say))
            else:
                from ..report.notice_markdown import render_markdown

                output.write_text(render_markdown(blocks), file)
        for finding in found.findings:
            if finding.check.startswith("NU0"):
                streams.complain(line(finding, say))
        raise typer.Exit(0 if found.exit_code in _WRITTEN else found.exit_code)
