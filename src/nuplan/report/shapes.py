"""The JSON report as types (`nuplan/report/v1`): a key without a value is null, a list without entries empty."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import WithJsonSchema
from typing_extensions import TypedDict

from ..model.catalogue import Severity
from ..model.plan import Cascade, Form, SourceKind
from ..model.report import Status, Verdict
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
    """Counts, and the verdict of the exit codes 0, 1, 3 and 4."""

    verdict: Verdict
    evaluated: int
    left: int
    skipped: int
    unasked: list[Unasked]
    by_status: dict[str, int]
    by_pace: dict[str, int]
    by_severity: dict[str, int]


class Place(TypedDict):
    """A place in a file; of an absent figure, the `figures` key."""

    path: str
    line: int | None
    column: int | None
    sheet: Text
    cell: Text


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


class AssessmentShape(TypedDict):
    """A figure held against a target. `gap` is negative for a shortfall."""

    area: str
    period: str
    target: TargetShape
    figure: FigureShape
    compared: Number
    status: Status
    status_rounded: Status | None
    tolerance: Number
    gap: Number
    pace: str
    pace_ratio: Number
    flags: list[str]
    reason: Text
    severity: Severity | None
    waiver: dict[str, Any] | None
    blocking: bool


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
    waiver: dict[str, Any] | None
    blocking: bool


class ReportShape(TypedDict):
    """The whole report. Readers ignore keys they do not know: v1 grows by optional keys."""

    schema: Literal["nuplan/report/v1"]
    tool: Tool
    as_of: Day
    inputs: list[InputShape]
    plans: list[PlanShape]
    summary: Summary
    assessments: list[AssessmentShape]
    findings: list[FindingShape]
    pairs: list[dict[str, Any]]
    rollup: list[dict[str, Any]]
