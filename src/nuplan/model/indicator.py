"""Indicators: what is measured. One definition, one unit, one direction each."""

from functools import cached_property
from typing import Literal

from pydantic import Field

from .fields import Id, Name, NotStated, Number, Strict, Text, UnitText
from .period import Frequency
from .unit import Unit, parse_unit

Kind = Literal["level", "flow", "share", "growth"]


class Range(Strict):
    """Bounds, both included; a bound left out does not bind."""

    min: Number | None = None
    max: Number | None = None


class Plausible(Range):
    """Bounds outside which a value is unlikely; `yearly` bounds the change on a year."""

    yearly: Range | None = None


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
    """One indicator of targets/indicators.yaml."""

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
    derive: Derive | None = None
    definition: Definition
    distinct_from: dict[Id, Text] = Field(default_factory=dict)

    @cached_property
    def measure(self) -> Unit:
        """The unit its figures are held in."""
        return parse_unit(self.unit)

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name a submission may use for it."""
        return (self.id, self.name.zh, *self.aliases)
