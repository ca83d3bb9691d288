"""Completion in shells, by the protocol in which a shell asks for words."""

from pathlib import Path

import pytest
from conftest import Run


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
        ("nuplan report --format d", ["docx"]),
        ("nuplan template --format y", ["yaml"]),
        ("nuplan track heze --format gi", []),
        ("nuplan explain heze_2024/urban_s", ["heze_2024/urban_sewage_collection_rate_2025"]),
        ("nuplan report --rank urbanization_rate_m", ["urbanization_rate_mean_increase"]),
        ("nuplan align heze_2024 --with s", ["shandong_2024"]),
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


def test_descriptions_are_in_the_language_of_the_reader(nuplan: Run) -> None:
    """A shell that shows what a word is for shows the first line of its help."""
    told = {}
    for lang in ("zh", "en"):
        env = {"_NUPLAN_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args", "_TYPER_COMPLETE_ARGS": "nuplan doc"}
        told[lang] = nuplan(env=env | {"NUPLAN_LANG": lang}).out.rstrip("\n")
    assert told["zh"].startswith("doctor\t检查 nuplan")
    assert told["en"].startswith("doctor\tLook at nuplan")


def test_nothing_is_complained_of_while_a_line_is_typed(nuplan: Run, tmp_path: Path) -> None:
    """Settings and a language that cannot be used are told by the command itself, not into the line."""
    (tmp_path / "nuplan.toml").write_text("lang = 3\n", "utf-8")
    env = {"_NUPLAN_COMPLETE": "complete_bash", "COMP_WORDS": "nuplan che", "COMP_CWORD": "1", "NUPLAN_LANG": "fr"}
    done = nuplan(env=env, cwd=tmp_path)
    assert (done.out.split(), done.err) == (["check"], "")
