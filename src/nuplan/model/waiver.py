"""Waivers: what a reviewer lets pass, for whom, why and until when (`nuplan/waivers/v1`)."""

from datetime import date
from typing import Annotated, NamedTuple, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from .fields import Date, PeriodField, Strict, Text
from .finding import Location
from .period import Period

Said = Annotated[Text, StringConstraints(pattern=r"\S")]
"""Text that says something."""


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
    indicator: Text | None = None
    area: Text
    period: PeriodField
    justification: Said
    approver: Said
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


class ReadWaiver(NamedTuple):
    """A waiver as the gate applies it: its area, check and indicator are ids, `location` is its place in its file."""

    target: str | None
    check: str | None
    indicator: str | None
    area: str
    period: Period
    justification: str
    approver: str
    from_: date
    until: date
    location: Location

    def in_force(self, day: date) -> bool:
        """Whether it holds on a day; the first and the last are both included."""
        return self.from_ <= day <= self.until
