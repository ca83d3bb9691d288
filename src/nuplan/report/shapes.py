"""The JSON report as types (`nuplan/report/v1`): a key without a value is null, a list without entries empty."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import WithJsonSchema
from typing_extensions import TypedDict

from ..model.alignment import Answer, Weakness
from ..model.catalogue import Severity
from ..model.ledger import Source, Tier
from ..model.pace import Method, Pace
from ..model.plan import Cascade, Form, SourceKind
from ..model.report import Status, Verdict
from ..model.rollup import RollupStatus, WeightSource
from ..model.roster import State
from ..model.subject import Apart
from ..model.wording import Op

Text = str | None
Value = Annotated[Decimal, WithJsonSchema({"type": "number"})]
"""A JSON number with the digits of the file; a quotient with six decimals at most."""
Number = Value | None
Day = Annotated[date, WithJsonSchema({"type": "string", "format": "date"})]


class Tool(TypedDict):
    """The program that made the report."""

    name: Literal["nuplan"]
    version: str


class InputShape(TypedDict):
    """One area and period of one path; `figures` is how many figures it reports."""

    path: str
    sha256: Text
    area: Text
    period: Text
    figures: int


class PlanShape(TypedDict):
    """A file of plans or of a registry that the report stands on."""

    path: str
    id: str
    version: Text
    sha256: str
    document: Text
    source_kind: SourceKind | None


class Unasked(TypedDict):
    """A figure that no target in force asks for."""

    area: str
    period: str
    indicator: str


class Summary(TypedDict):
    """Counts, and the verdict of the exit codes 0, 1, 3 and 4.

    `skipped` are files in folders that are no submissions; `passed_by` those never opened, by suffix (`.` for what is hidden);
    `ignored` are findings that --select and --ignore leave out.
    """

    verdict: Verdict
    evaluated: int
    left: int
    ignored: int
    skipped: int
    passed_by: dict[str, int]
    unasked: list[Unasked]
    without_own_plan: list[str]
    unaligned: list[str]
    by_status: dict[str, int]
    by_pace: dict[str, int]
    by_verdict: dict[str, int]
    by_severity: dict[str, int]


class Place(TypedDict):
    """A place in a file; of an absent figure, the `figures` key."""

    path: str
    line: int | None
    column: int | None
    sheet: Text
    cell: Text


WaiverShape = TypedDict("WaiverShape", {"justification": str, "approver": str, "from": Day, "until": Day, "location": Place})
"""Why a row does not block: who lets it pass, from when and until when, and where that is written."""

TargetShape = TypedDict(
    "TargetShape",
    {
        "plan": str,
        "id": str,
        "indicator": str,
        "name": str,
        "clause": str,
        "as_printed": str,
        "op": Op,
        "value": Value | list[Value],
        "unit": str,
        "form": Form,
        "from": Day | None,
        "due": Day | None,
        "modality": Literal["shall", "strive"],
        "basic": bool,
        "scope": Text,
        "cascade": Cascade | None,
        "lead": list[str] | None,
        "responsible": list[str] | None,
    },
)
"""A target: `form` is its time key, `due` the day it falls due or null; departments are null where the copy lacks them."""


class FigureShape(TypedDict):
    """A figure as filed."""

    value: Number
    unit: Text
    part: Number
    whole: Number
    of: Text
    since: Day | None
    quality: Text
    missing: Text
    note: Text
    location: Place


class KnownShape(TypedDict):
    """A known value: `source` says whether it was published (with the tier of its page, `place` its address) or filed."""

    value: Number
    unit: str
    of: str
    source: Source
    tier: Tier | None
    vintage: Text
    place: str


class ReadingShape(TypedDict):
    """One reading of a mean or a lead: the mean a year since `base`, and what the area itself needs a year from now on.

    Of `openings` and `latest` the area's own value comes before that of the area it is compared with.
    """

    by: Method
    base: int
    so_far: Number
    ratio: Number
    needed: Number
    openings: list[KnownShape | None]
    latest: list[KnownShape | None]


class PacingShape(TypedDict):
    """What a pace was worked out from, in the target's unit; `elapsed`, `done` and `profile` are shares of 1, `lead` is in points.

    `path` is where a straight line would be, `off_path` how far beyond it the value is; speeds are a year.
    """

    latest: KnownShape | None
    opening: KnownShape | None
    elapsed: Number
    done: Number
    profile: Number
    lead: Number
    path: Number
    off_path: Number
    needed: Number
    observed: Number
    projection: Number
    readings: list[ReadingShape]


class AssessmentShape(TypedDict):
    """A figure held against a target. `gap` is negative for a shortfall; `pace` is a second axis, of what is not due yet."""

    area: str
    period: str
    target: TargetShape
    figure: FigureShape
    compared: Number
    status: Status
    status_rounded: Status | None
    tolerance: Number
    gap: Number
    pace: Pace
    pace_ratio: Number
    pace_reason: Text
    pace_flags: list[str]
    pacing: PacingShape | None
    flags: list[str]
    reason: Text
    severity: Severity | None
    waiver: WaiverShape | None
    blocking: bool


class LookAlikeShape(TypedDict):
    """A target of the other plan that is not compared: a look-alike indicator (`words` say why), another form of time, other places."""

    target: str
    why: Apart
    words: Text


class ImpliedShape(TypedDict):
    """The lead a year that the numbers of both plans come to by one reading of a relative rule; opening values with their tiers."""

    by: Method
    base: int
    lead: Value
    holds: bool
    child_opening: Value
    child_tier: str
    parent_opening: Value
    parent_tier: str


class PairShape(TypedDict):
    """A target of the plan above (`parent`) and the one that answers it (`child`); null on a side that has none.

    `area` and `plan` are those of the child, `gap` is in the parent's unit (of an allocation, in that of the allocated part), `share` and
    `population_share` are per cent; `instead` is the target that addresses the child where an average does not.
    """

    id: str
    check: Text
    area: str
    plan: str
    cascade: Cascade | None
    binding: bool
    verdict: Answer
    weaknesses: list[Weakness]
    parent: TargetShape | None
    child: TargetShape | None
    gap: Number
    share: Number
    population_share: Number
    allocation: TargetShape | None
    instead: Text
    look_alikes: list[LookAlikeShape]
    implied: list[ImpliedShape]
    reason: str
    severity: Severity | None
    blocking: bool
    location: Place


class Places(TypedDict):
    """How many areas carry a target, lack it, or are not known to."""

    met: int
    missed: int
    unknown: int


class WeightShape(TypedDict):
    """What a mean is weighted by: denominators filed with the figures (`parts`) or as figures (`submissions`), those of the areas file
    with their `date`, or counted `places`."""

    sources: list[WeightSource]
    indicator: Text
    date: Day | None


class TotalShape(TypedDict):
    """Figures of the areas below that no target asks for, added up in the indicator's unit."""

    area: str
    period: Text
    indicator: str
    unit: str
    low: Number
    point: Number
    high: Number
    covered: Number
    plain_mean: Number
    weight: WeightShape | None
    reported: list[str]
    missing: list[str]


class RollupShape(TypedDict):
    """What the areas below come to, held against a target of the area above; `period` is null where plans are added up."""

    area: str
    period: Text
    target: TargetShape
    low: Number
    point: Number
    high: Number
    places: Places
    covered: Number
    reported: list[str]
    missing: list[str]
    lacking: list[str]
    differing: list[str]
    needed: Number
    plain_mean: Number
    weight: WeightShape | None
    flags: list[str]
    check: Text
    status: RollupStatus
    reason: Text
    severity: Severity | None
    waiver: WaiverShape | None
    blocking: bool


class ChangeShape(TypedDict):
    """A figure that two files of one area and period give different values."""

    indicator: str
    earlier: str
    later: str


class EntryShape(TypedDict):
    """One place of a roster; `reported` is the last day its files give, `others` the periods it has reported for instead."""

    area: str
    states: list[State]
    paths: list[str]
    departments: list[str]
    reported: Day | None
    others: list[str]
    changes: list[ChangeShape]


class RosterShape(TypedDict):
    """The places below an area and what each has reported for a period."""

    area: str
    period: str
    due: Day | None
    entries: list[EntryShape]


class FindingShape(TypedDict):
    """What a person must look at."""

    check: str
    slug: str
    severity: Severity
    area: Text
    period: Text
    target: Text
    indicator: Text
    message: str
    values: dict[str, Any]
    location: Place
    related: list[Place]
    note: Text
    waiver: WaiverShape | None
    blocking: bool


class ReportShape(TypedDict):
    """The whole report. Readers ignore keys they do not know: v1 grows by optional keys."""

    schema: Literal["nuplan/report/v1"]
    tool: Tool
    as_of: Day
    inputs: list[InputShape]
    history: list[InputShape]
    plans: list[PlanShape]
    summary: Summary
    assessments: list[AssessmentShape]
    findings: list[FindingShape]
    pairs: list[PairShape]
    rollup: list[RollupShape]
    totals: list[TotalShape]
    rosters: list[RosterShape]
