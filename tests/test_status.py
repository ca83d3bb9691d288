"""How duties stand: the cases of cases/status.yaml, and which duties bear on whom."""

import io
import json
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

import nuplan
from nuplan.report.json_ import render_json
from nuplan.text import Words

HERE = Path(__file__).parent
EXTRA = str(HERE / "data" / "targets_extra")
CASES: list[dict[str, Any]] = yaml.load((HERE / "cases" / "status.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
BY_VALUE = frozenset({"gap", "tolerance"})
STATUSES = {"pending", "not_reported", "undecided", "met", "within_about", "missed", "not_due"}

FLOORS = {
    "counties_with_two_expressways_2025",
    "green_building_share_2025",
    "black_odorous_water_eliminated_2025",
    "smart_city_4star_cities",
    "combined_sewers_cleared_2025",
    "social_work_stations_2025",
    "digital_campus_coverage_2025",
    "rural_logistics_coverage_2025",
    "school_pairing_coverage_2025",
    "subdistrict_elderly_centres_2025",
    "community_day_care_coverage_2025",
}
FLOORS_2035 = {
    "smart_city_4star_cities_2025",
    "settlement_restrictions_removed_2025",
    "urban_household_gigabit_coverage_2025",
    "commercial_building_10_gigabit_coverage_2025",
    "smart_campus_coverage_2025",
    "online_family_education_coverage",
    "smart_community_coverage_2035",
    "new_urban_area_sewers_separated",
    "black_odorous_water_eliminated",
    "government_projects_prefabricated",
    "new_buses_new_energy",
    "medical_waste_facilities",
    "rural_logistics_coverage",
}
NAMED = "urbanization_rate_jinan_qingdao_2025"
RELATIVE = "urbanization_rate_growth_lead_four_cities_2025"


def judge(figures: str, *, area: str = "heze", period: str = "2025-Q4", extra: bool = False, **more: Any) -> Any:
    """The JSON report of one submission; numbers as the text they are printed as."""
    text = f"schema: nuplan/submission/v1\narea: {area}\nperiod: {period}\nfigures:\n" + "".join(
        f"  {line}\n" for line in figures.splitlines()
    )
    report = nuplan.check(
        "-", stdin=io.BytesIO(text.encode()), **(dict[str, Any](targets=[EXTRA] if extra else [], as_of=date(2026, 3, 1)) | more)
    )
    return json.loads(render_json(report, Words("zh"), nuplan.__version__), parse_float=str, parse_int=str)


def rows(report: Any, plan: str = "") -> dict[str, Any]:
    """The assessments of a report by the id of their duty."""
    return {row["target"]["id"]: row for row in report["assessments"] if plan in ("", row["target"]["plan"])}


def names(report: Any, plan: str) -> set[str]:
    """The targets of a plan that a report holds."""
    return {duty.split("/")[1].split("@")[0] for duty in rows(report, plan)}


def given(row: Any, key: str) -> Any:
    """What a row says under a key of a case, as a case would write it."""
    found = row["figure"]["quality"] if key == "quality" else row[key]
    if isinstance(found, list):
        return found
    text = {None: "null", True: "true", False: "false"}.get(found, found) if not isinstance(found, str) else found
    return Decimal(text) if key in BY_VALUE and text != "null" else text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_duty_stands_as_its_case_says(case: dict[str, Any]) -> None:
    """Each case is a sentence about one duty and one submission."""
    report = judge(case["figures"], area=case.get("area", "heze"), period=case["period"], extra="extra" in case)
    found = rows(report)
    if case["row"] == "none":
        assert case["duty"] not in found
        assert found, "the submission has to be judged at all"
        return
    row = found[case["duty"]]
    wanted = {
        key: Decimal(value) if key in BY_VALUE and isinstance(value, str) and value != "null" else value
        for key, value in case["row"].items()
    }
    assert {key: given(row, key) for key in wanted} == wanted


def test_no_two_cases_say_the_same_sentence() -> None:
    """A case is found by its sentence."""
    assert [name for name, count in Counter(case["name"] for case in CASES).items() if count > 1] == []


def test_every_status_has_cases() -> None:
    """No row of the table of statuses goes without a case."""
    assert {case["row"]["status"] for case in CASES if case["row"] != "none"} == STATUSES


def test_an_estimate_is_shown() -> None:
    """A number of an annual indicator in a quarter stands in the report although it is held against nothing."""
    row = rows(judge("urbanization_rate: 58.0%", period="2024-Q2"))["heze_2024/urbanization_rate_2025"]
    assert (row["figure"]["value"], row["figure"]["unit"]) == ("58.0", "%")


def test_the_submitters_note_is_shown() -> None:
    """The submitter's word stands beside the figure."""
    row = rows(judge("inland_waterway_length: {value: 48.5公里, note: 因汛期延误}"))["heze_2024/inland_waterway_length_2025"]
    assert row["figure"]["note"] == "因汛期延误"


def test_a_tolerance_is_always_printed() -> None:
    """Every duty about a number carries its tolerance, figure or none, and no other duty does."""
    for period in ("2024-Q2", "2025-Q4"):
        for row in judge("new_urban_jobs: 3万人", period=period)["assessments"]:
            assert (row["tolerance"] is not None) == (row["target"]["op"] == "about")


@pytest.mark.parametrize("period", ["2025", "2025-Q4", "2025-12"])
def test_a_period_is_its_last_day(period: str) -> None:
    """The year, its last quarter and its last month give the same statuses."""
    figures = "urbanization_rate: 57%\nnew_urban_jobs: 6.4万人\nreclaimed_water_rate: {missing: pending}"
    whole = {duty: row["status"] for duty, row in rows(judge(figures)).items()}
    assert {duty: row["status"] for duty, row in rows(judge(figures, period=period)).items()} == whole


@pytest.mark.parametrize("day", [date(2024, 1, 1), date(2025, 12, 31), date(2031, 1, 1)])
def test_the_day_of_the_run_decides_nothing(day: date) -> None:
    """Statuses follow the figures' period, whatever day it is."""
    text = (ROOT / "examples" / "heze_2024_q2.yaml").read_text("utf-8").partition("figures:\n")[2]
    figures = "\n".join(line.strip() for line in text.splitlines())
    usual = judge(figures, period="2024-Q2")["assessments"]
    assert judge(figures, period="2024-Q2", as_of=day)["assessments"] == usual


def test_a_city_with_a_plan_is_judged_by_it_and_by_what_bears_on_it() -> None:
    """Heze: its own targets, the provincial floors, and the lead that addresses it."""
    report = judge("new_urban_jobs: 6.6万人")
    assert names(report, "heze_2024") == {target.id for target in nuplan.load_plan("heze_2024").targets}
    assert names(report, "shandong_2024") == FLOORS | {RELATIVE}


def test_a_city_without_a_plan_is_judged_by_what_bears_on_it_from_above() -> None:
    """Jinan: the floors and the 78 % that names it, and nothing else."""
    report = judge("new_urban_jobs: 20万人", area="jinan")
    assert {row["target"]["plan"] for row in report["assessments"]} == {"shandong_2024", "plan_2021_2035"}
    assert names(report, "shandong_2024") == FLOORS | {NAMED}
    assert names(report, "plan_2021_2035") == FLOORS_2035


def test_a_city_of_the_four_is_bound_by_the_lead() -> None:
    """Linyi: the floors and the lead over the province."""
    assert names(judge("new_urban_jobs: 20万人", area="linyi"), "shandong_2024") == FLOORS | {RELATIVE}


def test_a_city_that_nothing_names_is_bound_by_the_floors() -> None:
    """Weihai: the floors alone."""
    assert names(judge("new_urban_jobs: 20万人", area="weihai"), "shandong_2024") == FLOORS


def test_the_province_is_judged_by_its_own_plan_with_all_cascades_and_by_no_city() -> None:
    """Floors, standards, averages and totals are the province's own; city plans are not its."""
    report = judge("new_urban_jobs: 120万人", area="shandong")
    assert {row["target"]["plan"] for row in report["assessments"]} == {"shandong_2024", "plan_2021_2035"}
    asked_of_others = {NAMED, RELATIVE}
    assert names(report, "shandong_2024") | asked_of_others == {target.id for target in nuplan.load_plan("shandong_2024").targets}
    assert {row["target"]["cascade"] for row in report["assessments"]} >= {"floor", "standard", "average", "total"}


def test_a_number_asked_of_each_city_is_not_met_by_the_total_of_the_province() -> None:
    """各市至少建成1处: the province's 20 do not say that each city has one; its own one does."""
    province = rows(judge("medical_waste_facilities: 20处", area="shandong"))["plan_2021_2035/medical_waste_facilities"]
    assert (province["status"], province["reason"]) == ("undecided", "each_place")
    city = rows(judge("medical_waste_facilities: 1处"))["plan_2021_2035/medical_waste_facilities"]
    assert city["status"] == "met"


def test_what_is_asked_of_two_cities_is_not_missed_by_the_province() -> None:
    """A target that names places bears on them alone, so the provincial average is not held against it."""
    found = rows(judge("urbanization_rate: 67.1%", area="shandong"))
    assert found["shandong_2024/urbanization_rate_2025"]["status"] == "met"
    assert found.get(f"shandong_2024/{NAMED}", {"status": None})["status"] not in ("met", "within_about", "missed")


def test_a_part_of_the_area_is_not_judged_by_the_figure_of_the_whole(tmp_path: Path) -> None:
    """A target of the city centre is undecided by the city's figure, and decided by one that is filed as the centre's."""
    sample = (HERE / "data" / "targets_extra" / "sample_yantai_2024.yaml").read_text("utf-8")
    assert "modality: shall" in sample
    scoped = sample.replace("sample_yantai_2024", "scoped_yantai_2024").replace(
        "modality: shall", "scope: 中心城区\n    modality: shall", 1
    )
    (tmp_path / "plan.yaml").write_text(scoped, "utf-8")
    for figure, status in (
        ("20个", "undecided"),
        ("{value: 20个, caliber: 全市}", "undecided"),
        ("{value: 20个, caliber: 中心城区}", "met"),
    ):
        report = judge(f"sample_parks: {figure}", area="yantai", targets=[EXTRA, str(tmp_path)])
        row = rows(report)["scoped_yantai_2024/parks"]
        assert (row["status"], row["reason"]) == (status, "scope" if status == "undecided" else None)


def test_a_county_is_bound_by_the_floors_that_reach_it() -> None:
    """A county of the user's own file answers its city's and its province's floors, not those on each city."""
    report = judge("sample_clinic_counties: {part: 1, whole: 1}", area="qufu", extra=True)
    assert names(report, "sample_jining_2024") == {"clinic_counties"}
    assert names(report, "shandong_2024") == FLOORS - {"smart_city_4star_cities"}
    assert names(report, "plan_2021_2035") == FLOORS_2035 - {"smart_city_4star_cities_2025", "medical_waste_facilities"}


def test_each_year_is_a_duty_a_year() -> None:
    """In 2024 both years are listed, the later one as not due; in 2025 the past one is left and counted."""
    early = judge("new_urban_jobs: 6.6万人", period="2024-Q4")
    assert {"heze_2024/new_urban_jobs@2024", "heze_2024/new_urban_jobs@2025"} <= set(rows(early))
    assert early["summary"]["left"] == "0"
    late = judge("new_urban_jobs: 6.6万人", period="2025-Q4")
    assert "heze_2024/new_urban_jobs@2024" not in rows(late)
    assert late["summary"]["left"] == "3"


def test_a_figure_of_a_past_year_is_judged_and_no_longer_left() -> None:
    """Of the three duties of 2024, one is answered by a figure of 2024 and two are left."""
    assert judge("new_urban_jobs: {value: 6.6万人, of: 2024}", period="2025-Q1")["summary"]["left"] == "2"


def test_two_plans_that_ask_differently_are_both_judged_and_counted() -> None:
    """Each plan's row stands and counts."""
    report = judge("sample_parks: 11个", area="dezhou", extra=True)
    assert {duty: rows(report)[duty]["status"] for duty in ("sample_dezhou_a/parks", "sample_dezhou_b/parks")} == {
        "sample_dezhou_a/parks": "met",
        "sample_dezhou_b/parks": "missed",
    }
    assert int(report["summary"]["by_status"]["met"]) == 1
    assert int(report["summary"]["by_status"]["missed"]) == 1


def test_a_chosen_plan_replaces_the_choice() -> None:
    """With a plan given, that one is judged alone, even where another supersedes it."""
    report = judge("sample_parks: 16个", area="yantai", extra=True, plans=["sample_yantai_2024"])
    assert set(rows(report)) == {"sample_yantai_2024/parks"}


def test_outside_every_plan_nothing_is_evaluated() -> None:
    """No plan holds 2019, so there is no row and the verdict is empty."""
    report = judge("new_urban_jobs: 6万人", period="2019-Q4")
    assert report["assessments"] == []
    assert report["summary"]["verdict"] == "empty"


def test_a_file_without_a_figure_is_not_evaluated() -> None:
    """A submission in which everything is missing passes nothing: its verdict is empty."""
    assert judge("urbanization_rate: {missing: pending}", period="2024-Q2")["summary"]["verdict"] == "empty"


def test_pending_and_not_due_rows_count_as_evaluated() -> None:
    """A file that only holds what is not due yet was evaluated."""
    report = judge("new_urban_jobs: 1.5万人", period="2024-03")
    assert report["summary"]["verdict"] == "pass"
    assert {row["status"] for row in report["assessments"]} <= {"pending", "not_due", "not_reported", "undecided"}


def test_a_truthful_miss_passes_the_gate_on_data() -> None:
    """A miss alone does not block where only data review does, and is still reported as missed."""
    text = (ROOT / "examples" / "heze_2025_q4.yaml").read_text("utf-8").partition("figures:\n")[2]
    figures = "\n".join(line.strip() for line in text.splitlines())
    report = judge(figures, fail_on=["data"])
    assert report["summary"]["verdict"] == "pass"
    missed = [row for row in report["assessments"] if row["status"] == "missed"]
    assert missed
    assert {row["blocking"] for row in missed} == {False}
    assert "error" in {row["severity"] for row in missed}


def test_what_is_claimed_not_applicable_is_a_warning_beside_the_absence() -> None:
    """The claim is a finding of its own; the duty stays not reported."""
    report = judge("inland_waterway_length: {missing: not_applicable}")
    (finding,) = report["findings"]
    assert (finding["slug"], finding["severity"], finding["blocking"]) == ("claimed-not-applicable", "warning", False)


def test_a_miss_is_not_repeated_as_a_finding() -> None:
    """Assessment and finding are two lists, and a miss stands in the first alone."""
    report = judge("renewable_capacity: 600万千瓦")
    assert rows(report)["heze_2024/renewable_capacity_2025"]["status"] == "missed"
    assert report["findings"] == []
