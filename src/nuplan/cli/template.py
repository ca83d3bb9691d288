"""`nuplan template`: the form of an area for a period."""

import typer

from ..model.finding import NuplanError
from ..model.form import GROUPINGS, Form
from ..model.library import FileRef
from ..report.messages import line
from ..run import templating
from ..text import Words
from . import output, streams
from .app import Command

FORMATS = ("xlsx", "csv", "yaml")


def register(app: typer.Typer, say: Words) -> None:
    """Add the command."""

    @app.command("template", cls=Command, help=say("help.template"))
    def template(
        words: list[str] = typer.Argument(..., metavar=say("metavar.template"), help=say("help.template.words")),
        below: str = typer.Option(None, "--below", metavar="AREA", help=say("help.template.below")),
        formats: list[str] = typer.Option([], "--format", metavar="NAME[:FILE]", help=say("help.template.format")),
        by: str = typer.Option(GROUPINGS[0], "--by", metavar="|".join(GROUPINGS), help=say("help.template.by")),
        history: list[str] = typer.Option([], "--history", metavar="PATH", help=say("help.template.history")),
        targets: list[str] = typer.Option([], "--targets", metavar="DIR", help=say("help.targets")),
        plans: list[str] = typer.Option([], "--plan", metavar="ID", help=say("help.check.plan")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        *areas, period = words
        if not areas and below is None:
            raise NuplanError("no-area")
        if by not in GROUPINGS:
            raise NuplanError("unknown-view", name=by, known=GROUPINGS)
        asked = output.outputs(formats, history, FORMATS) if formats else []
        forms, report = templating.forms(areas, period, below=below, history=history, targets=targets, plans=plans)
        asked = asked or [("yaml" if len(forms) == 1 else "csv", "")]
        output.keep_inputs(asked, report)
        if len(forms) > 1 and any(name == "yaml" for name, _ in asked):
            raise NuplanError("one-area")
        for name, file in asked:
            _write(name, file, forms, [ref for ref in report.plans if ref.plan is not None], by, say)
        for finding in report.findings:
            streams.complain(line(finding, say))
        raise typer.Exit(report.exit_code)


def _write(name: str, file: str, forms: list[Form], refs: list[FileRef], by: str, say: Words) -> None:
    """Write the forms in one format; only what it needs is imported."""
    if name == "xlsx":
        from .. import __version__
        from ..forms.xlsx_ import render_workbook

        streams.write_file(file, render_workbook(forms, refs, say, by, __version__))
    elif name == "csv":
        from ..forms.csv_ import render_table

        output.write_csv(render_table(forms, say, by), file)
    else:
        from ..forms.yaml_ import render_submission

        output.write_text(render_submission(forms[0], say, by), file)
