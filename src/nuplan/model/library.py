"""The library: the indicators, areas and plans of a run, and how a name is looked up among them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .area import CITIES, COUNTIES, Area
from .duty import Duty, duties
from .finding import Finding, Location
from .indicator import Indicator
from .plan import Plan

if TYPE_CHECKING:
    from .baseline import PublishedValue
    from .identity import Identity
    from .review import Review

Locate = Callable[[Sequence[str | int]], Location]
"""Where the value at a path of keys stands in a plan's file."""


class FileRef(NamedTuple):
    """A file of the library: where it is (packaged ones as targets/NAME, wherever they are installed), what it holds and its digest."""

    path: str
    kind: str
    sha256: str
    plan: Plan | None = None


class Library:
    """Everything read from the targets folders. `names` lead from a spelling to an id, `locate` from a plan to the places in its file.

    `identities` are what figures must come to together, `review` the limits of the data review, None where no file has them.
    `baselines` are the published values, where they were asked for. `unusable` are the ids of plans whose files cannot become the model;
    their problems stand in `findings`.
    """

    def __init__(self) -> None:
        self.indicators: dict[str, Indicator] = {}
        self.areas: dict[str, Area] = {}
        self.plans: dict[str, Plan] = {}
        self.identities: list[Identity] = []
        self.review: Review | None = None
        self.baselines: list[PublishedValue] = []
        self.unusable: set[str] = set()
        self.files: list[FileRef] = []
        self.findings: list[Finding] = []
        self.indicator_names: dict[str, str] = {}
        self.area_names: dict[str, str] = {}
        self.locate: dict[str, Locate] = {}
        self._duties: dict[str, tuple[Duty, ...]] = {}

    def chain(self, area: str) -> tuple[Area, ...]:
        """The area and those above it, nearest first."""
        found: list[Area] = []
        step: str | None = area
        while step is not None and (here := self.areas.get(step)) is not None and here not in found:
            found.append(here)
            step = here.parent
        return tuple(found)

    def places(self, area: str, counts: str | None) -> int | None:
        """How many places of a kind the area has, where areas.yaml knows it; a city is one city."""
        here = self.areas[area]
        if counts == COUNTIES:
            return 1 if here.level == "county" else here.counties
        if counts == CITIES:
            below = sum(1 for other in self.areas.values() if other.parent == area and other.level == "city")
            return below if here.level == "province" else 1
        return None

    def duties_of(self, plan: Plan) -> tuple[Duty, ...]:
        """Every duty of a plan, in its order; made once, since every area's rows stand on the same."""
        if plan.id not in self._duties:
            made = (duties(plan, target, self.indicators[target.indicator]) for target in plan.targets)
            self._duties[plan.id] = tuple(duty for each in made for duty in each)
        return self._duties[plan.id]

    def look_alikes(self, indicator: str) -> dict[str, str]:
        """Indicators that must never be compared with this one, and why; written once, it holds both ways."""
        found = dict(self.indicators[indicator].distinct_from)
        for other in self.indicators.values():
            if indicator in other.distinct_from:
                found[other.id] = other.distinct_from[indicator]
        return found
