"""The recipes for gates, a manifest of hooks and an action: held against public schemas, and run as pre-commit and a runner run them."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from align_plans import plan, target, write
from conftest import COMMAND, ROOT, Result, run_command
from pages import blocks, rows

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS: dict[str, dict[str, Any]] = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text("utf-8"))}
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: dict[str, dict[str, Any]] = {step["name"]: step for step in ACTION["runs"]["steps"]}
MISSED = "报送 数据/submissions/菏泽 2025.yaml"
BROKEN = "报送 数据/submissions/broken.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a submission that truly misses targets and one that cannot be read."""
    folder = tmp_path / "repository"
    (folder / MISSED).parent.mkdir(parents=True)
    (folder / MISSED).write_text((ROOT / "examples" / "heze_2025_q4.yaml").read_text("utf-8"), "utf-8")
    (folder / BROKEN).write_text("schema: nuplan/submission/v1\nfigures: [\n", "utf-8")
    return folder


def hook(name: str, *names: str, cwd: Path, **configured: Any) -> Result:
    """A hook as pre-commit runs it: the words of its entry, its arguments, the names of the files; a repository may configure it."""
    given = HOOKS[name] | configured
    command, *words = shlex.split(given["entry"]) + given.get("args", [])
    assert command == COMMAND.name
    return run_command(*words, *(names if given.get("pass_filenames", True) else ()), cwd=cwd)


def step(name: str, cwd: Path, path: str = "", **inputs: str) -> Result:
    """A step of the action as a runner runs it: inputs reach its script in the environment alone."""
    every = {key: given["default"] for key, given in ACTION["inputs"].items()} | {
        key.replace("_", "-"): text for key, text in inputs.items()
    }
    given = {key: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda match: every[match[1]], text) for key, text in STEPS[name]["env"].items()}
    temporary = cwd.parent / "temp"
    temporary.mkdir(exist_ok=True)
    runner = {"RUNNER_TEMP": temporary, "GITHUB_OUTPUT": temporary / "output", "GITHUB_STEP_SUMMARY": temporary / "summary.md"}
    for file in ("output", "summary.md"):
        (temporary / file).touch()
    (temporary / "step.sh").write_text(STEPS[name]["run"], "utf-8")
    kept: Mapping[str, str] = {key: value for key, value in os.environ.items() if not key.startswith(("NUPLAN_", "PYTHON"))}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(temporary / "step.sh")],
        cwd=cwd,
        env={
            **kept,
            **given,
            **{key: str(value) for key, value in runner.items()},
            "GITHUB_ACTION_PATH": str(ROOT),
            "PATH": os.pathsep.join(filter(None, (path, str(COMMAND.parent), os.environ["PATH"]))),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def summary(cwd: Path) -> str:
    """What the step wrote into the summary of its job."""
    return (cwd.parent / "temp" / "summary.md").read_text("utf-8")


@pytest.mark.parametrize(
    "argv",
    [
        ("pre_commit", "validate-manifest", str(MANIFEST)),
        ("check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ROOT / "action.yml")),
    ],
    ids=lambda argv: argv[0],
)
def test_the_recipes_are_valid(argv: tuple[str, ...], tmp_path: Path) -> None:
    """As those who read them define them."""
    done = subprocess.run([sys.executable, "-m", *argv], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", ["docs/zh/gate.md", "docs/en/gate.md"])
def test_the_configurations_shown_are_valid(page: str, tmp_path: Path) -> None:
    """As those who read them define them; they name hooks and inputs that there are."""
    config, workflow = (text for text in blocks(page, "yml") if not text.startswith("# waivers"))
    (tmp_path / "config.yaml").write_text(config, "utf-8")
    (tmp_path / "workflow.yml").write_text(workflow, "utf-8")
    for argv in (
        ("pre_commit", "validate-config", "config.yaml"),
        ("check_jsonschema", "--builtin-schema", "vendor.github-workflows", "workflow.yml"),
    ):
        done = subprocess.run([sys.executable, "-m", *argv], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    (repo,) = yaml.safe_load(config)["repos"]
    assert {shown["id"] for shown in repo["hooks"]} == HOOKS.keys()
    used = next(given for given in yaml.safe_load(workflow)["jobs"]["check"]["steps"] if given["uses"].startswith("OWNER/nuplan@"))
    assert used["with"].keys() <= ACTION["inputs"].keys()
    told = {row[0].strip("`") for row in rows(page) if row[0].strip("`") in ACTION["inputs"]}
    assert told == ACTION["inputs"].keys()


def test_every_recipe_gates_on_data_alone() -> None:
    """Nobody's true figure fails a commit or a job unless the repository asks for it."""
    checks = [given["entry"] for given in HOOKS.values() if " check " in given["entry"]]
    assert checks
    for entry in checks:
        words = shlex.split(entry)
        assert words[words.index("--fail-on") + 1] == "data"
    assert ACTION["inputs"]["fail-on"]["default"] == "data"
    assert '--fail-on="$FAIL_ON"' in STEPS["Check"]["run"]


def test_no_input_is_written_into_a_script() -> None:
    """What somebody writes into an input is never read as a command."""
    scripts = [given["run"] for given in STEPS.values() if "run" in given]
    assert len(scripts) == 2
    assert all("${{" not in script for script in scripts)
    used = set(re.findall(r"inputs\.([a-z-]+)", yaml.safe_dump(ACTION["runs"])))
    assert used == ACTION["inputs"].keys()


@pytest.mark.parametrize(
    ("name", "path", "chosen"),
    [
        ("nuplan-check", "submissions/heze.yaml", True),
        ("nuplan-check", "2025/submissions/菏泽/q4.yml", True),
        ("nuplan-check", "submissions/heze.json", True),
        ("nuplan-check", "submissions/heze.csv", True),
        ("nuplan-check", "submissions/README.md", False),
        ("nuplan-check", "old_submissions/heze.yaml", False),
        ("nuplan-check", "heze.yaml", False),
        ("nuplan-plans-lint", "targets/heze_2026.yaml", True),
        ("nuplan-plans-lint", "submissions/heze.yaml", False),
    ],
)
def test_a_hook_looks_at_its_folder(name: str, path: str, chosen: bool) -> None:
    """At what stands in it or below it and can be read, and at nothing else."""
    assert (re.search(HOOKS[name]["files"], path) is not None) == chosen


def test_the_hook_shows_a_true_miss_and_passes(repository: Path) -> None:
    """Even of a hook that passes the output is seen. A file that cannot be read stops the commit, with its line."""
    assert HOOKS["nuplan-check"]["verbose"]
    passed = hook("nuplan-check", MISSED, cwd=repository)
    assert passed.code == 0
    assert f"{MISSED}:22:17: 未完成" in passed.out
    stopped = hook("nuplan-check", MISSED, BROKEN, cwd=repository)
    assert stopped.code == 3
    assert f"{BROKEN}:" in stopped.out
    assert "NU005" in stopped.out
    assert f"{MISSED}:22:17: 未完成" in stopped.out


def test_the_hook_can_be_told_the_folder(tmp_path: Path) -> None:
    """Where several departments file apart, a changed file alone lacks the figures of the others; the whole folder has them."""
    whole = yaml.load((ROOT / "examples" / "heze_2025_q4.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    figures = list(whole["figures"].items())
    (tmp_path / "submissions").mkdir()
    for name, part in (("a", figures[::2]), ("b", figures[1::2])):
        text = yaml.safe_dump(whole | {"figures": dict(part)}, allow_unicode=True)
        (tmp_path / "submissions" / f"{name}.yaml").write_text(text, "utf-8")
    alone = hook("nuplan-check", "submissions/a.yaml", cwd=tmp_path)
    assert (alone.code, "应报未报" in alone.out) == (1, True)
    assert hook("nuplan-check", "submissions/a.yaml", cwd=tmp_path, pass_filenames=False, args=["submissions"]).code == 0


@pytest.mark.parametrize(("value", "code"), [(100, 0), (99, 1)])
def test_the_hook_of_plans_reads_the_folder_of_the_repository(value: int, code: int, tmp_path: Path) -> None:
    """A plan whose number is not the one it quotes stops the commit."""
    words = "绿色建筑占城镇新建民用建筑比例达到100%"
    share = target("green_building_share", as_printed=words, value=value, cascade={"as": "floor", "why": "编造"})
    write(tmp_path / "targets", plan("own", "shandong", [share]))
    result = hook("nuplan-plans-lint", cwd=tmp_path)
    assert result.code == code, result.out
    assert ("NU603" in result.out) == bool(code)


def test_the_action_shows_a_true_miss_and_passes(repository: Path) -> None:
    """At its line, in the summary of the job, and in the JSON report that the action names."""
    (repository / BROKEN).unlink()
    result = step("Check", repository, paths="报送 数据/submissions\n", args="--no-align\n--as-of=2026-02-01\n")
    assert (result.code, result.err) == (0, "")
    assert f"::warning file={MISSED},line=22,col=17,title=NU101 target-missed::" in result.out
    assert "::error" not in result.out
    assert "超10亿级建筑业企业集团" in summary(repository)
    name, _, place = (repository.parent / "temp" / "output").read_text("utf-8").strip().partition("=")
    assert ACTION["outputs"][name]["value"] == f"${{{{ steps.{STEPS['Check']['id']}.outputs.{name} }}}}"
    report = json.loads(Path(place).read_text("utf-8"))
    assert (report["as_of"], report["pairs"]) == ("2026-02-01", [])


def test_the_action_fails_where_something_cannot_be_read(repository: Path) -> None:
    """Each path has a line of its own; what can be read is still judged and told."""
    result = step("Check", repository, paths=f"{MISSED}\n{BROKEN}", lang="en")
    assert result.code == 3
    assert result.out.startswith(f"::error file={BROKEN},line=")
    assert "::warning file=" in result.out
    assert "Construction groups above CNY 1 billion" in summary(repository)


def test_the_action_gates_on_misses_where_asked(repository: Path) -> None:
    """Only the repository that asks for it."""
    assert step("Check", repository, paths=MISSED, fail_on="missed").code == 1


def test_an_input_of_the_action_is_never_run(repository: Path) -> None:
    """A path that reads like a command is a path."""
    result = step("Check", repository, paths='$(touch a)\n"; touch b; "\n--version')
    assert result.code == 3
    assert result.out.count("title=NU001 unreadable-file") == 3
    assert sorted(path.name for path in repository.iterdir()) == ["报送 数据"]


@pytest.mark.parametrize(("given", "installed"), [("", str(ROOT)), ("dist/a wheel.whl", "dist/a wheel.whl")])
def test_the_action_installs_itself_unless_told(given: str, installed: str, repository: Path) -> None:
    """What is installed is one word, blanks included."""
    tools = repository.parent / "tools"
    tools.mkdir()
    (tools / "python").write_text('#!/bin/sh\nfor word in "$@"; do echo "$word"; done\n', "utf-8")
    (tools / "python").chmod(0o755)
    result = step("Install nuplan", repository, path=str(tools), install=given)
    assert result.code == 0
    assert result.out.splitlines()[:3] == ["-m", "pip", "install"]
    assert result.out.splitlines()[-1] == installed
