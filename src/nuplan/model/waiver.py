"""Waivers: what a reviewer lets pass, for whom, why and until when (`nuplan/waivers/v1`)."""

from typing import Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from .fields import Date, Id, PeriodField, Strict, Text


class Waiver(Strict):
    """One waiver of a target, or of a check (of one indicator where it is named). It changes no status or severity, only what blocks."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["target"]}, {"required": ["check"]}],
            "dependentRequired": {"indicator": ["check"]},
        }
    )

    target: Text | None = None
    check: Text | None = None
    indicator: Id | None = None
    area: Text
    period: PeriodField
    justification: Text
    approver: Text
    from_: Date = Field(alias="from")
    until: Date

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if (self.target is None) == (self.check is None):
            raise PydanticCustomError("NU013", "target or check", {"why": "waiver_of", "text": self.target or "–"})
        if self.indicator is not None and self.check is None:
            raise PydanticCustomError("NU013", "indicator without check", {"why": "waiver_indicator", "text": self.indicator})
        return self


class WaiversFile(Strict):
    """A file of waivers; it belongs to the reviewer."""

    waivers: tuple[Waiver, ...]
