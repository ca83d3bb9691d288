"""The limits of the data review, as they stand in the registry of indicators: no threshold of a statistical rule is in code."""

from decimal import Decimal
from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from .fields import Number, Strict, Text, WholeNumber


class Slips(Strict):
    """When a unit of measurement has slipped: a value more than `far` times off, and within `near` times once multiplied or divided by a
    factor."""

    factors: tuple[Number, ...]
    far: Number
    near: Number

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        _at_least("factors", min(self.factors, default=Decimal(0)), 2)
        _at_least("near", self.near, 1)
        _at_least("far", self.far, self.near)
        return self


class Outlier(Strict):
    """The robust score beyond which a change stands out, and the least number of earlier changes it takes."""

    score: Number
    least: WholeNumber

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        _at_least("score", self.score, 1)
        _at_least("least", self.least, 3)
        return self


class Review(Strict):
    """Limits of the rules on trust.

    `yearly_rate` and `same_quarter` are per cent; counts below `small` are small; `digits` is how many significant digits make two equal
    figures worth a look, `alike` how many areas with one figure are.
    """

    slips: Slips
    yearly_rate: Number
    outlier: Outlier
    same_quarter: Number
    small: Number
    digits: WholeNumber
    alike: WholeNumber
    source: Text

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        for key, least in (("yearly_rate", 1), ("same_quarter", 0), ("small", 0), ("digits", 1), ("alike", 2)):
            _at_least(key, getattr(self, key), least)
        return self


def _at_least(key: str, given: Decimal | int, least: Decimal | int) -> None:
    if given < least:
        raise PydanticCustomError("NU013", "limit", {"text": f"{key}: {given}", "why": "limit", "expected": str(least)})
