"""Bad input of the commands that look at plans: what cannot be used is 2, a fault of a plan is 1, and both say what to do."""

import json
import shutil
from pathlib import Path

import pytest
from conftest import ROOT, Run

SAMPLE = ROOT / "tests" / "data" / "sample_plan"
PLAN, TEXT = SAMPLE / "sample_plan.yaml", SAMPLE / "sample_plan.txt"
WORDS = TEXT.read_text("utf-8")


@pytest.mark.parametrize(
    "raw",
    [
        WORDS.encode("gb18030"),
        b"\xef\xbb\xbf" + WORDS.encode("utf-8"),
        WORDS.replace("\n", "\r\n").encode("utf-8"),
        WORDS.replace("\n", "\r\n").encode("gb18030"),
    ],
    ids=["GB18030", "UTF-8 with BOM", "line breaks of Windows", "both"],
)
def test_the_same_text_in_another_form_is_the_same_text(raw: bytes, nuplan: Run, tmp_path: Path) -> None:
    """Encoding, byte order mark and line breaks are not the document's; a path may hold spaces and Chinese."""
    path = tmp_path / "原文 副本.txt"
    path.write_bytes(raw)
    result = nuplan("plans", "audit", str(PLAN), "--source", str(path))
    assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize(
    ("name", "raw", "zh", "en"),
    [
        ("plan.pdf", b"%PDF-1.7\n\x00\x01", "PDF", "PDF"),
        ("plan.docx", b"PK\x03\x04\x14\x00", "DOCX", "DOCX"),
        ("plan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "DOC", "DOC"),
        ("plan.rtf", b"{\\rtf1\\ansi", "RTF", "RTF"),
        ("plan.html", "\n<!DOCTYPE html><p>到2030年".encode(), "HTML", "HTML"),
        ("plan.txt", WORDS.encode("utf-16"), "UTF-16", "UTF-16"),
        ("plan.txt", b"\xff\xfe\xfd\x81", "UTF-8", "UTF-8"),
        ("plan.txt", b"", "空", "empty"),
        ("plan.txt", "  \n　\n".encode(), "空", "empty"),
        ("plan.txt", b"a\x00b", "不是文本文件", "not a text file"),
        ("plan.txt", b"#" * (10 * 1024 * 1024 + 1), "10 MB", "10 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_a_text_that_cannot_be_used_says_what_to_do(name: str, raw: bytes, zh: str, en: str, nuplan: Run, tmp_path: Path) -> None:
    """Other kinds of file are named with what to convert them into."""
    path = tmp_path / name
    path.write_bytes(raw)
    for lang, expected in (("zh", zh), ("en", en)):
        result = nuplan("plans", "audit", str(PLAN), "--source", str(path), "--lang", lang)
        assert (result.code, result.out) == (2, "")
        assert expected in result.err
        assert str(path) in result.err
        assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("argv", "zh", "en"),
    [
        (["audit", "heze_2024"], "--source", "--source"),
        (["audit", "heze_2024", "--source", "no such file.txt"], "没有这个文件", "no such file"),
        (["audit", "heze_2024", "--source", "tests"], "这是文件夹", "folder"),
        (["audit", "heze_2042", "--source", str(TEXT)], "是不是想写“heze_2024”", 'Did you mean "heze_2024"'),
        (["audit", str(PLAN), "--source", str(TEXT), "--format", f"json:{TEXT}"], "不能写到它上面", "cannot"),
        (["lint", "heze_2042"], "是不是想写“heze_2024”", 'Did you mean "heze_2024"'),
        (["lint", "--as-of", "today"], "--as-of", "--as-of"),
        (["diff", "heze_2024"], "缺少 B", "B is missing"),
        (["diff", "heze_2024", "shandong_2042"], "是不是想写“shandong_2024”", 'Did you mean "shandong_2024"'),
        (["diff", "heze_2024", "no_such.yaml"], "没有这个文件", "no such file"),
        (["diff", "heze_2024", str(ROOT / "examples" / "heze_2024_q2.yaml")], "nuplan/plan/v1", "nuplan/plan/v1"),
        (["conflicts", "--format", "xml"], "--format 不能写“xml”", '--format cannot be "xml"'),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_call_that_cannot_be_made_is_2(argv: list[str], zh: str, en: str, nuplan: Run) -> None:
    """On standard error, in both languages."""
    for lang, expected in (("zh", zh), ("en", en)):
        result = nuplan("plans", *argv, "--lang", lang)
        assert (result.code, result.out) == (2, "")
        assert expected in result.err


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ("schema: nuplan/plan/v1", "schema: nuplan/plan/v2", "NU009"),
        ("op: ge\n    value: 71", "op: ge\n   value: 71", "NU005"),
        ("op: ge\n    value: 71", "op: ge\n    op: le\n    value: 71", "NU007"),
        ("area: shandong", "area: &a shandong", "NU006"),
        ("value: 71", "value: 七十一", "NU017"),
        ("clause: 一\n    as_printed", "clause: 三\n    as_printed", "NU024"),
        ("indicator: urbanization_rate", "indicator: urbanization_rates", "NU016"),
        ('value: 71\n    unit: "%"', "value: 71\n    unit: 成", "NU019"),
        ('value: 71\n    unit: "%"', "value: 71\n    unit: 户", "NU020"),
    ],
    ids=lambda value: value if value.startswith("NU") else "",
)
def test_a_plan_file_that_cannot_become_the_model_is_a_fault_for_lint_and_audit_and_stops_the_others(
    old: str, new: str, check: str, nuplan: Run, tmp_path: Path
) -> None:
    """1 with file, line and column where the plan is the input; 2 where it is the ground others stand on."""
    text = PLAN.read_text("utf-8")
    assert old in text
    path = tmp_path / "plan.yaml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    for argv in (["lint", str(path)], ["audit", str(path), "--source", str(TEXT)], ["lint", "--targets", str(tmp_path)]):
        result = nuplan("plans", *argv)
        assert (result.code, result.err) == (1, "")
        assert any(line.startswith(f"{path}:") and f" {check} " in line for line in result.out.splitlines()), result.out
    by_id = nuplan("plans", "audit", "sample_plan_2026", "--source", str(TEXT), "--targets", str(tmp_path))
    assert by_id.code == (2 if check in ("NU005", "NU009") else 1)  # a file without a tree has no id
    assert f" {check} " in by_id.out + by_id.err
    for argv in (["diff", str(path), "heze_2024"], ["conflicts", "--targets", str(tmp_path)]):
        result = nuplan("plans", *argv)
        assert (result.code, result.out) == (2, "")
        assert check in result.err
    result = nuplan("check", "examples/heze_2024_q2.yaml", "--targets", str(tmp_path))
    assert (result.code, result.out) == (2, "")


def test_an_id_defined_in_two_folders_names_both_places(nuplan: Run, tmp_path: Path) -> None:
    """lint tells it as a finding, and goes on with the first."""
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        shutil.copy(PLAN, tmp_path / folder / "plan.yaml")
    folders = ["--targets", str(tmp_path / "甲"), "--targets", str(tmp_path / "乙")]
    result = nuplan("plans", "lint", *folders)
    assert result.code == 1
    (line,) = (line for line in result.out.splitlines() if "NU022" in line)
    assert line.startswith(f"{tmp_path / '乙' / 'plan.yaml'}:3:5:")
    assert f"{tmp_path / '甲' / 'plan.yaml'}:3:5" in line
    assert nuplan("plans", "list", *folders).code == 2


def test_every_fault_of_a_plan_is_told_in_one_run(nuplan: Run, tmp_path: Path) -> None:
    """No finding hides another, and JSON has them with their places."""
    text = PLAN.read_text("utf-8")
    for old, new in (("value: 71\n", "value: 72\n"), ("modality: strive", "modality: shall"), ("version: 1.1.0\n", "version: 2.0.0\n")):
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "plan.yaml"
    path.write_text(text, "utf-8")
    report = json.loads(nuplan("plans", "lint", str(path), "--format", "json").out)
    assert [finding["check"] for finding in report["findings"]] == ["NU611", "NU603", "NU605"]
    assert all(finding["location"]["line"] and finding["blocking"] for finding in report["findings"])
    assert (report["summary"]["verdict"], report["summary"]["by_severity"]["error"]) == ("fail", 3)
    assert report["plans"][0]["path"] == str(path)


def test_what_only_lint_finds_does_not_stop_check(nuplan: Run, tmp_path: Path) -> None:
    """A plan whose note is missing is still a plan."""
    (tmp_path / "plan.yaml").write_text(PLAN.read_text("utf-8").replace("value: 71\n", "value: 72\n"), "utf-8")
    assert nuplan("plans", "lint", "--targets", str(tmp_path)).code == 1
    assert nuplan("check", "examples/heze_2024_q2.yaml", "--targets", str(tmp_path)).code == 0


def test_quiet_leaves_the_exit_code_and_the_files(nuplan: Run, tmp_path: Path) -> None:
    """A gate that wants no output gets none, and its report."""
    out = tmp_path / "报告 1.json"
    result = nuplan("plans", "lint", "--quiet", "--format", f"json:{out}")
    assert (result.code, result.out) == (0, "")
    assert json.loads(out.read_text("utf-8"))["summary"]["verdict"] == "pass"
    assert nuplan("plans", "lint", "--notes", "--quiet").out == ""


def test_a_hostile_text_steers_no_terminal(nuplan: Run, tmp_path: Path) -> None:
    """What is shown of a text is shown escaped."""
    path = tmp_path / "text.txt"
    path.write_text(WORDS.replace("加强组织领导。", "\x1b[31m新建\u202e15所[bold]学校[/bold]。"), "utf-8")
    for format_ in ("table", "concise", "json", "markdown"):
        out = nuplan("plans", "audit", str(PLAN), "--source", str(path), "--format", format_).out
        assert "15" in out
        assert "\x1b" not in out
        assert "\u202e" not in out


def test_the_same_run_gives_the_same_bytes(nuplan: Run) -> None:
    """With --as-of, whatever the hash seed."""
    runs = {
        nuplan("plans", *argv, env={"PYTHONHASHSEED": seed}).out
        for seed in ("1", "2")
        for argv in (["lint", "--format", "json", "--as-of", "2026-02-01"],)
    }
    assert len(runs) == 1
    assert len({nuplan("plans", "conflicts", "--format", "json", env={"PYTHONHASHSEED": seed}).out for seed in ("1", "2")}) == 1
