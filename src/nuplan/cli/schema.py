"""`nuplan schema`: the JSON Schema of a kind of file."""

import typer

from ..model.finding import NuplanError
from ..text import Words
from . import output
from .app import Command


def register(app: typer.Typer, say: Words) -> None:
    """Add the command."""
    from ..report.schema import KINDS, render_schema

    @app.command("schema", cls=Command, help=say("help.schema"))
    def schema(
        kind: str = typer.Argument(..., metavar="KIND", help=say("help.schema.kind", known=KINDS)),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        if kind not in KINDS:
            raise NuplanError("unknown-schema", name=kind, known=KINDS)
        output.write_text(render_schema(kind), "")
