"""Targets held beside each other: their differences, and what several plans of one area ask."""

from typing import Literal, NamedTuple

from .finding import Finding
from .plan import Plan
from .subject import Apart, Pair, Subject

Sense = Literal["stronger", "weaker", ""]
Kind = Literal["value", "wording", "modality", "basic", "nature", "date", "window", "addressee", "scope", "cascade", "clause", "words"]


class Difference(NamedTuple):
    """One thing in which the second target differs from the first, whether it asks more by it, and which way a number moved."""

    kind: Kind
    sense: Sense = ""
    moved: Literal["raised", "lowered", "changed"] | None = None


class Change(NamedTuple):
    """What became of a target from one plan to another: added or removed where the pair has one target, else how the two differ."""

    pair: Pair
    differences: tuple[Difference, ...]


class Conflict(NamedTuple):
    """Two targets for the same time and the same places. `stricter` is the one that asks more, `later` the plan issued later, if known."""

    one: Subject
    other: Subject
    stricter: Subject | None
    later: Plan | None


class NotCompared(NamedTuple):
    """Two targets that look alike and are not compared, and why; `words` is the reason the registry of indicators gives."""

    one: Subject
    other: Subject
    why: Apart
    words: str = ""


class Path(NamedTuple):
    """Targets of one indicator for different years, in the order of the years; `reversing` where a later one asks less."""

    steps: tuple[Subject, ...]
    reversing: bool


class Conflicts(NamedTuple):
    """What a comparison of the plans of one area found."""

    area: str
    conflicts: list[Conflict]
    wordings: list[Conflict]
    paths: list[Path]
    not_compared: list[NotCompared]


class Noted(NamedTuple):
    """A target with a note, and the findings of word rules that the note silences."""

    subject: Subject
    silenced: tuple[Finding, ...]
