"""What lint and audit find: cases in tests/cases/plans, a file a check, each a change of the sample plan or of its text.

A case says what is replaced (`plan`, `text`) and all that is found, each at line:column of the plan or, after `text`, of the text.
"""

import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from conftest import ROOT, Run

from nuplan.judge.lint import OTHER_RULES, PLAN_RULES, WORD_RULES
from nuplan.model.catalogue import CHECKS
from nuplan.run import plans as run

SAMPLE = ROOT / "tests" / "data" / "sample_plan"
FOLDER = ROOT / "tests" / "cases" / "plans"


class Case(NamedTuple):
    """One case and the check whose file it stands in."""

    check: str
    given: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.check}: {self.given['name']}"


CASES = [
    Case(path.stem, given) for path in sorted(FOLDER.glob("*.yaml")) for given in yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
]


def changed(text: str, replacements: list[list[str]]) -> str:
    """The text with each replacement made, which must find its words; ⟨cut⟩ ends it."""
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new)
    return text.partition("⟨cut⟩")[0]


def written(case: Case, folder: Path) -> tuple[Path, Path]:
    """The plan and the text of a case."""
    plan, text = folder / "plan.yaml", folder / "text.txt"
    plan.write_text(changed((SAMPLE / "sample_plan.yaml").read_text("utf-8"), case.given.get("plan", [])), "utf-8")
    text.write_text(changed((SAMPLE / "sample_plan.txt").read_text("utf-8"), case.given.get("text", [])), "utf-8")
    if "other" in case.given:
        shutil.copy(ROOT / case.given["other"], text)
    return plan, text


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_finds_what_it_says_and_nothing_else(case: Case, tmp_path: Path) -> None:
    """Each finding stands at the place to be corrected."""
    plan, text = written(case, tmp_path)
    report = run.audit(str(plan), str(text)) if "audit" in case.given else run.lint(str(plan))[0]
    found = [f"{finding.check} {finding.location}" for finding in report.findings]
    expected = [
        f"{check} {text if rest.startswith('text') else plan}{':' if rest != 'text' else ''}{rest.removeprefix('text').strip()}"
        for check, _, rest in (line.partition(" ") for line in case.given["finds"])
    ]
    assert sorted(found) == sorted(expected)
    assert report.exit_code == (1 if report.findings else 0)


def test_the_sample_itself_is_clean() -> None:
    """Else every case would find more than it changes."""
    plan, text = str(SAMPLE / "sample_plan.yaml"), str(SAMPLE / "sample_plan.txt")
    assert run.lint(plan)[0].findings == []
    report = run.audit(plan, text)
    assert (report.findings, report.exit_code) == ([], 0)
    assert report.tally["quotations"] > 10


def test_every_rule_has_a_case_and_stands_in_a_file_named_after_it() -> None:
    """A rule without a case might never find anything."""
    rules = {*WORD_RULES, *OTHER_RULES, *PLAN_RULES}
    files = {path.stem for path in (ROOT / "src" / "nuplan" / "judge" / "rules").glob("nu6*.py")}
    assert files == {f"{check.lower()}_{CHECKS[check].slug.replace('-', '_')}" for check in rules}
    assert {case.check for case in CASES} == {check for check in CHECKS if check.startswith("NU6")}


@pytest.mark.parametrize("check", sorted({case.check for case in CASES}))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_installed_command_names_the_place_in_both_languages(check: str, lang: str, nuplan: Run, tmp_path: Path) -> None:
    """Line and column, the check, a whole sentence, exit code 1."""
    case = next(case for case in CASES if case.check == check)
    plan, text = written(case, tmp_path)
    argv = ["audit", str(plan), "--source", str(text)] if "audit" in case.given else ["lint", str(plan)]
    result = nuplan("plans", *argv, "--lang", lang)
    assert (result.code, result.err) == (1, "")
    lines = [line for line in result.out.splitlines() if f" {check} " in line]
    assert lines
    for line in lines:
        assert line.startswith((f"{plan}:", f"{text}:"))
        assert "{" not in line
        assert not line.endswith((":", "："))
