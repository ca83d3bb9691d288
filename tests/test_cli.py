"""The command line as a user meets it: languages, usage errors, formats, streams, terminals."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import COMMAND, ROOT, Run, on_terminal

Submission = Callable[..., Path]
EXAMPLE = "examples/heze_2024_q2.yaml"


@pytest.mark.parametrize(
    ("argv", "zh", "en"),
    [
        (["check"], "缺少", "is missing"),
        (["check", EXAMPLE, "--bogus"], "没有选项 --bogus", "no such option --bogus"),
        (["check", EXAMPLE, "--format"], "选项 --format 后面没有写内容", "option --format needs a value"),
        (["check", EXAMPLE, "--format", "yaml"], "--format 不能写“yaml”", '--format cannot be "yaml"'),
        (["check", EXAMPLE, "--fail-on", "late"], "--fail-on 不能写“late”", '--fail-on cannot be "late"'),
        (["check", EXAMPLE, "--as-of", "yesterday"], "--as-of 的“yesterday”", '--as-of "yesterday"'),
        (["check", EXAMPLE, "--plan", "heze_2042"], "是不是想写“heze_2024”", 'Did you mean "heze_2024"'),
        (["check", EXAMPLE, "--format", "json", "--format", "concise"], "两个 --format", "two --format"),
        (["check", EXAMPLE, "--format", "json:no/such/folder/r.json"], "无法写入", "cannot write"),
        (["check", EXAMPLE, "--targets", "no/such/folder"], "没有这个文件或文件夹", "no such file or folder"),
        (["bogus"], "没有命令 bogus", "no such command bogus"),
        (["plans", "show", "heze_2024", "extra"], "多出的参数：extra", "unexpected argument: extra"),
        (["plans", "show", "heze_2024", "--by", "colour"], "--by 不能写“colour”", '--by cannot be "colour"'),
        (["explain", "urbanization_rat"], "是不是想写“urbanization_rate”", 'Did you mean "urbanization_rate"'),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_call_that_cannot_be_made_is_2_and_says_what_to_do(argv: list[str], zh: str, en: str, nuplan: Run) -> None:
    """In both languages, on standard error, without a traceback."""
    for lang, expected in (("zh", zh), ("en", en)):
        result = nuplan(*argv, env={"NUPLAN_LANG": lang})
        assert (result.code, result.out) == (2, "")
        assert expected in result.err
        assert "Traceback" not in result.err


def test_an_unknown_language_is_2(nuplan: Run) -> None:
    """It is told in both, since neither was chosen."""
    result = nuplan("check", EXAMPLE, "--lang", "fr")
    assert result.code == 2
    assert "zh" in result.err
    assert "en" in result.err


HELP = ["", "check", "plans", "explain", "schema", *(f"plans {name}" for name in ("list", "show", "lint", "audit", "diff", "conflicts"))]


@pytest.mark.parametrize("argv", [line.split() for line in HELP], ids=" ".join)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_speaks_the_language(argv: list[str], lang: str, nuplan: Run) -> None:
    """Usage, arguments and options, none of typer's own English in Chinese help, and no line over 80 columns."""
    from rich.cells import cell_len

    result = nuplan(*argv, "--help", env={"NUPLAN_LANG": lang})
    assert result.code == 0
    assert {"zh": "用法：", "en": "Usage:"}[lang] in result.out
    if lang == "zh":
        assert not re.search(r"Options|Arguments|Commands|Show this|Usage|required|default", result.out)
    assert max(cell_len(line) for line in result.out.splitlines()) <= 80


def test_the_option_wins_over_the_environment(nuplan: Run) -> None:
    """--lang, else NUPLAN_LANG, else Chinese whatever the locale says."""
    assert "已编码的规划" in nuplan("plans", "list", env={"LC_ALL": "en_US.UTF-8"}).out
    assert "Encoded plans" in nuplan("plans", "list", env={"NUPLAN_LANG": "en"}).out
    assert "已编码的规划" in nuplan("plans", "list", "--lang", "zh", env={"NUPLAN_LANG": "en"}).out


def test_the_version_is_printed(nuplan: Run) -> None:
    """For a report of an error."""
    import nuplan as api

    assert nuplan("--version").out == f"nuplan {api.__version__}\n"


def test_python_m_nuplan_is_the_same_command() -> None:
    """Where the scripts folder is not on the path."""
    done = subprocess.run([sys.executable, "-m", "nuplan", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("nuplan ")


def test_several_formats_at_once(nuplan: Run, tmp_path: Path) -> None:
    """One to the pipe, the others to files, each whole."""
    report, table = tmp_path / "报告 1.json", tmp_path / "表.txt"
    result = nuplan("check", EXAMPLE, "--format", "concise", "--format", f"json:{report}", "--format", f"table:{table}")
    assert result.code == 0
    assert result.out.startswith(EXAMPLE)
    assert json.loads(report.read_text("utf-8"))["schema"] == "nuplan/report/v1"
    assert "第14条" in table.read_text("utf-8")
    assert {path.name for path in tmp_path.iterdir()} == {"报告 1.json", "表.txt"}


def test_quiet_leaves_the_exit_code_and_the_files(nuplan: Run, tmp_path: Path) -> None:
    """A gate that only wants the code."""
    report = tmp_path / "report.json"
    result = nuplan("check", "examples/heze_2025_q4.yaml", "--quiet", "--format", f"json:{report}")
    assert (result.code, result.out, result.err) == (1, "", "")
    assert report.exists()


def test_the_same_inputs_give_the_same_bytes(nuplan: Run) -> None:
    """Twice, and under another hash seed."""
    runs = [nuplan("check", "examples", "--as-of", "2026-02-01", "--format", "json", env={"PYTHONHASHSEED": seed}) for seed in ("1", "2")]
    assert runs[0] == runs[1]


def test_findings_and_statuses_are_the_same_in_both_languages(nuplan: Run) -> None:
    """The language changes words, never a verdict."""
    zh, en = (json.loads(nuplan("check", "examples", "--format", "json", "--lang", lang).out) for lang in ("zh", "en"))
    assert zh["summary"] == en["summary"]
    for row in (*zh["assessments"], *en["assessments"]):
        del row["target"]["name"]
    assert zh["assessments"] == en["assessments"]


def test_the_report_has_its_whole_shape(nuplan: Run) -> None:
    """A key without a value is null, a list without entries empty; none is left out."""
    report = json.loads(nuplan("check", EXAMPLE, "--format", "json").out)
    keys = "schema tool as_of inputs history plans summary assessments findings pairs rollup totals rosters"
    assert list(report) == keys.split()
    assert report["rollup"] == report["totals"] == report["rosters"] == []
    target = "plan id indicator name clause as_printed op value unit form from due modality basic scope cascade lead responsible"
    figure = "value unit part whole of since quality missing note location"
    row = "area period target figure compared status status_rounded tolerance gap pace pace_ratio pace_reason pace_flags pacing "
    row += "flags reason severity waiver blocking"
    for assessment in report["assessments"]:
        assert list(assessment) == row.split()
        assert list(assessment["target"]) == target.split()
        assert list(assessment["figure"]) == figure.split()
        assert list(assessment["figure"]["location"]) == ["path", "line", "column", "sheet", "cell"]


def test_numbers_keep_the_digits_of_the_file(nuplan: Run, submission: Submission) -> None:
    """3.40 stays 3.40; a quotient has six decimals."""
    path = submission("new_urban_jobs: 3.40万人", "black_odorous_water_eliminated: {part: 2, whole: 3}")
    out = nuplan("check", str(path), "--format", "json").out
    assert '"value": 3.40,' in out
    assert '"compared": 3.40,' in out
    assert '"compared": 66.666667,' in out


def test_a_pipe_is_utf_8_and_obeys_pythonioencoding(nuplan: Run) -> None:
    """Whatever the locale: UTF-8, unless the user says otherwise."""
    assert "城镇新增就业" in nuplan("check", EXAMPLE, env={"LC_ALL": "C"}).out
    env = {name: value for name, value in os.environ.items() if not name.startswith("NUPLAN_")} | {"PYTHONIOENCODING": "gbk"}
    done = subprocess.run([str(COMMAND), "check", EXAMPLE], cwd=ROOT, env=env, capture_output=True, check=True)
    assert "城镇新增就业" in done.stdout.decode("gbk")


@pytest.mark.parametrize("columns", [80, 120, 200])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_terminal_gets_the_table_whole(columns: int, lang: str) -> None:
    """No line is wider than the terminal, nothing is cut, and every target's words are there."""
    from rich.cells import cell_len

    code, drawn = on_terminal("check", EXAMPLE, "--lang", lang, columns=columns)
    assert code == 0
    text = re.sub(r"\x1b\[[0-9;]*m", "", drawn.decode("utf-8"))
    assert b"\x1b[" in drawn
    assert max(cell_len(line) for line in text.splitlines()) <= columns
    assert "…" not in text
    assert "".join(text.split()).count({"zh": "未到期", "en": "notdue"}[lang]) > 20


def test_no_color_is_honoured() -> None:
    """A terminal without colour gets none."""
    _, drawn = on_terminal("check", EXAMPLE, env={"NO_COLOR": "1"})
    assert not re.search(rb"\x1b\[[0-9;]*3[0-9]m", drawn)


def test_a_gbk_terminal_is_written_in_gbk() -> None:
    """An analyst's Windows console shows Chinese, not a crash."""
    code, drawn = on_terminal("check", EXAMPLE, env={"PYTHONIOENCODING": "gbk"})
    assert code == 0
    assert "城镇新增就业" in drawn.decode("gbk")


def test_a_reader_that_goes_away_is_no_error() -> None:
    """`nuplan … | head` ends quietly."""
    command = f"'{COMMAND}' check examples/heze_2025_q4.yaml | head -n 1"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_a_full_disk_is_told() -> None:
    """What could not be written is never silently lost."""
    done = subprocess.run(["bash", "-c", f"'{COMMAND}' check {EXAMPLE} >/dev/full"], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 2
    assert "标准输出" in done.stderr.decode("utf-8")


@pytest.mark.parametrize("view", ["clause", "action", "department", "due"])
def test_plans_show_lists_every_target_in_each_view(view: str, nuplan: Run) -> None:
    """By department a target stands under each of its departments; in the others once."""
    out = json.loads(nuplan("plans", "show", "heze_2024", "--by", view, "--format", "json").out)
    ids = [row["id"] for row in out["rows"]]
    assert len(set(ids)) == 38 + 3
    assert len(ids) > len(set(ids)) if view == "department" else len(ids) == len(set(ids))
    assert len(out["more"][0]["rows"]) == 17


def test_explain_tells_the_reading_of_a_target(nuplan: Run) -> None:
    """Words, clause, qualifier, unit, whom it binds, tolerance and look-alikes."""
    out = nuplan("explain", "heze_2024/urbanization_rate_2025").out
    for part in (
        "到2025年常住人口城镇化率达到57%左右",
        "菏政发〔2024〕11号",
        "“左右”",
        "±0.5个百分点",
        "菏泽市",
        "水平与增速之差",
        "以正式印发文件为准",
    ):
        assert part in out


def test_explain_takes_a_duty_a_bare_name_and_a_chinese_name(nuplan: Run) -> None:
    """A bare name is enough where only one thing has it; an indicator lists the targets that use it."""
    assert "每年城镇新增就业6.5万人以上" in nuplan("explain", "heze_2024/new_urban_jobs@2025").out
    assert "4市常住人口城镇化率" in nuplan("explain", "urbanization_rate_growth_lead_four_cities_2025").out
    indicator = nuplan("explain", "城镇新增就业").out
    assert "heze_2024/new_urban_jobs@2024" in indicator
    assert "shandong_2024/new_urban_jobs@2025" in indicator
    both = nuplan("explain", "urbanization_rate_2025")
    assert both.code == 2
    assert "heze_2024/urbanization_rate_2025" in both.err
    assert "shandong_2024/urbanization_rate_2025" in both.err
