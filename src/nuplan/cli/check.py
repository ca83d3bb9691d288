"""`nuplan check`: figures against the plans that bear on them."""

import typer

from ..model.catalogue import FAIL_ON
from ..model.finding import NuplanError
from ..model.report import VIEWS
from ..run import checking
from ..text import Words
from . import annotating, output
from .app import Command


def register(app: typer.Typer, say: Words) -> None:
    """Add the command."""

    @app.command("check", cls=Command, help=say("help.check"))
    def check(
        paths: list[str] = typer.Argument(..., metavar=say("metavar.paths"), help=say("help.check.paths")),
        formats: list[str] = typer.Option([], "--format", metavar="NAME[:FILE]", help=say("help.report_format")),
        targets: list[str] = typer.Option([], "--targets", metavar="DIR", help=say("help.targets")),
        plans: list[str] = typer.Option([], "--plan", metavar="ID", help=say("help.check.plan")),
        history: list[str] = typer.Option([], "--history", metavar="PATH", help=say("help.check.history")),
        allow_tier_c: bool = typer.Option(False, "--allow-tier-c", help=say("help.check.allow_tier_c")),
        no_align: bool = typer.Option(False, "--no-align", help=say("help.check.no_align")),
        rollup: bool = typer.Option(False, "--rollup", help=say("help.check.rollup")),
        by: str = typer.Option(None, "--by", metavar="|".join(VIEWS), help=say("help.check.by")),
        due: str = typer.Option(None, "--due", metavar="DATE", help=say("help.check.due")),
        roster: str = typer.Option(None, "--roster", metavar="AREA", help=say("help.check.roster")),
        fail_on: str = typer.Option(",".join(FAIL_ON["check"]), "--fail-on", metavar="LIST", help=say("help.check.fail_on")),
        waivers: list[str] = typer.Option([], "--waivers", metavar="FILE", help=say("help.check.waivers")),
        no_waivers: bool = typer.Option(False, "--no-waivers", help=say("help.check.no_waivers")),
        select: str = typer.Option(None, "--select", metavar="LIST", help=say("help.check.select")),
        ignore: str = typer.Option(None, "--ignore", metavar="LIST", help=say("help.check.ignore")),
        as_of: str = typer.Option(None, "--as-of", metavar="DATE", help=say("help.check.as_of")),
        jobs: str = typer.Option("1", "--jobs", metavar="N", help=say("help.check.jobs")),
        annotate: str = typer.Option(None, "--annotate", metavar="FILE", help=say("help.check.annotate")),
        quiet: bool = typer.Option(False, "--quiet", "-q", help=say("help.quiet")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        lifting = () if no_waivers else waivers
        asked = output.outputs(formats, inputs=[*paths, *history, *lifting])
        if annotate is not None:
            output.outputs([f"xlsx:{annotate}", *(f"{name}:{file}" for name, file in asked if file)], inputs=[*paths, *history, *lifting])
        if by is not None and by not in VIEWS:
            raise NuplanError("unknown-view", name=by, known=VIEWS)
        with output.reading(say) as progress:
            report = checking.check(
                paths,
                targets=targets,
                plans=plans,
                history=history,
                allow_tier_c=allow_tier_c,
                as_of=output.day(as_of),
                due=output.day(due, "--due"),
                roster=roster,
                fail_on=fail_on,
                waivers=lifting,
                select=() if select is None else select,
                ignore=() if ignore is None else ignore,
                aligned=not no_align,
                rolled=rollup,
                jobs=output.jobs(jobs),
                stdin=output.stdin(paths),
                progress=progress,
            )
        form = None if annotate is None else annotating.form_among(report)
        output.write_report(asked, report, say, quiet=quiet, view=by or "")
        if annotate is not None and form is not None:
            annotating.annotate(form, report, say, annotate)
        raise typer.Exit(report.exit_code)
