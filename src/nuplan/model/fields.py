"""Field types of the file formats: every scalar arrives as text and becomes what its field says, or a Problem with its check."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from .finding import Problem
from .period import FIRST_YEAR, LAST_YEAR, Period, parse_period
from .quantity import Quantity, fold, parse_number, parse_quantity
from .unit import Unit, parse_unit


class Strict(BaseModel):
    """Base of every file model: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)


def from_text(read: Callable[[str], Any]) -> Callable[[Any], Any]:
    """A validator that reads text with `read` and reports its Problem through pydantic; a value already read passes."""

    def validate(value: Any) -> Any:
        if isinstance(value, (dict, list)):
            raise PydanticCustomError("NU012", "text expected", {"expected": "text"})
        if not isinstance(value, str):
            return value
        if not value.strip():
            raise PydanticCustomError("NU013", "empty", {"why": "empty", "text": ""})
        try:
            return read(value)
        except Problem as problem:
            raise PydanticCustomError(problem.check, "unreadable value", problem.values) from None

    return validate


def _date(text: str) -> date:
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Problem("NU013", text=text, why="date")


def _flag(text: str) -> bool:
    if text in ("true", "false"):
        return text == "true"
    raise Problem("NU013", text=text, why="flag")


def _year(text: str) -> int:
    if len(text) != 4:
        raise Problem("NU013", text=text, why="year")
    return parse_period(text).year


def _number_or_pair(value: Any) -> Any:
    if isinstance(value, list) and len(value) == 2:
        return tuple(from_text(parse_number)(item) for item in value)
    return from_text(parse_number)(value)


def _whole(text: str) -> int:
    number = parse_number(text)
    if number != number.to_integral_value() or number < 0:
        raise Problem("NU013", text=text, why="whole_number")
    return int(number)


def scalar(pattern: str = "", **limits: Any) -> WithJsonSchema:
    """How JSON Schema describes a scalar: text or a number, as a YAML reader sees it; the pattern is for text, the limits for numbers."""
    return WithJsonSchema({"type": ["string", "number"], **({"pattern": pattern} if pattern else {"minLength": 1}), **limits})


_SIGNED = r"^\s*[+＋−－-]?[0-9０-９]"
_PLAIN = rf"{_SIGNED}[0-9０-９,，.．]*\s*$"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

Text = Annotated[str, StringConstraints(min_length=1), scalar()]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
NotStated = Literal["not_stated"]
Number = Annotated[Decimal, PlainValidator(from_text(parse_number)), scalar(_PLAIN)]
NumberOrPair = Annotated[
    Decimal | tuple[Decimal, Decimal],
    PlainValidator(_number_or_pair),
    WithJsonSchema(
        {
            "type": ["string", "number", "array"],
            "pattern": _PLAIN,
            "items": {"type": ["string", "number"], "pattern": _PLAIN},
            "minItems": 2,
            "maxItems": 2,
        }
    ),
]
WholeNumber = Annotated[int, PlainValidator(from_text(_whole)), scalar(_PLAIN, minimum=0, multipleOf=1)]
Year = Annotated[int, PlainValidator(from_text(_year)), scalar("^[0-9]{4}$", minimum=FIRST_YEAR, maximum=LAST_YEAR)]
Flag = Annotated[bool, PlainValidator(from_text(_flag)), WithJsonSchema({"enum": [True, False, "true", "false"]})]
Date = Annotated[date, PlainValidator(from_text(_date)), WithJsonSchema({"type": "string", "pattern": f"^{_DAY}$"})]
DateOrNotStated = Annotated[
    date | NotStated,
    PlainValidator(from_text(lambda text: "not_stated" if text == "not_stated" else _date(text))),
    WithJsonSchema({"type": "string", "pattern": f"^({_DAY}|not_stated)$"}),
]
PeriodField = Annotated[
    Period,
    PlainValidator(from_text(parse_period)),
    scalar(r"^[0-9]{4}(-(Q[1-4]|(0[1-9]|1[0-2])))?$", minimum=FIRST_YEAR, maximum=LAST_YEAR, multipleOf=1),
]
QuantityField = Annotated[Quantity, PlainValidator(from_text(parse_quantity)), scalar(_SIGNED)]
UnitField = Annotated[Unit, PlainValidator(from_text(lambda text: parse_unit(fold(text)))), scalar()]
UnitText = Annotated[str, BeforeValidator(from_text(lambda text: parse_unit(text).name)), scalar()]


class Name(Strict):
    """A name in both languages."""

    zh: Text
    en: Text
