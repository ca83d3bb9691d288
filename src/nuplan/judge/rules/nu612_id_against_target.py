"""NU612: an id that does not say what it stands for: INDICATOR[_WHO][_YEAR]."""

import re
from datetime import date
from typing import Any

from ...model.subject import Subject

KEY = "id"


def check(subject: Subject) -> dict[str, Any] | None:
    """The id begins with the indicator's; a year at its end is the one the target falls due in, two are its window."""
    target, name = subject.target, subject.target.indicator
    if target.id != name and not target.id.startswith(f"{name}_"):
        return {"why": "indicator", "given": target.id, "read": name}
    years = re.search(r"((?:_[0-9]{3,})+)$", target.id.removeprefix(name))
    if years is None:
        return None
    span, due = target.span, target.due
    known = [day.year for day in (span.from_ if span is not None else None, due) if isinstance(day, date)]
    given = [int(year) for year in years[1].split("_")[1:]]
    if given not in (known, known[-1:]):
        return {"why": "year", "given": years[1][1:], "read": "–".join(map(str, known)) or "not_stated"}
    return None
