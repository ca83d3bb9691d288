"""Laws of comparison: what has to hold of every number, every op and every order of figures and files."""

import io
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import nuplan
from nuplan.judge.compare import Bounds, gap, outcome, rounded_outcome, settled
from nuplan.model.duty import Duty, duties
from nuplan.model.indicator import Indicator
from nuplan.model.plan import Target
from nuplan.report.json_ import render_json
from nuplan.text import Words

RANK = {"missed": 0, "within_about": 1, "met": 2}
ONE_SIDED = ("ge", "gt", "le", "lt", "about")
DIRECTIONS = ("up", "down", "none")
PLAN = nuplan.load_plan("heze_2024")

values = st.decimals(min_value="0.01", max_value="10000", places=2)
figures = st.fractions(min_value=-10_000, max_value=30_000, max_denominator=10_000)


def duty_of(op: str, value: Decimal | tuple[Decimal, Decimal], direction: str = "up", unit: str = "%") -> Duty:
    """A duty with nothing but an op, a value, a unit and a direction."""
    indicator = Indicator.model_validate(
        {
            "id": "anything",
            "name": {"zh": "样例", "en": "Sample"},
            "unit": unit,
            "kind": "share",
            "direction": direction,
            "frequency": "annual",
            "aggregate": {"method": "none"},
            "definition": {"zh": "样例", "source": "not_stated"},
        }
    )
    target = Target.model_validate(
        {
            "id": "anything",
            "indicator": "anything",
            "clause": "一",
            "as_printed": "样例",
            "op": op,
            "value": [str(end) for end in value] if isinstance(value, tuple) else str(value),
            "unit": unit,
            "by": "2025-12-31",
            "dated": "到2025年",
            "modality": "shall",
        }
    )
    (duty,) = duties(PLAN, target, indicator)
    return duty


@st.composite
def any_duties(draw: st.DrawFn) -> Duty:
    """A duty of any op and direction."""
    op = draw(st.sampled_from((*ONE_SIDED, "between")))
    direction = draw(st.sampled_from(DIRECTIONS))
    if op == "between":
        low, high = sorted((draw(values), draw(values)))
        return duty_of(op, (low, high), direction)
    return duty_of(op, draw(values), direction)


@st.composite
def telling_numbers(draw: st.DrawFn, duty: Duty) -> Fraction:
    """A number anywhere, or at and hard by what decides the duty."""
    value = duty.target.value
    ends = [Fraction(end) for end in (value if isinstance(value, tuple) else (value,))]
    if duty.tolerance is not None:
        ends += [ends[0] - duty.tolerance, ends[0] + duty.tolerance]
    near = st.builds(lambda end, step: end + step, st.sampled_from(ends), st.sampled_from([Fraction(k, 10**9) for k in (-1, 0, 1)]))
    return draw(st.one_of(figures, near))


def two_sided(duty: Duty) -> bool:
    """Whether a number can be too large and too small."""
    return duty.target.op == "between" or (duty.target.op == "about" and duty.indicator.direction == "none")


def badness(duty: Duty, number: Fraction) -> Fraction:
    """How far a number is on the bad side, by the words of the target alone."""
    value, direction = duty.target.value, duty.indicator.direction
    if isinstance(value, tuple):
        return max(Fraction(value[0]) - number, number - Fraction(value[1]))
    if duty.target.op == "about" and direction == "none":
        return abs(number - Fraction(value))
    lower_is_better = duty.target.op in ("le", "lt") or (duty.target.op == "about" and direction == "down")
    return number if lower_is_better else -number


@settings(max_examples=250)
@given(st.data(), any_duties())
def test_a_better_figure_never_worsens_an_outcome(data: st.DataObject, duty: Duty) -> None:
    """Of two numbers the one nearer to what is wanted has the same outcome or a better one."""
    one, other = (data.draw(telling_numbers(duty)) for _ in range(2))
    better, worse = sorted((one, other), key=lambda number: badness(duty, number))
    assert RANK[outcome(duty, better)] >= RANK[outcome(duty, worse)]
    if not two_sided(duty):
        assert RANK[rounded_outcome(duty, better)] >= RANK[rounded_outcome(duty, worse)]


@given(st.data(), values)
def test_at_least_and_less_than_are_complements(data: st.DataObject, value: Decimal) -> None:
    """Of 以上 and 不满 exactly one holds, and of 超过 and 以下 exactly one."""
    number = data.draw(telling_numbers(duty_of("ge", value)))
    for one, other in (("ge", "lt"), ("gt", "le")):
        assert {outcome(duty_of(one, value), number), outcome(duty_of(other, value), number)} == {"met", "missed"}


@given(values)
def test_ops_differ_only_at_the_number_itself(value: Decimal) -> None:
    """以上 and 以内 include the number, 超过 and 不满 exclude it."""
    at = Fraction(value)
    assert {op: outcome(duty_of(op, value), at) for op in ("ge", "gt", "le", "lt")} == {
        "ge": "met",
        "gt": "missed",
        "le": "met",
        "lt": "missed",
    }


@pytest.mark.parametrize("op", ["ge", "gt", "le", "lt"])
@given(st.data(), values)
def test_a_direction_does_not_turn_a_printed_comparison(op: str, data: st.DataObject, value: Decimal) -> None:
    """Only 左右 looks at which direction is better."""
    number = data.draw(telling_numbers(duty_of(op, value)))
    assert len({outcome(duty_of(op, value, direction), number) for direction in DIRECTIONS}) == 1


@given(values, st.sampled_from(DIRECTIONS), st.integers(min_value=1, max_value=30))
def test_about_is_met_at_the_number_within_to_its_tolerance_and_missed_beyond(value: Decimal, direction: str, places: int) -> None:
    """On the bad side the tolerance is included, and one step of any size beyond it is a miss."""
    duty = duty_of("about", value, direction)
    tolerance, step, at = duty.tolerance, Fraction(1, 10**places), Fraction(value)
    assert tolerance is not None
    assert tolerance > 0
    assert outcome(duty, at) == "met"
    for side in {"up": (-1,), "down": (1,), "none": (-1, 1)}[direction]:
        assert outcome(duty, at + side * min(step, tolerance)) == "within_about"
        assert outcome(duty, at + side * tolerance) == "within_about"
        assert outcome(duty, at + side * (tolerance + step)) == "missed"
    for side in {"up": (1,), "down": (-1,), "none": ()}[direction]:
        assert outcome(duty, at + side * 1000 * tolerance) == "met"


@given(st.data(), values, values)
def test_between_is_at_least_the_one_and_at_most_the_other(data: st.DataObject, one: Decimal, other: Decimal) -> None:
    """Both bounds are included."""
    low, high = sorted((one, other))
    duty = duty_of("between", (low, high))
    number = data.draw(telling_numbers(duty))
    both = outcome(duty_of("ge", low), number) == outcome(duty_of("le", high), number) == "met"
    assert outcome(duty, number) == ("met" if both else "missed")


@given(st.data(), any_duties())
def test_a_shortfall_is_negative(data: st.DataObject, duty: Duty) -> None:
    """The gap is negative where the number itself is not reached, and never where it is met."""
    number = data.draw(telling_numbers(duty))
    assume(duty.target.op == "between" or not two_sided(duty))
    if outcome(duty, number) == "met":
        assert gap(duty, number) >= 0
    elif duty.target.op in ("gt", "lt"):
        assert gap(duty, number) <= 0
    else:
        assert gap(duty, number) < 0


@settings(max_examples=250)
@given(st.data(), any_duties())
def test_what_an_interval_settles_every_number_inside_says(data: st.DataObject, duty: Duty) -> None:
    """A verdict on bounds is the verdict on every number they allow, however far an open end reaches."""
    low, high = sorted((data.draw(telling_numbers(duty)), data.draw(telling_numbers(duty))))
    bounds = Bounds(data.draw(st.sampled_from([low, None])), data.draw(st.sampled_from([high, None])))
    result = settled(duty, bounds)
    inside = list(numbers_inside(duty, bounds, data.draw(st.fractions(0, 1))))
    if result is not None:
        assert {outcome(duty, number) for number in inside} == {result}


@settings(max_examples=250)
@given(st.data(), any_duties())
def test_what_every_number_inside_says_an_interval_settles(data: st.DataObject, duty: Duty) -> None:
    """Bounds are undecided only where the numbers they allow differ."""
    low, high = sorted((data.draw(telling_numbers(duty)), data.draw(telling_numbers(duty))))
    bounds = Bounds(data.draw(st.sampled_from([low, None])), data.draw(st.sampled_from([high, None])))
    said = {outcome(duty, number) for number in numbers_inside(duty, bounds, Fraction(1, 2))}
    if len(said) == 1:
        assert settled(duty, bounds) == said.pop()


@pytest.mark.parametrize(
    ("value", "low", "high", "result"),
    [
        (("4", "6"), "4", "6", "met"),
        (("4", "6"), "4.5", "5.5", "met"),
        (("4", "6"), "3.9", "5", None),
        (("4", "6"), "5", "6.1", None),
        (("4", "6"), "3", "7", None),
        (("4", "6"), "6.1", "7", "missed"),
        (("4", "6"), "6.1", None, "missed"),
        (("4", "6"), None, "3.9", "missed"),
        (("4", "6"), "5", None, None),
        (("4", "6"), "6", None, None),
        (("4", "6"), None, "4", None),
        ("20", "19.6", "19.9", "within_about"),
        ("20", "20.1", "20.4", "within_about"),
        ("20", "19.9", "20.1", None),
        ("20", "20", "20.4", None),
        ("20", "19.5", "19.7", None),
        ("20", "20.5", None, "missed"),
        ("20", None, "19.5", "missed"),
        ("20", "19.7", None, None),
        ("20", "20.4", None, None),
    ],
)
def test_bounds_on_a_number_that_can_be_too_large_and_too_small(
    value: str | tuple[str, str], low: str | None, high: str | None, result: str | None
) -> None:
    """Between, and about a number with no better direction, are settled where every number the bounds allow says the same."""
    if isinstance(value, tuple):
        duty = duty_of("between", (Decimal(value[0]), Decimal(value[1])))
    else:
        duty = duty_of("about", Decimal(value), "none")
    assert settled(duty, Bounds(*(None if end is None else Fraction(end) for end in (low, high)))) == result


def numbers_inside(duty: Duty, bounds: Bounds, share: Fraction) -> Iterator[Fraction]:
    """Numbers within bounds: the ends, one between, and whatever decides the duty and lies inside."""
    value = duty.target.value
    deciding = [Fraction(end) for end in (value if isinstance(value, tuple) else (value,))]
    reach = duty.tolerance or Fraction(0)
    marks = {
        end + side * reach + step for end in deciding for side in (-1, 0, 1) for step in (Fraction(-1, 10**12), 0, Fraction(1, 10**12))
    }
    low = bounds.low if bounds.low is not None else min(*marks, *(end for end in (bounds.high,) if end is not None)) - 10**9
    high = bounds.high if bounds.high is not None else max(*marks, low) + 10**9
    yield from (low, high, low + share * (high - low))
    yield from (mark for mark in marks if low <= mark <= high)


@given(st.sampled_from(["ge", "gt", "le", "lt"]), values, st.integers(min_value=17, max_value=200))
def test_the_full_value_decides_at_any_number_of_digits(op: str, value: Decimal, places: int) -> None:
    """A step far below what a binary float can hold is still a step."""
    duty, step = duty_of(op, value), Fraction(1, 10**places)
    upward = op in ("ge", "gt")
    assert outcome(duty, Fraction(value) + step) == ("met" if upward else "missed")
    assert outcome(duty, Fraction(value) - step) == ("missed" if upward else "met")


@pytest.mark.parametrize("value", ["0.1", "0.3", "2.675", "1.005", "0.7"])
def test_decimals_that_no_float_holds_are_compared_as_printed(value: str) -> None:
    """0.1 is a tenth: at least it is met by it, more than it is not."""
    number = Fraction(value)
    assert outcome(duty_of("ge", Decimal(value)), number) == "met"
    assert outcome(duty_of("gt", Decimal(value)), number) == "missed"
    assert outcome(duty_of("ge", Decimal(value)), sum([number / 3] * 3, Fraction(0))) == "met"


@given(values, st.integers(min_value=-10_000, max_value=10_000))
def test_a_number_with_the_targets_own_places_is_not_changed_by_rounding(value: Decimal, hundredths: int) -> None:
    """Where nothing is cut off, the rounded verdict is the full one."""
    for op in ("ge", "gt", "le", "lt"):
        duty = duty_of(op, value)
        number = Fraction(value) + Fraction(hundredths, 100)
        assert rounded_outcome(duty, number) == outcome(duty, number)


# Order

EXAMPLE = ROOT / "examples" / "heze_2025_q4.yaml"
HEAD, _, BODY = EXAMPLE.read_text("utf-8").partition("figures:\n")
LINES = [line for line in BODY.splitlines() if line.strip() and not line.strip().startswith("#")]


def verdicts(paths: list[str], stdin: bytes | None = None) -> list[Any]:
    """The assessments of a run without the places where the figures stood, sorted."""
    report = nuplan.check(paths, stdin=None if stdin is None else io.BytesIO(stdin), as_of=date(2026, 3, 1))
    document = json.loads(render_json(report, Words("zh"), nuplan.__version__), parse_float=str)
    for row in document["assessments"]:
        del row["figure"]["location"]
    return sorted(json.dumps(row, sort_keys=True) for row in document["assessments"])


@cache
def usual() -> tuple[Any, ...]:
    """The verdicts of the example as it stands."""
    return tuple(verdicts([str(EXAMPLE)]))


@settings(max_examples=15, deadline=None)
@given(st.permutations(LINES))
def test_the_order_of_figures_in_a_file_never_changes_a_verdict(lines: list[str]) -> None:
    """A submission is a set of figures."""
    assert verdicts(["-"], ("\n".join([HEAD + "figures:", *lines]) + "\n").encode()) == list(usual())


def write(folder: Path, name: str, area: str, period: str, *lines: str) -> str:
    """A submission file, and its path."""
    path = folder / name
    path.write_text(f"schema: nuplan/submission/v1\narea: {area}\nperiod: {period}\nfigures:\n" + "".join(f"  {line}\n" for line in lines))
    return str(path)


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(5)))
def test_the_order_of_files_never_changes_a_verdict(tmp_path_factory: pytest.TempPathFactory, order: list[int]) -> None:
    """Files of several areas and periods are judged each by itself."""
    folder = tmp_path_factory.mktemp("submissions")
    paths = [
        write(folder, "a.yaml", "heze", "2024-Q2", "new_urban_jobs: 3.4万人", "green_building_share: 100%"),
        write(folder, "b.yaml", "heze", "2024-Q4", "new_urban_jobs: 6.4万人", "urbanization_rate: 55.1%"),
        write(folder, "c.yaml", "heze", "2025-Q4", "new_urban_jobs: 6.6万人", "urbanization_rate: 56.7%"),
        write(folder, "d.yaml", "jinan", "2025-Q4", "urbanization_rate: 77.6%"),
        write(folder, "e.yaml", "shandong", "2025-Q4", "urbanization_rate: 67.1%", "new_urban_jobs: 120万人"),
    ]
    assert verdicts([paths[index] for index in order]) == verdicts(paths)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_files_of_two_departments_are_one_submission_in_either_order(tmp_path: Path, order: tuple[int, int]) -> None:
    """Several files for one area and period are merged, so what one lacks the other has."""
    half = len(LINES) // 2
    paths = [
        write(tmp_path, "jobs.yaml", "heze", "2025-Q4", *(line.strip() for line in LINES[:half])),
        write(tmp_path, "water.yaml", "heze", "2025-Q4", *(line.strip() for line in LINES[half:])),
    ]
    assert verdicts([paths[index] for index in order]) == list(usual())


@pytest.mark.parametrize("name", ["new_urban_jobs", "城镇新增就业", "城镇新增就业人数"])
def test_the_name_a_figure_goes_by_never_changes_a_verdict(name: str) -> None:
    """Id, name and alias are one indicator."""
    text = "schema: nuplan/submission/v1\narea: heze\nperiod: 2025-Q4\nfigures:\n  {}: 6.4万人\n"
    rows = verdicts(["-"], text.format(name).encode())
    assert rows == verdicts(["-"], text.format("new_urban_jobs").encode())
    assert ("heze_2024/new_urban_jobs@2025", "missed") in [(row["target"]["id"], row["status"]) for row in map(json.loads, rows)]
