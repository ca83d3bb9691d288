"""`nuplan doctor` and completion in shells."""

import json
from pathlib import Path

import pytest
from conftest import Run

from nuplan import __version__


def test_it_tells_version_plans_sources_and_extras(nuplan: Run) -> None:
    """All is well: exit code 0, the kind of every copy and what it lacks."""
    done = nuplan("doctor")
    assert done.code == 0
    assert f"nuplan 版本\t{__version__}" in done.out
    assert "heze_2024" in done.out
    assert "转载文本" in done.out
    assert "openpyxl" in done.out


def test_it_speaks_of_what_stops_every_other_command(nuplan: Run, tmp_path: Path) -> None:
    """A settings file and a plan file that cannot be used are told, and all the rest as well."""
    (tmp_path / "nuplan.toml").write_text("lang = 3\n", "utf-8")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "bad.yaml").write_text("schema: nuplan/plan/v1\nid: x\n", "utf-8")
    assert nuplan("plans", "list", cwd=tmp_path).code == 2
    done = nuplan("doctor", "--targets", "mine", "--lang", "en", "--format", "json", cwd=tmp_path)
    assert done.code == 2
    told = json.loads(done.out)
    assert "cannot be used" in json.dumps(told["rows"])
    assert any("mine/bad.yaml" in note for note in told["more"][0]["notes"])
    assert [row["id"] for row in told["more"][0]["rows"]][-1] == "heze_2024"


def test_it_says_where_chinese_cannot_be_shown(nuplan: Run) -> None:
    """A console that knows ASCII alone is told of, in what it can show."""
    done = nuplan("doctor", "--lang", "en", env={"PYTHONIOENCODING": "ascii"})
    assert done.code == 0
    assert "cannot be shown" in done.out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nuplan che", ["check"]),
        ("nuplan plans s", ["show"]),
        ("nuplan check --fail", ["--fail-on"]),
        ("nuplan check --format gi", ["github"]),
        ("nuplan check --fail-on data,b", ["data,behind"]),
        ("nuplan check --lang z", ["zh"]),
        ("nuplan plans show three", ["three_year_2021_2023"]),
        ("nuplan track 菏", ["菏泽市"]),
        ("nuplan track no_such_area", []),
    ],
)
def test_a_shell_gets_the_words_that_fit(words: str, expected: list[str], nuplan: Run) -> None:
    """Commands, options, and what an option may say."""
    count = len(words.split()) - 1
    done = nuplan(env={"_NUPLAN_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(count)})
    assert (done.code, done.out.split(), done.err) == (0, expected, "")


def test_the_script_of_a_shell_is_printed(nuplan: Run) -> None:
    """What is added to a start-up file calls nuplan back; a shell that is not known is named."""
    assert "_NUPLAN_COMPLETE=complete_bash" in nuplan("--show-completion", "bash").out
    done = nuplan("--show-completion", "csh")
    assert done.code == 2
    assert "bash、zsh、fish" in done.err
