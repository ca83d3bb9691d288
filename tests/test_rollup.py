"""Submissions added up: the census of 2020, the sixteen made-up cities, the counties of a city, and what holds of every roll-up."""

import json
import re
import shutil
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from align_plans import plan, target, write
from conftest import ROOT, Run
from hypothesis import given, settings
from hypothesis import strategies as st

import nuplan as api
from nuplan.judge.adding import Part, add_mean, add_sum, needed_mean
from nuplan.judge.compare import Bounds
from nuplan.model.report import Report
from nuplan.model.rollup import Added, Rollup, Total
from nuplan.report.rollup_facts import added_reason
from nuplan.text import Words

CENSUS = ROOT / "examples" / "shandong_census_2020"
CITIES = ROOT / "examples" / "shandong_2025_q4"
CASES: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "cases" / "rollup" / "shandong_2025_q4.yaml").read_text("utf-8"))
COUNTIES = ("mudan", "dingtao", "cao", "shan", "chengwu", "juye", "yuncheng", "juancheng", "dongming")


def totals(report: Report) -> dict[str, Total]:
    """The totals of a report by indicator."""
    return {row.indicator.id: row for row in report.totals}


def rows(report: Report) -> dict[str, Rollup]:
    """The rows of a report by duty."""
    return {row.duty.id: row for row in report.rollup if row.duty is not None}


def withheld(folder: Path, *areas: str) -> Path:
    """The census without the rows of some areas."""
    folder.mkdir(exist_ok=True)
    lines = (CENSUS / "shandong_census_2020.csv").read_text("utf-8").splitlines(keepends=True)
    (folder / "census.csv").write_text("".join(line for line in lines if line.partition(",")[0] not in areas), "utf-8")
    return folder


def test_the_census_adds_up_to_the_province(nuplan: Run) -> None:
    """Sixteen populations are the provincial total to the last person; the weighted rate is the published one, the plain mean is not."""
    result = nuplan("rollup", str(CENSUS), "--format", "json")
    assert (result.code, result.err) == (0, "")
    report = json.loads(result.out, parse_float=Decimal)
    people, rate = report["totals"]
    assert (people["indicator"], people["point"], people["unit"]) == ("resident_population", 101_527_453, "人")
    assert (rate["indicator"], rate["point"], rate["plain_mean"]) == ("urbanization_rate", Decimal("63.051889"), Decimal("63.351875"))
    assert rate["weight"] == {"sources": ["submissions"], "indicator": "resident_population", "date": None}
    assert len(rate["reported"]) == 16


@pytest.mark.parametrize("format_", ["table", "concise", "markdown", "csv"])
def test_the_census_is_shown_with_its_figures(format_: str, nuplan: Run) -> None:
    """What a person reads says the same."""
    out = nuplan("rollup", str(CENSUS), "--format", format_).out
    assert "101527453" in out
    assert re.search(r"63\.0519|63\.051889", out)
    assert "63.3519" in out


def test_withheld_cities_leave_bounds_that_hold_the_truth(tmp_path: Path) -> None:
    """Heze and Linyi hold 19.5 % of the people: the mean is bounded by 0 and 100 for them, and the estimate is told apart."""
    row = totals(api.rollup(withheld(tmp_path / "a", "heze", "linyi")))["urbanization_rate"]
    assert row.missing == ("linyi", "heze")
    assert row.low is not None
    assert row.high is not None
    assert (round(row.low, 2), round(row.high, 2)) == (Fraction("52.68"), Fraction("72.20"))
    assert row.low < Fraction("63.0519") < row.high
    assert row.covered is not None
    assert round(row.covered, 1) == Fraction("80.5")
    assert row.weight is not None
    assert (row.weight.sources, str(row.weight.day)) == (("submissions", "areas"), "2020-11-01")


def test_no_mean_is_estimated_from_less_than_four_fifths(tmp_path: Path) -> None:
    """Without Jining as well only 72 % of the weight is known: bounds, and no number."""
    row = totals(api.rollup(withheld(tmp_path / "a", "heze", "linyi", "jining")))["urbanization_rate"]
    assert row.covered is not None
    assert row.covered < 80
    assert row.point is None
    assert row.low is not None


@pytest.fixture(scope="module")
def cities() -> Report:
    """The roll-up of the sixteen made-up cities."""
    return api.rollup(CITIES)


@pytest.mark.parametrize("target", CASES)
def test_the_sixteen_cities_come_to_what_was_worked_out_apart(target: str, cities: Report) -> None:
    """Sums, means, places and who is missing, as computed with fractions from the files without the program."""
    row, case = rows(cities)[target], CASES[target]
    if "sum" in case:
        assert row.low == Fraction(case["sum"])
    if "mean" in case:
        assert row.point is not None
        assert round(row.point, 6) == Fraction(case["mean"])
    if "places" in case:
        assert [row.met, row.missed] == case["places"]
    if "status" in case:
        assert row.status == case["status"]
    if "places" not in case:
        assert sorted(row.missing) == case.get("missing", [])


def test_a_provincial_target_that_no_city_is_held_against_is_judged_by_the_sum(nuplan: Run) -> None:
    """110万 new jobs bear on no single city; the sum is held against them, and a sum that misses blocks."""
    result = nuplan("rollup", str(CITIES), "--format", "json")
    assert result.code == 1
    found = {row["target"]["id"]: row for row in json.loads(result.out)["rollup"]}
    jobs, towns = found["shandong_2024/new_urban_jobs@2025"], found["shandong_2024/provincial_modern_service_clusters_2025"]
    assert (jobs["status"], jobs["severity"], jobs["check"], jobs["blocking"]) == ("met", None, None, False)
    assert (towns["status"], towns["severity"], towns["check"], towns["blocking"]) == ("missed", "error", "NU401", True)
    undecided = found["shandong_2024/county_medical_subcentres_2025"]
    assert (undecided["status"], undecided["check"], undecided["needed"], undecided["missing"]) == (
        "undecided",
        "NU402",
        6,
        ["liaocheng", "binzhou"],
    )
    assert nuplan("rollup", str(CITIES), "--fail-on", "data").code == 0


@pytest.mark.parametrize("format_", ["junit", "sarif", "github", "csv", "concise"])
def test_every_format_tells_of_a_sum_that_misses(format_: str, nuplan: Run) -> None:
    """The same row everywhere, with its check where the format has one."""
    out = nuplan("rollup", str(CITIES), "--format", format_, "--lang", "en").out
    (line,) = (
        line for line in re.split(r"\n(?=\S)|<testcase|\"ruleId\"", out) if "Provincial-level modern service" in line and "NU401" in line
    )
    assert "113" in line


def test_a_ratio_of_means_is_not_added_up(cities: Report) -> None:
    """The income ratio of a province is no mean of those of its cities: no bounds are given for it."""
    row = rows(cities)["plan_2021_2035/urban_rural_income_ratio_2025"]
    assert (row.status, row.reason, row.low, row.high) == ("undecided", "not_additive", None, None)


def test_the_order_of_files_changes_nothing(tmp_path: Path, nuplan: Run) -> None:
    """Neither do their names."""
    files = sorted(CITIES.iterdir())
    for index, path in enumerate(reversed(files)):
        shutil.copy(path, tmp_path / f"{index:02d}{path.suffix}")
    one, two = (json.loads(nuplan("rollup", str(folder), "--format", "json").out) for folder in (CITIES, tmp_path))
    assert one["rollup"] == two["rollup"]
    assert one["totals"] == two["totals"]


def counties(folder: Path, *figures: Callable[[int], str], without: int = 0) -> tuple[Path, Path]:
    """Made-up submissions of Heze's nine counties, and a user's own areas file that names them."""
    targets, filed = folder / "targets", folder / "filed"
    targets.mkdir(parents=True)
    filed.mkdir()
    shutil.copy(ROOT / "tests" / "data" / "heze_counties" / "areas.yaml", targets)
    for index, county in enumerate(COUNTIES[: len(COUNTIES) - without]):
        lines = "".join(f"  {figure(index)}\n" for figure in figures)
        (filed / f"{county}.yaml").write_text(f"schema: nuplan/submission/v1\narea: {county}\nperiod: 2025\nfigures:\n{lines}", "utf-8")
    return filed, targets


def test_counties_add_up_to_their_city(tmp_path: Path) -> None:
    """One level down, with areas of the user's own: Heze's nine counties against Heze's plan, whose targets name no cascade."""
    filed, targets = counties(
        tmp_path,
        lambda index: f"new_urban_jobs: {7000 + 100 * index}人",
        lambda index: f"urban_sewage_collection_rate: {{part: {60 + index}万立方米, whole: 100万立方米}}",
    )
    found = rows(api.rollup(filed, targets=targets))
    jobs = found["heze_2024/new_urban_jobs@2025"]
    assert (jobs.area, jobs.point, jobs.status) == ("heze", Fraction("6.66"), "met")
    assert len(jobs.reported) == 9
    rate = found["heze_2024/urban_sewage_collection_rate_2025"]
    assert rate.point == 64
    assert rate.status == "missed"


def test_a_county_that_is_missing_leaves_a_city_open(tmp_path: Path) -> None:
    """Eight of nine: at least their sum, and what the ninth would have to bring."""
    filed, targets = counties(tmp_path, lambda index: f"new_urban_jobs: {7000 + 100 * index}人", without=1)
    jobs = rows(api.rollup(filed, targets=targets))["heze_2024/new_urban_jobs@2025"]
    assert (jobs.status, jobs.missing, jobs.low, jobs.high) == ("undecided", ("dongming",), Fraction("5.88"), None)
    assert jobs.needed == Fraction("0.62")


def test_a_whole_smaller_than_the_counties_of_a_city_is_not_all_of_them(tmp_path: Path) -> None:
    """Three of three counties, where there are twelve, may be anything from three to twelve of twelve."""
    (tmp_path / "jinan.yaml").write_text(
        "schema: nuplan/submission/v1\narea: jinan\nperiod: 2025\nfigures:\n  smart_city_4star_counties: {part: 3, whole: 3}\n", "utf-8"
    )
    row = rows(api.rollup(tmp_path))["shandong_2024/smart_city_4star_counties"]
    assert row.reported == ("jinan",)
    assert row.low == Fraction(100 * 3, 136)
    assert row.high == 100


def filed(folder: Path, *rows: tuple[str, str, str]) -> dict[str, Rollup]:
    """The roll-up of small files: area, period, figure."""
    for index, (area, period, figure) in enumerate(rows):
        text = f"schema: nuplan/submission/v1\narea: {area}\nperiod: {period}\nfigures:\n  {figure}\n"
        (folder / f"{index}.yaml").write_text(text, "utf-8")
    return rows_of(api.rollup(folder))


rows_of = rows
EVERY = [path.stem for path in sorted(CITIES.iterdir())]


def test_a_past_year_filed_late_is_judged_at_its_due_date(tmp_path: Path) -> None:
    """A figure `of` 2025 in a file of 2026: met by all, and open where one is missing; never not due."""
    figure = "green_building_share: {value: 100%, of: 2025}"
    whole = filed(tmp_path, *((area, "2026-Q1", figure) for area in EVERY))["shandong_2024/green_building_share_2025"]
    assert (whole.status, whole.met, whole.at_due) == ("met", 16, True)
    (tmp_path / "0.yaml").unlink()
    one_less = rows(api.rollup(tmp_path))["shandong_2024/green_building_share_2025"]
    assert (one_less.status, one_less.severity, len(one_less.missing)) == ("undecided", "warning", 1)


def test_one_that_waits_does_not_excuse_the_others(tmp_path: Path) -> None:
    """One city says pending, fifteen say nothing."""
    row = filed(tmp_path, ("heze", "2025-Q4", "smart_city_4star_cities: {missing: pending}"))["shandong_2024/smart_city_4star_cities"]
    assert (row.status, row.severity) == ("undecided", "warning")


def test_figures_of_a_part_or_of_another_time_are_not_added(tmp_path: Path) -> None:
    """A caliber is not the whole city; a flow since an earlier day is another flow."""
    files = [("heze", "2025-Q4", "urbanization_rate: {value: 99%, caliber: 市主城区}")]
    files += [(area, "2025-Q4", "young_talent_gathered: 100人") for area in ("jinan", "qingdao", "zibo")]
    files += [("weihai", "2025-Q4", "young_talent_gathered: {value: 100人, since: 2024-01-01}")]
    found = filed(tmp_path, *files)
    assert found["shandong_2024/urbanization_rate_2025"].reported == ()
    talent = totals(api.rollup(tmp_path))["young_talent_gathered"]
    assert talent.low == 300
    assert talent.high is None
    assert talent.reported == ("jinan", "qingdao", "zibo")


def test_a_percentage_of_counted_places_is_as_wide_as_a_place(tmp_path: Path) -> None:
    """75 % of nine counties is six or seven of them."""
    row = filed(tmp_path, ("heze", "2025-Q4", "smart_city_4star_counties: 75%"))["shandong_2024/smart_city_4star_counties"]
    assert row.low == Fraction(100 * 6, 136)
    assert row.high == Fraction(100 * (7 + 127), 136)


def test_a_place_that_has_none_weighs_nothing(tmp_path: Path) -> None:
    """A city without plants to upgrade does not keep the province open."""
    files = [(area, "2025-Q4", "wastewater_plants_upgraded: {part: 7, whole: 10}") for area in EVERY[1:]]
    row = filed(tmp_path, (EVERY[0], "2025-Q4", "wastewater_plants_upgraded: {part: 0, whole: 0}"), *files)
    assert row["shandong_2024/wastewater_plants_upgraded_2025"].point == 70


def test_more_than_a_number_is_more(tmp_path: Path, nuplan: Run) -> None:
    """突破4家: three known, and a missing city would have to bring more than one."""
    files = [(area, "2025-Q4", f"construction_groups_100_billion: {3 if area == 'jinan' else 0}家") for area in EVERY[:-1]]
    row = filed(tmp_path, *files)["shandong_2024/construction_groups_100_billion_2025"]
    assert row.status == "undecided"
    assert row.needed == 1
    assert "其余地区还须合计超过 1家" in nuplan("rollup", str(tmp_path), "--format", "concise").out


def test_who_does_not_reach_a_floor_is_named(cities: Report) -> None:
    """In the row and in what a person reads."""
    row = rows(cities)["shandong_2024/rural_logistics_coverage_2025"]
    assert row.lacking == ("binzhou",)
    assert "滨州市未达到" in added_reason(row, Words("zh"))


def test_each_county_is_asked_by_itself_where_a_plan_names_no_cascade(tmp_path: Path) -> None:
    """A target of each county is not reached by their mean."""
    filed_, targets = counties(tmp_path, lambda index: f"green_building_share: {40 if index == 0 else 100}%")
    write(targets, plan("heze_sample", "heze", [target("green_building_share", value=90, applies_to="each_county")]))
    row = rows(api.rollup(filed_, targets=targets))["heze_sample/green_building_share"]
    assert (row.status, row.met, row.missed, row.lacking) == ("missed", 8, 1, ("mudan",))


def test_only_what_a_rollup_has_can_fail_it(nuplan: Run) -> None:
    """A gate on alignment would check nothing."""
    result = nuplan("rollup", str(CITIES), "--fail-on", "align")
    assert result.code == 2
    assert nuplan("rollup", str(CITIES), "--plan", "heze_2024").code == 4


def test_nothing_to_add_up_is_never_green(tmp_path: Path, nuplan: Run) -> None:
    """The province's own file has no area above it."""
    (tmp_path / "province.yaml").write_text(
        "schema: nuplan/submission/v1\narea: shandong\nperiod: 2025\nfigures:\n  new_urban_jobs: 118万人\n", "utf-8"
    )
    assert nuplan("rollup", str(tmp_path)).code == 4


Numbers = st.lists(st.tuples(st.fractions(min_value=0, max_value=100), st.fractions(min_value=1, max_value=1000)), min_size=2, max_size=8)


@settings(max_examples=60, deadline=None)
@given(numbers=Numbers, hidden=st.integers(min_value=0, max_value=7))
def test_bounds_hold_whatever_is_missing(numbers: list[tuple[Fraction, Fraction]], hidden: int) -> None:
    """Whichever areas are withheld, the true sum and the true mean lie within the bounds."""
    names = [f"a{index}" for index in range(len(numbers))]
    known = {name: Part(Bounds(number, number), weight) for name, (number, weight) in zip(names, numbers, strict=True)}
    shown = {name: part for index, (name, part) in enumerate(known.items()) if index >= hidden % len(numbers)}
    missing = tuple(name for name in names if name not in shown)
    ends = Bounds(Fraction(0), Fraction(100))
    weights = {name: weight for name, (_, weight) in zip(names, numbers, strict=True)}
    total, mean = (Added(area="x", period="2025", missing=missing, unknown=len(missing)) for _ in range(2))
    add_sum(total, shown, ends)
    add_mean(mean, shown, ends, weights, 0)
    true_sum = sum((number for number, _ in numbers), Fraction(0))
    true_mean = sum((number * weight for number, weight in numbers), Fraction(0)) / sum((weight for _, weight in numbers), Fraction(0))
    for row, truth in ((total, true_sum), (mean, true_mean)):
        assert row.low is not None
        assert row.high is not None
        assert row.low <= truth <= row.high
    if not missing:
        assert mean.point == true_mean
    if (brought := needed_mean(mean, shown, weights, true_mean)) is not None:
        rest = sum((weights[name] for name in missing), Fraction(0))
        withheld_numbers = (number * weight for name, (number, weight) in zip(names, numbers, strict=True) if name in missing)
        assert brought * rest == sum(withheld_numbers, Fraction(0))


@settings(max_examples=40, deadline=None)
@given(numbers=Numbers, unknown=st.integers(min_value=0, max_value=7))
def test_bounds_hold_whatever_a_denominator_is(numbers: list[tuple[Fraction, Fraction]], unknown: int) -> None:
    """Where the weight of a place is not known, the true mean still lies within the bounds, and no number is given for it."""
    parts = {
        f"a{index}": Part(Bounds(number, number), None if index == unknown % len(numbers) else weight)
        for index, (number, weight) in enumerate(numbers)
    }
    row = Added(area="x", period="2025")
    add_mean(row, parts, Bounds(Fraction(0), Fraction(100)), {}, 0)
    mean = sum((number * weight for number, weight in numbers), Fraction(0)) / sum((weight for _, weight in numbers), Fraction(0))
    assert row.low is not None
    assert row.high is not None
    assert row.low <= mean <= row.high
    assert row.reason == "weights"
    assert row.point is None or row.low == row.high
