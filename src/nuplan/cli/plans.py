"""`nuplan plans`: the plans as encoded, held against their own words, their texts and each other."""

import typer

from ..model.finding import NuplanError
from ..model.suggest import nearest
from ..report.plan_rows import VIEWS, list_rows, show_rows
from ..run import plans as run
from ..run.shelf import library
from ..text import Words
from . import output
from .app import Command, group


def register(app: typer.Typer, say: Words) -> None:
    """Add the group and its commands."""
    plans = group(app, "plans", say)
    _register_listings(plans, say)
    _register_checks(plans, say)
    _register_comparisons(plans, say)


def _register_listings(plans: typer.Typer, say: Words) -> None:
    @plans.command("list", cls=Command, help=say("help.plans.list"))
    def list_(
        formats: list[str] = typer.Option([], "--format", metavar="NAME[:FILE]", help=say("help.format")),
        targets: list[str] = typer.Option([], "--targets", metavar="DIR", help=say("help.targets")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        output.write_listings(formats, [list_rows(library(targets), say)], say)

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
        shelf = library(targets)
        if plan not in shelf.plans:
            raise NuplanError("unknown-plan", name=plan, suggestion=nearest(plan, shelf.plans))
        output.write_listings(formats, show_rows(shelf.plans[plan], shelf, view, say), say)


def _register_checks(plans: typer.Typer, say: Words) -> None:
    @plans.command("lint", cls=Command, help=say("help.plans.lint"))
    def lint(
        names: list[str] = typer.Argument(None, metavar="[PLAN]", help=say("help.plans.lint.plans")),
        notes: bool = typer.Option(False, "--notes", help=say("help.plans.lint.notes")),
        formats: list[str] = typer.Option([], "--format", metavar="NAME[:FILE]", help=say("help.report_format")),
        targets: list[str] = typer.Option([], "--targets", metavar="DIR", help=say("help.targets")),
        as_of: str = typer.Option(None, "--as-of", metavar="DATE", help=say("help.check.as_of")),
        quiet: bool = typer.Option(False, "--quiet", "-q", help=say("help.quiet")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        asked = output.outputs(formats, inputs=names or [])
        report, noted = run.lint(names or [], targets=targets, as_of=output.day(as_of))
        if notes:
            from ..report.compare_rows import note_rows

            output.write_listings(formats, [note_rows(noted, say)], say, names or [], quiet=quiet)
        else:
            output.write_report(asked, report, say, quiet=quiet)
        raise typer.Exit(report.exit_code)

    @plans.command("audit", cls=Command, help=say("help.plans.audit"))
    def audit(
        plan: str = typer.Argument(..., metavar="PLAN", help=say("help.plans.audit.plan")),
        source: str = typer.Option(..., "--source", metavar="FILE", help=say("help.plans.audit.source")),
        formats: list[str] = typer.Option([], "--format", metavar="NAME[:FILE]", help=say("help.report_format")),
        targets: list[str] = typer.Option([], "--targets", metavar="DIR", help=say("help.targets")),
        as_of: str = typer.Option(None, "--as-of", metavar="DATE", help=say("help.check.as_of")),
        quiet: bool = typer.Option(False, "--quiet", "-q", help=say("help.quiet")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        asked = output.outputs(formats, inputs=[plan, source])
        report = run.audit(plan, source, targets=targets, as_of=output.day(as_of))
        output.write_report(asked, report, say, quiet=quiet)
        raise typer.Exit(report.exit_code)


def _register_comparisons(plans: typer.Typer, say: Words) -> None:
    @plans.command("diff", cls=Command, help=say("help.plans.diff"))
    def diff(
        one: str = typer.Argument(..., metavar="A", help=say("help.plans.diff.one")),
        other: str = typer.Argument(..., metavar="B", help=say("help.plans.diff.other")),
        exit_code: bool = typer.Option(False, "--exit-code", help=say("help.plans.diff.exit_code")),
        formats: list[str] = typer.Option([], "--format", metavar="NAME[:FILE]", help=say("help.format")),
        targets: list[str] = typer.Option([], "--targets", metavar="DIR", help=say("help.targets")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        from ..report.compare_rows import diff_rows

        first, second, changes = run.diff(one, other, targets=targets)
        output.write_listings(formats, [diff_rows(first, second, changes, say)], say, [one, other])
        raise typer.Exit(1 if exit_code and changes else 0)

    @plans.command("conflicts", cls=Command, help=say("help.plans.conflicts"))
    def conflicts(
        formats: list[str] = typer.Option([], "--format", metavar="NAME[:FILE]", help=say("help.format")),
        targets: list[str] = typer.Option([], "--targets", metavar="DIR", help=say("help.targets")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        from ..report.compare_rows import conflict_rows

        shelf, found = run.conflicts(targets=targets)
        listings = [rows for one in found for rows in conflict_rows(one, shelf, say)]
        output.write_listings(formats, listings, say)
