"""Forms for areas and a period, from the plans there are."""

from collections.abc import Iterable

from ..judge.form import form_of
from ..model.finding import NuplanError, Problem
from ..model.form import Form
from ..model.library import Library
from ..model.period import Period, parse_period
from ..model.report import Report
from ..model.suggest import nearest
from .history import read_ledger
from .shelf import Paths, known_plan, library, several, today


def forms(
    areas: Iterable[str],
    period: str,
    *,
    below: str | None = None,
    history: Paths = (),
    targets: Paths = (),
    plans: str | Iterable[str] = (),
) -> tuple[list[Form], Report]:
    """The form of each area for a period; `below` adds every place below an area, in the order of their codes.

    `areas` are ids, names or codes; `history` are files of what was reported before, from which the last values are taken besides what was
    published; `plans` are ids that replace the choice by area and period. The report holds the earlier files and the problems in them.
    Raises NuplanError for a name or a period that there is not, and where nothing is due from an area.
    """
    shelf = library(targets, baselines=True)
    named = [_area(name, shelf) for name in areas]
    if below is not None:
        above = _area(below, shelf)
        under = sorted((area.code, area.id) for area in shelf.areas.values() if area.parent == above)
        if not under:
            raise NuplanError("no-places-below", area=shelf.areas[above].name)
        named += [area for _, area in under]
    given = _period(period)
    chosen = tuple(known_plan(plan, shelf).id for plan in several(plans))
    report = Report(today(), shelf)
    ledger, _ = read_ledger(several(history), report)
    found = [form_of(shelf.areas[area], given, shelf, ledger, chosen) for area in dict.fromkeys(named)]
    for form in found:
        if not form.rows:
            raise NuplanError("nothing-due", area=form.area.name, period=given.text)
    used = {plan.id for form in found for plan in form.plans}
    report.plans = [ref for ref in shelf.files if ref.plan is None or ref.plan.id in used]
    report.exit_code = 3 if report.findings else 0
    return found, report


def _area(name: str, shelf: Library) -> str:
    found = shelf.area_names.get(name)
    if found is None:
        raise NuplanError("unknown-area", name=name, suggestion=nearest(name, shelf.area_names))
    return found


def _period(text: str) -> Period:
    try:
        return parse_period(text)
    except Problem:
        raise NuplanError("bad-period", name=text) from None
