"""A plan held against the plan above it: every target of both exactly once, each with a verdict."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from .catalogue import Severity
from .finding import Location
from .pace import Method
from .plan import Cascade, Plan
from .subject import Apart, Subject

if TYPE_CHECKING:
    from .baseline import PublishedValue

Answer = Literal["below", "weaker", "absent", "unknown", "not_comparable", "equal", "exceeds", "not_judged", "child_only"]
ANSWERS: tuple[Answer, ...] = ("below", "weaker", "absent", "unknown", "not_comparable", "equal", "exceeds", "not_judged", "child_only")
"""The verdicts of a pair, the worst first."""
Weakness = Literal["wording", "modality", "date", "scope", "basic"]

CHECK_OF: dict[Answer, str] = {
    "below": "NU201",
    "weaker": "NU202",
    "absent": "NU203",
    "not_comparable": "NU204",
    "unknown": "NU205",
}
"""The check behind a verdict that a person must look at."""
NOWHERE = Location("")

Group = Literal["below", "below_average", "weaker", "unknown", "lacking", "carried", "share", "not_comparable", "absent", "apart", "own"]
GROUPS: tuple[Group, ...] = get_args(Group)
"""The headings that rows stand under, in the order of reading."""
_GROUP_OF: dict[Answer, Group] = {
    "below": "below",
    "weaker": "weaker",
    "unknown": "unknown",
    "equal": "carried",
    "exceeds": "carried",
    "not_comparable": "not_comparable",
    "absent": "absent",
    "child_only": "own",
}


class LookAlike(NamedTuple):
    """A target of the other plan that looks like the answer and is none: another indicator (`words` of the registry), form or addressee."""

    subject: Subject
    why: Apart
    words: str = ""


class ImpliedLead(NamedTuple):
    """The lead a year, in percentage points, that the numbers of both plans come to under one reading of a relative rule.

    `opening` are the published values it starts from, of the child and of the parent; `holds` says whether the rule is kept.
    """

    by: Method
    base: int
    lead: Decimal
    opening: "tuple[PublishedValue, PublishedValue]"
    ends: tuple[Subject, Subject]
    holds: bool


@dataclass(slots=True, eq=False)
class Alignment:
    """A target of the parent plan and what the child plan answers it with; one of them alone where nothing pairs with it.

    `binding` says whether the parent's target must be reached by the child itself. `gap` is in the parent's unit, negative for a
    shortfall; `share` and `population_share` are per cent of the parent's total and of its people. `instead` is the relative rule by which
    the parent asks of this very child what it does not ask by its average.
    """

    parent_plan: Plan
    child_plan: Plan
    parent: Subject | None
    child: Subject | None
    verdict: Answer
    reason: str
    weaknesses: tuple[Weakness, ...] = ()
    binding: bool = False
    gap: Fraction | None = None
    share: Fraction | None = None
    population_share: Fraction | None = None
    allocation: Subject | None = None
    instead: Subject | None = None
    look_alikes: tuple[LookAlike, ...] = ()
    implied: tuple[ImpliedLead, ...] = ()
    location: Location = NOWHERE
    related: Location | None = None
    severity: Severity | None = None
    blocking: bool = False

    @property
    def id(self) -> str:
        """PARENT_PLAN/TARGET~CHILD_PLAN/TARGET; the plan alone on a side that has no target."""
        above = self.parent_plan.id if self.parent is None else self.parent.id
        return f"{above}~{self.child_plan.id if self.child is None else self.child.id}"

    @property
    def area(self) -> str:
        """The area of the child plan."""
        return self.child_plan.area

    @property
    def check(self) -> str | None:
        """The check behind a verdict that a person must look at; None where there is nothing to look at."""
        return None if self.severity is None else CHECK_OF[self.verdict]

    @property
    def cascade(self) -> Cascade | None:
        """How the parent's target bears on the areas below; None where it says nothing or there is none."""
        if self.parent is None or self.parent.target.cascade is None:
            return None
        return self.parent.target.cascade.as_

    @property
    def group(self) -> Group:
        """The heading it stands under; what must be carried and is not stands before what need not be."""
        if self.binding and self.verdict in ("absent", "not_comparable"):
            return "lacking"
        if self.verdict == "below" and self.cascade == "average":
            return "below_average"
        if self.verdict == "not_judged":
            return "share" if self.child is not None and self.cascade == "total" else "apart"
        return _GROUP_OF[self.verdict]

    @property
    def subject(self) -> Subject:
        """The parent's target, or the child's own."""
        subject = self.parent or self.child
        assert subject is not None
        return subject
