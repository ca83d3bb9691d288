"""NU613: a date beyond the plan's period, a window that ends before it begins, a period that is not the one in the title."""

import re
from collections.abc import Iterator
from datetime import date

from ...model.library import Library
from ...model.plan import Plan
from ..offence import Offence

_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_TITLE = re.compile(r"([0-9]{3,})年?[—–~至-]([0-9]{3,})")


def check(plan: Plan, library: Library) -> Iterator[Offence]:
    """The period itself, then what each target and task falls due on."""
    first, last = plan.period.from_, plan.period.to
    if first > last:
        yield Offence(("period",), {"why": "reversed", "given": first.isoformat(), "other": last.isoformat()})
        return
    for title in (plan.title.zh, plan.title.en):
        printed = _TITLE.search(title)
        named = None if printed is None else (f"{printed[1]}-01-01", f"{printed[2]}-12-31")
        if named is not None and named != (first.isoformat(), last.isoformat()):
            yield Offence(("period",), {"why": "title", "given": f"{first} – {last}", "other": " – ".join(named)})
            break
    for year in _YEAR.findall(plan.id):
        if not first.year <= int(year) <= last.year:
            yield Offence(("id",), {"why": "outside", "given": year, "other": f"{first.year}—{last.year}"})
    for index, target in enumerate(plan.targets):
        span, due = target.span, target.due
        if span is not None and isinstance(span.from_, date) and span.from_ > span.to:
            values = {"why": "reversed", "given": span.from_.isoformat(), "other": span.to.isoformat()}
            yield Offence(("targets", index, target.form), values, target.id)
        years = target.each_year or ((due.year,) if due is not None else ())
        for year in years:
            if not first.year <= year <= last.year:
                values = {"why": "outside", "given": str(year), "other": f"{first.year}—{last.year}"}
                yield Offence(("targets", index, target.form), values, target.id)
    for index, task in enumerate(plan.tasks):
        if isinstance(task.by, date) and not first <= task.by <= last:
            yield Offence(("tasks", index, "by"), {"why": "outside", "given": task.by.isoformat(), "other": f"{first.year}—{last.year}"})
