"""The documentation is true: its commands, files and snippets are run, its tables and excerpts compared with the program."""

import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT, Run
from test_layers import MAY_IMPORT

from nuplan import gate
from nuplan.load import tree
from nuplan.model.alignment import ANSWERS
from nuplan.model.pace import PACES
from nuplan.model.quantity import MAX_DIGITS
from nuplan.model.report import STATUSES
from nuplan.model.settings import Settings
from nuplan.model.unit import UNITS
from nuplan.text import Words

READMES = ("README.md", "README.zh.md")
PAGES = (*READMES, "CONTRIBUTING.md")


def blocks(page: str, language: str) -> list[str]:
    """The code blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", (ROOT / page).read_text("utf-8"), re.DOTALL | re.MULTILINE)


def commands(page: str, language: str = "sh") -> list[tuple[str, int]]:
    """Each command of a page with its exit code: the number at the end of its comment, else 0."""
    found = []
    for line in "".join(blocks(page, language)).splitlines():
        command, _, comment = line.partition("#")
        code = re.search(r"[0-9]+$", comment.strip())
        found.append((command.strip(), int(code.group()) if code else 0))
    return found


def rows(page: str) -> list[list[str]]:
    """The cells of every row of every table of a page."""
    lines = (ROOT / page).read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder as a reader has it: the examples, and the files that the pages show, under the names in their first line."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for page in PAGES:
        for text in (*blocks(page, "yaml"), *(text for text in blocks(page, "yml") if text.startswith("# waivers"))):
            path = tmp_path / text.splitlines()[0].removeprefix("# ")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        for text in blocks(page, "text"):
            if (name := re.match(r"# (\S+\.txt)\n", text)) is not None:
                (tmp_path / name[1]).write_text(text[name.end() :], "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("page", "command", "code"), [(page, *pair) for page in PAGES for pair in commands(page) if pair[0].startswith("nuplan ")]
)
def test_a_command_exits_as_its_page_says(page: str, command: str, code: int, nuplan: Run, desk: Path) -> None:
    """Whoever copies a line sees what the page says."""
    result = nuplan(*shlex.split(command)[1:], cwd=desk)
    assert result.code == code, result.out + result.err


@pytest.mark.parametrize("page", READMES)
def test_the_submission_shown_is_read_without_a_finding(page: str, nuplan: Run, desk: Path) -> None:
    """Each form of a figure is shown as it may be filed; both pages show the same figures."""
    (text,) = blocks(page, "yaml")
    (desk / "shown.yaml").write_text(text, "utf-8")
    assert json.loads(nuplan("check", "shown.yaml", "--format", "json", cwd=desk).out)["findings"] == []
    assert all(form in text for form in ("value:", "unit:", "part:", "whole:", "missing:", "of:", "since:", "note:", "quality:"))
    bare = [re.sub(r"\s*#.*", "", blocks(readme, "yaml")[0]) for readme in READMES]
    assert bare[0] == bare[1]


@pytest.mark.parametrize("page", READMES)
def test_the_tables_shown_are_read_without_a_finding(page: str, nuplan: Run, tmp_path: Path) -> None:
    """Long and wide; with both in one folder, no figure has two values."""
    for index, text in enumerate(blocks(page, "csv")):
        (tmp_path / f"{index}.csv").write_text(text, "utf-8")
    report = json.loads(nuplan("check", str(tmp_path), "--format", "json").out)
    assert [finding["check"] for finding in report["findings"] if finding["check"] != "NU555"] == []
    assert [given["area"] for given in report["inputs"]] == ["heze", "heze", "jinan"]


@pytest.mark.parametrize("page", READMES)
def test_the_settings_shown_can_be_used(page: str, nuplan: Run, desk: Path) -> None:
    """Every key of nuplan.toml, beside the files it names."""
    (text,) = blocks(page, "toml")
    assert set(tomllib.loads(text)) == set(Settings._fields) - {"select"}
    (desk / "nuplan.toml").write_text(text, "utf-8")
    result = nuplan("check", "examples/shandong_2025_q4/heze.yaml", "--as-of", "2026-02-01", cwd=desk)
    assert (result.code, result.err) == (0, "")
    assert (desk / "report.json").exists()


@pytest.mark.parametrize("page", READMES)
def test_the_snippet_prints_what_stands_below_it(page: str, desk: Path) -> None:
    """The public API as a reader meets it."""
    ((code, output),) = re.findall(
        r"^```python\n(.*?)^```\n\n```text\n(.*?)^```$", (ROOT / page).read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", code], cwd=desk, capture_output=True, check=True)
    assert done.stdout.decode("utf-8").splitlines() == output.splitlines()


@pytest.mark.parametrize(("page", "lang"), [("README.md", "en"), ("README.zh.md", "zh")])
@pytest.mark.parametrize(
    ("index", "name"), [(0, "heze_2025_q4"), (1, "align_heze_2024"), (2, "heze_2024_q2"), (3, "rollup_shandong_2025_q4")]
)
def test_the_excerpt_stands_in_the_output(page: str, lang: str, index: int, name: str) -> None:
    """A table shown is a table printed; a line of … stands for lines left out."""
    whole = (ROOT / "examples" / "expected" / f"{name}.{lang}.txt").read_text("utf-8")
    at = 0
    for part in blocks(page, "text")[index].split("…\n"):
        assert part in whole[at:], part
        at = whole.index(part, at) + len(part)


def test_both_readmes_show_the_same_commands_and_snippets() -> None:
    """Neither language knows more than the other; only the language of the excerpt differs."""
    one, two = (
        [command.replace(" --lang en", "") for language in ("sh", "bat") for command, _ in commands(page, language)] for page in READMES
    )
    assert one == two
    assert [code for _, code in commands("README.md")] == [code for _, code in commands("README.zh.md")]
    assert blocks("README.md", "python") == blocks("README.zh.md", "python")


@pytest.mark.parametrize("page", READMES)
def test_statuses_exit_codes_and_limits_are_those_of_the_program(page: str) -> None:
    """A reader learns them from the page."""
    zh, en = Words("zh"), Words("en")
    table = {tuple(row[:3]) for row in rows(page)}
    assert {row[0].strip("`") for row in table if row[0].strip("`") in STATUSES} == set(STATUSES)
    assert {(f"`{status}`", zh(f"status.{status}"), en(f"status.{status}")) for status in STATUSES} <= table
    assert {(zh("status.early"), en("status.early"))} <= {row[1:] for row in table}
    assert {(f"`{pace}`", zh(f"pace.{pace}"), en(f"pace.{pace}")) for pace in PACES} <= table
    levels = {"zh": {"above": "省级", "here": "市级"}, "en": {"above": "province", "here": "city"}}
    assert {row[0].strip("`") for row in table if row[0].strip("`") in ANSWERS} == set(ANSWERS)
    for answer in ANSWERS:
        assert (f"`{answer}`", *(say(f"align.verdict.{answer}", **levels[say.lang]) for say in (zh, en))) in table
    codes = {gate.CLEAN, gate.BLOCKED, gate.UNUSABLE, gate.INVALID, gate.EMPTY, 130}
    assert {int(row[0]) for row in table if row[0].isdigit()} == codes
    text = (ROOT / page).read_text("utf-8")
    for limit in (f"{tree.MAX_BYTES // 1024**2} MB", tree.MAX_DEPTH, f"{tree.MAX_EVENTS:,}", MAX_DIGITS, tree.MAX_PROBLEMS):
        assert str(limit) in text


def test_the_table_of_rooms_is_that_of_the_layers() -> None:
    """CONTRIBUTING.md says what may import what as the test of it does."""
    told = {row[0].strip("`"): set(re.findall(r"`(\w+)`", row[1])) for row in rows("CONTRIBUTING.md") if row[0].strip("`") in MAY_IMPORT}
    assert told == MAY_IMPORT


def test_the_changelog_tells_of_this_version() -> None:
    """A release has its entry."""
    import nuplan

    assert f"## [{nuplan.__version__}] - " in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_table_of_units_is_that_of_the_program() -> None:
    """CONTRIBUTING.md lists every unit and spelling, those that are converted into each other in one row."""
    (table,) = re.findall(r"^\| units \|\n\|---\|\n((?:\|.*\n)+)", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)
    told = [line.strip("| ").split(", ") for line in table.splitlines()]
    assert {frozenset(row) for row in told} == {
        frozenset(name for name, unit in UNITS.items() if unit.dimension == UNITS[row[0]].dimension) for row in told
    }
    assert {name for row in told for name in row} == UNITS.keys() - {""}
