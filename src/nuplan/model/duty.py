"""Duties: a target at one due date for one area, which is what a figure is held against."""

from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Literal

from .indicator import Indicator
from .plan import Plan, Target
from .unit import COUNTED
from .wording import about_tolerance

_WANTED: dict[str, Literal["more", "less", "near"]] = {"up": "more", "down": "less", "none": "near"}


class Duty:
    """A target of a plan at one due date. `start` and `due` bound the periods whose figures answer it; None does not bind."""

    def __init__(
        self, plan: Plan, target: Target, indicator: Indicator, start: date | None, due: date | None, year: int | None = None
    ) -> None:
        self.plan = plan
        self.target = target
        self.indicator = indicator
        self.start = start
        self.due = due
        self.year = year

    @cached_property
    def id(self) -> str:
        """PLAN/TARGET, with @YEAR where each year is a duty of its own."""
        name = f"{self.plan.id}/{self.target.id}"
        return name if self.year is None else f"{name}@{self.year}"

    @cached_property
    def wants(self) -> Literal["more", "less", "near"]:
        """Whether the more the better, the less, or the nearer to the number or to the range."""
        if self.target.op == "about":
            return _WANTED[self.indicator.direction]
        return "more" if self.target.op in ("ge", "gt") else "less" if self.target.op in ("le", "lt") else "near"

    @cached_property
    def tolerance(self) -> Fraction | None:
        """How far 左右 reaches, in the target's unit; None for any other op."""
        target = self.target
        if target.op != "about" or isinstance(target.value, tuple):
            return None
        if target.tolerance is not None:
            return Fraction(target.tolerance)
        least = Fraction(0)
        unit = target.measure
        count = Fraction(target.value) * unit.factor
        if unit.dimension in COUNTED and self.indicator.aggregate.method == "sum" and count >= 10 and count.denominator == 1:
            least = 1 / unit.factor
        return about_tolerance(target.value, least)


def duties(plan: Plan, target: Target, indicator: Indicator) -> tuple[Duty, ...]:
    """The duties of a target: one for each year of each_year, one for anything else."""
    if target.each_year is not None:
        return tuple(Duty(plan, target, indicator, date(year, 1, 1), date(year, 12, 31), year) for year in target.each_year)
    if (span := target.span) is not None:
        return (Duty(plan, target, indicator, None if isinstance(span.from_, str) else span.from_, span.to),)
    return (Duty(plan, target, indicator, None, None if isinstance(target.by, str) else target.by),)
