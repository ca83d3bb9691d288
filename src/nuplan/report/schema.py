"""JSON Schema (2020-12) of the files nuplan reads and of its report, made from the models that read and write them."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from ..model.area import Area
from ..model.baseline import BaselinesFile
from ..model.fields import Strict
from ..model.identity import MAX_LENGTH
from ..model.indicator import Indicator
from ..model.plan import Plan
from ..model.review import Review
from ..model.submission import Submission
from ..model.waiver import WaiversFile
from .json_text import write_json
from .shapes import ReportShape


class _Generator(GenerateJsonSchema):
    """As a YAML reader sees the files: a key is left out, never null; no titles made of key names."""

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        """What may be left out has no null to stand for it; in the report, null stands for what has no value."""
        return super().nullable_schema(schema) if self.mode == "serialization" else self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        """A default is told where it is a value; what it stands beside is copied, since several fields share one description."""
        made = dict(self.generate_inner(schema["schema"]))
        default = schema.get("default")
        if isinstance(default, (str, bool)):
            made["default"] = default
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:
        """No titles."""
        return False


def _of_model(model: type[Strict]) -> dict[str, Any]:
    return model.model_json_schema(schema_generator=_Generator)


def _of_rows(key: str, model: type[Strict]) -> dict[str, Any]:
    """A registry: rows under their ids, so that a row has none of its own."""
    row = _of_model(model)
    definitions = row.pop("$defs", {})
    del row["properties"]["id"]
    row["required"].remove("id")
    rows = {
        "type": "object",
        "propertyNames": {"pattern": "^[a-z][a-z0-9_]*$"},
        "additionalProperties": {"$ref": f"#/$defs/{model.__name__}"},
    }
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: rows},
        "required": [key],
        "$defs": definitions | {model.__name__: row},
    }


def _of_indicators() -> dict[str, Any]:
    """Indicators, identities and the limits of the data review."""
    made, review = _of_rows("indicators", Indicator), _of_model(Review)
    definitions = review.pop("$defs", {})
    made["properties"] |= {
        **{key: {"type": "array", "items": {"type": "string", "maxLength": MAX_LENGTH}} for key in ("identities", "cross_checks")},
        "review": {"$ref": "#/$defs/Review"},
    }
    made["$defs"] |= definitions | {"Review": review}
    return made


_SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "plan": lambda: _of_model(Plan),
    "submission": lambda: _of_model(Submission),
    "report": lambda: TypeAdapter(ReportShape).json_schema(schema_generator=_Generator, mode="serialization"),
    "indicators": _of_indicators,
    "areas": lambda: _of_rows("areas", Area),
    "baselines": lambda: _of_model(BaselinesFile),
    "waivers": lambda: _of_model(WaiversFile),
}
KINDS = tuple(_SCHEMAS)


def schema_of(kind: str) -> dict[str, Any]:
    """The schema of a kind of file, with the `schema:` line that begins every one. Raises KeyError for an unknown kind."""
    made = _SCHEMAS[kind]()
    name = f"nuplan/{kind}/v1"
    properties = {"schema": {"const": name}} | {key: value for key, value in made["properties"].items() if key != "schema"}
    required = ["schema", *(key for key in made.get("required", ()) if key != "schema")]
    head = {"$schema": GenerateJsonSchema.schema_dialect, "title": name}
    whole: dict[str, Any] = _tidied(
        head | {key: value for key, value in made.items() if key != "title"} | {"properties": properties, "required": required}
    )
    return whole


def _tidied(value: Any, *, named: bool = False) -> Any:
    """The schema with each description on one line, without titles of classes and what releases of pydantic say twice or not at all.

    `named`: the keys here are names, not keywords.
    """
    if isinstance(value, dict):
        idle = {key for key, item in value.items() if _says_nothing(key, item, value)} if not named else set()
        kept = {key: item for key, item in value.items() if key not in idle}
        return {key: _tidied(item, named=not named and key in ("properties", "$defs")) for key, item in kept.items()}
    if isinstance(value, list):
        return [_tidied(item) for item in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def _says_nothing(key: str, item: Any, schema: dict[str, Any]) -> bool:
    """Whether a keyword can go: a title other than the format's, an enumeration beside its only value, keys that may be any."""
    if key == "title":
        return not str(item).startswith("nuplan/")
    return (key == "enum" and "const" in schema) or (key == "additionalProperties" and item is True)


def render_schema(kind: str) -> str:
    """The schema of a kind of file as JSON text."""
    return write_json(schema_of(kind))
