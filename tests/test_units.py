"""Quantities: what a submission may write, what it means, how it is converted, rounded and printed."""

import io
import json
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nuplan
from nuplan.model.finding import Problem
from nuplan.model.quantity import Quantity, exact_decimal, parse_number, parse_quantity, plain, rounded
from nuplan.model.unit import parse_unit
from nuplan.report.json_ import render_json
from nuplan.text import Words

# dimension: unit: how many of the dimension's first unit it is
TABLE: dict[str, dict[str, Fraction]] = {
    "share": {"%": Fraction(1), "‰": Fraction(1, 10)},
    "points": {"个百分点": Fraction(1)},
    "things": {name: Fraction(1) for name in ("个", "家", "所", "处", "座", "项", "条")},
    "persons": {"人": Fraction(1)},
    "person-times": {"人次": Fraction(1)},
    "households": {"户": Fraction(1)},
    "length": {"米": Fraction(1), "公里": Fraction(1000), "千米": Fraction(1000)},
    "area": {
        "平方米": Fraction(1),
        "公顷": Fraction(10_000),
        "平方公里": Fraction(1_000_000),
        "亩": Fraction(2000, 3),
    },
    "volume": {"立方米": Fraction(1)},
    "power": {"千瓦": Fraction(1), "兆瓦": Fraction(1000), "吉瓦": Fraction(1_000_000)},
    "mass": {"吨": Fraction(1)},
    "money": {"元": Fraction(1)},
}
UNSCALED = {"%", "‰", "个百分点"}
SCALES = {"": 1, "万": 10**4, "亿": 10**8}
SPELLINGS: dict[str, tuple[str, Fraction]] = {
    scale + name: (dimension, factor * times)
    for dimension, units in TABLE.items()
    for name, factor in units.items()
    for scale, times in SCALES.items()
    if not scale or name not in UNSCALED
}
PAIRS = [(one, other) for one in SPELLINGS for other in SPELLINGS]
SAME = [(one, other) for one, other in PAIRS if SPELLINGS[one][0] == SPELLINGS[other][0]]
ACROSS = [(one, other) for one, other in PAIRS if SPELLINGS[one][0] != SPELLINGS[other][0]]

numbers = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12)


def check(figures: str, period: str = "2025-Q4") -> Any:
    """The JSON report of a submission of Heze, numbers as printed."""
    text = f"schema: nuplan/submission/v1\narea: heze\nperiod: {period}\nfigures:\n" + "".join(
        f"  {line}\n" for line in figures.splitlines()
    )
    report = nuplan.check("-", stdin=io.BytesIO(text.encode()), as_of=date(2026, 3, 1))
    return json.loads(render_json(report, Words("zh"), nuplan.__version__), parse_float=str, parse_int=str)


def row(report: Any, duty: str) -> Any:
    """The assessment of a duty."""
    return next(row for row in report["assessments"] if row["target"]["id"] == duty)


@pytest.mark.parametrize(
    ("text", "value", "unit", "base"),
    [
        ("55.1%", "55.1", "%", "55.1"),
        ("3.4万人", "3.4", "人", "34000"),
        ("650万千瓦", "650", "千瓦", "6500000"),
        ("1700万平方米", "1700", "平方米", "17000000"),
        ("0.5个百分点", "0.5", "个百分点", "0.5"),
        ("-0.5个百分点", "-0.5", "个百分点", "-0.5"),
        ("−0.5个百分点", "-0.5", "个百分点", "-0.5"),
        ("2.5亿个", "2.5", "个", "250000000"),
        ("1亿千瓦", "1", "兆瓦", "100000"),
        ("6.5吉瓦", "6.5", "千瓦", "6500000"),
        ("4,650人次", "4650", "人次", "4650"),
        ("1,234,567.80平方米", "1234567.80", "平方米", "1234567.80"),
        ("12,345万元", "12345", "元", "123450000"),
        ("1.3万个", "1.3", "家", "13000"),
        ("15家", "15", "处", "15"),
        ("290万户", "290", "户", "2900000"),
        ("590公里", "590", "米", "590000"),
        ("15亩", "15", "公顷", "1"),
        ("3‰", "3", "%", "0.3"),
        ("５５．１％", "55.1", "%", "55.1"),
        ("３．４万人", "3.4", "人", "34000"),
        ("１，７００万㎡", "1700", "平方米", "17000000"),
        ("－０．５个百分点", "-0.5", "个百分点", "-0.5"),
        ("650 万千瓦", "650", "千瓦", "6500000"),
        ("\u3000650\u3000万千瓦\u3000", "650", "千瓦", "6500000"),
        ("1.92", "1.92", "", "1.92"),
        ("010", "10", "", "10"),
    ],
)
def test_a_figure_is_read_as_it_is_written(text: str, value: str, unit: str, base: str) -> None:
    """A number with its unit, in ordinary or full-width characters, with or without thousands separators."""
    quantity = parse_quantity(text)
    assert plain(quantity.value) == value
    assert quantity.in_unit(parse_unit(unit)) == Fraction(base)


@pytest.mark.parametrize(
    "text",
    [
        "五万人",
        "万人",
        "约55%",
        "≥55%",
        "55~60%",
        "55—60%",
        "55%-60%",
        "55.1.2%",
        "55,1%",
        "12,34人",
        "1,2345人",
        ",123人",
        "1234,567人",
        "1,234,56人",
        "1_000人",
        "1e3人",
        "1E3",
        "0x10",
        "1/2",
        "--5%",
        "+-5%",
        ".5%",
        "NaN",
        "Infinity",
        "inf",
        "-",
        "",
        "10³人",
        "5²",
        "٣٤人",
        "３.４.５万人",
        "3.4万人5",
        "3.4万 3.5万",
    ],
)
def test_what_is_no_single_plain_number_is_refused(text: str) -> None:
    """Words, ranges, signs of comparison, powers, misplaced separators and foreign digits are never guessed at."""
    with pytest.raises(Problem):
        parse_quantity(text)


@pytest.mark.parametrize(
    "unit",
    [
        "万%",
        "亿%",
        "万‰",
        "万个百分点",
        "亿个百分点",
        "万万人",
        "亿万人",
        "千人",
        "百家",
        "十万人",
        "percent",
        "人/年",
        "平方",
        "英里",
        "两",
        "里",
        "%左右",
        "万人以上",
        "人人",
        "人 次",
        "Ｘ",
    ],
)
def test_a_unit_outside_the_table_is_refused(unit: str) -> None:
    """The table is closed, and 万 and 亿 scale neither %, ‰ nor 个百分点."""
    with pytest.raises(Problem) as caught:
        parse_quantity(f"3{unit}")
    assert caught.value.check == "NU019"


@given(st.sampled_from(SAME), numbers)
def test_conversion_within_a_dimension_is_exact_and_comes_back(pair: tuple[str, str], number: Decimal) -> None:
    """There and back gives the same number, and the way there is the ratio of the two units."""
    one, other = parse_unit(pair[0]), parse_unit(pair[1])
    assert one.accepts(other)
    there = Quantity(number, one).in_unit(other)
    assert there == Fraction(number) * SPELLINGS[pair[0]][1] / SPELLINGS[pair[1]][1]
    assert there * other.factor / one.factor == Fraction(number)


@pytest.mark.parametrize(("one", "other"), sorted({(SPELLINGS[a][0], SPELLINGS[b][0]): (a, b) for a, b in ACROSS}.values()))
def test_nothing_is_converted_across_dimensions(one: str, other: str) -> None:
    """人, 人次 and 户 are three, 个百分点 is not %, and an area is no length."""
    assert not parse_unit(one).accepts(parse_unit(other))


@given(st.sampled_from(ACROSS))
def test_no_spelling_opens_a_way_across(pair: tuple[str, str]) -> None:
    """Neither a scale nor another measure word makes two dimensions one."""
    assert not parse_unit(pair[0]).accepts(parse_unit(pair[1]))


@pytest.mark.parametrize(
    ("figure", "slug"),
    [
        ("new_urban_jobs: 6.6", "figure-without-unit"),
        ("urbanization_rate: 57.1", "figure-without-unit"),
        ("urbanization_rate: 57.1个百分点", "wrong-unit"),
        ("urbanization_rate_growth_lead: 0.7%", "wrong-unit"),
        ("new_urban_jobs: 6.6万人次", "wrong-unit"),
        ("migrant_worker_training: 8000人", "wrong-unit"),
        ("new_urban_jobs: 6.6万户", "wrong-unit"),
        ("new_urban_jobs: 6.6万个", "wrong-unit"),
        ("base_stations_5g: 1.3万人", "wrong-unit"),
        ("renewable_capacity: 650万吨", "wrong-unit"),
        ("expressway_length_open: 900平方公里", "wrong-unit"),
        ("new_urban_jobs: 6.6万仁", "unknown-unit"),
        ("new_urban_jobs: {value: 6.6万人, unit: 人}", "wrong-unit"),
    ],
)
def test_a_figure_in_a_wrong_unit_is_undecided_and_told(figure: str, slug: str) -> None:
    """It is never converted: the finding names the offence and the duty stays undecided."""
    report = check(figure)
    assert [finding["slug"] for finding in report["findings"]] == [slug]
    indicator = figure.partition(":")[0]
    found = [row for row in report["assessments"] if row["target"]["indicator"] == indicator and row["target"]["plan"] == "heze_2024"]
    assert {(row["status"], row["compared"]) for row in found} == {("undecided", None)}
    assert report["summary"]["verdict"] == "invalid"


def test_a_scale_alone_is_no_unit_of_persons() -> None:
    """6.6万 says how many and not of what: only things may go without a unit."""
    report = check("new_urban_jobs: 6.6万")
    assert [finding["severity"] for finding in report["findings"]] == ["error"]
    assert row(report, "heze_2024/new_urban_jobs@2025")["status"] == "undecided"


@pytest.mark.parametrize("figure", ["15", "15个", "15家", "15座", "0.0015万个", "{value: 15, unit: 个}", "１５个"])
def test_a_plain_counter_may_be_left_out_and_measure_words_are_one(figure: str) -> None:
    """Things may be reported with any measure word, with a scale, or with the number alone."""
    report = check(f"goose_formation_clusters: {figure}")
    assert report["findings"] == []
    found = row(report, "heze_2024/goose_formation_clusters_2025")
    assert found["status"] == "met"
    assert Decimal(found["gap"]) == 0


@pytest.mark.parametrize(
    "figure",
    ["650万千瓦", "{value: 650, unit: 万千瓦}", "{value: 650万千瓦, unit: 万千瓦}", "6,500兆瓦", "6.5吉瓦", "6500000千瓦", "0.065亿千瓦"],
)
def test_one_figure_in_any_unit_gives_one_verdict(figure: str) -> None:
    """The unit may stand in the value or beside it, and is converted exactly."""
    found = row(check(f"renewable_capacity: {figure}"), "heze_2024/renewable_capacity_2025")
    assert found["status"] == "met"
    assert Decimal(found["gap"]) == 0


@pytest.mark.parametrize("digits", ["55.10", "55.1", "7.000", "0", "0.10", "99.99999999999999999", "100"])
def test_a_number_is_printed_with_the_files_digits(digits: str) -> None:
    """Trailing zeros say how exact a figure is and are kept."""
    found = row(check(f"reclaimed_water_rate: {digits}%"), "heze_2024/reclaimed_water_rate_2025")
    assert (found["figure"]["value"], found["compared"]) == (digits, digits)


@given(st.from_regex(r"(0|[1-9][0-9]{0,11})(\.[0-9]{1,11})?", fullmatch=True))
def test_reading_and_printing_a_number_gives_it_back(text: str) -> None:
    """No digit is lost, added or put into an exponent."""
    assert plain(parse_number(text)) == text
    assert plain(parse_quantity(f"{text}万人").value) == text


@given(st.integers(min_value=0, max_value=10**15), st.text("0123456789", max_size=6))
def test_thousands_separators_change_nothing(whole: int, decimals: str) -> None:
    """1,234.5 is 1234.5."""
    rest = f".{decimals}" if decimals else ""
    assert parse_number(f"{whole:,}{rest}") == parse_number(f"{whole}{rest}")


@settings(max_examples=30, deadline=None)
@given(st.integers(min_value=1, max_value=9999), st.integers(min_value=1, max_value=9999))
def test_a_quotient_is_printed_at_six_decimals_and_decided_by_the_fraction(part: int, whole: int) -> None:
    """Part and whole stand beside the quotient, and the verdict used the fraction."""
    part, whole = sorted((part, whole))
    report = check(f"digital_campus_coverage: {{part: {part}, whole: {whole}}}")
    found = row(report, "heze_2024/digital_campus_coverage_2025")
    assert (found["figure"]["part"], found["figure"]["whole"]) == (str(part), str(whole))
    assert Decimal(found["compared"]) == round(Fraction(100 * part, whole), 6)
    assert found["status"] == ("met" if part == whole else "missed")


@pytest.mark.parametrize(
    ("number", "exponent", "result"),
    [
        ("12.1498", -1, "12.1"),
        ("1268", 2, "1300"),
        ("10.5002", 0, "11"),
        ("1.050", -1, "1.0"),
        ("0.35", -1, "0.4"),
        ("2500", 3, "2000"),
        ("3500", 3, "4000"),
        ("-0.0365", -3, "-0.036"),
        ("15.4546", 0, "15"),
        ("67.50", 0, "68"),
        ("67.49", 0, "67"),
        ("67.96", 0, "68"),
    ],
)
def test_rounding_is_half_to_even_in_one_step(number: str, exponent: int, result: str) -> None:
    """The examples of GB/T 8170—2008."""
    assert plain(rounded(Fraction(number), exponent)) == result


@given(numbers, st.integers(min_value=-6, max_value=6))
def test_rounding_is_that_of_the_decimal_standard(number: Decimal, exponent: int) -> None:
    """For every decimal the result is the one of ROUND_HALF_EVEN, negatives by their magnitude."""
    step = Decimal(1).scaleb(exponent)
    assert rounded(Fraction(number), exponent) == number.quantize(step, ROUND_HALF_EVEN, Context(prec=60))
    assert rounded(-Fraction(number), exponent) == -rounded(Fraction(number), exponent)


@given(st.fractions(), st.integers(min_value=-6, max_value=6))
def test_rounding_moves_a_number_by_half_a_step_at_most(number: Fraction, exponent: int) -> None:
    """The rounded number is a multiple of the step, none is nearer, and what is rounded stays."""
    step = Fraction(10) ** exponent
    result = Fraction(rounded(number, exponent))
    assert (result / step).denominator == 1
    assert abs(result - number) <= step / 2
    assert Fraction(rounded(result, exponent)) == result


@given(numbers)
def test_what_is_a_decimal_is_printed_whole(number: Decimal) -> None:
    """A conversion that has an end is printed to its end."""
    assert exact_decimal(Fraction(number) / 10**8) == Fraction(number) / 10**8
