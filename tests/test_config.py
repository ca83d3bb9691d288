"""nuplan.toml: where it is found, what it stands for, what stands before it, and what is told where it cannot be used."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Run

from nuplan.cli import COMMANDS, run
from nuplan.load.tree import MAX_BYTES

SUBMISSION = "schema: nuplan/submission/v1\narea: heze\nperiod: 2024-Q4\nfigures:\n  new_urban_jobs: 6.4万人\n"
WAIVERS = (
    "schema: nuplan/waivers/v1\nwaivers:\n  - {check: target-missed, area: heze, period: 2024, "
    "justification: 样例, approver: 样例审核人, from: 2025-01-01, until: 2025-01-31}\n"
)
CHECK = ("check", "heze.yaml", "--as-of", "2025-01-31", "--no-align")
Write = Callable[[str | bytes], Path]
Told = Callable[..., tuple[int, str, str]]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a submission that misses a target; two folders below the one that holds everything else."""
    folder = tmp_path / "year" / "quarter"
    folder.mkdir(parents=True)
    (folder / "heze.yaml").write_text(SUBMISSION, "utf-8")
    (tmp_path / "waivers.yaml").write_text(WAIVERS, "utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("NUPLAN_LANG", raising=False)
    return folder


@pytest.fixture
def config(desk: Path) -> Write:
    """Write nuplan.toml two folders above the working folder."""

    def write(given: str | bytes) -> Path:
        path = desk.parent.parent / "nuplan.toml"
        path.write_bytes(given if isinstance(given, bytes) else given.encode("utf-8"))
        return path

    return write


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """Run a command line in this process: its exit code and what it wrote."""

    def call(*argv: str) -> tuple[int, str, str]:
        code = run(argv)
        out, err = capsys.readouterr()
        return code, out, err

    return call


def test_the_command_finds_it_above_the_working_folder(nuplan: Run, desk: Path, config: Write) -> None:
    """Its paths are relative to it; each option and the environment stand before it."""
    assert nuplan(*CHECK, "--fail-on", "missed", cwd=desk).code == 1
    config('lang = "en"\nwaivers = ["waivers.yaml"]\nfail_on = "missed"\nformat = "concise"\n')
    result = nuplan(*CHECK, "--ignore", "NU102", cwd=desk)
    assert result.code == 0
    assert "waived: 样例" in result.out
    assert "Verdict: nothing blocking" in result.out
    assert nuplan(*CHECK, "--ignore", "NU102", "--no-waivers", cwd=desk).code == 1
    assert "结论" in nuplan(*CHECK, cwd=desk, env={"NUPLAN_LANG": "zh"}).out
    assert "结论" in nuplan(*CHECK, "--lang", "zh", cwd=desk, env={"NUPLAN_LANG": "en"}).out


def test_the_nearest_file_stands_alone(desk: Path, config: Write, told: Told) -> None:
    """The first one met from the working folder up; nothing of those above it holds."""
    config('lang = "en"\nformat = "json"\n')
    (desk / "nuplan.toml").write_text('format = "concise"\n', "utf-8")
    assert "结论" in told(*CHECK)[1]


@pytest.mark.parametrize(
    ("text", "argv", "code"),
    [
        ("", (), 1),
        ("# nothing is said\n", (), 1),
        ('fail_on = "align"', (), 0),
        ('fail_on = ["align"]', ("--fail-on", "missed"), 1),
        ('select = "NU5"', (), 0),
        ('select = ["NU5", "figure-not-reported"]', (), 1),
        ('ignore = "NU101,NU102"', (), 0),
        ('ignore = "NU101,NU102"', ("--ignore", "NU5"), 1),
        ('ignore = "NU102"\nwaivers = "waivers.yaml"', (), 0),
        ('ignore = "NU102"\nwaivers = ["waivers.yaml"]', ("--no-waivers",), 1),
        ('ignore = "NU102"\nwaivers = ["absent.yaml"]', ("--waivers", "../../waivers.yaml"), 0),
        ('targets = "absent"', (), 2),
        ("targets = []\nwaivers = []\nformat = []", (), 1),
    ],
)
def test_what_it_says_stands_for_options(text: str, argv: tuple[str, ...], code: int, config: Write, told: Told) -> None:
    """As a list or a text; an option on the command line takes its place."""
    config(text)
    assert told(*CHECK, *argv, "--quiet")[0] == code


def test_its_targets_are_read_by_every_command(config: Write, told: Told, desk: Path) -> None:
    """Relative to it; what it says of the gate of submissions is none of align's business."""
    plan = (ROOT / "targets" / "heze_2024.yaml").read_text("utf-8").replace("id: heze_2024", "id: heze_copy", 1)
    (desk.parent.parent / "plans").mkdir()
    (desk.parent.parent / "plans" / "copy.yaml").write_text(plan, "utf-8")
    config('targets = ["plans"]\nfail_on = "missed"\nselect = "NU5"\n')
    assert "heze_copy" in told("plans", "list")[1]
    assert "heze_copy" in told("explain", "heze_copy/new_urban_jobs")[1]
    code, out, _ = told("align", "heze_copy", "--format", "json")
    assert (code, json.loads(out)["summary"]["verdict"]) == (0, "pass")


def test_a_format_that_a_command_does_not_know_is_that_of_others(config: Write, told: Told) -> None:
    """Each command takes those it knows; one that names none writes as ever."""
    config('format = ["junit", "json:report.json"]')
    assert told(*CHECK)[1].startswith("<?xml")
    config('format = ["junit"]')
    assert "heze_2024" in told("plans", "list")[1]
    assert json.loads(told("plans", "list", "--format", "json")[1])["rows"]


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        ('lang = "fr"', ["1:1 NU013 “lang”不能填“fr”。可填：zh、en"]),
        ("lang = 3", ["1:1 NU012 “lang”应是加引号的文字"]),
        ("format = 3", ["1:1 NU012 “format”应是加引号的文字，或这样的文字的列表"]),
        ('format = "jsn"', ["1:1 NU013", "是不是想写“json”"]),
        ('format = ["json", "junit"]', ["1:1 NU013 “format”有两个都要写到标准输出"]),
        ('format = ["json:a", "junit:a"]', ["1:1 NU013 “format”有两个都要写到 a"]),
        ('fail-on = "data"', ["1:1 NU011", "是不是想写“fail_on”"]),
        ('[tool.nuplan]\nlang = "en"', ["1:2 NU011 没有“tool”这一项"]),
        ('fail_on = "late"', ["1:1 NU013", "data、missed、behind、align"]),
        ('fail_on = ""', ["1:1 NU013 “fail_on”没有填写"]),
        ("ignore = []", ["1:1 NU013 “ignore”没有填写"]),
        ('targets = ""', ["1:1 NU013 “targets”没有填写"]),
        ('targets = ["a", 1]', ["1:1 NU012 “targets”"]),
        ('select = "NU9"', ["1:1 NU024 “select”里的“NU9”不是检查项"]),
        ('ignore = "NU0"', ["1:1 NU013 “ignore”的“NU0”包括 NU001"]),
        ('\nlang = zh\nformat = "json"', ["2:8 NU005 不合语法：等号后面的内容不对。文字请加英文引号"]),
        ('lang = "zh"\nlang = "en"', ["NU005 不合语法：这一项已经写过"]),
        ("targets = [", ["NU005 不合语法"]),
        ("a = " + "[" * 5000, ["NU005 不合语法"]),
        ("a = " + "9" * 5000, ["NU005 不合语法：数字太长"]),
        ("# 设置\n".encode("gb18030"), ["1:3 NU003", "GB18030"]),
        (b"\xff\xfel\x00", ["1:1 NU003", "UTF-16"]),
        (b"#" * (MAX_BYTES + 1), ["NU002"]),
        ('lang = "fr"\nlanguage = "en"\nformat = 3\nselect = "NUX"', ["1:1 NU013", "2:1 NU011", "3:1 NU012", "4:1 NU024"]),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place(data: str | bytes, problems: list[str], config: Write, told: Told) -> None:
    """Every problem in one run, with file, line, column and key; nothing is run."""
    config(data)
    code, out, err = told(*CHECK)
    assert (code, out) == (2, "")
    said = re.sub(r"\.\./\.\./nuplan\.toml:?([0-9:]*): 错误 (NU[0-9]+) [a-z-]+: ", r"\1 \2 ", err)
    assert all(problem in said for problem in problems)
    assert "../../nuplan.toml" in err


def test_it_is_told_in_the_language_of_the_call(config: Write, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own is not known."""
    config('lang = "en"\nformat = "jsn"\n')
    assert "没有运行" in told("plans", "list")[2]
    assert "nothing was run" in told("plans", "list", "--lang", "en")[2]
    monkeypatch.setenv("NUPLAN_LANG", "en")
    assert "nothing was run" in told("plans", "list")[2]


def test_a_byte_order_mark_and_crlf_are_no_fault(config: Write, told: Told) -> None:
    """As editors on Windows save it."""
    config(b'\xef\xbb\xbflang = "en"\r\nformat = "concise"\r\n')
    assert "Encoded plans" in told("plans", "list")[1]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_folder_of_its_name_is_told(lang: str, desk: Path, told: Told) -> None:
    """And not passed by for one above it."""
    (desk / "nuplan.toml").mkdir()
    code, _, err = told(*CHECK, "--lang", lang)
    assert code == 2
    assert {"zh": "这是文件夹；nuplan.toml 应是文件", "en": "this is a folder; nuplan.toml should be a file"}[lang] in err


def test_the_words_of_help_come_in_its_language(config: Write, told: Told) -> None:
    """It is read before the commands are made."""
    config('lang = "en"')
    assert all("Usage:" in told(command, "--help")[1] for command in COMMANDS[:2])
