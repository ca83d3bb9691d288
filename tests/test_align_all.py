"""Several plans at once: what the plans of sixteen cities add up to, held against the plan above them all."""

import json
from pathlib import Path
from typing import Any

from align_plans import below, plan, target, write
from conftest import Run

CENSUS = {
    "jinan": "73.46",
    "qingdao": "76.34",
    "zibo": "74.27",
    "zaozhuang": "59.32",
    "dongying": "71.45",
    "yantai": "67.31",
    "weifang": "64.41",
    "jining": "60.09",
    "taian": "63.92",
    "weihai": "70.22",
    "rizhao": "61.13",
    "linyi": "55.06",
    "dezhou": "53.3",
    "liaocheng": "52.97",
    "binzhou": "59.65",
    "heze": "50.73",
}
"""The published urbanization rates of the census of 2020; weighted by the people counted then, they give the province's 63.05."""
CITIES = tuple(CENSUS)
JOBS: dict[str, Any] = {"unit": "万人", "each_year": [2024, 2025], "dated": "每年"}


def as_(cascade: str) -> dict[str, str]:
    """A cascade of a made-up plan."""
    return {"as": cascade, "why": "编造"}


ABOVE = plan(
    "above",
    "shandong",
    [
        target("new_urban_jobs", value=110, cascade=as_("total"), **JOBS),
        target("iot_terminals", value=2, unit="亿个", cascade=as_("total")),
        target("urbanization_rate", value="63.05", cascade=as_("average")),
        target("green_building_share", cascade=as_("floor")),
        target("combined_sewers_cleared", cascade=as_("floor"), applies_to="each_county"),
        target("nursery_places_per_1000", value="4.6", unit="个", cascade=as_("standard")),
        target("pension_insurance_rate", value=96, cascade=as_("standard")),
    ],
)


def city(area: str, jobs: str = "6.75", share: int = 100, **keys: Any) -> dict[str, Any]:
    """A city's plan, with its published rate and the jobs and the share given."""
    own = [
        target("new_urban_jobs", value=jobs, **JOBS),
        target("iot_terminals", value=1500, unit="万个"),
        target("urbanization_rate", value=CENSUS[area]),
        target("green_building_share", value=share),
        target("combined_sewers_cleared"),
        target("nursery_places_per_1000", value="4.8" if area == "heze" else "4.6", unit="个"),
        target("pension_insurance_rate", value=96),
    ]
    return below(f"{area}_made_up", area, own, **keys)


def added(nuplan: Run, folder: str, code: int = 0) -> dict[str, dict[str, Any]]:
    """The roll-up of the plans in a folder against the made-up plan above, by indicator."""
    result = nuplan("align", "--all", "--targets", folder, "--format", "json")
    assert (result.code, result.err) == (code, "")
    rows = [row for row in json.loads(result.out)["rollup"] if row["target"]["id"].startswith("above/")]
    assert [row["target"]["indicator"] for row in rows] == [asked["indicator"] for asked in ABOVE["targets"]]
    assert all((row["area"], row["period"], row["blocking"]) == ("shandong", None, False) for row in rows)
    return {row["target"]["indicator"]: row for row in rows}


def bounds(row: dict[str, Any]) -> tuple[float | None, float | None, float | None, str]:
    """What a row says of a number."""
    return row["low"], row["point"], row["high"], row["status"]


def test_sixteen_plans_add_up(nuplan: Run, tmp_path: Path) -> None:
    """Sums, k of n, and means weighted by people, against what the plan above asks."""
    rows = added(nuplan, write(tmp_path / "plans", ABOVE, *map(city, CITIES)))
    assert bounds(rows["new_urban_jobs"]) == (108, 108, 108, "missed")
    assert bounds(rows["iot_terminals"]) == (2.4, 2.4, 2.4, "met")
    assert bounds(rows["urbanization_rate"]) == (63.051889, 63.051889, 63.051889, "met")
    assert (rows["urbanization_rate"]["covered"], rows["urbanization_rate"]["needed"]) == (100, None)
    assert bounds(rows["nursery_places_per_1000"])[::3] == (4.617327, "met")
    for indicator in ("green_building_share", "combined_sewers_cleared"):
        assert (rows[indicator]["places"], rows[indicator]["status"]) == ({"met": 16, "missed": 0, "unknown": 0}, "met")
    assert [row["severity"] for row in rows.values()] == ["warning", None, None, None, None, None, None]
    assert all((len(row["reported"]), row["missing"], row["differing"]) == (16, [], []) for row in rows.values())


def test_weights_that_nobody_knows_leave_the_extremes(nuplan: Run, tmp_path: Path) -> None:
    """The insured are weighted by the persons to be insured, which no file tells."""
    plans = [city(area) for area in CITIES]
    plans[0]["targets"][6] |= {"value": 98}
    row = added(nuplan, write(tmp_path / "a", ABOVE, *plans))["pension_insurance_rate"]
    assert (*bounds(row), row["reason"], row["covered"]) == (96, None, 98, "met", "weights", None)
    plans[1]["targets"][6] |= {"value": 95}
    row = added(nuplan, write(tmp_path / "b", ABOVE, *plans))["pension_insurance_rate"]
    assert (*bounds(row), row["reason"]) == (95, None, 98, "undecided", "weights")


def test_missing_plans_give_bounds_and_what_they_would_have_to_bring(nuplan: Run, tmp_path: Path) -> None:
    """No zero is put in for a city without a plan, and no mean is estimated from less than four fifths of the weight."""
    rows = added(nuplan, write(tmp_path / "fifteen", ABOVE, *(city(area) for area in CITIES if area != "linyi")))
    jobs, terminals, rate = rows["new_urban_jobs"], rows["iot_terminals"], rows["urbanization_rate"]
    assert (*bounds(jobs), jobs["needed"], jobs["missing"]) == (101.25, None, None, "undecided", 8.75, ["linyi"])
    assert (*bounds(terminals), terminals["needed"]) == (2.25, None, None, "met", 0)
    assert (*bounds(rate), rate["covered"], rate["needed"]) == (57.076449, 64.024802, 67.929045, "undecided", 89.147403, 55.042598)
    assert bounds(rows["nursery_places_per_1000"])[2:] == (None, "undecided")
    assert rows["green_building_share"]["places"] == {"met": 15, "missed": 0, "unknown": 1}
    assert (rows["green_building_share"]["status"], rows["green_building_share"]["reason"]) == ("undecided", "missing_areas")
    rows = added(nuplan, write(tmp_path / "ten", ABOVE, *(city(area) for area in CITIES[:10])))
    assert (rows["urbanization_rate"]["point"], rows["urbanization_rate"]["covered"]) == (None, 62.301271)
    assert rows["green_building_share"]["places"] == {"met": 10, "missed": 0, "unknown": 6}


def test_one_city_below_a_floor_is_k_of_n_and_blocks(nuplan: Run, tmp_path: Path) -> None:
    """The row of the city is the error; the roll-up counts it once."""
    folder = write(tmp_path / "plans", ABOVE, city("jinan", share=90), *map(city, CITIES[1:]))
    row = added(nuplan, folder, code=1)["green_building_share"]
    assert (row["places"], row["status"], row["severity"]) == ({"met": 15, "missed": 1, "unknown": 0}, "missed", None)
    assert nuplan("align", "--all", "--targets", folder, "--fail-on", "data").code == 0


def test_two_plans_of_a_city_that_differ_give_no_number(nuplan: Run, tmp_path: Path) -> None:
    """The program does not choose; where they agree the number counts once."""
    same = [city("heze") | {"id": "heze_again"}, *map(city, CITIES)]
    rows = added(nuplan, write(tmp_path / "same", ABOVE, *same))
    assert bounds(rows["new_urban_jobs"]) == (108, 108, 108, "missed")
    folder = write(tmp_path / "other", ABOVE, city("heze", jobs="8.75") | {"id": "heze_again"}, *map(city, CITIES))
    jobs = added(nuplan, folder)["new_urban_jobs"]
    assert (*bounds(jobs), jobs["missing"], jobs["differing"]) == (101.25, None, None, "undecided", ["heze"], ["heze"])
    shown = nuplan("align", "--all", "--targets", folder, "--format", "concise")
    assert "菏泽市的几个规划数值不同" in shown.out


def test_a_target_for_another_year_is_not_added(nuplan: Run, tmp_path: Path) -> None:
    """What falls due in another year says nothing of the year asked for."""
    early = city("heze")
    early["targets"][2] |= {"by": "2024-12-31", "dated": "2024年"}
    row = added(nuplan, write(tmp_path / "plans", ABOVE, early, *map(city, CITIES[:-1])))["urbanization_rate"]
    assert (row["missing"], row["status"]) == (["heze"], "undecided")


def test_counties_without_a_name_are_counted(nuplan: Run, tmp_path: Path) -> None:
    """Heze has nine counties; the areas file of the plans names one of them."""
    folder = tmp_path / "plans"
    upper = [target("new_urban_jobs", value="6.5", cascade=as_("total"), **JOBS), target("green_building_share", cascade=as_("floor"))]
    own = [target("new_urban_jobs", value=1, **JOBS), target("green_building_share")]
    write(folder, plan("above", "heze", upper), below("county", "shanxian", own))
    areas = {"shanxian": {"code": "371722", "level": "county", "parent": "heze", "name": {"zh": "单县", "en": "Shan County"}}}
    (folder / "areas.yaml").write_text(json.dumps({"schema": "nuplan/areas/v1", "areas": areas}, ensure_ascii=False), "utf-8")
    result = nuplan("align", "--all", "--with", "above", "--targets", str(folder), "--format", "json")
    jobs, share = json.loads(result.out)["rollup"]
    assert (*bounds(jobs), jobs["needed"], jobs["places"]["unknown"]) == (1, None, None, "undecided", 5.5, 8)
    assert (share["places"], share["status"]) == ({"met": 1, "missed": 0, "unknown": 8}, "undecided")


def test_every_format_shows_the_sum(nuplan: Run, tmp_path: Path) -> None:
    """A line in each, in the language asked for, and every plan's own count."""
    folder = write(tmp_path / "plans 规划", ABOVE, *map(city, CITIES))
    argv = ("align", "--all", "--targets", folder, "--format")
    for format_ in ("table", "concise", "markdown"):
        shown = nuplan(*argv, format_, "--lang", "zh").out
        assert "108万人" in shown
        assert "达不到" in shown
        assert all(f"{area}\\_made\\_up：" in shown or f"{area}_made_up：" in shown for area in CITIES)
        assert "not reached" in nuplan(*argv, format_, "--lang", "en", env={"COLUMNS": "200"}).out
    assert "NU206" in nuplan(*argv, "junit").out
    results = json.loads(nuplan(*argv, "sarif").out)["runs"][0]["results"]
    assert [result["level"] for result in results if result["ruleId"] == "NU206"] == ["warning"]
