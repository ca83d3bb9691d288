"""A city's plan encoded by following docs/en/encode.md alone: it lints, audits, and is what a submission is held against.

The document, its numbers and the submission are made up, and say so.
"""

import json

import pytest
from conftest import ROOT, Run

CITY = ROOT / "tests" / "data" / "made_up_city"
PLAN, TEXT = "weifang_sample_2026", str(CITY / "weifang_sample_2026.txt")
TARGETS = ["--targets", str(CITY / "plans")]


def test_everything_of_it_says_that_it_is_made_up() -> None:
    """Nobody takes it for a plan of the city."""
    for path in CITY.rglob("*.*"):
        assert "编造" in path.read_text("utf-8")[:400], path


def test_it_lints_and_audits(nuplan: Run) -> None:
    """Every rule, every quotation and every number of its text."""
    lint = nuplan("plans", "lint", PLAN, *TARGETS)
    assert (lint.code, lint.err) == (0, ""), lint.out
    audit = nuplan("plans", "audit", PLAN, *TARGETS, "--source", TEXT)
    assert (audit.code, audit.err) == (0, ""), audit.out


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("urbanization_rate_2028", "met"),
        ("new_urban_jobs@2028", "missed"),
        ("green_building_share_2028", "missed"),
        ("counties_with_two_expressways_2028", "undecided"),
        ("coastal_deepwater_berths_2028", "within_about"),
        ("reclaimed_water_rate_centre_2028", "met"),
        ("reclaimed_water_rate_each_county_2028", "undecided"),
        ("resident_population_centre_2030", "undecided"),
        ("construction_waste_intensity", "not_due"),
        ("grain_production_capacity_2030", "met"),
        ("schools_built", "not_reported"),
    ],
)
def test_a_submission_is_held_against_it(target: str, status: str, nuplan: Run) -> None:
    """And against the provincial plan that is in force in 2028."""
    result = nuplan("check", str(CITY / "weifang_2028_q4.yaml"), *TARGETS, "--format", "json")
    report = json.loads(result.out)
    assert (result.code, report["findings"]) == (1, [])
    rows = {row["target"]["id"]: row["status"] for row in report["assessments"]}
    assert rows[f"{PLAN}/{target}"] == status
    assert {row["target"]["plan"] for row in report["assessments"]} == {PLAN, "plan_2021_2035"}


def test_it_is_compared_with_the_plan_above(nuplan: Run) -> None:
    """diff pairs its targets with the province's by indicator and time key."""
    result = nuplan("plans", "diff", "plan_2021_2035", PLAN, *TARGETS, "--format", "json")
    assert result.code == 0
    pairs = {(row["one_id"], row["other_id"]) for row in json.loads(result.out)["rows"]}
    assert ("plan_2021_2035/mean_years_of_schooling_2025", f"{PLAN}/mean_years_of_schooling_2030") in pairs
