"""`nuplan plans list` and `nuplan plans show`: the plans as encoded."""

import typer

from .. import run
from ..model.finding import NuplanError
from ..model.suggest import nearest
from ..report.plan_rows import VIEWS, list_rows, show_rows
from ..text import Words
from . import output
from .app import Command, group


def register(app: typer.Typer, say: Words) -> None:
    """Add the group and its commands."""
    plans = group(app, "plans", say)

    @plans.command("list", cls=Command, help=say("help.plans.list"))
    def list_(
        formats: list[str] = typer.Option([], "--format", metavar="NAME[:FILE]", help=say("help.format")),
        targets: list[str] = typer.Option([], "--targets", metavar="DIR", help=say("help.targets")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        output.write_listings(formats, [list_rows(run.library(targets), say)])

    @plans.command("show", cls=Command, help=say("help.plans.show"))
    def show(
        plan: str = typer.Argument(..., metavar="ID", help=say("help.plans.show.id")),
        by: str = typer.Option("action", "--by", metavar="|".join(VIEWS), help=say("help.plans.show.by")),
        formats: list[str] = typer.Option([], "--format", metavar="NAME[:FILE]", help=say("help.format")),
        targets: list[str] = typer.Option([], "--targets", metavar="DIR", help=say("help.targets")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        view = next((view for view in VIEWS if view == by), None)
        if view is None:
            raise NuplanError("unknown-view", name=by, known=VIEWS)
        library = run.library(targets)
        if plan not in library.plans:
            raise NuplanError("unknown-plan", name=plan, suggestion=nearest(plan, library.plans))
        output.write_listings(formats, show_rows(library.plans[plan], library, view, say))
