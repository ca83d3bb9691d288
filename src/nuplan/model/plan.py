"""Plans: one issued document each, encoded target by target with its words and its clause."""

from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from .fields import Date, DateOrNotStated, Flag, Id, Name, NotStated, Number, NumberOrPair, Strict, Text, UnitText, Year
from .unit import Unit, parse_unit
from .wording import Op

Cascade = Literal["floor", "standard", "average", "total", "named", "relative", "none"]
SourceKind = Literal["official", "repost", "encyclopedia", "press"]
Form = Literal["by", "each_year", "sum", "mean", "throughout"]
FORMS: tuple[Form, ...] = ("by", "each_year", "sum", "mean", "throughout")


class Change(Strict):
    """One version of the encoding."""

    version: Text
    date: Date
    what: Text


class Document(Strict):
    """The document as issued."""

    number: Text | NotStated
    issuer: Text | NotStated
    issued: DateOrNotStated


class Span(Strict):
    """A stretch of time, both days included; a start may be not stated."""

    from_: DateOrNotStated = Field(alias="from")
    to: Date


class PlanPeriod(Strict):
    """The period a plan is for, both days included."""

    from_: Date = Field(alias="from")
    to: Date


class PlanLink(Strict):
    """Another plan this one carries out or replaces, with the words that say so."""

    plan: Id
    as_printed: Text


class Missing(Strict):
    """A part the copy lacks; what lies there is unknown, not absent."""

    from_: Text = Field(alias="from")
    to: Text
    why: Text
    may_answer: tuple[Text, ...] = ()


class Source(Strict):
    """The copy the plan was encoded from; `ends` are the last words of the document where other matter follows them."""

    kind: SourceKind
    sha256: Text
    read: Date
    ends: Text | None = None
    missing: tuple[Missing, ...] = ()


class Heading(Strict):
    """One heading of the document, with the departments printed under it; `not_stated` where the copy lacks them.

    `as_printed` is what stands in the text where that is not the clause, its mark and the title. `sha256` begins the digest of the clause,
    from this heading to the next, as quotations are compared.
    """

    clause: Text
    title: Text
    as_printed: Text | None = None
    sha256: Text | None = None
    under: Text | None = None
    lead: tuple[Text, ...] | NotStated = ()
    responsible: tuple[Text, ...] | NotStated = ()

    @property
    def printed(self) -> str:
        """What stands in the text where the clause begins."""
        return self.as_printed or f"{self.clause}{'.' if self.clause.isdigit() else '、'}{self.title}"


class Bearing(Strict):
    """How the target bears on the areas below, and why."""

    as_: Cascade = Field(alias="as")
    why: Text


class Target(Strict):
    """What a plan asks of an indicator. Exactly one of by, each_year, sum, mean and throughout says when."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": [form]} for form in FORMS],
            "if": {"properties": {"op": {"const": "between"}}},
            "then": {"properties": {"value": {"type": "array"}}},
            "else": {"properties": {"value": {"type": ["string", "number"]}}},
        }
    )

    id: Id
    indicator: Id
    clause: Text
    as_printed: Text
    op: Op
    value: NumberOrPair
    unit: UnitText = ""
    by: DateOrNotStated | None = None
    each_year: tuple[Year, ...] | None = None
    sum: Span | None = None
    mean: Span | None = None
    throughout: Span | None = None
    dated: Text
    modality: Literal["shall", "strive"]
    cascade: Bearing | None = None
    applies_to: Literal["each_city", "each_county"] | tuple[Id, ...] | None = None
    scope: Text | None = None
    basic: Flag = False
    nature: Literal["binding", "indicative", "not_stated"] = "not_stated"
    tolerance: Number | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        given = [form for form in FORMS if getattr(self, form) is not None]
        if len(given) != 1:
            raise PydanticCustomError("NU013", "time key", {"text": ", ".join(given) or "–", "why": "time_key", "target": self.id})
        if self.each_year == ():
            raise PydanticCustomError("NU013", "no year", {"text": "[]", "why": "empty_years", "target": self.id})
        between = isinstance(self.value, tuple) and self.value[0] <= self.value[1]
        if (self.op == "between") != between or (isinstance(self.value, tuple) and not between):
            raise PydanticCustomError("NU013", "between", {"text": self.op, "why": "between", "target": self.id})
        return self

    @property
    def form(self) -> Form:
        """The time key."""
        return next(form for form in FORMS if getattr(self, form) is not None)

    @property
    def span(self) -> Span | None:
        """The window of sum, mean and throughout."""
        return self.sum or self.mean or self.throughout

    @property
    def due(self) -> date | None:
        """The day it falls due, the last one where each year is meant; None where no words date it."""
        if self.each_year is not None:
            return date(max(self.each_year), 12, 31)
        end = self.by if self.span is None else self.span.to
        return end if isinstance(end, date) else None

    def same_year(self, other: Self) -> bool:
        """Whether both fall due in the same year, or neither is dated."""
        return (self.due and self.due.year) == (other.due and other.due.year)

    def counts_over_same(self, other: Self) -> bool:
        """Whether both have one time key and count over one window, which is stated; of what holds throughout, the end is enough."""
        one, two = self.span, other.span
        if self.form != other.form or one is None or two is None:
            return self.form == other.form
        return one.to == two.to if self.throughout is not None else one == two and one.from_ != "not_stated"

    @cached_property
    def measure(self) -> Unit:
        """The unit the target is printed in."""
        return parse_unit(self.unit)

    @cached_property
    def numbers(self) -> tuple[Fraction, ...]:
        """The value in base units; both ends of a range."""
        values = self.value if isinstance(self.value, tuple) else (self.value,)
        return tuple(Fraction(value) * self.measure.factor for value in values)


class Task(Strict):
    """A commitment that no figure can decide: listed, never judged."""

    what: Text
    clause: Text
    as_printed: Text
    by: DateOrNotStated


class NotTarget(Strict):
    """A number of the text that is no target, and why."""

    as_printed: Text
    clause: Text | None = None
    why: Text


class Plan(Strict):
    """One plan file (`nuplan/plan/v1`)."""

    id: Id
    version: Text
    changes: tuple[Change, ...]
    kind: Literal["plan", "allocation"] = "plan"
    title: Name
    area: Id
    document: Document
    period: PlanPeriod
    implements: PlanLink | None = None
    supersedes: PlanLink | None = None
    source: Source
    outline: tuple[Heading, ...]
    targets: tuple[Target, ...]
    tasks: tuple[Task, ...] = ()
    not_targets: tuple[NotTarget, ...] = ()

    @cached_property
    def headings(self) -> dict[str, Heading]:
        """Headings by clause."""
        return {heading.clause: heading for heading in self.outline}

    def action(self, clause: str) -> Heading:
        """The top heading a clause stands under."""
        heading = self.headings[clause]
        while heading.under is not None:
            heading = self.headings[heading.under]
        return heading
