"""Submissions: the figures an area reports for a period, as filed (`nuplan/submission/v1`)."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, TypeAdapter, model_validator
from pydantic_core import PydanticCustomError

from .fields import Date, PeriodField, QuantityField, Strict, Text, UnitField

Quality = Literal["final", "provisional", "estimate"]
MissingReason = Literal["pending", "not_collected", "not_applicable"]


class Baseline(Strict):
    """An opening value the submitter gives, and its period."""

    value: QuantityField
    of: PeriodField


class FigureEntry(Strict):
    """One figure as filed: a value, or part and whole, or the reason there is none."""

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [{"required": ["value"]}, {"required": ["part"]}, {"required": ["missing"]}],
            "dependentRequired": {"part": ["whole"], "whole": ["part"], "unit": ["value"]},
            "not": {"anyOf": [{"required": ["value", "missing"]}, {"required": ["part", "missing"]}]},
        }
    )

    value: QuantityField | None = None
    unit: UnitField | None = None
    part: QuantityField | None = None
    whole: QuantityField | None = None
    of: PeriodField | None = None
    since: Date | None = None
    quality: Quality = "final"
    missing: MissingReason | None = None
    note: Text | None = None
    caliber: Text | None = None
    evidence: Text | None = None
    baseline: Baseline | None = None

    @model_validator(mode="after")
    def _whole_figure(self) -> Self:
        if (self.part is None) != (self.whole is None):
            raise PydanticCustomError("NU023", "part and whole", {"why": "part_whole"})
        has_number = self.value is not None or self.part is not None
        if has_number and self.missing is not None:
            raise PydanticCustomError("NU023", "number and missing", {"why": "number_and_missing"})
        if not has_number and self.missing is None:
            raise PydanticCustomError("NU023", "nothing reported", {"why": "nothing"})
        if self.unit is not None and self.value is None:
            raise PydanticCustomError("NU023", "unit without value", {"why": "unit_alone"})
        return self


def _short_form(value: Any) -> Any:
    """`3.4万人` stands for `{value: 3.4万人}`."""
    return {"value": value} if isinstance(value, str) else value


class _ShortForm:
    """Describes the short form in JSON Schema, beside the mapping it stands for."""

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        quantity = TypeAdapter(QuantityField).json_schema()
        return {"anyOf": [quantity, handler(core_schema)]}


Entry = Annotated[FigureEntry, BeforeValidator(_short_form), _ShortForm()]


class ReportedBy(Strict):
    """Who reported, and when."""

    department: Text | None = None
    person: Text | None = None
    phone: Text | None = None
    reviewer: Text | None = None
    date: Date | None = None


class SubmissionHead(Strict):
    """What a submission says of itself, beside its figures."""

    area: Text
    period: PeriodField
    reported_by: ReportedBy | None = None


class Submission(SubmissionHead):
    """One submission file. `figures` are keyed by the indicator's id, name or alias."""

    figures: dict[str, Entry]
