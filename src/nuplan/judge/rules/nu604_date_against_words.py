"""NU604: the time key of a target against the words that date it."""

from typing import Any

from ...model.comparison import Subject
from ...model.dating import dates_of, misdated

KEY = "dated"


def check(subject: Subject) -> dict[str, Any] | None:
    """The words, what the time key has and what they name."""
    return misdated(subject.target, subject.plan)


def certain(subject: Subject) -> bool:
    """Whether the words leave no other reading that a note could give: they name a year, or say that none is named."""
    dated = subject.target.dated
    dates = dates_of(dated, subject.plan)
    return bool(dates.ends) or dates.each or dated == "not_stated"
