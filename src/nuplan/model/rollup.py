"""What the areas below add up to, by itself or held against a target of the area above."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from .catalogue import Severity
from .duty import Duty
from .indicator import Indicator
from .subject import Subject

if TYPE_CHECKING:
    from .waiver import ReadWaiver

RollupStatus = Literal["met", "within_about", "missed", "undecided", "not_due", "pending"]
WeightSource = Literal["parts", "submissions", "areas", "places"]


class Weight(NamedTuple):
    """What a mean is weighted by: the denominators reported with the figures (`parts`), those reported as figures of their own
    (`submissions`), population of the areas file at a `date`, or counted `places`."""

    sources: tuple[WeightSource, ...]
    indicator: str | None = None
    day: date | None = None


@dataclass(slots=True, eq=False, kw_only=True)
class Added:
    """What areas come to together.

    `low` and `high` bound what is possible whatever the `missing` areas bring, None where nothing does; `point` is the number, or an
    estimate from at least 80 % of the weight. `covered` is per cent of the weight known, `plain_mean` the mean without weights, which
    decides nothing; `unknown` counts the missing areas, those too that have no name.
    """

    area: str
    period: str | None
    reason: str | None = None
    low: Fraction | None = None
    point: Fraction | None = None
    high: Fraction | None = None
    unknown: int = 0
    covered: Fraction | None = None
    plain_mean: Fraction | None = None
    weight: Weight | None = None
    reported: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    needed: Fraction | None = None


@dataclass(slots=True, eq=False, kw_only=True)
class Total(Added):
    """Figures of an indicator that no target in force asks for, added up in the indicator's unit."""

    indicator: Indicator


@dataclass(slots=True, eq=False, kw_only=True)
class Rollup(Added):
    """A target of the area above and what those below come to, in the target's unit.

    `duty` is the due date it is judged for, None where plans are added up. `met`, `missed` and `unknown` count areas; of those reported,
    `lacking` do not reach it and `open` cannot be judged; of the missing, `differing` have plans that set different numbers. `needed` is
    what the missing would have to bring together.
    """

    target: Subject
    duty: Duty | None = None
    status: RollupStatus = "undecided"
    flags: tuple[str, ...] = ()
    at_due: bool = False
    met: int = 0
    missed: int = 0
    lacking: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    severity: Severity | None = None
    waiver: "ReadWaiver | None" = None
    blocking: bool = False

    @property
    def by_place(self) -> bool:
        """Whether areas are counted that carry the target each by itself, and nothing is added up."""
        cascade = self.target.target.cascade
        return cascade is not None and cascade.as_ in ("floor", "named", "relative")

    @property
    def check(self) -> str | None:
        """The check behind a row that a person must look at; None where there is nothing to look at."""
        if self.severity is None:
            return None
        return "NU206" if self.period is None else "NU401" if self.status == "missed" else "NU402"
