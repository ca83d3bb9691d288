"""JSON Schema (2020-12) of the files nuplan reads and of its report, made from the models that read and write them."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from ..model.area import Area
from ..model.baseline import BaselinesFile
from ..model.fields import Strict
from ..model.indicator import Indicator
from ..model.plan import Plan
from ..model.submission import Submission
from ..model.waiver import WaiversFile
from .json_ import write_json
from .shapes import ReportShape


class _Generator(GenerateJsonSchema):
    """As a YAML reader sees the files: a key is left out, never null; no titles made of key names."""

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        """What may be left out has no null to stand for it; in the report, null stands for what has no value."""
        return super().nullable_schema(schema) if self.mode == "serialization" else self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        """A default is told where it is a value."""
        made = super().default_schema(schema)
        if made.get("default") is None:
            made.pop("default", None)
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


_SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "plan": lambda: _of_model(Plan),
    "submission": lambda: _of_model(Submission),
    "report": lambda: TypeAdapter(ReportShape).json_schema(schema_generator=_Generator, mode="serialization"),
    "indicators": lambda: _of_rows("indicators", Indicator),
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
    """The schema with each description on one line and without the titles of classes; `named`: the keys here are names, not keywords."""
    if isinstance(value, dict):
        kept = {key: item for key, item in value.items() if named or key != "title" or str(item).startswith("nuplan/")}
        return {key: _tidied(item, named=not named and key in ("properties", "$defs")) for key, item in kept.items()}
    if isinstance(value, list):
        return [_tidied(item) for item in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def render_schema(kind: str) -> str:
    """The schema of a kind of file as JSON text."""
    return write_json(schema_of(kind))
