"""JSON Schema of every format, held against a public validator and against what nuplan itself accepts.

Good files pass both. Files in cases/broken/structure fail both; those in cases/broken/meaning pass the schema, and nuplan finds what only
it can know. The first part of a file's name is its kind.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, Run
from jsonschema import Draft202012Validator

from nuplan.load.library import load_library, load_plan_file
from nuplan.load.waivers import load_waivers
from nuplan.model.finding import Finding, NuplanError
from nuplan.report.schema import KINDS, schema_of
from nuplan.run.checking import load_submissions
from nuplan.run.shelf import library

BROKEN = ROOT / "tests" / "cases" / "broken"
DATA = ROOT / "tests" / "data"


class Reader(yaml.SafeLoader):
    """A YAML reader as editors have it: numbers and booleans are typed, dates are text."""


Reader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> Any:
    """What another reader sees in a YAML or JSON file."""
    text = path.read_text("utf-8")
    return json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader=Reader)


def good() -> Iterator[tuple[str, Path]]:
    """Every good file of the project, by its schema line."""
    folders = ("targets", "examples", "examples/expected", "tests/data/sample_plan", "tests/data/targets_extra", "tests/data/schema_good")
    for folder in folders:
        for path in sorted((ROOT / folder).glob("*.*")):
            if path.suffix in (".yaml", ".json") and (kind := read(path)["schema"].split("/")[1]) in KINDS:
                yield kind, path


def errors(kind: str, path: Path) -> list[str]:
    """What the public validator says of a file."""
    return [error.message for error in Draft202012Validator(schema_of(kind)).iter_errors(read(path))]


def findings(kind: str, path: Path, folder: Path) -> list[Finding]:
    """What nuplan says of a file."""
    if kind == "plan":
        return load_plan_file(str(path), library())[1]
    if kind == "submission":
        try:
            load_submissions(str(path))
        except NuplanError as error:
            return list(error.findings)
        return []
    if kind in ("indicators", "areas", "baselines"):
        shutil.copy(path, folder / path.name)
        return load_library([str(folder)], baselines=True).findings
    return load_waivers(str(path), load_library())[2]


GOOD = list(good())
STRUCTURE, MEANING = sorted((BROKEN / "structure").iterdir()), sorted((BROKEN / "meaning").iterdir())


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one(kind: str) -> None:
    """The metaschema of 2020-12 accepts it, and an unknown key of the format is refused (in a report allowed: readers ignore them)."""
    schema = schema_of(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    assert schema["properties"]["schema"] == {"const": f"nuplan/{kind}/v1"}
    assert (schema.get("additionalProperties") is False) == (kind != "report")


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_shipped_are_what_the_command_prints(kind: str, nuplan: Run) -> None:
    """Rewritten by `make schemas` when a model changes."""
    result = nuplan("schema", kind)
    assert (result.code, result.err) == (0, "")
    assert json.loads(result.out) == json.loads((ROOT / "schemas" / f"{kind}.schema.json").read_text("utf-8"))


def test_every_kind_has_good_files() -> None:
    """A schema that is never tried proves nothing."""
    assert {kind for kind, _ in GOOD} == set(KINDS)


@pytest.mark.parametrize(("kind", "path"), GOOD, ids=lambda value: value.name if isinstance(value, Path) else "")
def test_a_good_file_passes_both(kind: str, path: Path, tmp_path: Path) -> None:
    """As another YAML reader sees it, and as nuplan does."""
    assert errors(kind, path) == []
    if path.parent.name not in ("targets", "expected", "targets_extra"):  # those are read by every run
        assert findings(kind, path, tmp_path) == []


@pytest.mark.parametrize("path", STRUCTURE, ids=lambda path: path.stem)
def test_broken_structure_fails_both(path: Path, tmp_path: Path) -> None:
    """Keys, types and forms."""
    kind = path.stem.partition("_")[0]
    assert errors(kind, path)
    found = findings(kind, path, tmp_path)
    assert found
    assert all(finding.location.line is not None for finding in found)


@pytest.mark.parametrize("path", MEANING, ids=lambda path: path.stem)
def test_broken_meaning_fails_only_nuplan(path: Path, tmp_path: Path) -> None:
    """What takes the indicators, the units, the other keys or the other files."""
    kind = path.stem.partition("_")[0]
    assert errors(kind, path) == []
    found = findings(kind, path, tmp_path)
    assert found
    assert all(finding.location.line is not None for finding in found)


def keys(schema: dict[str, Any], value: Any, whole: dict[str, Any]) -> Iterator[tuple[set[str], set[str]]]:
    """The keys of each object of a document beside those its schema names."""
    schema = whole["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    for choice in schema.get("anyOf", ()):
        yield from keys(choice, value, whole)
    if isinstance(value, dict) and "properties" in schema:
        yield set(value), set(schema["properties"])
        for key, item in value.items():
            yield from keys(schema["properties"].get(key, {}), item, whole)
    if isinstance(value, list) and "items" in schema:
        for item in value:
            yield from keys(schema["items"], item, whole)


def test_the_report_has_exactly_the_keys_of_its_schema(nuplan: Run) -> None:
    """No key of a report is missing in the schema, and none of the schema in a report; lint's report has the same shape."""
    schema = schema_of("report")
    broken = str(BROKEN / "structure" / "plan_unknown_op.yaml")
    for argv in (["check", "examples/heze_2025_q4.yaml"], ["plans", "lint", broken], ["align", "--all"]):
        document = json.loads(nuplan(*argv, "--format", "json").out)
        Draft202012Validator(schema).validate(document)
        pairs = list(keys(schema, document, schema))
        assert len(pairs) > 3
        assert all(given == named for given, named in pairs)


def test_an_unknown_kind_is_told(nuplan: Run) -> None:
    """With the kinds there are."""
    result = nuplan("schema", "plans")
    assert (result.code, result.out) == (2, "")
    assert "submission" in result.err
