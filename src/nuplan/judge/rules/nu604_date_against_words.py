"""NU604: the time key of a target against the words that date it, and against 每年, 年均 and 累计."""

import re
from typing import Any

from ...model.dating import dates_of, misdated
from ...model.reading import read
from ...model.subject import Subject

KEY = "dated"
_COUNTED = re.compile(r"累计|新增|新建|新开工|新培育|新集聚")
_FORMS = ((r"每年|逐年", "each_year"), (r"年均", "mean"))


def check(subject: Subject) -> dict[str, Any] | None:
    """The words, what the time key has and what they name; an amount counted over a time that is dated by its last day alone."""
    target, words = subject.target, read(subject.target.as_printed)
    form = next((form for pattern, form in _FORMS if re.search(pattern, words)), None)
    counted = subject.indicator.kind == "flow" and target.form == "by" and _COUNTED.search(words) is not None
    if (form is not None and form != target.form) or counted:
        return {"dated": target.dated, "why": "form", "given": target.form, "named": form or "sum"}
    return misdated(target, subject.plan)


def certain(subject: Subject) -> bool:
    """Whether the words leave no other reading that a note could give: they name another year, or none is said to be named."""
    dated = subject.target.dated
    dates = dates_of(dated, subject.plan)
    return misdated(subject.target, subject.plan) is not None and (bool(dates.ends) or dates.each or dated == "not_stated")
