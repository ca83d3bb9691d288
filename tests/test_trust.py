"""Whether figures can be trusted: what was really published wrong is found, what is right passes, rounding is allowed for."""

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

import nuplan
from nuplan.judge.evidence import significant
from nuplan.judge.review import review_batch, review_filing, review_history
from nuplan.judge.reviewed import Reviewed
from nuplan.load.library import load_library
from nuplan.load.submission import load_filings
from nuplan.model.figure import Figure, Filing
from nuplan.model.finding import Finding, Location, Problem
from nuplan.model.identity import evaluate, parse_identity, written
from nuplan.model.interval import Interval, interval
from nuplan.model.ledger import Ledger
from nuplan.model.period import parse_period
from nuplan.model.quantity import Quantity, parse_quantity
from nuplan.model.unit import parse_unit
from nuplan.report.messages import message
from nuplan.run.history import enter, open_ledger
from nuplan.text import Words

SAMPLES = str(ROOT / "tests" / "data" / "trust")
LIBRARY = load_library([SAMPLES], baselines=True)


class Desk:
    """Reviews filings written in a folder of their own, with the sample indicators and what was reported before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.written = 0

    def file(self, period: str, figures: str, area: str = "heze") -> Filing:
        """A filing read from a file; figures are parted by semicolons."""
        self.written += 1
        path = self.folder / f"{self.written}.yaml"
        lines = "".join(f"  {figure.strip()}\n" for figure in figures.split(";"))
        path.write_text(f"schema: nuplan/submission/v1\narea: {area}\nperiod: {period}\nfigures:\n{lines}", "utf-8")
        loaded, filings = load_filings(str(path), LIBRARY)
        assert loaded.findings == []
        return filings[0]

    def ledger(self, history: Iterable[Filing] = ()) -> Ledger:
        """Published values, and what was reported before."""
        ledger = open_ledger(LIBRARY)
        enter(history, ledger, LIBRARY)
        return ledger

    def review(self, period: str, figures: str, area: str = "heze", history: Iterable[tuple[str, str]] = ()) -> dict[str, Finding]:
        """The findings in a filing, by check."""
        ledger = self.ledger([self.file(when, what, area) for when, what in history])
        filing = self.file(period, figures, area)
        found = list(review_filing(filing, Reviewed(LIBRARY, ledger)))
        assert len({(finding.check, finding.indicator) for finding in found}) == len(found)
        return {finding.check: finding for finding in found}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk of one's own."""
    return Desk(tmp_path)


def said(finding: Finding) -> str:
    """The message in Chinese."""
    return message(finding, Words("zh"))


def test_the_registry_is_sound() -> None:
    """The sample registry is read without a problem, with the identities and limits of the packaged one."""
    assert LIBRARY.findings == []
    assert LIBRARY.review is not None
    assert {"sample_insured", "urbanization_rate"} <= {identity.names[0] for identity in LIBRARY.identities}


# what was really published wrong


WEIHAI = "urban_population: 211.76万人; resident_population: 291.36万人"


def test_the_rate_of_weihai_2023_is_found_with_the_right_one(desk: Desk) -> None:
    """71.76 % was printed; the parts of the same page give 72.68 %."""
    found = desk.review("2023", f"urbanization_rate: 71.76%; {WEIHAI}", "weihai")
    assert set(found) == {"NU509"}
    assert str(found["NU509"].values["computed"].value) == "72.68"
    assert found["NU509"].indicator == "urbanization_rate"
    assert len(found["NU509"].related) == 2
    assert "得 72.68%" in said(found["NU509"])


def test_the_rate_of_weihai_2023_looks_like_that_of_the_year_before(desk: Desk) -> None:
    """71.76 % is what was reported for 2022: told once, with the identity; without its parts as a hint."""
    history = [("2022", "urbanization_rate: 71.76%")]
    found = desk.review("2023", f"urbanization_rate: 71.76%; {WEIHAI}", "weihai", history)
    assert set(found) == {"NU509"}
    assert found["NU509"].values["why"] == "earlier"
    assert "2022" in said(found["NU509"])
    alone = desk.review("2023", "urbanization_rate: 71.76%", "weihai", history)
    assert set(alone) == {"NU523"}
    assert said(alone["NU523"]).startswith("线索，非结论")


def test_the_sports_area_of_zaozhuang_2024_lacks_its_scale(desk: Desk) -> None:
    """932.05 square metres, 2.45 a head: with the population of the areas file, and with one that is filed."""
    for filed in ("", "; resident_population: 380.42万人"):
        found = desk.review("2024", f"sports_area: 932.05平方米; sports_area_per_capita: 2.45平方米{filed}", "zaozhuang")
        assert found["NU508"].values["likely"].written == "932.05万平方米"
        assert found["NU508"].indicator == "sports_area"
        assert "NU509" not in found
        assert "可能应为 932.05万平方米" in said(found["NU508"])


def test_a_part_of_zaozhuang_2024_is_larger_than_its_whole(desk: Desk) -> None:
    """342.07 inside 267.89."""
    found = desk.review("2024", "table_tennis_area: 342.07万平方米; ball_sports_area: 267.89万平方米", "zaozhuang")
    assert found["NU509"].values["why"] == "over"
    assert found["NU509"].indicator == "table_tennis_area"


INSURED = "sample_insured_residents: 486.14万人; sample_insured_offices: 35.98万人; sample_insured_firms: 102.63万人"


def test_parts_that_add_up_just_within_rounding_pass_and_a_hundredth_more_fails(desk: Desk) -> None:
    """Heze 2022: 624.75 against 624.77 is four times half a hundredth; binary numbers would fail it."""
    assert desk.review("2022", f"sample_insured: 624.77万人; {INSURED}") == {}
    found = desk.review("2022", f"sample_insured: 624.78万人; {INSURED}")
    assert set(found) == {"NU509"}
    assert found["NU509"].values["computed"].written == "624.75万人"


def test_the_rate_of_shandong_2020_is_not_that_of_2025(desk: Desk) -> None:
    """63.05 % of the census under another year."""
    history = [("2020", "urbanization_rate: 63.05%")]
    assert "NU523" in desk.review("2025", "urbanization_rate: 63.05%", "shandong", history)


@pytest.mark.parametrize(
    ("area", "period", "figures"),
    [
        ("heze", "2022", "resident_population: 868.32万人; urban_population: 457.87万人; urbanization_rate: 52.73%"),
        ("weihai", "2023", f"urbanization_rate: 72.68%; {WEIHAI}"),
        ("weihai", "2023", f"urbanization_rate: 72.7%; {WEIHAI}"),
        ("zaozhuang", "2024", "sports_area: 932.05万平方米; sports_area_per_capita: 2.45平方米; resident_population: 380.4万人"),
    ],
)
def test_what_was_published_right_raises_no_error(desk: Desk, area: str, period: str, figures: str) -> None:
    """Figures of communiqués and official pages."""
    assert not {"NU508", "NU509"} & set(desk.review(period, figures, area))


# identities


@pytest.mark.parametrize("mode", [ROUND_HALF_UP, ROUND_HALF_EVEN])
@settings(max_examples=150, deadline=None)
@given(
    parts=st.lists(st.integers(1, 10**8), min_size=3, max_size=3),
    digits=st.lists(st.integers(-1, 6), min_size=4, max_size=4),
    scale=st.sampled_from(["人", "万人"]),
)
def test_true_sums_rounded_anyhow_are_never_at_odds(parts: list[int], digits: list[int], scale: str, mode: str) -> None:
    """Whatever digits each number was rounded to, half-up or half-even."""
    names = ("sample_insured", "sample_insured_residents", "sample_insured_offices", "sample_insured_firms")
    unit = parse_unit(scale)
    figures = {}
    for name, number, places in zip(names, (sum(parts), *parts), digits, strict=True):
        shown = (Decimal(number) / Decimal(unit.factor.numerator)).quantize(Decimal(10) ** -max(places, 0), rounding=mode)
        # a whole number of persons is exact, so that it is never a rounded one
        shown = Decimal(number) if scale == "人" else shown
        figures[name] = Figure(name, Location("a"), parse_period("2024"), Quantity(shown, unit))
    filing = Filing("a", "heze", parse_period("2024"), figures, Location("a"))
    assert not [one for one in review_filing(filing, Reviewed(LIBRARY, Ledger())) if one.check == "NU509"]


@pytest.mark.parametrize("mode", [ROUND_HALF_UP, ROUND_HALF_EVEN])
@settings(max_examples=150, deadline=None)
@given(urban=st.integers(10**4, 10**7), rural=st.integers(10**4, 10**7), digits=st.integers(0, 4), rate=st.integers(0, 4))
def test_true_shares_rounded_anyhow_are_never_at_odds(urban: int, rural: int, digits: int, rate: int, mode: str) -> None:
    """The same of a quotient."""
    whole = urban + rural
    share = Fraction(100 * urban, whole)
    step = Decimal(10) ** -rate
    texts = {
        "urbanization_rate": (Decimal(share.numerator) / Decimal(share.denominator)).quantize(step, rounding=mode),
        "urban_population": (Decimal(urban) / 10_000).quantize(Decimal(10) ** -digits, rounding=mode),
        "resident_population": (Decimal(whole) / 10_000).quantize(Decimal(10) ** -digits, rounding=mode),
    }
    if not texts["resident_population"]:
        return
    units = {"urbanization_rate": "%", "urban_population": "万人", "resident_population": "万人"}
    figures = {
        name: Figure(name, Location("a"), parse_period("2024"), Quantity(number, parse_unit(units[name]))) for name, number in texts.items()
    }
    filing = Filing("a", "heze", parse_period("2024"), figures, Location("a"))
    assert not [one for one in review_filing(filing, Reviewed(LIBRARY, Ledger())) if one.check == "NU509"]


def test_figures_of_different_years_are_held_against_no_identity(desk: Desk) -> None:
    """A population `of` another year than the rate says nothing of it."""
    figures = "urbanization_rate: 71.76%; urban_population: 211.76万人; resident_population: {value: 291.36万人, of: 2022}"
    assert desk.review("2023", figures, "weihai") == {}


@pytest.mark.parametrize(
    "text",
    [
        "a = ",
        "a",
        "a = a",
        "a == b",
        "a = b c",
        "a = (b",
        "a = b)",
        "a = 2b",
        "a < b",
        "a = b = c",
        "a = b ^ 2",
        "a = -b",
        "1 = 2",
        "a=" + "(" * 60 + "b",
    ],
)
def test_what_is_no_identity_is_refused(text: str) -> None:
    """With what one looks like."""
    with pytest.raises(Problem) as caught:
        parse_identity(text)
    assert caught.value.check == "NU013"


def test_an_identity_is_worked_out_by_the_rules_of_arithmetic() -> None:
    """Products before sums, from the left; it is written with the brackets it needs and no others."""
    identity = parse_identity("a = 12 - (b - 2) - b * 2 / (4 * (1 + c))")
    values = {name: Interval(Fraction(number), Fraction(number)) for name, number in (("a", 9), ("b", 4), ("c", 1))}
    assert evaluate(identity.right, values) == Interval(Fraction(9), Fraction(9))
    assert identity.holds(values)
    assert written(identity.right, {"b": "b", "c": "c"}) == "12 − (b − 2) − b × 2 ÷ (4 × (1 + c))"
    assert identity.names == ("a", "b", "c")


def test_nothing_is_said_where_a_divisor_may_be_nothing() -> None:
    """0.0 may stand for anything between -0.05 and 0.05."""
    assert parse_identity("a = b / c").holds(
        {"a": interval(parse_quantity("9")), "b": interval(parse_quantity("1")), "c": interval(parse_quantity("0.0"))}
    )


# units


@pytest.mark.parametrize(
    ("period", "figures", "history", "likely"),
    [
        ("2024", "sample_rate: 0.5483%", [("2023", "sample_rate: 53.8%")], "54.83%"),
        ("2024", "sample_rate: 0.5483%", [], "54.83%"),
        ("2024-Q2", "sample_part_time: 21000万人", [("2023", "sample_part_time: 4.1万人")], "21000人"),
        ("2024-Q2", "sample_part_time: 2.1人", [("2023", "sample_part_time: 4.1万人")], "2.1万人"),
        ("2024", "sample_stations: 1.86个", [], "1.86万个"),
        ("2024", "sample_stations: 186000000个", [], "18600个"),
        ("2024", "sample_roads: 850万公里", [("2023", "sample_roads: 848公里")], "850公里"),
    ],
)
def test_a_slipped_unit_is_told_with_the_value_meant(
    desk: Desk, period: str, figures: str, history: list[tuple[str, str]], likely: str
) -> None:
    """By the last known value, a month of a flow against a month; else by what is likely; and nothing else of the same cause."""
    found = desk.review(period, figures, history=history)
    assert found["NU508"].values["likely"].written == likely
    assert not {"NU507", "NU509", "NU513", "NU514", "NU515", "NU516", "NU517"} & set(found)


def test_a_value_that_is_merely_far_off_has_not_slipped(desk: Desk) -> None:
    """A hundredfold is no slip of a 万; nor is what no factor brings near."""
    assert "NU508" not in desk.review("2024", "sample_roads: 8.5公里", history=[("2023", "sample_roads: 850公里")])
    assert "NU508" not in desk.review("2024", "sample_rate: 12.1%", history=[("2023", "sample_rate: 53.8%")])


@settings(max_examples=60, deadline=None)
@given(number=st.decimals("100", "999", places=2), scale=st.integers(0, 6))
def test_a_slip_is_found_at_every_size(number: Decimal, scale: int) -> None:
    """Whatever the unit and the size of a value, ten thousand times of it is a slip."""
    ledger = Ledger()
    before, now = (
        Figure("sample_roads", Location("a"), parse_period(period), Quantity(value.scaleb(scale - 2), parse_unit("公里")))
        for period, value in (("2023", number), ("2024", number.scaleb(4)))
    )
    enter([Filing("b", "heze", parse_period("2023"), {"sample_roads": before}, Location("b"))], ledger, LIBRARY)
    filing = Filing("a", "heze", parse_period("2024"), {"sample_roads": now}, Location("a"))
    (finding,) = review_filing(filing, Reviewed(LIBRARY, ledger))
    assert finding.check == "NU508"
    assert finding.values["likely"].in_unit(parse_unit("公里")) == Fraction(number.scaleb(scale - 2))


# what is likely, and what was known before


def test_likely_bounds_shrink_with_the_months_and_hold_for_so_many_residents(desk: Desk) -> None:
    """120 prizes a year are 30 a quarter; 5 stations for 10,000 of 8.8 million are 4,398."""
    assert desk.review("2024-Q1", "sample_prizes: 30个") == {}
    assert "NU507" in desk.review("2024-Q1", "sample_prizes: 29个")
    assert "NU507" in desk.review("2024", "sample_prizes: 119个")
    assert desk.review("2024", "sample_stations: 4398个") == {}
    assert "每万人" in said(desk.review("2024", "sample_stations: 4300个")["NU507"])


def test_values_of_tier_c_and_of_another_vintage_are_no_evidence(desk: Desk) -> None:
    """61.42 % of 2022 stands on a page of tier C, 66.66 % of 2019 before the census."""
    assert set(desk.review("2023", "sample_rate: 61.42%")) == {"NU519"}
    assert desk.review("2022", "sample_rate: 61.99%") == {}
    assert "NU523" not in desk.review("2024", "sample_rate: 66.66%")


@pytest.mark.parametrize(
    ("period", "now", "earlier", "expected"),
    [
        ("2024-Q2", "sample_part_time: 1.8万人", "2024-Q1 sample_part_time: 2.1万人", "NU513 3.9万人"),
        ("2024-Q2", "sample_part_time: 2.0万人", "2024-Q1 sample_part_time: 2.05万人", "NU514 4.05万人"),
        ("2024-Q2", "sample_part_time: 2.6万人", "2024-Q1 sample_part_time: 2.1万人", "NU514 4.7万人"),
        ("2024-Q2", "sample_part_time: 2.7万人", "2024-Q1 sample_part_time: 2.1万人", ""),
        ("2024-Q3", "sample_part_time: 2.2万人", "2024-Q2 sample_part_time: 4.1万人", "NU513 6.3万人"),
        ("2024-Q4", "sample_part_time: 2.2万人", "2024-Q1 sample_part_time: 2.4万人", "NU513 -"),
        ("2024-Q1", "sample_part_time: 2.2万人", "2023-Q4 sample_part_time: 2.9万人", ""),
        ("2024-Q2", "sample_part_time: {value: 2.2万人, since: 2023-01-01}", "2024-Q1 sample_part_time: 2.4万人", ""),
        ("2024", "sample_roads: 849公里", "2023 sample_roads: 850公里", ""),
        ("2024", "sample_roads: 848公里", "2023 sample_roads: 850公里", "NU515 -"),
        ("2024", "sample_roads: 848公里", "2025 sample_roads: 850公里", ""),
        ("2024", "sample_income: 23000元", "2023 sample_income: 20000元", ""),
        ("2024", "sample_income: 23010元", "2023 sample_income: 20000元", "NU516 -"),
        ("2024", "sample_part_time: 6.6万人", "2023 sample_part_time: 5.0万人", ""),
        ("2024", "sample_part_time: 6.7万人", "2023 sample_part_time: 5.0万人", "NU516 -"),
        ("2024", "sample_prizes: 190个", "2022 sample_prizes: 140个", ""),
        ("2024", "sample_rate: 58.0%", "2019 sample_rate: 58.0%", "NU516 -"),
    ],
)
def test_a_figure_is_held_against_what_was_known_before(desk: Desk, period: str, now: str, earlier: str, expected: str) -> None:
    """Only what is comparable, only what is earlier, and beyond rounding; the value that is likely meant, where one is."""
    when, _, what = earlier.partition(" ")
    found = desk.review(period, now, history=[(when, what)])
    check, _, likely = expected.partition(" ")
    assert set(found) == ({check} if check else set())
    if likely not in ("", "-"):
        assert found[check].values["likely"].written == likely
    if check and when in said(found[check]):
        assert len(found[check].related) == 1


def test_small_counts_are_no_unusual_changes(desk: Desk) -> None:
    """From 2 to 5 prizes is no 150 %; they are unlikely few, and that is told."""
    assert set(desk.review("2024", "sample_prizes: 5个", history=[("2023", "sample_prizes: 2个")])) == {"NU507"}


def test_an_unusual_change_needs_a_series_that_varies(desk: Desk) -> None:
    """A series without any deviation says nothing; too short a one neither."""
    even = [(f"{2022 + index // 4}-Q{index % 4 + 1}", f"sample_roads: {700 + 10 * index}公里") for index in range(11)]
    assert "NU517" not in desk.review("2024-Q4", "sample_roads: 990公里", history=even)
    uneven = [(period, f"sample_roads: {700 + 10 * index + index * index % 7}公里") for index, (period, _) in enumerate(even)]
    found = desk.review("2024-Q4", "sample_roads: 990公里", history=uneven)
    assert found["NU517"].values["count"] == 10
    assert "NU517" not in desk.review("2024-Q4", "sample_roads: 990公里", history=uneven[4:])


def test_a_revision_is_told_with_its_size_and_a_year_is_its_fourth_quarter(desk: Desk) -> None:
    """A figure `of` an earlier period, too."""
    found = desk.review("2024-Q2", "sample_roads: {value: 851公里, of: 2023}", history=[("2023-Q4", "sample_roads: 848公里")])
    assert found["NU518"].values["difference"].written == "3公里"
    assert found["NU518"].related[0].path.endswith("1.yaml")


def test_earlier_reports_that_disagree_are_told(desk: Desk) -> None:
    """Once, at the later one."""
    filings = [desk.file("2023", "sample_roads: 848公里"), desk.file("2024-Q1", "sample_roads: {value: 851公里, of: 2023}")]
    (found,) = review_history(filings, LIBRARY)
    assert (found.check, found.values["why"]) == ("NU518", "history")
    assert list(review_history(filings[:1] * 2, LIBRARY)) == []


# several areas


def batch(desk: Desk, *filed: tuple[str, str, str]) -> list[Finding]:
    """The findings in filings of several areas, each `AREA, PERIOD, FIGURES`."""
    filings = [desk.file(period, figures, area) for area, period, figures in filed]
    return list(review_batch(filings, Reviewed(LIBRARY, desk.ledger()), lambda _: frozenset()))


def mirrored(desk: Desk, *filed: tuple[str, str, str]) -> list[Finding]:
    """Of these, places against the whole."""
    return [finding for finding in batch(desk, *filed) if finding.check == "NU520"]


def cities(figure: str) -> list[tuple[str, str, str]]:
    """The same figure from all 16 cities; `#` is the number of the city."""
    areas = [area.id for area in LIBRARY.areas.values() if area.parent == "shandong"]
    return [(area, "2023", figure.replace("#", str(index))) for index, area in enumerate(areas)]


def test_places_are_held_against_the_whole_filed_or_published(desk: Desk) -> None:
    """The published value of 2023 is 100.0, that of 2022 90.0: places of 2022 under 2023 are told as such."""
    (found,) = mirrored(desk, *cities("sample_insured: 5.625万人"))
    assert (found.values["why"], found.values["of"], found.area) == ("period", "2022", "shandong")
    assert mirrored(desk, *cities("sample_insured: 6.25万人")) == []
    filed = ("shandong", "2023", "sample_insured: 88.3万人")
    (found,) = mirrored(desk, filed, *cities("sample_insured: 5.50万人"))
    assert (found.values["why"], found.values["difference"].written) == ("sum", "-0.3万人")
    assert found.location.path.endswith(f"/{desk.written - 16}.yaml")
    assert len(found.related) == 16


def test_where_places_are_missing_only_the_bounds_speak(desk: Desk) -> None:
    """What is there may not exceed the whole; less than it says nothing."""
    over = mirrored(desk, ("heze", "2023", "sample_insured: 60.1万人"), ("jinan", "2023", "sample_insured: 40.2万人"))
    assert [one.values["why"] for one in over] == ["sum_partly_published"]
    assert mirrored(desk, ("heze", "2023", "sample_insured: 50万人"), ("jinan", "2023", "sample_insured: 40万人")) == []


def test_means_are_weighted_by_what_the_places_file(desk: Desk) -> None:
    """With denominators of another year nothing is said; with filed ones the mean must fit."""
    whole = ("shandong", "2023", "sample_rate: 70.00%")
    assert mirrored(desk, whole, *cities("sample_rate: 65.5%")) == []
    filed = cities("sample_rate: 65.5%; resident_population: 6#0.00万人")
    (found,) = (finding for finding in mirrored(desk, whole, *filed) if finding.indicator == "sample_rate")
    assert (found.values["why"], found.values["computed"].written) == ("mean", "65.50%")
    fitting = mirrored(desk, ("shandong", "2023", "sample_rate: 65.45%"), *filed)
    assert {finding.indicator for finding in fitting} == {"resident_population"}
    of_census = [(area, "2020", "sample_rate: 65.5%") for area, _, _ in filed[:12]]
    (found,) = mirrored(desk, ("shandong", "2020", "sample_rate: 95.00%"), *of_census)
    assert found.values["why"] == "mean_partly"


def test_one_figure_from_three_areas_is_a_hint_and_from_two_is_none(desk: Desk) -> None:
    """Named together, at all their places."""
    (found,) = batch(desk, *cities("sample_rate: 57.31%")[:3])
    assert (found.check, found.area, len(found.related)) == ("NU522", None, 2)
    assert "济南市、青岛市、淄博市" in said(found)
    assert batch(desk, *cities("sample_rate: 57.31%")[:2]) == []
    for common in ("sample_rate: 100.00%", "sample_rate: 57%", "sample_prizes: 5个"):
        assert batch(desk, *cities(common)[:3]) == []


@pytest.mark.parametrize(
    ("text", "digits"), [("57%", 2), ("57.0%", 3), ("0.050%", 2), ("200所", 1), ("201所", 3), ("6.50万人", 3), ("0.0%", 0)]
)
def test_zeros_count_as_digits_after_a_point_only(text: str, digits: int) -> None:
    """200 may be rounded, 57.0 says so."""
    assert significant(parse_quantity(text)) == digits


# the whole run


def test_history_and_notes_change_no_status(desk: Desk) -> None:
    """What is doubtful is told; the verdict is that of the figures."""
    now = "new_urban_jobs: 3.4万人; sample_roads: 820公里"
    noted = "new_urban_jobs: {value: 3.4万人, note: 核实无误}; sample_roads: {value: 820公里, note: 核实无误}"
    before = desk.file("2024-Q1", "new_urban_jobs: 4.1万人; sample_roads: 850公里").path
    plain, with_note = desk.file("2024-Q2", now).path, desk.file("2024-Q2", noted).path
    without = nuplan.check(plain, targets=SAMPLES)
    held = nuplan.check(plain, targets=SAMPLES, history=before)
    explained = nuplan.check(with_note, targets=SAMPLES, history=before)
    assert [row.status for row in without.assessments] == [row.status for row in held.assessments]
    assert [finding.check for finding in without.findings] == []
    assert [finding.check for finding in held.findings] == ["NU513", "NU515"]
    assert [finding.check for finding in explained.findings] == ["NU513", "NU515"]
    assert {finding.note for finding in explained.findings} == {"核实无误"}


def test_files_of_departments_are_joined_before_identities_are_looked_at(desk: Desk) -> None:
    """One file has the rate, the other its parts; figures that no target asks for are not forgotten."""
    paths = [desk.file("2023", figures, "weihai").path for figures in ("urbanization_rate: 71.76%", WEIHAI)]
    report = nuplan.check(paths)
    (found,) = (finding for finding in report.findings if finding.check == "NU509")
    assert {found.location.path, *(place.path for place in found.related)} == set(paths)


def test_rounding_at_a_target_is_told_once_a_figure(desk: Desk) -> None:
    """Of all targets that bear on it."""
    share = "green_building_share: {value: 100.0%, part: 9120万平方米, whole: 9123万平方米}"
    report = nuplan.check(desk.file("2025", f"{share}; nursery_places_per_1000: 5个; urban_sewage_collection_rate: 70.0%").path)
    found = [finding for finding in report.findings if finding.check in ("NU511", "NU512", "NU521")]
    assert sorted(finding.check for finding in found) == ["NU511", "NU512", "NU521"]
    assert all(finding.target is not None for finding in found)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_message_asks_to_change_a_figure_for_a_target(lang: str) -> None:
    """What is told is to be checked against its source record, never adjusted."""
    words = Words("zh" if lang == "zh" else "en")
    words.has("no such key")
    texts = [text for key, text in words._strings.items() if key.startswith("NU5")]
    assert len(texts) > 40
    for text in texts:
        assert not any(word in text.lower() for word in ("调整", "改为", "修改", "adjust", "change it", "correct the figure"))


def test_a_figure_that_its_likely_bounds_vouch_for_is_not_blamed_for_an_earlier_slip(tmp_path: Path) -> None:
    """1.12万 base stations are likely and 1.03 are not; a share of works that rises from 0.5 % has not slipped."""
    past = tmp_path / "past.yaml"
    head = "schema: nuplan/submission/v1\narea: heze\nperiod: {}\nfigures:\n{}"
    past.write_text(head.format("2023-Q4", "  base_stations_5g: 1.03个\n  wastewater_plants_upgraded: 0.5%\n"), "utf-8")
    now = tmp_path / "now.yaml"
    now.write_text(head.format("2024-Q2", "  base_stations_5g: 1.12万个\n  wastewater_plants_upgraded: 46%\n"), "utf-8")
    report = nuplan.check(now, history=past)
    assert "NU508" not in {finding.check for finding in report.findings}


@pytest.mark.parametrize("baseline", ["-1万个", "690个"])
def test_a_baseline_of_the_submitter_is_reviewed(tmp_path: Path, baseline: str) -> None:
    """Nobody gains pace by an opening value that cannot be."""
    path = tmp_path / "heze.yaml"
    figures = f"  iot_terminals: {{value: 760万个, baseline: {{value: {baseline}, of: 2023}}}}\n"
    path.write_text(f"schema: nuplan/submission/v1\narea: heze\nperiod: 2024-Q2\nfigures:\n{figures}", "utf-8")
    (finding,) = nuplan.check(path).findings
    assert finding.check in ("NU507", "NU508")
    assert "基期 2023" in finding.values["name"].zh
