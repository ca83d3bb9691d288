"""A target in its plan, and two of them in a pair."""

from typing import Literal, NamedTuple

from .duty import Duty, duties
from .indicator import Indicator
from .library import Library
from .plan import Plan, Target

Apart = Literal["window", "addressee", "form", "look_alike"]
"""Why two targets that look alike are not compared."""


class Subject(NamedTuple):
    """One target with its indicator, the plan it stands in, and the library beside it."""

    plan: Plan
    target: Target
    indicator: Indicator
    library: Library

    @property
    def id(self) -> str:
        """PLAN/TARGET."""
        return f"{self.plan.id}/{self.target.id}"

    @property
    def whole(self) -> Duty:
        """The target as one duty, all its years at once."""
        each = duties(self.plan, self.target, self.indicator)
        return each[0] if len(each) == 1 else Duty(self.plan, self.target, self.indicator, each[0].start, each[-1].due)


class Pair(NamedTuple):
    """A target of each plan; one of them alone where nothing in the other plan pairs with it. `years` says how the two came together."""

    one: Subject | None
    other: Subject | None
    years: Literal["equal", "nearest"] | None = None
