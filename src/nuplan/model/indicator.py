"""Indicators: what is measured. One definition, one unit, one direction each."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .fields import Date, Flag, Id, Name, NotStated, Number, Strict, Text, UnitText
from .period import Frequency
from .unit import Unit, parse_unit

Kind = Literal["level", "flow", "share", "growth"]


class Range(Strict):
    """Bounds, both included; a bound left out does not bind."""

    min: Number | None = None
    max: Number | None = None

    def broken_by(self, number: Decimal | Fraction) -> tuple[Literal["below", "above"], Decimal] | None:
        """The side on which a number lies outside and the bound there; None where it lies within."""
        if self.min is not None and number < self.min:
            return "below", self.min
        if self.max is not None and number > self.max:
            return "above", self.max
        return None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise PydanticCustomError("NU013", "reversed bounds", {"text": f"{self.min}, {self.max}", "why": "reversed"})
        return self


class Plausible(Range):
    """Bounds outside which a value is unlikely, by itself or `per` 10,000 residents of the area.

    `yearly` bounds the change on a year in the indicator's unit, `yearly_rate` in per cent.
    """

    per: Literal["万人"] | None = None
    yearly: Range | None = None
    yearly_rate: Range | None = None


class Vintage(Strict):
    """A survey or census that a series rests on from a day on; values of different vintages are not comparable."""

    name: Text
    from_: Date = Field(alias="from")


class Aggregate(Strict):
    """How areas add up to the one above them; the weight is the indicator's own denominator."""

    method: Literal["sum", "weighted_mean", "none"]
    weight: Id | None = None


class Derive(Strict):
    """How a change, or a lead over another series, is computed from the series it comes from."""

    from_: Id = Field(alias="from")
    by: Literal["growth", "change", "mean_growth", "mean_change", "not_stated"]
    base: Text = "not_stated"
    less: Id | None = None

    @property
    def open_reading(self) -> bool:
        """Whether the words leave the method or the base open, so that several readings are possible."""
        return "not_stated" in (self.by, self.base)


class Definition(Strict):
    """What the indicator means, and the source that defines it."""

    zh: Text
    source: Text | NotStated


class Indicator(Strict):
    """One indicator of targets/indicators.yaml. What `accumulates` is a stock that is built up and does not fall."""

    id: Id
    name: Name
    aliases: tuple[Text, ...] = ()
    unit: UnitText = ""
    kind: Kind
    counts: Text | None = None
    direction: Literal["up", "down", "none"]
    frequency: Frequency
    range: Range = Range()
    plausible: Plausible | None = None
    aggregate: Aggregate
    path: Literal["linear", "none"] = "none"
    accumulates: Flag = False
    vintages: tuple[Vintage, ...] = ()
    derive: Derive | None = None
    definition: Definition
    distinct_from: dict[Id, Text] = Field(default_factory=dict)

    @cached_property
    def measure(self) -> Unit:
        """The unit its figures are held in."""
        return parse_unit(self.unit)

    @model_validator(mode="after")
    def _of_one_piece(self) -> Self:
        days = [vintage.from_ for vintage in self.vintages]
        if days != sorted(set(days)):
            raise PydanticCustomError("NU013", "vintages", {"text": ", ".join(map(str, days)), "why": "vintages"})
        if self.accumulates and self.kind != "level":
            raise PydanticCustomError("NU013", "accumulates", {"text": self.kind, "why": "accumulates"})
        return self

    def vintage(self, day: date) -> str:
        """The vintage of a value of a day; empty before the first, and where there is none."""
        return next((vintage.name for vintage in reversed(self.vintages) if vintage.from_ <= day), "")

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name a submission may use for it."""
        return (self.id, self.name.zh, *self.aliases)
