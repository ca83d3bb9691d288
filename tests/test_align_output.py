"""What an alignment prints: every format in both languages, its checks, `explain` of a pair, and how `check` closes with it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from align_plans import below, plan, target, write
from conftest import ROOT, Run, on_terminal

from nuplan.model.catalogue import CHECKS

EXAMPLE = "examples/heze_2024_q2.yaml"
SHARE = "green_building_share"


def held(cascade: str, value: float | None, floor: float = 100, **keys: Any) -> tuple[dict[str, Any], ...]:
    """A plan above that asks a share of a cascade, and Heze's plan that sets another; None sets none."""
    above = plan("above", "shandong", [target(SHARE, value=floor, cascade={"as": cascade, "why": "编造"})])
    other = target("pension_insurance_rate", value=96)
    return above, below("below", "heze", [other if value is None else target(SHARE, value=value, **keys)])


def jobs(each: str) -> tuple[dict[str, Any], ...]:
    """A plan of a province that has one city, and that of the city."""
    form: dict[str, Any] = {"unit": "万人", "each_year": [2025], "dated": "每年"}
    above = plan("above", "province", [target("new_urban_jobs", value=2, cascade={"as": "total", "why": "编造"}, **form)])
    return above, below("below", "city", [target("new_urban_jobs", value=each, **form)])


GAP = {"missing": [{"from": "第18条", "to": "文末", "why": "文本到此中断", "may_answer": ["1"]}]}
BAD: dict[str, tuple[tuple[dict[str, Any], ...], tuple[dict[str, Any], ...]]] = {
    "NU201": (held("floor", 100), held("floor", 99)),
    "NU202": (held("floor", 100), held("floor", 100, modality="strive")),
    "NU203": (held("floor", 100), held("floor", None)),
    "NU204": (held("floor", None), held("floor", 100, by=None, each_year=[2025], dated="每年")),
    "NU205": (held("floor", None), tuple(made | {"source": made["source"] | GAP} for made in held("floor", None))),
    "NU206": (jobs("2"), jobs("1.9")),
}
"""For each check, plans that do not meet it and plans that do."""


def checks_of(nuplan: Run, folder: Path, plans: tuple[dict[str, Any], ...]) -> set[str]:
    """The checks that an alignment of all plans meets in the pairs and sums of those in a folder."""
    write(folder, *plans)
    areas = {
        "province": {"code": "990000", "level": "province", "name": {"zh": "编造省", "en": "Made-up Province"}},
        "city": {"code": "990100", "level": "city", "parent": "province", "name": {"zh": "编造市", "en": "Made-up City"}},
    }
    (folder / "areas.yaml").write_text(yaml.safe_dump({"schema": "nuplan/areas/v1", "areas": areas}, allow_unicode=True), "utf-8")
    run = json.loads(nuplan("align", "--all", "--targets", str(folder), "--format", "sarif").out)["runs"][0]
    return {result["ruleId"] for result in run["results"] if result["properties"]["name"].startswith("above/")}


@pytest.mark.parametrize("check", [check for check, row in CHECKS.items() if row.family == "align"])
def test_a_check_finds_its_bad_case_and_passes_its_good_one(check: str, nuplan: Run, tmp_path: Path) -> None:
    """A check that cannot fail, or that always does, is no check."""
    good, bad = BAD[check]
    assert check not in checks_of(nuplan, tmp_path / "good", good)
    assert check in checks_of(nuplan, tmp_path / "bad", bad)


@pytest.mark.parametrize(
    ("cascade", "value", "argv", "severity", "code"),
    [
        ("floor", 99, (), "error", 1),
        ("floor", 99, ("--fail-on", "data"), "error", 0),
        ("floor", None, (), "warning", 0),
        ("standard", 99, (), "warning", 0),
        ("standard", 99, ("--floors", "standard"), "error", 1),
        ("standard", None, (), None, 0),
        ("standard", None, ("--floors", "standard"), "warning", 0),
        ("average", 99, ("--floors", "standard"), "information", 0),
        ("none", 99, (), None, 0),
    ],
)
def test_severity_and_exit_code(
    cascade: str, value: float | None, argv: tuple[str, ...], severity: str | None, code: int, nuplan: Run, tmp_path: Path
) -> None:
    """Only what must be reached blocks; --floors standard holds service levels as floors; an average blocks never."""
    folder = write(tmp_path / "plans", *held(cascade, value))
    result = nuplan("align", "below", "--targets", folder, *argv, "--format", "json")
    rows = [row for row in json.loads(result.out)["pairs"] if row["parent"] is not None]
    assert [(row["severity"], row["blocking"]) for row in rows] == [(severity, code == 1)]
    assert result.code == code


def test_a_press_report_blocks_nothing(nuplan: Run, tmp_path: Path) -> None:
    """The words of a newspaper are told, and gate nothing."""
    above, own = held("floor", 99)
    folder = write(tmp_path / "plans", above | {"source": above["source"] | {"kind": "press"}}, own)
    result = nuplan("align", "below", "--targets", folder, "--format", "json")
    row = next(row for row in json.loads(result.out)["pairs"] if row["parent"] is not None)
    assert (result.code, row["severity"], row["blocking"]) == (0, "error", False)


@pytest.mark.parametrize("columns", [80, 120, 200])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_terminal_gets_the_table_whole(columns: int, lang: str) -> None:
    """No line is wider than the terminal, nothing is cut, and every pair cites its clauses."""
    from rich.cells import cell_len

    code, drawn = on_terminal("align", "heze_2024", "--lang", lang, columns=columns)
    text = re.sub(r"\x1b\[[0-9;]*m", "", drawn.decode("utf-8"))
    assert code == 0
    assert max(cell_len(line) for line in text.splitlines()) <= columns
    assert "…" not in text
    bare = "".join(text.split())
    assert bare.count({"zh": "菏政发〔2024〕11号第", "en": "菏政发〔2024〕11号clause"}[lang]) >= 36
    assert {"zh": "结论：无阻断项", "en": "Verdict:nothingblocking"}[lang] in bare


def test_a_gbk_terminal_is_written_in_gbk() -> None:
    """An analyst's Windows console shows Chinese, not a crash."""
    code, drawn = on_terminal("align", "heze_2024", env={"PYTHONIOENCODING": "gbk"})
    assert code == 0
    assert "表述弱于省级" in drawn.decode("gbk")


@pytest.mark.parametrize(("lang", "words"), [("zh", "低于省级要求"), ("en", "below the province")])
def test_every_format_tells_a_floor_that_is_not_met(lang: str, words: str, nuplan: Run, tmp_path: Path) -> None:
    """The verdict, both quotations and the check stand in each; a path with spaces and Chinese characters is named."""
    folder = write(tmp_path / "规划 plans", *held("floor", 99))
    for form in ("table", "concise", "markdown", "junit", "sarif"):
        result = nuplan("align", "below", "--targets", folder, "--format", form, "--lang", lang, env={"COLUMNS": "200"})
        assert (result.code, result.err) == (1, "")
        assert words in result.out
        assert "达到100%" in result.out
    concise = nuplan("align", "below", "--targets", folder, "--format", "concise", "--lang", lang).out
    assert f"{folder}/below.yaml:" in concise
    assert "NU201" in concise


def test_several_formats_at_once(nuplan: Run, tmp_path: Path) -> None:
    """One to the pipe, the others to files, each whole; a plan file is never written over."""
    report, cases = tmp_path / "r.json", tmp_path / "r.xml"
    result = nuplan("align", "heze_2024", "--format", "concise", "--format", f"json:{report}", "--format", f"junit:{cases}")
    assert result.code == 0
    assert len(json.loads(report.read_text("utf-8"))["pairs"]) == 67
    assert len(ElementTree.parse(cases).findall(".//testcase")) == 67
    copy = tmp_path / "plan.yaml"
    copy.write_text((ROOT / "targets" / "heze_2024.yaml").read_text("utf-8").replace("id: heze_2024", "id: copy", 1), "utf-8")
    refused = nuplan("align", str(copy), "--format", f"json:{copy}")
    assert refused.code == 2
    assert copy.read_text("utf-8").startswith("schema: nuplan/plan/v1")


def test_junit_counts_what_blocks(nuplan: Run, tmp_path: Path) -> None:
    """An error that gates is a failure, a warning passes with its message, what was not judged is skipped."""
    above, own = held("floor", 99)
    above["targets"] += [
        target("pension_insurance_rate", value=96, cascade={"as": "standard", "why": "编造"}),
        target("new_urban_jobs", value=9, unit="万人", each_year=[2024], dated="每年", cascade={"as": "none", "why": "编造"}),
    ]
    own["targets"].append(target("pension_insurance_rate", value=95))
    root = ElementTree.fromstring(nuplan("align", "below", "--targets", write(tmp_path / "plans", above, own), "--format", "junit").out)
    assert {key: root.get(key) for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": "3",
        "failures": "1",
        "errors": "0",
        "skipped": "1",
    }
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.get("type") == "NU201 below-parent"
    shown = root.find(".//system-out")
    assert shown is not None
    assert (shown.text or "").startswith("警告 NU201")


def test_sarif_declares_every_check_and_keeps_its_fingerprints(nuplan: Run, tmp_path: Path) -> None:
    """Each result has a rule, a level and a place; a line that moves leaves the fingerprint, and each result has its own."""

    def run_of(*argv: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(nuplan(*argv, "--format", "sarif").out)["runs"][0]
        return found

    run = run_of("align", "heze_2024")
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CHECKS)
    assert len(run["results"]) == 2 + 2 + 10
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
    copy = tmp_path / "plan.yaml"
    text = (ROOT / "targets" / "heze_2024.yaml").read_text("utf-8").replace("id: heze_2024", "id: copy", 1)
    prints = []
    for lines in ("", "# 一行注释\n# 又一行\n"):
        copy.write_text(text.replace("schema: nuplan/plan/v1\n", f"schema: nuplan/plan/v1\n{lines}", 1), "utf-8")
        results = run_of("align", str(copy))["results"]
        prints.append([result["partialFingerprints"]["nuplan/v1"] for result in results])
        places = [result["locations"][0]["physicalLocation"] for result in results]
        assert {place["artifactLocation"]["uri"] for place in places} == {copy.as_uri()}
        assert all(place["region"]["startLine"] > 1 for place in places)
    assert prints[0] == prints[1]
    assert len(set(prints[0])) == len(prints[0])


def test_sarif_of_a_check_has_relative_addresses(nuplan: Run) -> None:
    """Files below the working folder are named as a repository has them."""
    run = json.loads(nuplan("check", "examples/heze_2025_q4.yaml", "--format", "sarif").out)["runs"][0]
    uris = {place["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"] for place in result["locations"]}
    assert uris == {"examples/heze_2025_q4.yaml", "targets/heze_2024.yaml"}
    assert run["invocations"] == [{"executionSuccessful": True, "exitCode": 1}]


EXPLAINED = {
    "shandong_2024/urbanization_rate_2025~heze_2024/urbanization_rate_2025": (
        "省级平均目标，不要求各市达到",
        "4市常住人口城镇化率年均增速超过全省平均水平0.5个百分点以上",
    ),
    "shandong_2024/smart_city_4star_cities~heze_2024/smart_city_4star_cities": ("语气较弱", "范围较小", "市主城区", "NU202"),
    "shandong_2024/urbanization_rate_growth_lead_four_cities_2025~heze_2024/urbanization_rate_growth_lead_2025": (
        "0.464",
        "1.135",
        "0.850",
        "1.787",
        "不作取舍",
        "50.73",
    ),
    "shandong_2024/new_urban_jobs~heze_2024/new_urban_jobs": ("5.91%", "8.66%", "仅供参考"),
    "shandong_2024/urban_rail_length_2025~heze_2024": ("轨道交通在建及营运里程达到590公里", "城市轨道交通不含铁路"),
    "shandong_2024/urban_rail_length_2025~heze_2024/rail_transit_length_2025": ("不是一对", "城市轨道交通不含铁路"),
    "shandong_2024/county_medical_subcentres_2025~heze_2024": ("不能当作没有",),
    "shandong_2024~heze_2024/inland_waterway_length_2025": ("市级自设",),
}


@pytest.mark.parametrize("pair", EXPLAINED)
def test_explain_tells_why_a_pair_was_judged_so(pair: str, nuplan: Run) -> None:
    """In words an official would accept, with the clauses of both."""
    result = nuplan("explain", pair)
    assert (result.code, result.err) == (0, "")
    bare = "".join(result.out.split())
    for words in EXPLAINED[pair]:
        assert "".join(words.split()) in bare
    assert "号第" in bare
    assert nuplan("explain", pair, "--lang", "en").code == 0


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        ("shandong_2024/new_urban_job~heze_2024/new_urban_jobs", "是不是想写“shandong_2024/new_urban_jobs~heze_2024/new_urban_jobs”"),
        ("shandong_2024/new_urban_jobs~", "没有“shandong_2024/new_urban_jobs~”这一对"),
        ("~heze_2024/new_urban_jobs", "没有“~heze_2024/new_urban_jobs”这一对"),
        ("~", "没有“~”这一对"),
        ("shandong_2042/a~heze_2024/b", "没有编号为“shandong_2042”的规划"),
        ("heze_2024/new_urban_jobs~shandong_2024/new_urban_jobs", "shandong_2024"),
    ],
)
def test_a_pair_that_is_none_is_2(pair: str, words: str, nuplan: Run) -> None:
    """With what to write instead, where something is near."""
    result = nuplan("explain", pair)
    assert (result.code, result.out) == (2, "")
    assert words in result.err


def test_check_closes_with_the_floors_and_the_count_of_weaknesses(nuplan: Run) -> None:
    """A line each; `--no-align` leaves it out; the JSON has the same pairs."""
    shown = nuplan("check", EXAMPLE, "--format", "table", env={"COLUMNS": "120"}).out
    title, foot = shown.index("规划衔接：菏泽市"), shown.index("规划衔接：低于省级要求 0 项，表述弱于省级 2 项")
    assert title < foot
    for name in ("绿色建筑占城镇新建民用建筑比", "城市黑臭水体消除比例", "语气较弱、范围较小"):
        assert name in shown[title:foot]
    report = json.loads(nuplan("check", EXAMPLE, "--format", "json").out)
    assert sum(row["binding"] for row in report["pairs"]) == 12
    assert {row["verdict"] for row in report["pairs"] if not row["binding"]} == {"weaker"}
    without = nuplan("check", EXAMPLE, "--no-align", "--format", "json")
    assert json.loads(without.out)["pairs"] == []
    assert "规划衔接" not in nuplan("check", EXAMPLE, "--no-align").out


def in_force(folder: Path, change: Callable[[str], str]) -> tuple[str, ...]:
    """Options that put a changed copy of Heze's plan in the place of the packaged one."""
    folder.mkdir()
    (folder / "copy.yaml").write_text(change((ROOT / "targets" / "heze_2024.yaml").read_text("utf-8")), "utf-8")
    return ("--plan", "heze_copy", "--plan", "shandong_2024", "--targets", str(folder))


def lowered(text: str) -> str:
    """A copy whose share of green buildings is 90 %."""
    start = text.index("id: green_building_share_2025")
    return text[:start].replace("id: heze_2024", "id: heze_copy", 1) + re.sub(r"value: \S+", "value: 90", text[start:], count=1)


def test_a_floor_that_is_not_met_changes_the_exit_code_only_where_asked(nuplan: Run, tmp_path: Path) -> None:
    """Assessment of figures and alignment of plans are two acts."""
    options = in_force(tmp_path / "plans", lowered)
    plain = nuplan("check", EXAMPLE, *options)
    assert plain.code == 0
    assert "低于省级要求" in plain.out
    assert "NU201" in plain.out
    for families, code in (("align", 1), ("data,missed,align", 1), ("data,missed", 0)):
        assert nuplan("check", EXAMPLE, *options, "--fail-on", families).code == code
    assert nuplan("check", EXAMPLE, *options, "--fail-on", "align", "--no-align").code == 0


def test_a_plan_whose_parent_is_not_encoded_is_told(nuplan: Run, tmp_path: Path) -> None:
    """It is never passed over in silence, and nothing else is lost."""

    def orphaned(text: str) -> str:
        return text.replace("id: heze_2024", "id: heze_copy", 1).replace("plan: shandong_2024", "plan: shandong_2023", 1)

    result = nuplan("check", EXAMPLE, *in_force(tmp_path / "plans", orphaned))
    assert result.code == 0
    assert "heze_copy：没有找到它所落实的上级规划，未作规划衔接比对" in result.out
    options = ("--plan", "heze_copy", "--plan", "shandong_2024", "--targets", str(tmp_path / "plans"))
    report = json.loads(nuplan("check", EXAMPLE, *options, "--format", "json").out)
    assert (report["summary"]["unaligned"], report["pairs"]) == (["heze_copy"], [])
    gated = nuplan("check", EXAMPLE, *options, "--fail-on", "align")
    assert (gated.code, gated.out) == (2, "")
    assert "“shandong_2023”没有编码" in gated.err


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("area: hezee, indicator: urbanization_rate, of: 2023, value: 53.83%", ("NU014", "是不是想写“heze”")),
        ("area: heze, indicator: urbanization_rat, of: 2023, value: 53.83%", ("NU016", "是不是想写“urbanization_rate”")),
        ("area: heze, indicator: urbanization_rate, of: 2023, value: 53.83万人", ("NU020", "万人")),
        ("area: heze, indicator: urbanization_rate, of: 2023, value: 五成", ("NU017",)),
        ("area: heze, indicator: urbanization_rate, of: 2023-Q5, value: 53.83%", ("NU015", "Q1 到 Q4")),
    ],
)
def test_published_values_that_cannot_be_used_are_2_with_their_place(
    line: str, words: tuple[str, ...], nuplan: Run, tmp_path: Path
) -> None:
    """File, line and column, and what to do, of every command that stands on them; a roll-up does not."""
    folder = tmp_path / "基期 values"
    folder.mkdir()
    row = f'  - {{{line}, address: "https://example.invalid/", tier: C, vintage: not_stated}}\n'
    (folder / "baselines.yaml").write_text("schema: nuplan/baselines/v1\nbaselines:\n" + row, "utf-8")
    for argv in (["align", "heze_2024"], ["check", EXAMPLE]):
        result = nuplan(*argv, "--targets", str(folder))
        assert (result.code, result.out) == (2, "")
        assert re.search(rf"{folder}/baselines\.yaml:3:[0-9]+: ", result.err)
        for word in words:
            assert word in result.err


def test_values_of_another_vintage_give_readings_of_their_own(nuplan: Run, tmp_path: Path) -> None:
    """Two values are put together only where both are of one vintage: 54 to 57 and 65 to 67 in two years."""
    folder = tmp_path / "values"
    folder.mkdir()
    rows = "".join(
        f'  - {{area: {area}, indicator: urbanization_rate, of: 2023, value: {value}%, address: "样例", tier: A, vintage: 样例}}\n'
        for area, value in (("shandong", "65.0"), ("heze", "54.0"))
    )
    (folder / "baselines.yaml").write_text("schema: nuplan/baselines/v1\nbaselines:\n" + rows, "utf-8")
    report = json.loads(nuplan("align", "heze_2024", "--targets", str(folder), "--format", "json").out)
    leads = next(row["implied"] for row in report["pairs"] if row["cascade"] == "relative")
    assert [(lead["by"], lead["base"], lead["lead"]) for lead in leads if lead["base"] == 2023 and lead["child_tier"] == "A"] == [
        ("mean_change", 2023, 0.5),
        ("mean_growth", 2023, 1.213428),
    ]
