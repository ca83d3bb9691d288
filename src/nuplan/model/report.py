"""The report of a run: what was read, what was found, how each duty stands."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from .catalogue import CHECK_OF_STATUS, Severity
from .duty import Duty
from .figure import Figure
from .finding import Finding
from .library import FileRef, Library
from .pace import NOT_PACED, PACES, Pace, Pacing
from .period import parse_period
from .plan import Plan

if TYPE_CHECKING:
    from .alignment import Alignment
    from .ranking import Ranking
    from .rollup import Rollup, Total
    from .roster import Roster
    from .waiver import ReadWaiver

Status = Literal["pending", "not_reported", "undecided", "met", "within_about", "missed", "not_due"]
Verdict = Literal["pass", "fail", "invalid", "empty"]
STATUSES: tuple[Status, ...] = ("missed", "not_reported", "undecided", "within_about", "met", "not_due", "pending")
"""The order in which a summary names them: what needs a person first."""


@dataclass(slots=True, eq=False)
class Assessment:
    """A figure held against a duty; `pacing` is how far along it is before it is due."""

    area: str
    period: str
    duty: Duty
    figure: Figure
    status: Status
    reason: str | None = None
    compared: Decimal | None = None
    gap: Fraction | None = None
    status_rounded: Status | None = None
    flags: tuple[str, ...] = ()
    at_due: bool = False
    severity: Severity | None = None
    waiver: "ReadWaiver | None" = None
    blocking: bool = False
    pacing: Pacing = NOT_PACED

    @property
    def check(self) -> str | None:
        """The check behind a row that a person must look at; None where there is nothing to look at."""
        if self.severity is None:
            return None
        return CHECK_OF_STATUS.get(self.status, "NU301")


class Input(NamedTuple):
    """One area and period of one path, both None where the file has none that can be used, and how many figures it reports."""

    path: str
    sha256: str
    area: str | None
    period: str | None
    figures: int


VIEWS = ("target", "area", "indicator", "department")
"""How the rows of a check can be arranged."""
Act = Literal["check", "lint", "audit", "align", "rollup"]
"""What was done: figures held against plans, plans against their own words, a plan against its text, plans against those above them,
figures of areas added up."""


@dataclass(slots=True, eq=False)
class Report:
    """Everything a run found; renderers turn it into bytes. `tally` counts what lint or audit went through.

    `pairs` of a check are those that bind the area and those that are weaker; `unaligned` are the plans whose parent is not known.
    `ignored` counts the findings that --select and --ignore leave out.
    `history` are the earlier files, None where none were asked for.
    `skipped` counts files in folders that are no submissions, `passed_by` those never opened, by suffix (`.` for what is hidden).
    """

    as_of: date
    library: Library
    act: Act = "check"
    tally: dict[str, int] = field(default_factory=dict)
    inputs: list[Input] = field(default_factory=list)
    history: list[Input] | None = None
    plans: list[FileRef] = field(default_factory=list)
    assessments: list[Assessment] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    pairs: "list[Alignment]" = field(default_factory=list)
    rollup: "list[Rollup]" = field(default_factory=list)
    totals: "list[Total]" = field(default_factory=list)
    rosters: "list[Roster]" = field(default_factory=list)
    rankings: "list[Ranking]" = field(default_factory=list)
    unaligned: list[Plan] = field(default_factory=list)
    left: int = 0
    ignored: int = 0
    skipped: int = 0
    passed_by: "Counter[str]" = field(default_factory=Counter)
    unasked: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)
    evaluated: int = 0
    exit_code: int = 0

    @property
    def verdict(self) -> Verdict:
        """The verdict of the exit code."""
        verdicts: dict[int, Verdict] = {0: "pass", 1: "fail", 2: "invalid", 3: "invalid", 4: "empty"}
        return verdicts[self.exit_code]

    def without_own_plan(self) -> list[str]:
        """The areas that were judged by what bears on them from above alone."""
        own = {ref.plan.area for ref in self.plans if ref.plan is not None}
        return [area for area in dict.fromkeys(row.area for row in self.assessments) if area not in own]

    def earlier(self) -> int:
        """How many of the earlier submissions are of an area of the inputs and of a period before one of its own."""
        latest: dict[str, date] = {}
        for given in self.inputs:
            if given.area is not None and given.period is not None:
                end = parse_period(given.period).end
                latest[given.area] = max(end, latest.get(given.area, end))
        known = ((row.area, row.period) for row in self.history or ())
        return sum(area in latest and parse_period(period).end < latest[area] for area, period in known if area and period)

    def by_pace(self) -> dict[Pace, int]:
        """How many assessments have each pace."""
        return {pace: sum(row.pacing.pace == pace for row in self.assessments) for pace in PACES}

    def by_status(self) -> dict[Status, int]:
        """How many assessments have each status."""
        return {status: sum(row.status == status for row in self.assessments) for status in STATUSES}
