"""Pace: the worked numbers, the cases of cases/pace.yaml, its laws, and the ledger of an area."""

import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Run
from hypothesis import given, settings
from hypothesis import strategies as st

import nuplan
from nuplan.model.library import Library
from nuplan.model.track import Track
from nuplan.report.json_ import render_json
from nuplan.report.track_rows import track_rows
from nuplan.run import call, shelf, tracking
from nuplan.text import Words
from nuplan.text.pace_zh import STRINGS

HERE = Path(__file__).parent
SAMPLES = str(HERE / "data" / "pace")
CASES: list[dict[str, Any]] = yaml.load((HERE / "cases" / "pace.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
PACES = ("lost", "reversing", "far_behind", "behind", "slightly_behind", "on_track", "ahead")
LAGGING = ("lost", "reversing", "far_behind", "behind")
STATUSES = ("missed", "within_about", "not_due", "met")
TEXTS = {"status", "pace", "pace_reason", "severity", "blocking", "pacing"}
KNOWN = {"latest", "opening"}
DAY = date(2026, 3, 1)
WHOLE = "sample_pace_rate: 65.00%\nsample_pace_ratio: 2.28\nsample_pace_jobs: 12万人\nsample_pace_coal: 90万吨\nsample_pace_clusters: 9个"
"""Figures of a year that answer all that is due at its end."""


@cache
def _library(targets: tuple[str, ...], baselines: bool) -> Library:
    return shelf.library(targets, baselines=baselines)


@pytest.fixture(autouse=True, scope="module")
def one_library() -> Iterator[None]:
    """The plans are read once for all tests here; that a run reads them itself is shown by the tests of the command."""

    def library(targets: Any = (), *, baselines: bool = False) -> Library:
        return _library(tuple(shelf.several(targets)), baselines)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(call, "library", library)
        patch.setattr(tracking, "library", library)
        yield


def filing(figures: str, period: str, area: str = "weihai", reported: str | None = None) -> str:
    """The text of a submission."""
    by = f"reported_by: {{date: {reported}}}\n" if reported else ""
    lines = "".join(f"  {line}\n" for line in figures.splitlines())
    return f"schema: nuplan/submission/v1\narea: {area}\nperiod: {period}\n{by}figures:\n{lines}"


def written(folder: Path, filings: Sequence[str], name: str = "file") -> list[str]:
    """Submissions as files, and their paths."""
    paths = [folder / f"{name}{index}.yaml" for index in range(len(filings))]
    for path, text in zip(paths, filings, strict=True):
        path.write_text(text, "utf-8")
    return [str(path) for path in paths]


def checked(text: str, **more: Any) -> Any:
    """The JSON report of a submission; numbers as the text they are printed as."""
    given = dict[str, Any](targets=[SAMPLES], as_of=DAY, aligned=False) | more
    return shown(nuplan.check("-", stdin=io.BytesIO(text.encode()), **given))


def shown(report: nuplan.Report) -> Any:
    """A report as JSON."""
    return json.loads(render_json(report, Words("zh"), nuplan.__version__), parse_float=str, parse_int=str)


def row_of(report: Any, duty: str) -> Any:
    """The row of a duty."""
    (row,) = (row for row in report["assessments"] if row["target"]["id"] == duty)
    return row


def printed(number: Fraction) -> Decimal:
    """A fraction as the report prints it."""
    with localcontext() as context:
        context.prec = 50
        exact = Decimal(number.numerator) / Decimal(number.denominator)
        return exact.quantize(Decimal("1e-6"), ROUND_HALF_EVEN)


def worked(text: str) -> Decimal | None:
    """A number that a case writes as the sum it comes from."""
    if text == "null":
        return None
    fractions = re.sub(r"[0-9.]+", r"Fraction('\g<0>')", text)
    return printed(Fraction(eval(fractions, {"__builtins__": {}, "Fraction": Fraction})))


def found_of(row: Any, key: str) -> Any:
    """What a row says under a key of a case, as a case would write it."""
    if key in ("pace_flags", "pace_flags+"):
        return row["pace_flags"]
    if key in KNOWN:
        known = row["pacing"][key]
        return Fraction(known["value"]), known["of"], known["tier"] or known["source"]
    given = row[key] if key in row else row["pacing"][key]
    if key in TEXTS:
        return {None: "null", True: "true", False: "false"}.get(given, given) if not isinstance(given, str) else given
    return None if given is None else printed(Fraction(given))


def wanted_of(key: str, text: Any) -> Any:
    """What a case wants under a key."""
    if key in KNOWN:
        value, *rest = text.split()
        return Fraction(value), *rest
    return text if key in TEXTS | {"pace_flags"} else worked(text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_pace_is_as_its_case_says(case: dict[str, Any], tmp_path: Path) -> None:
    """Each case is a sentence about one duty, one submission and what was known before it."""
    area = case.get("area", "weihai")
    earlier = [
        filing(past["figures"], past["period"], past.get("area", "weihai"), past.get("reported")) for past in case.get("history", [])
    ]
    history = written(tmp_path, earlier)
    report = checked(filing(case["figures"], case["period"], area), history=history, allow_tier_c="allow_tier_c" in case)
    row = row_of(report, f"sample_pace_{case['duty']}")
    wanted = {key: wanted_of(key, text) for key, text in case["row"].items() if key != "pace_flags+"}
    assert {key: found_of(row, key) for key in wanted} == wanted
    if "pace_flags+" in case["row"]:
        assert case["row"]["pace_flags+"] in row["pace_flags"]


def test_no_two_cases_say_the_same_sentence() -> None:
    """A case is found by its sentence."""
    assert [name for name, count in Counter(case["name"] for case in CASES).items() if count > 1] == []


def test_every_class_has_cases() -> None:
    """No class of pace goes without a case."""
    assert {case["row"].get("pace") for case in CASES} - {None} == {*PACES, "not_assessable"}


def test_every_reason_has_a_case() -> None:
    """No reason for having no pace goes without a case, but for those of leads, which stand below, and what no file can bring about."""
    reasons = {key.removeprefix("pace.why.") for key in STRINGS if key.startswith("pace.why.")}
    assert reasons - {case["row"].get("pace_reason") for case in CASES} <= {"readings_differ", "no_reference", "monthly", "awaiting"}


def test_every_flag_has_a_case() -> None:
    """No flag goes without a case."""
    flags = {key.removeprefix("pace.flag.") for key in STRINGS if key.startswith("pace.flag.")}
    cased = [[*case["row"].get("pace_flags", []), case["row"].get("pace_flags+", "")] for case in CASES]
    assert flags - {flag for some in cased for flag in some} == set()


# The worked numbers


def shandong(period: str, figures: str, history: Sequence[str] = (), **more: Any) -> Any:
    """The report of a submission of the province, by the packaged plans and published values."""
    return checked(filing(figures, period, "shandong"), targets=[], history=history, **more)


def nearly(number: str) -> Any:
    """A number given to so many digits."""
    exponent = Decimal(number).as_tuple().exponent
    assert isinstance(exponent, int)
    return pytest.approx(Decimal(number), abs=Decimal(5).scaleb(exponent - 1))


def numbers(row: Any, *keys: str) -> list[Decimal]:
    """Numbers of a row and of its pacing."""
    return [Decimal(row[key] if key in row else row["pacing"][key]) for key in keys]


def test_the_province_in_2023_is_late_for_the_one_plan_and_early_for_the_other() -> None:
    """63.05 % to 65.53 % is 0.835 of the pace to 68 %, leading to 67.18 %, and 1.046 of the pace to 67 %."""
    report = shandong("2024-Q2", "new_urban_jobs: 60万人", allow_tier_c=True)
    long = row_of(report, "plan_2021_2035/urbanization_rate_2025")
    assert numbers(long, "pace_ratio", "done", "elapsed", "path", "off_path", "needed", "observed", "projection") == [
        nearly(number) for number in ("0.8350", "0.5010", "0.6", "66.02", "-0.490", "1.235", "0.827", "67.18")
    ]
    assert (long["status"], long["pace"]) == ("pending", "behind")
    short = row_of(report, "shandong_2024/urbanization_rate_2025")
    assert Decimal(short["pace_ratio"]) == nearly("1.046")
    assert short["pace"] == "on_track"
    assert found_of(short, "latest")[:2] == (Fraction("65.53"), "2023")
    assert found_of(short, "opening")[:2] == (Fraction("63.05"), "2020")


def test_heze_in_2023_is_late() -> None:
    """50.73 % to 53.83 % is 0.824 of the pace to 57 %, leading to 55.90 %."""
    report = checked(filing("new_urban_jobs: 3万人", "2024-Q2", "heze"), targets=[], allow_tier_c=True)
    row = row_of(report, "heze_2024/urbanization_rate_2025")
    assert numbers(row, "pace_ratio", "off_path", "needed", "observed", "projection") == [
        nearly(number) for number in ("0.8240", "-0.662", "1.585", "1.033", "55.90")
    ]
    assert row["pace"] == "behind"


def test_a_ratio_that_is_to_fall_is_late() -> None:
    """2.33 to 2.26 is 0.897 of the pace to 2.2."""
    text = "urban_rural_income_ratio: {value: 2.26, of: 2023, baseline: {value: 2.33, of: 2020}}"
    row = row_of(shandong("2024-Q2", text), "plan_2021_2035/urban_rural_income_ratio_2025")
    assert Decimal(row["pace_ratio"]) == nearly("0.897")
    assert row["pace"] == "behind"


def test_heze_leads_by_points_or_by_growth() -> None:
    """50.73 % to 53.83 % against 63.05 % to 65.53 % leads by 0.207 points a year, and by 0.702 as growth; the two do not agree."""
    report = checked(filing("new_urban_jobs: 3万人", "2024-Q2", "heze"), targets=[], allow_tier_c=True)
    row = row_of(report, "heze_2024/urbanization_rate_growth_lead_2025")
    assert (row["pace"], row["pace_reason"], row["pace_ratio"]) == ("not_assessable", "readings_differ", None)
    readings = {reading["by"]: reading for reading in row["pacing"]["readings"] if reading["base"] == "2020"}
    assert Decimal(readings["mean_change"]["so_far"]) == nearly("0.207")
    assert Decimal(readings["mean_growth"]["so_far"]) == nearly("0.702")
    assert Decimal(readings["mean_change"]["ratio"]) == printed(Fraction("0.62") / 3 / Fraction("0.5"))
    assert [known["value"] for known in readings["mean_change"]["openings"]] == ["50.73", "63.05"]
    assert [known["value"] for known in readings["mean_change"]["latest"]] == ["53.83", "65.53"]


def lead(folder: Path, duty: str, own: str, province: str | None, *earlier: str, period: str = "2023") -> Any:
    """The row of a lead of Weihai, with the province's file in the history."""
    above = [] if province is None else [filing(province, period, "shandong")]
    history = written(folder, [*earlier, *above])
    return row_of(checked(filing(own, period), history=history), f"sample_pace_{duty}")


def test_a_mean_growth_is_worked_out_from_levels_with_the_growth_still_needed(tmp_path: Path) -> None:
    """Growth of 6.3, 6.1 and 6.0 % is 6.1333 % a year by 水平法; 6.5 % over five years still needs 7.05 % a year."""
    row = lead(tmp_path, "weihai/output_growth", "sample_pace_output: 1195.51358亿元\nsample_pace_output_growth: 6.13%", None)
    (reading,) = row["pacing"]["readings"]
    assert (reading["by"], reading["base"]) == ("mean_growth", "2020")
    assert Decimal(reading["so_far"]) == nearly("6.1333")
    assert Decimal(reading["needed"]) == nearly("7.05")
    assert Decimal(row["pace_ratio"]) == nearly("0.944")
    assert row["pace"] == "slightly_behind"


def test_a_lead_of_one_reading_is_its_verdict(tmp_path: Path) -> None:
    """6.1333 % a year leads 5.6000 % by 0.533 points, which is more than the 0.5 asked for."""
    row = lead(tmp_path, "weihai/output_lead", "sample_pace_output: 1195.51358亿元", "sample_pace_output: 11775.8256亿元")
    (reading,) = row["pacing"]["readings"]
    assert Decimal(reading["so_far"]) == nearly("0.533")
    assert Decimal(row["pace_ratio"]) == nearly("1.067")
    assert row["pace"] == "ahead"


def test_readings_that_agree_are_the_verdict(tmp_path: Path) -> None:
    """Where every reading says ahead, that is the pace."""
    row = lead(tmp_path, "weihai/rate_lead", "sample_pace_rate: 65.40%", "sample_pace_rate: 65.40%")
    readings = {reading["by"]: reading for reading in row["pacing"]["readings"]}
    assert sorted(readings) == ["mean_change", "mean_growth"]
    assert Decimal(readings["mean_change"]["so_far"]) == 1
    assert Decimal(readings["mean_change"]["ratio"]) == 2
    assert (row["status"], row["pace"]) == ("undecided", "ahead")


def test_the_change_still_needed_of_a_lead_keeps_the_provinces_own(tmp_path: Path) -> None:
    """With the province at 0.8 points a year as so far, 1.3 a year over five years less the 3 gained needs 1.75 a year."""
    row = lead(tmp_path, "weihai/rate_lead", "sample_pace_rate: 63.00%", "sample_pace_rate: 65.40%")
    reading = next(reading for reading in row["pacing"]["readings"] if reading["by"] == "mean_change")
    assert Decimal(reading["so_far"]) == Decimal("0.2")
    assert Decimal(reading["needed"]) == Decimal("1.75")
    assert (row["pace"], row["pace_reason"]) == ("not_assessable", "readings_differ")


def test_a_lead_without_the_provinces_value_of_the_year_is_not_assessable(tmp_path: Path) -> None:
    """A lead is held against the value of the same year."""
    row = lead(tmp_path, "weihai/output_lead", "sample_pace_output: 1195.51358亿元", None)
    assert (row["pace"], row["pace_reason"]) == ("not_assessable", "no_reference")


def test_an_open_base_is_read_from_both_eves(tmp_path: Path) -> None:
    """A lead whose base year is open is read from the eve of the plan and from that of the five years, by both methods."""
    row = lead(tmp_path, "weihai_late/second_lead", "sample_pace_second: 57.5%", "sample_pace_second: 64.0%", period="2024")
    readings = {(reading["by"], reading["base"]): reading for reading in row["pacing"]["readings"]}
    assert sorted(readings) == [("mean_change", "2020"), ("mean_change", "2023"), ("mean_growth", "2020"), ("mean_growth", "2023")]
    assert Decimal(readings["mean_change", "2023"]["so_far"]) == 1
    assert Decimal(readings["mean_change", "2020"]["so_far"]) == printed(Fraction("7.5") / 4 - 1)
    assert row["pace"] == "ahead"


def test_the_file_of_the_province_beside_the_citys_is_the_reference(tmp_path: Path) -> None:
    """What the province reports in the same run is what leads are held against."""
    paths = written(tmp_path, [filing("sample_pace_rate: 65.40%", "2023", area) for area in ("weihai", "shandong")])
    report = shown(nuplan.check(paths, targets=[SAMPLES], as_of=DAY, aligned=False))
    assert row_of(report, "sample_pace_weihai/rate_lead")["pace"] == "ahead"


# Files


def unreadable(report: Any) -> list[Any]:
    """The findings of a report that tell what could not be read."""
    return [finding for finding in report["findings"] if finding["check"].startswith("NU0")]


def test_a_file_in_its_own_history_is_not_history(tmp_path: Path) -> None:
    """A folder of all files so far may be given as history with one of them as the submission."""
    paths = written(tmp_path, [filing("sample_pace_rate: 65.00%", "2023"), filing("sample_pace_rate: 64.00%", "2022")])
    report = shown(nuplan.check(paths[0], targets=[SAMPLES], history=tmp_path, as_of=DAY, aligned=False))
    row = row_of(report, "sample_pace_weihai/rate_ge")
    assert (row["pace"], row["pace_flags"], found_of(row, "latest")) == ("behind", [], (65, "2023", "submission"))
    assert unreadable(report) == []


def test_an_empty_history_is_none(tmp_path: Path) -> None:
    """A folder without files changes nothing."""
    text = filing("sample_pace_rate: 65.00%\nsample_pace_parks: 150个", "2023")
    (tmp_path / "empty").mkdir()
    assert checked(text, history=[tmp_path / "empty"]) == checked(text)


@pytest.mark.parametrize(
    ("figures", "check", "place"),
    [
        ("sample_pace_parks: 1.5.0个", "NU017", ":5:"),
        ("no_such_indicator: 5个", "NU016", ":5:"),
        ("sample_pace_length: 5吨", "NU020", ":5:"),
    ],
)
def test_an_earlier_file_that_cannot_be_read_is_told_with_its_place(tmp_path: Path, figures: str, check: str, place: str) -> None:
    """What stands in the history has to be readable, too; the rest is judged all the same."""
    (path,) = written(tmp_path, [filing(figures, "2020-Q4")])
    report = checked(filing("sample_pace_rate: 65.00%", "2023"), history=[path])
    (finding,) = unreadable(report)
    assert finding["check"] == check
    assert finding["location"]["path"] == path
    assert finding["location"]["line"] == place.strip(":")
    assert report["summary"]["verdict"] == "invalid"
    assert row_of(report, "sample_pace_weihai/rate_ge")["pace_ratio"] is not None


def test_a_history_that_does_not_exist_is_told(tmp_path: Path) -> None:
    """A path that leads nowhere is not an empty history."""
    report = checked(filing("sample_pace_rate: 65.00%", "2023"), history=[tmp_path / "nowhere.yaml"])
    assert [finding["check"] for finding in unreadable(report)] == ["NU001"]
    assert report["summary"]["verdict"] == "invalid"


@pytest.mark.parametrize(
    ("baseline", "check"),
    [
        ("{value: 100个, of: 2023-Q2}", "NU013"),
        ("{value: 100个, of: 2024}", "NU013"),
        ("{value: 100户, of: 2020}", "NU020"),
        ("{value: 1.0.0个, of: 2020}", "NU017"),
        ("{value: 100个}", "NU010"),
        ("{of: 2020}", "NU010"),
        ("{value: 100个, of: 2020-Q5}", "NU015"),
        ("{value: 100个, of: 2020, tier: A}", "NU011"),
    ],
)
def test_a_baseline_that_is_none_is_told_with_its_place(baseline: str, check: str) -> None:
    """A baseline has a value in the indicator's unit and an earlier period; without it the figure is undecided."""
    report = checked(filing(f"sample_pace_parks: {{value: 150个, baseline: {baseline}}}", "2023-Q2"))
    (finding,) = unreadable(report)
    assert (finding["check"], finding["location"]["line"]) == (check, "5")
    assert finding["location"]["column"] is not None
    assert report["summary"]["verdict"] == "invalid"
    row = row_of(report, "sample_pace_weihai/parks")
    assert (row["status"], row["pace_reason"]) == ("undecided", "unreadable")


def test_pace_blocks_only_where_it_is_asked_to() -> None:
    """Behind and worse block under `behind` alone, and are never more than information."""
    usual = checked(filing(WHOLE, "2023"))
    strict = checked(filing(WHOLE, "2023"), fail_on="behind")
    assert [row["target"]["id"] for row in usual["assessments"] if row["blocking"]] == []
    late = [row["target"]["id"] for row in usual["assessments"] if row["pace"] in LAGGING]
    assert "sample_pace_weihai/rate_ge" in late
    assert [row["target"]["id"] for row in strict["assessments"] if row["blocking"]] == late
    assert (usual["summary"]["verdict"], strict["summary"]["verdict"]) == ("pass", "fail")
    assert {row["severity"] for row in usual["assessments"] if row["pace"] in LAGGING} == {"information"}


def test_the_summary_counts_paces() -> None:
    """`by_pace` holds every class and adds up to the rows."""
    report = checked(filing("sample_pace_rate: 65.39%\nsample_pace_ratio: 2.28", "2023"))
    counts = Counter(row["pace"] for row in report["assessments"])
    assert {pace: int(count) for pace, count in report["summary"]["by_pace"].items()} == {
        pace: counts[pace] for pace in (*PACES, "not_assessable")
    }
    assert list(report["summary"]["by_pace"]) == [*PACES, "not_assessable"]


def test_what_is_not_assessable_says_why_and_what_is_does_not() -> None:
    """A reason stands where there is no pace, and nowhere else."""
    for period in ("2022-Q2", "2023", "2024-05", "2025"):
        for row in checked(filing("sample_pace_rate: 65.39%\nsample_pace_ratio: 2.28\nsample_pace_jobs: 5万人", period))["assessments"]:
            assert (row["pace_reason"] is None) == (row["pace"] != "not_assessable")
            assert row["pace_ratio"] is None or row["pace"] != "not_assessable"


# Laws

cents = st.integers(min_value=0, max_value=10_000).map(lambda number: Decimal(number) / 100)
ONE_SIDED = {
    "sample_pace_rate": ("%", 1, ("weihai/rate_ge", "weihai/rate_gt", "weihai/rate_about", "weihai/rate_low", "weihai_other/rate")),
    "sample_pace_ratio": ("", -1, ("weihai/ratio_le", "weihai/ratio_lt", "weihai/ratio_about")),
}
BEFORE = [
    filing("sample_pace_rate: 70.10%\nsample_pace_ratio: 2.30\nsample_pace_parks: 90个", "2021"),
    filing("sample_pace_rate: 64.00%\nsample_pace_jobs: 9万人", "2022"),
    filing("sample_pace_jobs: 8万人\nsample_pace_coal: 90万吨", "2021"),
    filing("sample_pace_jobs: 8万人\nsample_pace_parks: 80个\nsample_pace_people: 101万人", "2020"),
    filing("sample_pace_rate: 64.20%\nsample_pace_second: 56.0%", "2023", "shandong"),
    filing("sample_pace_leaks: 15.0%\nsample_pace_parks: 300个", "2024"),
]


@settings(max_examples=25, deadline=None)
@given(cents, cents, st.sampled_from(sorted(ONE_SIDED)), st.sampled_from(["2022", "2023", "2024"]))
def test_a_better_figure_never_worsens_status_or_pace(one: Decimal, other: Decimal, indicator: str, period: str) -> None:
    """Of a target with one side, the better of two figures has the same status and pace or better ones."""
    unit, sign, names = ONE_SIDED[indicator]
    scale = 1 if unit else Decimal("0.04")
    worse, better = (
        {duty: row_of(report, f"sample_pace_{duty}") for duty in names}
        for report in (
            checked(filing(f"{indicator}: {number * scale}{unit}", period))
            for number in sorted((one, other), key=lambda number: sign * number)
        )
    )
    for duty in names:
        assert STATUSES.index(better[duty]["status"]) >= STATUSES.index(worse[duty]["status"])
        assert PACES.index(better[duty]["pace"]) >= PACES.index(worse[duty]["pace"])


@settings(max_examples=20, deadline=None)
@given(cents, st.sampled_from(["2021", "2022", "2023", "2024"]))
def test_a_straight_line_leads_as_far_as_the_ratio_says(number: Decimal, period: str) -> None:
    """Of what the whole period asks for, the projection reaches the share that the pace ratio says."""
    report = checked(filing(f"sample_pace_rate: {number}%\nsample_pace_ratio: {number / 25}", period))
    for duty, opening, value in (("rate_ge", 60, 70), ("ratio_le", Fraction("2.4"), Fraction("2.2"))):
        row = row_of(report, f"sample_pace_weihai/{duty}")
        reached = (Fraction(row["pacing"]["projection"]) - opening) / (value - opening)
        assert abs(reached - Fraction(row["pace_ratio"])) <= Fraction(1, 100_000)
        assert Fraction(row["pacing"]["done"]) == pytest.approx(Fraction(row["pace_ratio"]) * Fraction(row["pacing"]["elapsed"]), abs=1e-5)


@settings(max_examples=8, deadline=None)
@given(st.permutations(range(len(BEFORE))), st.permutations(["weihai", "shandong", "yantai"]))
def test_the_order_of_files_and_of_history_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], areas: list[str]
) -> None:
    """History is a set of files, and so are submissions."""
    folder = tmp_path_factory.mktemp("order")
    figures = "sample_pace_rate: 65.00%\nsample_pace_jobs: 12万人\nsample_pace_parks: 150个\nsample_pace_people: 116万人"
    paths = {area: written(folder, [filing(figures, "2023", area)], area)[0] for area in sorted(areas)}
    history = written(folder, BEFORE, "before")

    def rows(files: list[str], before: list[str]) -> Any:
        return shown(nuplan.check(files, history=before, targets=[SAMPLES], as_of=DAY, aligned=False))["assessments"]

    assert rows([paths[area] for area in areas], [history[index] for index in order]) == rows(sorted(paths.values()), history)


@settings(max_examples=20, deadline=None)
@given(
    st.integers(min_value=1, max_value=40_000), st.integers(min_value=1, max_value=40_000), st.sampled_from(["2023-Q2", "2024", "2021-Q1"])
)
def test_a_unit_prefix_changes_nothing(number: int, opening: int, period: str) -> None:
    """Figure, baseline and target say the same in 公里 and in 万公里."""
    told = []
    for unit in ("公里", "万公里"):
        value, base = (Decimal(given).scaleb(-4 if unit == "万公里" else 0) for given in (number, opening))
        report = checked(filing(f"sample_pace_length: {{value: {value:f}{unit}, baseline: {{value: {base:f}{unit}, of: 2020}}}}", period))
        for target in ("length", "length_in_km"):
            row = row_of(report, f"sample_pace_weihai/{target}")
            shares = {key: row["pacing"][key] for key in ("elapsed", "done")}
            told.append((row["status"], row["pace"], row["pace_ratio"], row["pace_flags"], shares))
    assert told == [told[0]] * 4


@settings(max_examples=20, deadline=None)
@given(
    st.sets(st.integers(min_value=0, max_value=len(BEFORE) - 1)),
    st.sampled_from(["2021", "2023", "2024-Q2", "2025"]),
    cents,
    st.booleans(),
)
def test_history_never_changes_a_status(
    tmp_path_factory: pytest.TempPathFactory, chosen: set[int], period: str, number: Decimal, allow: bool
) -> None:
    """Whatever is known of earlier times, every status, its reason, its severity and whether it blocks stay as they are."""
    history = written(tmp_path_factory.mktemp("history"), [BEFORE[index] for index in sorted(chosen)])
    figures = (
        f"sample_pace_rate: {number}%\nsample_pace_jobs: {number / 5}万人\nsample_pace_parks: {int(number)}个\nsample_pace_coal: 99万吨"
    )
    text = filing(figures, period)
    bare, rich = checked(text), checked(text, history=history, allow_tier_c=allow)
    kept = ("status", "status_rounded", "reason", "flags", "compared", "gap", "blocking")

    def told(row: Any) -> Any:
        return row["severity"] if row["severity"] in ("error", "warning") or row["status"] in ("not_reported", "undecided") else None

    assert [[row[key] for key in kept] + [told(row)] for row in rich["assessments"]] == [
        [row[key] for key in kept] + [told(row)] for row in bare["assessments"]
    ]


@settings(max_examples=10, deadline=None)
@given(cents, cents)
def test_later_files_never_matter(tmp_path_factory: pytest.TempPathFactory, number: Decimal, later: Decimal) -> None:
    """What was reported for a later period does not change how an earlier one stood."""
    text = filing(f"sample_pace_rate: {number}%\nsample_pace_parks: {int(number)}个", "2023")
    figures = f"sample_pace_rate: {later}%\nsample_pace_parks: {int(later)}个\nsample_pace_jobs: 9万人"
    history = written(tmp_path_factory.mktemp("later"), [filing(figures, "2024"), filing(figures, "2025")])
    assert checked(text, history=history)["assessments"] == checked(text)["assessments"]


# The ledger


def steps(track: Track) -> list[tuple[str, str]]:
    """Periods and figures of a track."""
    return [(step.known.figure.period.text, step.known.figure.written) for step in track.steps]


def followed(folder: Path, filings: Sequence[str], indicator: str, **more: Any) -> tuple[dict[str, Track], nuplan.Report]:
    """The tracks of Weihai by the id of their target."""
    tracks, report = tracking.track("weihai", indicator, history=written(folder, filings), targets=[SAMPLES], **more)
    return {f"{track.subject.plan.id}/{track.subject.target.id}": track for track in tracks}, report


def test_a_track_holds_each_period_once_by_day(tmp_path: Path) -> None:
    """Published values and earlier files stand in one column of time, with changes and pace."""
    filings = [filing("sample_pace_rate: 65.00%", "2023"), filing("sample_pace_rate: 61.00%", "2021")]
    tracks, report = followed(tmp_path, filings, "sample_pace_rate")
    track = tracks["sample_pace_weihai/rate_ge"]
    assert steps(track) == [("2020", "60.00%"), ("2021", "61.00%"), ("2023", "65.00%")]
    assert [step.change for step in track.steps] == [None, 1, 4]
    assert [step.yearly for step in track.steps] == [None, 1, None]
    assert [step.completion for step in track.steps[1:]] == [Fraction(6100, 70), Fraction(6500, 70)]
    paces = [step.assessment.pacing for step in track.steps[1:] if step.assessment is not None]
    assert [pacing.ratio for pacing in paces] == [Fraction(1, 2), Fraction(5, 6)]
    assert [pacing.pace for pacing in paces] == ["far_behind", "behind"]
    assert report.exit_code == 0


def test_a_track_is_kept_for_each_target_of_the_indicator(tmp_path: Path) -> None:
    """Every plan that asks for the indicator has its own track."""
    tracks, _ = followed(tmp_path, [filing("sample_pace_rate: 65.00%", "2023")], "样例时序占比")
    assert {"sample_pace_weihai/rate_ge", "sample_pace_weihai/rate_about", "sample_pace_weihai_other/rate"} <= set(tracks)
    chosen, _ = followed(tmp_path, [filing("sample_pace_rate: 65.00%", "2023")], "sample_pace_rate", plans="sample_pace_weihai_other")
    assert set(chosen) == {"sample_pace_weihai_other/rate"}


def test_the_track_of_a_flow_tells_what_came_about_since(tmp_path: Path) -> None:
    """Of what counts from 1 January, the change is what the period added; the year begins anew."""
    given = (("2022-Q2", "5"), ("2022", "10"), ("2023-Q1", "2"), ("2023-Q2", "7.3"))
    filings = [filing(f"sample_pace_jobs: {number}万人", period) for period, number in given]
    tracks, _ = followed(tmp_path, filings, "sample_pace_jobs")
    track = tracks["sample_pace_weihai/jobs"]
    assert [period for period, _ in steps(track)] == ["2022-Q2", "2022", "2023-Q1", "2023-Q2"]
    assert [step.change for step in track.steps][1::2] == [5, Fraction("5.3")]
    last = track.steps[-1]
    assert last.yearly == 46
    assert last.completion == 73
    assert last.assessment is not None
    assert (last.assessment.pacing.pace, last.assessment.pacing.ratio) == ("on_track", Fraction(73, 50))


def test_a_track_has_the_pace_and_status_that_a_check_of_its_file_has(tmp_path: Path) -> None:
    """The ledger is the checks of its periods, one below the other."""
    given = [("2020-Q4", 100), ("2021-Q2", 112), ("2022-Q4", 139), ("2023-Q2", 150), ("2024-Q1", 201), ("2024-Q4", 180)]
    filings = [filing(f"sample_pace_parks: {number}个", period) for period, number in given]
    tracks, _ = followed(tmp_path, filings, "sample_pace_parks")
    paths = written(tmp_path, filings)
    seen = 0
    for step in tracks["sample_pace_weihai/parks"].steps[1:]:
        index = [period for period, _ in given].index(step.known.figure.period.text)
        report = nuplan.check(paths[index], history=paths[:index], targets=[SAMPLES], as_of=DAY, aligned=False)
        row = row_of(shown(report), "sample_pace_weihai/parks")
        assert step.assessment is not None
        assert (step.assessment.status, step.assessment.pacing.pace) == (row["status"], row["pace"])
        assert step.assessment.pacing.flags == tuple(row["pace_flags"])
        assert printed(step.assessment.pacing.ratio or Fraction(0)) == printed(Fraction(row["pace_ratio"] or 0))
        seen += 1
    assert seen == 5


def test_a_broken_history_makes_a_track_invalid(tmp_path: Path) -> None:
    """What cannot be read is told with its place, and the rest is listed."""
    filings = [filing("sample_pace_rate: 65.00%", "2023"), filing("sample_pace_rate: 6.4.0%", "2022")]
    tracks, report = followed(tmp_path, filings, "sample_pace_rate")
    assert report.exit_code == 3
    assert [(finding.check, finding.location.line) for finding in report.findings] == [("NU017", 5)]
    assert steps(tracks["sample_pace_weihai/rate_ge"]) == [("2020", "60.00%"), ("2023", "65.00%")]


def test_a_track_without_anything_is_empty(tmp_path: Path) -> None:
    """Of an indicator of which nothing is known there is nothing to list."""
    tracks, report = followed(tmp_path, [], "sample_pace_parks")
    assert report.exit_code == 4
    assert [step for track in tracks.values() for step in track.steps] == []


@pytest.mark.parametrize(("area", "indicator"), [("atlantis", None), ("weihai", "no_such_indicator")])
def test_a_track_of_a_name_that_there_is_not_is_refused(area: str, indicator: str | None) -> None:
    """A wrong name is not an empty ledger."""
    with pytest.raises(nuplan.NuplanError):
        tracking.track(area, indicator, targets=[SAMPLES])


def test_every_form_of_the_ledger_holds_every_period(tmp_path: Path) -> None:
    """A listing a target with a row a period; as CSV all in one, with the ids in columns."""
    tracks, _ = followed(tmp_path, [filing("sample_pace_rate: 65.00%", "2023"), filing("sample_pace_rate: 64.00%", "2022")], "样例时序占比")
    for form in ("table", "concise", "json", "markdown"):
        listings = track_rows(list(tracks.values()), form, Words("en"))
        assert [[row.cells["period"] for row in listing.rows] for listing in listings] == [["2020", "2022", "2023"]] * len(tracks)
    (listing,) = track_rows(list(tracks.values()), "csv", Words("zh"))
    assert [row.cells["target"] for row in listing.rows] == [duty for duty in tracks for _ in range(3)]


def test_a_track_holds_pages_of_tier_c_only_where_they_are_allowed(tmp_path: Path) -> None:
    """What stands on secondary pages alone is not listed unless it is asked for."""
    without, report = followed(tmp_path, [], "sample_pace_leaks")
    assert (without, report.exit_code) == ({}, 4)
    allowed, _ = followed(tmp_path, [], "sample_pace_leaks", allow_tier_c=True)
    assert steps(allowed["sample_pace_weihai/leaks"]) == [("2020", "20.0%"), ("2022", "16.0%")]


# The installed command


def test_the_command_checks_with_a_history(nuplan: Run, tmp_path: Path) -> None:
    """Pace stands in the line of its target, and `behind` blocks it."""
    paths = written(tmp_path, [filing(WHOLE, "2023"), filing("sample_pace_rate: 64.00%", "2022")])
    argv = ("check", paths[0], "--history", paths[1], "--targets", SAMPLES, "--as-of", "2026-03-01", "--format", "concise")
    usual = nuplan(*argv)
    assert usual.code == 0
    (line,) = (line for line in usual.out.splitlines() if "sample_pace_weihai/rate_ge" in line)
    assert "滞后 0.833" in line
    assert nuplan(*argv, "--fail-on", "behind").code == 1


def test_the_command_prints_a_ledger(nuplan: Run, tmp_path: Path) -> None:
    """`track` prints the periods of an area's indicator as a table or as CSV."""
    (tmp_path / "history").mkdir()
    written(tmp_path / "history", [filing("sample_pace_rate: 65.00%", "2023"), filing("sample_pace_rate: 64.00%", "2022")])
    argv = ("track", "weihai", "sample_pace_rate", "--history", str(tmp_path / "history"), "--targets", SAMPLES)
    table = nuplan(*argv, "--format", "table", "--plan", "sample_pace_weihai_other")
    assert table.code == 0
    assert "台账" in table.out
    rows = nuplan(*argv, "--format", "json", "--plan", "sample_pace_weihai_other")
    listing = json.loads(rows.out)
    assert listing["schema"] == "nuplan/rows/v1"
    assert [row["period"] for row in listing["rows"]] == ["2020", "2022", "2023"]


# At the edges


def test_a_known_value_keeps_the_digits_it_was_written_with() -> None:
    """65.00 % is printed as 65.00 beside the pace, too."""
    row = row_of(checked(filing("sample_pace_rate: 65.00%", "2023")), "sample_pace_weihai/rate_ge")
    assert (row["pacing"]["latest"]["value"], row["pacing"]["opening"]["value"]) == ("65.00", "60.00")


def test_a_lead_that_the_last_digit_decides_is_told(tmp_path: Path) -> None:
    """Levels to 1 亿元 let a lead of 0.518 points be 0.5 or 0.53, on both sides of the class."""
    row = lead(tmp_path, "weihai/output_lead", "sample_pace_output: 1195亿元", "sample_pace_output: 11776亿元")
    assert (row["pace"], row["pace_flags"]) == ("on_track", ["rounding_sensitive"])


def test_the_completion_of_a_mean_is_of_all_its_years(tmp_path: Path) -> None:
    """21万人 since the start of five years that ask for 10万人 a year are 42 % of the 50万人 they come to, and not 210 %."""
    filings = [filing("sample_pace_jobs: {value: 21万人, since: 2021-01-01}", "2022")]
    tracks, _ = followed(tmp_path, filings, "sample_pace_jobs")
    assert [step.completion for step in tracks["sample_pace_weihai/jobs_sum"].steps] == [42]
    assert [step.completion for step in tracks["sample_pace_weihai/jobs_mean"].steps] == [42]


def test_an_earlier_file_is_never_written_over(nuplan: Run, tmp_path: Path) -> None:
    """Found in a folder or not, what a run has read stays as it was."""
    folder = tmp_path / "历史 history"
    folder.mkdir()
    (path,) = written(folder, [filing("sample_pace_rate: 64.00%", "2022")])
    before = Path(path).read_bytes()
    (tmp_path / "now.yaml").write_text(filing("sample_pace_rate: 65.00%", "2023"), "utf-8")
    for argv in (("check", str(tmp_path / "now.yaml")), ("track", "weihai")):
        result = nuplan(*argv, "--history", str(folder), "--targets", SAMPLES, "--format", f"json:{path}")
        assert (result.code, result.out) == (2, "")
        assert "不能写到它上面" in result.err
    assert Path(path).read_bytes() == before


def test_an_impossible_earlier_figure_is_told_and_is_no_baseline(tmp_path: Path) -> None:
    """640 % of a share is known of nobody, whichever file says so."""
    text = filing("sample_pace_rate: 64.10%", "2023")
    report = checked(text, history=written(tmp_path, [filing("sample_pace_rate: 640%", "2022")]))
    assert [finding["check"] for finding in report["findings"]] == ["NU501"]
    assert row_of(report, "sample_pace_weihai/rate_ge") == row_of(checked(text), "sample_pace_weihai/rate_ge")


def test_an_ignored_pace_blocks_nothing(tmp_path: Path) -> None:
    """--ignore NU301 lifts what blocks by its pace alone, and so does a waiver of it; --select NU301 keeps it."""
    text, more = filing("sample_pace_rate: 60.10%", "2023"), {"fail_on": "behind"}
    assert checked(text, **more)["summary"]["verdict"] == "fail"
    assert checked(text, select="NU301", **more)["summary"]["verdict"] == "fail"
    assert checked(text, ignore="NU301", **more)["summary"]["verdict"] == "pass"


def test_no_other_day_takes_the_place_of_an_eve_that_tier_c_alone_knows() -> None:
    """Shandong at the end of 2020 is known from secondary pages only: neither 68 nor 67 has a pace, though 2022 is published."""
    text = filing("urbanization_rate: {value: 65.53%, of: 2023}", "2024-Q2", area="shandong")
    duties = ("plan_2021_2035/urbanization_rate_2025", "shandong_2024/urbanization_rate_2025")
    bare, allowed = checked(text), checked(text, allow_tier_c=True)
    assert [row_of(bare, duty)["pace_reason"] for duty in duties] == ["tier_c", "tier_c"]
    assert [row_of(allowed, duty)["pace_ratio"] for duty in duties] == ["0.835017", "1.046414"]
