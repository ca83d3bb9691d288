"""NU612: an id that does not say what it stands for: INDICATOR[_WHO][_YEAR]."""

import re
from typing import Any

from ...model.comparison import Subject

KEY = "id"


def check(subject: Subject) -> dict[str, Any] | None:
    """The id begins with the indicator's; a year at its end is the one the target falls due in."""
    target, name = subject.target, subject.target.indicator
    if target.id != name and not target.id.startswith(f"{name}_"):
        return {"why": "indicator", "given": target.id, "read": name}
    year = re.search(r"_([0-9]{4})$", target.id)
    due = target.due
    if year is not None and (due is None or int(year[1]) != due.year):
        return {"why": "year", "given": year[1], "read": "not_stated" if due is None else str(due.year)}
    return None
