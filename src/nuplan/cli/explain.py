"""`nuplan explain`: what stands behind an id."""

import typer

from ..model.catalogue import CHECKS
from ..model.finding import NuplanError
from ..model.library import Library
from ..model.suggest import nearest
from ..report.explain_rows import explain_check, explain_duty, explain_indicator
from ..report.rows import Rows
from ..run.shelf import library
from ..text import Words
from . import output
from .app import Command


def register(app: typer.Typer, say: Words) -> None:
    """Add the command."""

    @app.command("explain", cls=Command, help=say("help.explain"))
    def explain(
        name: str = typer.Argument(..., metavar="ID", help=say("help.explain.id")),
        formats: list[str] = typer.Option([], "--format", metavar="NAME[:FILE]", help=say("help.format")),
        targets: list[str] = typer.Option([], "--targets", metavar="DIR", help=say("help.targets")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
    ) -> None:
        if "~" in name:
            from ..report.align_explain import explain_pair
            from ..run.aligning import pair_of

            row, other = pair_of(name, targets=targets)
            output.write_listings(formats, [explain_pair(row, other, say)], say)
            return
        check = next((check for check in CHECKS.values() if name in (check.id, check.slug) or name.upper() == check.id), None)
        told = _explained(name, library(targets), say) if check is None else explain_check(check, say)
        output.write_listings(formats, [told], say)


def _explained(name: str, shelf: Library, say: Words) -> Rows:
    """The explanation of a target, a duty or an indicator; a bare name is enough where only one thing has it."""
    duties = {duty.id: duty for plan in shelf.plans.values() for duty in shelf.duties_of(plan)}
    if name in duties:
        return explain_duty(duties[name], shelf, say)
    found = [id_ for id_ in duties if name in (id_.partition("@")[0], id_.partition("/")[2], id_.partition("/")[2].partition("@")[0])]
    targets = list(dict.fromkeys(id_.partition("@")[0] for id_ in found))
    indicator = shelf.indicators.get(shelf.indicator_names.get(name, ""))
    if len(targets) == 1 and (indicator is None or "/" in name):
        return explain_duty(duties[found[0]], shelf, say)
    if indicator is not None:
        return explain_indicator(indicator, shelf, say)
    if targets:
        raise NuplanError("ambiguous-id", name=name, known=tuple(targets))
    if name in shelf.plans:
        raise NuplanError("plan-id", name=name)
    known = [*duties, *(id_.partition("/")[2] for id_ in duties), *shelf.indicator_names, *CHECKS]
    raise NuplanError("unknown-id", name=name, suggestion=nearest(name, known))
