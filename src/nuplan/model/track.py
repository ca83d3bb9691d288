"""The ledger of one target (台账): each period's figure, how it changed, how much of the task is done, and its pace."""

from fractions import Fraction
from typing import NamedTuple

from .ledger import Known
from .report import Assessment
from .subject import Subject


class Step(NamedTuple):
    """One period. `change` is on the last period, of a flow what came about since, in the target's unit; `yearly` is on a year, in per cent
    or, of a share, in points; `completion` is per cent of the target; `assessment` is None where the target does not ask for the period."""

    known: Known
    change: Fraction | None
    yearly: Fraction | None
    completion: Fraction | None
    assessment: Assessment | None


class Track(NamedTuple):
    """A target that bears on an area, and what is known of it, by period."""

    area: str
    subject: Subject
    steps: tuple[Step, ...]
