"""The examples do what they show: each run of them prints, byte for byte, what stands in examples/expected and tests/golden."""

from pathlib import Path

import pytest
from conftest import ROOT, Run

EXPECTED = ROOT / "examples" / "expected"
GOLDEN = ROOT / "tests" / "golden"
CODES = {"heze_2024_q2": 0, "heze_2025_q4": 1}
HISTORY = {"heze_2024_q2": ("--history", "examples/heze_history")}
CHECKS = {
    example: ("check", f"examples/{example}.yaml", *HISTORY.get(example, ()), "--as-of", "2026-02-01", "--format") for example in CODES
}
TRACK = ("track", "heze", *HISTORY["heze_2024_q2"], "--history", "examples/heze_2024_q2.yaml", "--format")
ALIGN = ("align", "heze_2024", "--as-of", "2026-02-01", "--format")
BATCH = ("check", "examples/shandong_2025_q4", "--due", "2026-01-20", "--as-of", "2026-02-01", "--format")
ROLLUP = ("rollup", "examples/shandong_2025_q4", "--as-of", "2026-02-01", "--format")
CENSUS = ("rollup", "examples/shandong_census_2020", "--as-of", "2026-02-01", "--format")
RUNS = [
    *((EXPECTED / f"{example}.zh.txt", (*argv, "table"), "120", CODES[example]) for example, argv in CHECKS.items()),
    *((EXPECTED / f"{example}.en.txt", (*argv, "table", "--lang", "en"), "120", CODES[example]) for example, argv in CHECKS.items()),
    *((EXPECTED / f"{example}.concise.txt", (*argv, "concise"), "", CODES[example]) for example, argv in CHECKS.items()),
    *((EXPECTED / f"{example}.json", (*argv, "json"), "", CODES[example]) for example, argv in CHECKS.items()),
    *((EXPECTED / f"shandong_2025_q4.{lang}.txt", (*BATCH, "table", "--lang", lang), "120", 1) for lang in ("zh", "en")),
    *((EXPECTED / f"rollup_shandong_2025_q4.{lang}.txt", (*ROLLUP, "table", "--lang", lang), "120", 1) for lang in ("zh", "en")),
    *((EXPECTED / f"track_heze.{lang}.txt", (*TRACK, "table", "--lang", lang), "160", 0) for lang in ("zh", "en")),
    (EXPECTED / "track_heze.json", (*TRACK, "json"), "", 0),
    (GOLDEN / "track_heze.80.zh.txt", (*TRACK, "table"), "80", 0),
    (GOLDEN / "heze_2024_q2.80.zh.txt", (*CHECKS["heze_2024_q2"], "table"), "80", 0),
    (GOLDEN / "heze_2024_q2.200.en.txt", (*CHECKS["heze_2024_q2"], "table", "--lang", "en"), "200", 0),
    (EXPECTED / "shandong_census_2020.zh.txt", (*CENSUS, "table"), "120", 0),
    (EXPECTED / "shandong_census_2020.json", (*CENSUS, "json"), "", 0),
    (GOLDEN / "shandong_2025_q4.80.zh.txt", (*BATCH, "table"), "80", 1),
    (GOLDEN / "rollup_shandong_2025_q4.80.zh.txt", (*ROLLUP, "table"), "80", 1),
    (GOLDEN / "rollup_shandong_2025_q4.200.en.txt", (*ROLLUP, "table", "--lang", "en"), "200", 1),
    (GOLDEN / "heze_2025_q4.80.zh.txt", (*CHECKS["heze_2025_q4"], "table"), "80", 1),
    (GOLDEN / "heze_2025_q4.80.en.txt", (*CHECKS["heze_2025_q4"], "table", "--lang", "en"), "80", 1),
    (GOLDEN / "heze_2025_q4.200.zh.txt", (*CHECKS["heze_2025_q4"], "table"), "200", 1),
    (EXPECTED / "align_heze_2024.zh.txt", (*ALIGN, "table"), "120", 0),
    (EXPECTED / "align_heze_2024.en.txt", (*ALIGN, "table", "--lang", "en"), "120", 0),
    (EXPECTED / "align_heze_2024.concise.txt", (*ALIGN, "concise"), "", 0),
    (EXPECTED / "align_heze_2024.json", (*ALIGN, "json"), "", 0),
    (GOLDEN / "align_heze_2024.80.zh.txt", (*ALIGN, "table"), "80", 0),
    (GOLDEN / "align_heze_2024.80.en.txt", (*ALIGN, "table", "--lang", "en"), "80", 0),
    (GOLDEN / "align_heze_2024.200.zh.txt", (*ALIGN, "table"), "200", 0),
    (GOLDEN / "align_heze_2024.md", (*ALIGN, "markdown"), "", 0),
    (GOLDEN / "align_heze_2024.junit.xml", (*ALIGN, "junit"), "", 0),
]


@pytest.mark.parametrize(("golden", "argv", "columns", "code"), RUNS, ids=lambda value: value.name if isinstance(value, Path) else "")
def test_an_example_prints_what_is_expected(
    golden: Path, argv: tuple[str, ...], columns: str, code: int, nuplan: Run, request: pytest.FixtureRequest
) -> None:
    """Rewritten by `make golden` and read as a diff."""
    result = nuplan(*argv, env={"COLUMNS": columns})
    assert (result.code, result.err) == (code, "")
    if request.config.getoption("--update-golden"):
        golden.write_text(result.out, "utf-8")
    assert result.out == golden.read_text("utf-8")


def test_a_true_miss_passes_a_gate_on_data_and_is_printed(nuplan: Run) -> None:
    """Data review and target assessment are two acts: a miss is shown, and never refused."""
    result = nuplan("check", "examples/heze_2025_q4.yaml", "--fail-on", "data")
    assert result.code == 0
    assert "未完成" in result.out
    assert "heze_2024/inland_waterway_length_2025" in result.out


def test_the_examples_say_that_their_figures_are_made_up() -> None:
    """Nobody takes an example for a statistic."""
    for example in CODES:
        head = (ROOT / "examples" / f"{example}.yaml").read_text("utf-8").splitlines()[:2]
        assert "编造" in head[0]
        assert "made up" in head[1]


def test_the_second_quarter_lists_every_target_of_heze_and_all_that_bears_on_it_from_above(nuplan: Run) -> None:
    """Every target of the city's plan, and each provincial floor, named and relative target that addresses it, with its clause."""
    import json

    import nuplan as api

    report = json.loads(nuplan("check", "examples/heze_2024_q2.yaml", "--format", "json").out)
    shown = {row["target"]["id"].partition("@")[0] for row in report["assessments"]}
    city = api.load_plan("heze_2024")
    bearing = {
        f"{plan}/{target.id}"
        for plan in ("shandong_2024", "plan_2021_2035")
        for target in api.load_plan(plan).targets
        if target.cascade is not None
        and (target.cascade.as_ == "floor" or (isinstance(target.applies_to, tuple) and "heze" in target.applies_to))
    }
    assert shown == {f"heze_2024/{target.id}" for target in city.targets} | bearing
    assert len(city.targets) == 38
    assert len(bearing) == 12 + 13
    assert all(row["target"]["clause"] for row in report["assessments"])
