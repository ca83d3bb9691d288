"""What the areas below add up to, held against a target of the area above."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from .catalogue import Severity
from .subject import Subject

RollupStatus = Literal["met", "within_about", "missed", "undecided"]


@dataclass(slots=True, eq=False)
class Rollup:
    """A target of the area above and what those below come to, in the target's unit.

    `low` and `high` bound what is possible whatever the `missing` areas bring, None where nothing does; `point` is the number, or an
    estimate from at least 80 % of the weight. `met`, `missed` and `unknown` count areas, `covered` is per cent of the weight known,
    `needed` what the missing would have to bring together; of the missing, `differing` have plans that set different numbers.
    """

    area: str
    period: str | None
    target: Subject
    status: RollupStatus = "undecided"
    reason: str | None = None
    low: Fraction | None = None
    point: Fraction | None = None
    high: Fraction | None = None
    met: int = 0
    missed: int = 0
    unknown: int = 0
    covered: Fraction | None = None
    reported: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    needed: Fraction | None = None
    severity: Severity | None = None
    blocking: bool = False

    @property
    def by_place(self) -> bool:
        """Whether areas are counted that carry the target each by itself, and nothing is added up."""
        cascade = self.target.target.cascade
        return cascade is not None and cascade.as_ in ("floor", "named", "relative")
