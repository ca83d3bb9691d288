"""A plan against the plan above it: the real plans by a case file, through the installed command; made-up ones pair by pair."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from align_plans import below, plan, target, write
from conftest import ROOT, Run

import nuplan as api
from nuplan.report.json_ import render_json
from nuplan.text import Words

CASES = ROOT / "tests" / "cases" / "align"
REAL = yaml.safe_load((CASES / "heze_2024.yaml").read_text("utf-8"))
PAIRS = yaml.safe_load((CASES / "pairs.yaml").read_text("utf-8"))
HEZE = (ROOT / "targets" / "heze_2024.yaml").read_text("utf-8")


def aligned(nuplan: Run, *argv: str, code: int = 0) -> dict[str, Any]:
    """The JSON report of an alignment."""
    result = nuplan("align", *argv, "--format", "json")
    assert (result.code, result.err) == (code, ""), result.err
    report: dict[str, Any] = json.loads(result.out)
    return report


def name(side: dict[str, Any] | None) -> str | None:
    """A target's id without its plan."""
    return None if side is None else side["id"].partition("/")[2]


@pytest.fixture(scope="module")
def real() -> dict[str, Any]:
    """The pairs of Heze's plan, by the target above and, of the city's own, by the target below."""
    from conftest import run_command

    pairs = json.loads(run_command("align", "heze_2024", "--format", "json").out)["pairs"]
    return {f"above/{name(row['parent'])}" if row["parent"] else f"below/{name(row['child'])}": row for row in pairs}


def test_every_target_of_both_plans_stands_exactly_once(real: dict[str, Any]) -> None:
    """None is lost, none told twice, and the case file knows each."""
    rows = list(real.values())
    for side, plan_id in (("parent", "shandong_2024"), ("child", "heze_2024")):
        shown = [name(row[side]) for row in rows if row[side] is not None]
        assert sorted(filter(None, shown)) == sorted(target.id for target in api.load_plan(plan_id).targets)
    assert real.keys() == {f"above/{id_}" for id_ in REAL["above"]} | {f"below/{id_}" for id_ in REAL["below"]}


@pytest.mark.parametrize("id_", REAL["above"])
def test_a_provincial_target_is_judged_as_a_reader_judges_it(id_: str, real: dict[str, Any]) -> None:
    """Cascade, counterpart, verdict, weaknesses, gap, share, look-alikes and severity; why stands in the case file."""
    case, row = REAL["above"][id_], real[f"above/{id_}"]
    assert case["why"]
    assert row["cascade"] == case["cascade"]
    assert name(row["child"]) == case.get("child")
    assert row["verdict"] == case["verdict"]
    assert row["weaknesses"] == case.get("weak", [])
    assert row["gap"] == case.get("gap")
    assert row["share"] == case.get("share")
    assert row["severity"] == case.get("severity")
    assert row["blocking"] is False
    assert [alike["target"] for alike in row["look_alikes"]] == [f"heze_2024/{like}" for like in case.get("like", [])]
    assert all(alike["words"] for alike in row["look_alikes"])


@pytest.mark.parametrize("id_", REAL["below"])
def test_a_target_of_the_city_alone_names_what_only_looks_like_it(id_: str, real: dict[str, Any]) -> None:
    """It is the city's own, with no verdict against it."""
    case, row = REAL["below"][id_], real[f"below/{id_}"]
    assert case["why"]
    assert (row["verdict"], row["severity"], row["cascade"]) == ("child_only", None, None)
    assert [alike["target"] for alike in row["look_alikes"]] == [f"shandong_2024/{like}" for like in case.get("like", [])]


def test_the_rule_on_growth_is_what_addresses_heze(real: dict[str, Any]) -> None:
    """The headline is below an average and points to the rule; the rule is carried, and its four readings are told with their bases."""
    assert real["above/urbanization_rate_2025"]["instead"] == "shandong_2024/urbanization_rate_growth_lead_four_cities_2025"
    rule = real["above/urbanization_rate_growth_lead_four_cities_2025"]
    readings = [(lead["by"], lead["base"], round(lead["lead"], 3), lead["holds"]) for lead in rule["implied"]]
    assert readings == [
        ("mean_change", 2020, 0.464, False),
        ("mean_growth", 2020, 1.135, True),
        ("mean_change", 2023, 0.850, True),
        ("mean_growth", 2023, 1.787, True),
    ]
    assert [(lead["child_opening"], lead["parent_opening"]) for lead in rule["implied"][1:3]] == [(50.73, 63.05), (53.83, 65.53)]
    assert {(lead["child_tier"], lead["parent_tier"]) for lead in rule["implied"]} == {("C", "C"), ("C", "B")}


def test_shares_stand_beside_the_share_of_people(real: dict[str, Any]) -> None:
    """8,795,939 of 101,527,453 in the census of 2020."""
    shares = {row["population_share"] for row in real.values() if row["share"] is not None}
    assert shares == {8.663606}


_WHOLE = '\n    op: ge\n    value: 100\n    unit: "%"\n    by: 2025-12-31\n    dated: 到2025年\n    modality: shall'
CHANGES = {
    "a floor lowered": (
        "社会工作站乡镇（街道）覆盖率达到100%\n    op: ge\n    value: 100",
        "社会工作站乡镇（街道）覆盖率达到95%\n    op: ge\n    value: 95",
        ("social_work_stations_2025", "below", [], "error"),
    ),
    "a date moved": (
        '城市黑臭水体全面消除\n    op: ge\n    value: 100\n    unit: "%"\n    by: 2025-12-31',
        '城市黑臭水体全面消除\n    op: ge\n    value: 100\n    unit: "%"\n    by: 2026-12-31',
        ("black_odorous_water_eliminated_2025", "weaker", ["date"], "warning"),
    ),
    "以上 made 左右": (
        "人均体育场地面积达到2.7平方米以上\n    op: ge",
        "人均体育场地面积达到2.7平方米左右\n    op: about",
        ("sports_area_per_capita_2025", "weaker", ["wording"], "warning"),
    ),
    "应 made 力争": (
        f"绿色建筑占城镇新建民用建筑比例达到100%{_WHOLE}",
        f"力争绿色建筑占城镇新建民用建筑比例达到100%{_WHOLE.replace('shall', 'strive')}",
        ("green_building_share_2025", "weaker", ["modality"], "warning"),
    ),
    "a target removed": (
        HEZE[HEZE.index("  - id: digital_campus_coverage_2025") : HEZE.index("  - id: outpatient_reimbursement_increase_2025")],
        "",
        ("digital_campus_coverage_2025", "absent", [], "warning"),
    ),
}


@pytest.mark.parametrize("changes", [*([change] for change in CHANGES), list(CHANGES)], ids=lambda changes: " and ".join(changes))
def test_a_changed_copy_gives_exactly_the_changed_findings(changes: list[str], nuplan: Run, tmp_path: Path, real: dict[str, Any]) -> None:
    """Beside those of the unchanged plan, each change is found, and nothing else is."""
    text = HEZE
    for change in changes:
        old, new, _ = CHANGES[change]
        assert text.count(old) == 1, change
        text = text.replace(old, new)
    path = tmp_path / "改动 copy.yaml"
    path.write_text(text, "utf-8")
    report = aligned(nuplan, str(path), code=1 if "a floor lowered" in changes else 0)

    def findings(rows: Any) -> set[tuple[Any, ...]]:
        return {(name(row["parent"]), row["verdict"], tuple(row["weaknesses"]), row["severity"]) for row in rows if row["severity"]}

    expected = {(id_, verdict, tuple(weak), severity) for id_, verdict, weak, severity in (CHANGES[change][2] for change in changes)}
    assert findings(report["pairs"]) - findings(real.values()) == expected
    assert findings(real.values()) <= findings(report["pairs"])
    assert {row["location"]["path"] for row in report["pairs"]} == {str(path)}


@pytest.mark.parametrize("case", PAIRS, ids=lambda case: case["name"])
def test_a_pair_is_judged_by_how_the_target_bears(case: dict[str, Any], tmp_path: Path) -> None:
    """Made-up plans of the province and of Heze with one target each."""
    asked = {"cascade": "floor"} | case.get("above", {})
    asked["cascade"] = {"as": asked["cascade"], "why": "编造"}
    indicator = asked.pop("indicator", "green_building_share")
    answer = dict(case.get("below", {})) if case.get("below") != "none" else None
    targets = [] if answer is None else [target(answer.pop("indicator", indicator), **answer)]
    other = [] if targets else [target("resident_population", value=400, unit="万人")]
    child = below("below", "heze", targets or other)
    if "missing" in case:
        child["source"] |= {"missing": [{"from": "2", "to": "end", "why": "编造", "may_answer": case["missing"]}]}
    child["source"] |= {"kind": "press"} if case.get("press") else {}
    child["period"] |= {"to": str(case["period"])} if "period" in case else {}
    folder = write(tmp_path / "plans", plan("above", "shandong", [target(indicator, **asked)]), child)
    code = case.get("code", 1 if case.get("severity") == "error" else 0)
    report = api.align("below", targets=folder, floors=case.get("floors", ()))
    assert report.exit_code == code
    row, *rest = (row for row in json.loads(render_json(report, Words("zh"), ""))["pairs"] if row["parent"] is not None)
    assert rest == []
    assert (row["verdict"], row["weaknesses"], row["severity"]) == (case["verdict"], case.get("weak", []), case.get("severity"))
    assert (row["gap"] or None, row["share"]) == (case.get("gap"), case.get("share"))
    assert row["reason"] == case.get("reason", row["reason"])
    assert row["blocking"] == (code == 1)


@pytest.mark.parametrize("op", ["ge", "gt", "about"])
@pytest.mark.parametrize("cascade", ["floor", "standard", "average"])
def test_a_higher_number_never_worsens_a_verdict(op: str, cascade: str, tmp_path: Path) -> None:
    """Of what is better higher, for each wording above and below."""
    gravity = {"error": 3, "warning": 2, "information": 1, None: 0}
    order = ["below", "weaker", "equal", "exceeds"]
    share, numbers = "green_building_share", range(65, 111, 5)
    asked = target(share, value=100 if cascade == "floor" else 90, op=op, cascade={"as": cascade, "why": "编造"})
    own = [below(f"below_{number}", "heze", [target(share, value=number, op=op)]) for number in numbers]
    folder = write(tmp_path / "plans", plan("above", "shandong", [asked]), *own)
    rows = api.align([made["id"] for made in own], targets=folder).pairs
    assert [row.child_plan.id for row in rows] == [made["id"] for made in own]
    found = [(order.index(row.verdict), -gravity[row.severity]) for row in rows]
    assert found == sorted(found)
    assert len(set(found)) > 1


def test_nothing_is_paired_twice_and_equal_years_come_first(nuplan: Run, tmp_path: Path) -> None:
    """Two years above, two below, one of them the same: the rest pairs by the nearest year, and is later."""
    share, why = "green_building_share", {"as": "standard", "why": "编造"}
    above = [target(share, id=f"share_{year}", by=f"{year}-12-31", dated=f"{year}年", value=80, cascade=why) for year in (2024, 2025)]
    own = [target(share, id=f"share_{year}", by=f"{year}-12-31", dated=f"{year}年", value=80) for year in (2025, 2026)]
    child = below("below", "heze", own) | {"period": {"from": "2024-01-01", "to": "2026-12-31"}}
    report = aligned(nuplan, "below", "--targets", write(tmp_path / "plans", plan("above", "shandong", above), child))
    pairs = {name(row["parent"]): (name(row["child"]), row["verdict"], row["weaknesses"]) for row in report["pairs"]}
    assert pairs == {"share_2025": ("share_2025", "equal", []), "share_2024": ("share_2026", "weaker", ["date"])}


def test_it_works_one_level_down(nuplan: Run, tmp_path: Path) -> None:
    """A county's plan against a city's, in the words of their levels; what the province asks of each city is not asked of the county."""
    folder = write(
        tmp_path / "plans",
        plan(
            "city",
            "heze",
            [
                target("green_building_share", cascade={"as": "floor", "why": "编造"}),
                target("nursery_places_per_1000", value="4.8", unit="个", cascade={"as": "standard", "why": "编造"}),
                target("pension_insurance_rate", value=96),
            ],
        ),
        below("county", "shanxian", [target("green_building_share", value=90), target("pension_insurance_rate", value=95)], above="city"),
    )
    areas = {"shanxian": {"code": "371722", "level": "county", "parent": "heze", "name": {"zh": "单县", "en": "Shan County"}}}
    (tmp_path / "plans" / "areas.yaml").write_text(yaml.safe_dump({"schema": "nuplan/areas/v1", "areas": areas}, sort_keys=False), "utf-8")
    report = aligned(nuplan, "county", "--targets", folder, code=1)
    verdicts = {row["parent"]["indicator"]: (row["verdict"], row["severity"], row["reason"]) for row in report["pairs"]}
    assert verdicts == {
        "green_building_share": ("below", "error", "below"),
        "nursery_places_per_1000": ("absent", None, "free"),
        "pension_insurance_rate": ("not_judged", None, "no_cascade"),
    }
    shown = nuplan("align", "county", "--targets", folder)
    assert shown.code == 1
    assert "低于市级要求" in shown.out
    assert "县级未列明" in shown.out
    assert "省级" not in shown.out
    far = nuplan("align", "county", "--with", "shandong_2024", "--targets", folder, "--format", "json")
    cities = [row for row in json.loads(far.out)["pairs"] if name(row["parent"]) == "smart_city_4star_cities"]
    assert [(row["verdict"], row["reason"]) for row in cities] == [("not_judged", "cities_only")]


def allocated(*plans: dict[str, Any], number: float = 6, answer: float | None = 7) -> list[dict[str, Any]]:
    """The province's 100 thousand jobs a year, allocations of it, and what Heze's plan says."""
    jobs = {"unit": "万人", "each_year": [2024, 2025], "dated": "每年"}
    above = plan("above", "shandong", [target("new_urban_jobs", value=100, cascade={"as": "total", "why": "编造"}, **jobs)])
    part = target("new_urban_jobs", value=number, cascade={"as": "named", "why": "编造"}, applies_to=["heze"], **jobs)
    own = [target("resident_population", value=400, unit="万人")] if answer is None else [target("new_urban_jobs", value=answer, **jobs)]
    return [above, plan("allocation", "shandong", [part], kind="allocation"), below("below", "heze", own), *plans]


@pytest.mark.parametrize(
    ("answer", "verdict", "severity", "gap"),
    [(7, "exceeds", None, 1), (6, "equal", None, 0), (5, "below", "error", -1), (None, "absent", "warning", None)],
)
def test_where_a_total_is_allocated_its_part_is_what_counts(
    answer: float | None, verdict: str, severity: str | None, gap: float | None, nuplan: Run, tmp_path: Path
) -> None:
    """分解下达: the part printed for the city is held against its plan, the total still stands in the row."""
    folder = write(tmp_path / "plans", *allocated(answer=answer))
    report = aligned(nuplan, "below", "--targets", folder, code=1 if severity == "error" else 0)
    row = next(row for row in report["pairs"] if row["parent"] is not None)
    assert (row["verdict"], row["severity"], row["gap"], row["share"]) == (verdict, severity, gap, None)
    assert (row["parent"]["id"], row["allocation"]["id"]) == ("above/new_urban_jobs", "allocation/new_urban_jobs")


def test_two_allocations_that_no_words_rank_give_none(nuplan: Run, tmp_path: Path) -> None:
    """The program does not choose; where one replaces the other, that one counts."""
    second = allocated(number=8)[1] | {"id": "second"}
    row = aligned(nuplan, "below", "--targets", write(tmp_path / "a", *allocated(second)))["pairs"][0]
    assert (row["verdict"], row["share"], row["allocation"]) == ("not_judged", 7, None)
    second |= {"supersedes": {"plan": "allocation", "as_printed": "替代"}}
    row = aligned(nuplan, "below", "--targets", write(tmp_path / "b", *allocated(second)), code=1)["pairs"][0]
    assert (row["verdict"], row["allocation"]["id"]) == ("below", "second/new_urban_jobs")


RULE: dict[str, Any] = {"op": "ge", "value": "0.5", "unit": "个百分点", "mean": {"from": "not_stated", "to": "2025-12-31"}}


def test_a_relative_rule_that_is_left_out_is_told_and_still_read(nuplan: Run, tmp_path: Path) -> None:
    """Of a city it addresses; of one that it does not, nothing is asked."""
    rule = target("urbanization_rate_growth_lead", cascade={"as": "relative", "why": "编造"}, applies_to=["heze"], **RULE)
    rate = target("urbanization_rate", value=67, cascade={"as": "average", "why": "编造"})
    above = plan("above", "shandong", [rule, rate])
    own = [target("urbanization_rate", value=57)]
    rows = aligned(nuplan, "below", "--targets", write(tmp_path / "a", above, below("below", "heze", own)))["pairs"]
    lead = next(row for row in rows if row["cascade"] == "relative")
    assert (lead["verdict"], lead["severity"], len(lead["implied"])) == ("absent", "warning", 4)
    odd = below("below", "heze", [target("urbanization_rate", value=-57)])
    rows = aligned(nuplan, "below", "--targets", write(tmp_path / "c", above, odd))["pairs"]
    lead = next(row for row in rows if row["cascade"] == "relative")
    assert {reading["by"] for reading in lead["implied"]} == {"mean_change"}
    rows = aligned(nuplan, "below", "--targets", write(tmp_path / "b", above, below("below", "jinan", own)))["pairs"]
    lead = next(row for row in rows if row["cascade"] == "relative")
    assert (lead["verdict"], lead["severity"], lead["implied"]) == ("not_judged", None, [])
    assert all(row["instead"] is None for row in rows)


@pytest.mark.parametrize(
    ("argv", "zh", "en"),
    [
        ((), "--all", "--all"),
        (("heze_2024", "--all"), "去掉其中一个", "Leave out one"),
        (("shandong_2024",), "没有写 implements", "no implements"),
        (("heze_2024", "--with", "heze_2024"), "不能与自己对照", "with itself"),
        (("shandong_2024", "--with", "plan_2021_2035"), "plans diff", "plans diff"),
        (("shandong_2024", "--with", "heze_2024"), "不在 shandong_2024", "not above shandong_2024"),
        (("heze_2042",), "是不是想写“heze_2024”", "heze_2024"),
        (("heze_2024", "--with", ""), "没有编号为“”", 'no plan has the id ""'),
        (("heze_2024", "--floors", ""), "可选：standard", "One of: standard"),
        (("heze_2024", "--with", "nothing"), "没有编号为“nothing”", "nothing"),
        (("nothing.yaml",), "没有这个文件", "no such file"),
        (("heze_2024", "--floors", "average"), "可选：standard", "One of: standard"),
        (("heze_2024", "--fail-on", "everything"), "可选：data", "One of: data"),
        (("heze_2024", "--as-of", "yesterday"), "不是日期", "is not a date"),
        (("heze_2024", "--targets", "no folder"), "no folder", "no folder"),
        (("loop_a", "--targets", "PLANS"), "loop_a → loop_b → loop_a", "loop_a → loop_b → loop_a"),
        (("itself", "--targets", "PLANS"), "不能与自己对照", "with itself"),
        (("orphan", "--targets", "PLANS"), "“shandong_2023”没有编码", 'shandong_2023", which is not encoded'),
        (("--all", "--targets", "PLANS"), "implements", "implements"),
        (("heze_2024", "--targets", "UNITS"), "单位“万人”不对", "万人"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_aligned_is_2_and_says_what_to_do(argv: tuple[str, ...], zh: str, en: str, nuplan: Run, tmp_path: Path) -> None:
    """A plan without a plan above it, a circle, a plan with itself, units that do not convert; in both languages, nothing on stdout."""
    share = [target("green_building_share")]
    plans = write(
        tmp_path / "plans",
        below("loop_a", "heze", share, above="loop_b"),
        below("loop_b", "jinan", share, above="loop_a"),
        below("itself", "heze", share, above="itself"),
        below("orphan", "heze", share, above="shandong_2023"),
    )
    units = write(tmp_path / "units", below("units", "heze", [target("green_building_share", unit="万人")]))
    given = [{"PLANS": plans, "UNITS": units}.get(word, word) for word in argv]
    for lang, words in (("zh", zh), ("en", en)):
        result = nuplan("align", *given, "--lang", lang)
        assert (result.code, result.out) == (2, "")
        assert words in result.err
        assert "Traceback" not in result.err


def test_no_plan_below_any_is_4(nuplan: Run) -> None:
    """A gate that compares nothing is never green."""
    result = nuplan("align", "--all", "--with", "heze_2024")
    assert result.code == 4
    assert "没有可以对照的规划" in nuplan("align", "--all", "--with", "heze_2024", "--format", "table").out


def test_another_plan_above_may_be_named(nuplan: Run) -> None:
    """By id; what the incomplete copy lacks may answer any clause of a plan that it does not speak of."""
    report = aligned(nuplan, "heze_2024", "--with", "plan_2021_2035")
    rows = {name(row["parent"]): row for row in report["pairs"] if row["parent"] is not None}
    assert len(rows) == 57
    assert (rows["urbanization_rate_2025"]["verdict"], rows["urbanization_rate_2035"]["reason"]) == ("below", "outside_period")
    assert {row["verdict"] for row in rows.values() if row["child"] is None} == {"unknown", "not_judged"}


def test_the_findings_are_the_same_in_both_languages(nuplan: Run) -> None:
    """Words change, verdicts do not."""
    reports = [json.loads(nuplan("align", "heze_2024", "--format", "json", "--lang", lang).out) for lang in ("zh", "en")]
    for report in reports:
        for row in report["pairs"]:
            for side in (row["parent"], row["child"]):
                if side is not None:
                    del side["name"]
    assert reports[0]["pairs"] == reports[1]["pairs"]
