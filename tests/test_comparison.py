"""Plans beside each other: pairs, `plans diff` and `plans conflicts`."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Run

import nuplan as api
from nuplan.judge.conflicts import find_conflicts
from nuplan.judge.demand import stricter
from nuplan.judge.pairing import pair, subjects
from nuplan.model.comparison import Change, Conflicts
from nuplan.model.library import Library
from nuplan.model.subject import Subject
from nuplan.run import plans as run
from nuplan.run.shelf import library

PLAN = (ROOT / "tests" / "data" / "sample_plan" / "sample_plan.yaml").read_text("utf-8")


@pytest.fixture(scope="module")
def shelf() -> Library:
    """Everything in targets/."""
    return library()


@pytest.fixture(scope="module")
def shandong(shelf: Library) -> Conflicts:
    """What is found of the one area that has several plans."""
    (found,) = find_conflicts(shelf)
    assert found.area == "shandong"
    return found


def changed(folder: Path, *replacements: tuple[str, str]) -> list[Change]:
    """What `diff` finds between the sample plan and a changed copy of it."""
    text = PLAN
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    (folder / "old.yaml").write_text(PLAN, "utf-8")
    (folder / "new.yaml").write_text(text, "utf-8")
    return run.diff(str(folder / "old.yaml"), str(folder / "new.yaml"))[2]


@pytest.mark.parametrize(
    ("replacement", "kinds"),
    [
        (("value: 71\n", "value: 72\n"), [("value", "stronger", "raised")]),
        (("value: 71\n", "value: 70\n"), [("value", "weaker", "lowered")]),
        (("op: le\n    value: 5.5", "op: le\n    value: 5"), [("value", "stronger", "lowered")]),
        (("op: ge\n    value: 71", "op: about\n    value: 71"), [("wording", "weaker", None)]),
        (("op: about\n    value: 3.5", "op: ge\n    value: 3.5"), [("wording", "stronger", None)]),
        (("op: ge\n    value: 900", "op: le\n    value: 900"), [("wording", "", None)]),
        (("modality: strive", "modality: shall"), [("modality", "stronger", None)]),
        (("    basic: true\n", ""), [("basic", "stronger", None)]),
        (("by: 2030-12-31\n    dated: period", "by: 2029-12-31\n    dated: period"), [("date", "stronger", None)]),
        (("sum: {from: 2026-01-01", "sum: {from: not_stated"), [("window", "", None)]),
        (("    applies_to: each_city\n", ""), [("addressee", "", None)]),
        (("modality: strive", "scope: 市主城区\n    modality: strive"), [("scope", "weaker", None)]),
        (("modality: strive", "nature: binding\n    modality: strive"), [("nature", "stronger", None)]),
        (("as_printed: 城市黑臭水体全面消除", "as_printed: 黑臭水体全面消除"), [("words", "", None)]),
        (("cascade: {as: floor, why: 样例}\n  - id: ai", "cascade: {as: none, why: 样例}\n  - id: ai"), [("cascade", "", None)]),
        (("value: 3.5\n    unit: 亿个", "value: 35000\n    unit: 万个"), []),
    ],
    ids=lambda value: value[1].replace("\n", " ") if isinstance(value, tuple) and len(value) == 2 else "",
)
def test_a_change_between_two_versions_is_told_for_what_it_is(
    replacement: tuple[str, str], kinds: list[tuple[str, str, str | None]], tmp_path: Path
) -> None:
    """Numbers raised and lowered, wording weaker and stronger, dates, windows, addressees; the same number in another prefix is none."""
    found = [difference for change in changed(tmp_path, replacement) for difference in change.differences]
    assert [tuple(difference) for difference in found] == kinds


def test_a_target_added_and_one_left_out(tmp_path: Path) -> None:
    """A target of another indicator pairs with nothing."""
    found = changed(
        tmp_path, ("  - id: ai_open_platforms_2030\n    indicator: ai_open_platforms\n", "  - id: iot\n    indicator: inland_ports\n")
    )
    sides = [(change.pair.one is None, change.pair.other is None, change.differences) for change in found]
    assert sides == [(False, True, ()), (True, False, ())]


def test_a_plan_does_not_differ_from_itself(nuplan: Run) -> None:
    """And `--exit-code` says so."""
    result = nuplan("plans", "diff", "heze_2024", "heze_2024", "--exit-code")
    assert result.code == 0
    assert "0 处不同，38 个目标相同" in result.out


def test_two_plans_differ_by_pairs_of_equal_years_first(shelf: Library) -> None:
    """68 and 67 for 2025 are a pair, 75 for 2035 pairs with nothing, and never with 78 for two named cities."""
    pairs = pair(subjects(shelf.plans["plan_2021_2035"], shelf), subjects(shelf.plans["shandong_2024"], shelf))
    by_id = {both.one.target.id: both for both in pairs if both.one is not None}
    rate = by_id["urbanization_rate_2025"]
    assert rate.other is not None
    assert (rate.other.target.id, rate.years) == ("urbanization_rate_2025", "equal")
    assert by_id["urbanization_rate_2035"].other is None
    assert len(pairs) == len({(both.one and both.one.id, both.other and both.other.id) for both in pairs})
    for side in ("one", "other"):
        seen = [subject.id for both in pairs if (subject := getattr(both, side)) is not None]
        assert len(seen) == len(set(seen)) == 57


def test_pairing_does_not_hang_on_the_order_of_the_targets(shelf: Library) -> None:
    """The same pairs come out of a plan read backwards."""

    def found(ones: list[Subject], others: list[Subject]) -> set[tuple[str | None, str | None]]:
        return {(both.one and both.one.id, both.other and both.other.id) for both in pair(ones, others)}

    ones, others = subjects(shelf.plans["heze_2024"], shelf), subjects(shelf.plans["shandong_2024"], shelf)
    assert found(ones, others) == found(ones[::-1], others[::-1])
    assert {(b, a) for a, b in found(ones, others)} == found(others, ones)


def test_the_urbanization_rate_of_2025_is_the_first_and_only_conflict(shandong: Conflicts) -> None:
    """68%左右 of 2022 against 67%以上 of 2024: the first is stricter, the second later; nothing else is asked differently."""
    (conflict,) = shandong.conflicts
    assert (conflict.one.id, conflict.other.id) == ("plan_2021_2035/urbanization_rate_2025", "shandong_2024/urbanization_rate_2025")
    assert conflict.stricter is conflict.one
    assert conflict.later is conflict.other.plan


def test_other_words_for_the_same_number_stand_apart(shandong: Conflicts) -> None:
    """300个以内 and 300个 go opposite ways; 10个左右 asks less than 10个."""
    found = {row.one.target.id: row.stricter and row.stricter.plan.id for row in shandong.wordings}
    assert found == {"provincial_laboratories_2025": "shandong_2024", "provincial_key_laboratories_2025": None}


def test_a_path_over_the_years_is_no_conflict(shandong: Conflicts) -> None:
    """2.25 in 2023, 2.2 in 2025, 1.8 in 2035."""
    (ratio,) = (path for path in shandong.paths if path.steps[0].indicator.id == "urban_rural_income_ratio")
    assert [(str(step.target.value), step.target.due and step.target.due.year) for step in ratio.steps] == [
        ("2.25", 2023),
        ("2.2", 2025),
        ("1.8", 2035),
    ]
    assert not any(path.reversing for path in shandong.paths)


@pytest.mark.parametrize(
    ("indicator", "remark"),
    [
        ("常住人口城镇化率", "期限不同的不算冲突；同一期限要求不同的见前表"),
        ("城乡居民收入比", "期限不同，不是冲突"),
        ("城市黑臭水体消除比例", "有的未写期限，不算冲突"),
    ],
)
def test_a_path_says_why_it_is_no_conflict(nuplan: Run, indicator: str, remark: str) -> None:
    """A path that holds a conflict points to it, one without a date says so."""
    rows = nuplan("plans", "conflicts", "--format", "markdown", "--lang", "zh").out.splitlines()
    (row,) = (row for row in rows if row.startswith(f"| {indicator} |") and len(row.split(" | ")) == 3)
    assert row.endswith(f" | {remark} |")


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("urban_rail_operating_length_2025", "urban_rail_length_2025", "look_alike"),
        ("green_building_area_added_2025", "green_building_area_added", "window"),
        ("old_neighbourhoods_renovated_2024", "old_neighbourhoods_renovated_2021_2025", "window"),
        ("state_key_laboratories_2025", "national_key_laboratories_2025", "look_alike"),
        ("urbanization_rate_2025", "urbanization_rate_jinan_qingdao_2025", "addressee"),
    ],
)
def test_what_only_looks_alike_is_not_compared(one: str, other: str, why: str, shandong: Conflicts) -> None:
    """运营 and 在建及运营, windows that differ or are not stated, named cities."""
    assert why in {row.why for row in shandong.not_compared if (row.one.target.id, row.other.target.id) == (one, other)}
    assert (one, other) not in {(row.one.target.id, row.other.target.id) for row in (*shandong.conflicts, *shandong.wordings)}


TARGET = """  - id: parks_{0}
    indicator: ai_open_platforms
    clause: 一
    as_printed: 平台{1}个
    op: ge
    value: {1}
    unit: 个
    by: {0}-12-31
    dated: 到{0}年
    modality: shall
"""


def write_plan(path: Path, id_: str, *targets: tuple[int, int], link: str = "") -> None:
    """A plan of Weihai with targets for some years."""
    head = PLAN[: PLAN.index("outline:")].replace("shandong\n", "weihai\n").replace("implements: ", "# ")
    head = head.replace("id: sample_plan_2026", f"id: {id_}") + link
    rows = "".join(TARGET.format(year, value) for year, value in targets)
    path.write_text(f"{head}outline:\n  - {{clause: 一, title: 总体要求}}\ntargets:\n{rows}", "utf-8")


def test_a_plan_that_replaces_another_is_in_no_conflict_with_it(tmp_path: Path) -> None:
    """Two plans of a city for the same years conflict, unless words say that one replaces the other."""

    def weihai() -> Conflicts:
        return next(found for found in run.conflicts(targets=[str(tmp_path)])[1] if found.area == "weihai")

    write_plan(tmp_path / "old.yaml", "old_2026", (2028, 20), (2030, 12))
    write_plan(tmp_path / "new.yaml", "new_2026", (2028, 25), link="supersedes: {plan: old_2026, as_printed: 原方案废止}\n")
    assert weihai().conflicts == []
    write_plan(tmp_path / "new.yaml", "new_2026", (2028, 25))
    (conflict,) = weihai().conflicts
    assert conflict.stricter is not None
    assert conflict.stricter.plan.id == "new_2026"
    assert conflict.later is None


def test_a_later_year_that_asks_less_is_told(tmp_path: Path) -> None:
    """A path that turns back is no conflict, and something to look at."""
    write_plan(tmp_path / "one.yaml", "one_2026", (2028, 20), (2030, 12))
    write_plan(tmp_path / "two.yaml", "two_2026", (2027, 10))
    (path,) = next(found for found in run.conflicts(targets=[str(tmp_path)])[1] if found.area == "weihai").paths
    assert ([str(step.target.value) for step in path.steps], path.reversing) == (["10", "20", "12"], True)


def test_nothing_says_which_governs(nuplan: Run) -> None:
    """Later and stricter are facts; which plan holds is for people to say."""
    for lang in ("zh", "en"):
        said = nuplan("plans", "conflicts", "--lang", lang).out
        assert not any(word in said for word in ("以新的为准", "优先", "应执行", "governs", "prevails over"))


@pytest.mark.parametrize("command", [["diff", "plan_2021_2035", "shandong_2024"], ["conflicts"], ["lint", "--notes"]], ids=" ".join)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_format_has_the_same_rows(command: list[str], lang: str, nuplan: Run) -> None:
    """Table, lines, JSON and Markdown, in both languages."""
    result = nuplan("plans", *command, "--format", "json", "--lang", lang)
    document: dict[str, Any] = json.loads(result.out)
    assert document["schema"] == "nuplan/rows/v1"
    count = sum(len(listing["rows"]) for listing in (document, *document["more"]))
    markdown = nuplan("plans", *command, "--format", "markdown", "--lang", lang).out
    assert sum(line.startswith("| ") and not line.startswith("| ---") for line in markdown.splitlines()) >= count
    concise = nuplan("plans", *command, "--format", "concise", "--lang", lang).out
    assert len(concise.splitlines()) > count
    assert nuplan("plans", *command, "--format", "table", "--lang", lang, env={"COLUMNS": "80"}).code == 0


def test_markdown_shows_what_a_plan_holds_and_reads_none_of_it(tmp_path: Path, nuplan: Run) -> None:
    """Markup, links and HTML in a plan's words stay words."""
    changed(tmp_path, ("as_printed: 城市黑臭水体全面消除", "as_printed: '<b>黑臭</b>|[水体](x)*全面消除*'"))
    out = nuplan("plans", "diff", str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml"), "--format", "markdown").out
    assert r"\<b\>黑臭\</b\>\|\[水体\](x)\*全面消除\*" in out


def test_stricter_is_decided_by_what_meets_both(shelf: Library) -> None:
    """A target is as strict as itself, and never both stricter and laxer than another."""
    every = [subject for plan in shelf.plans.values() for subject in subjects(plan, shelf)]
    for one in every:
        assert stricter(one, one) == ""
    swapped = {"one": "other", "other": "one", "": ""}
    for one in every:
        for other in every:
            if one.indicator is other.indicator:
                assert stricter(other, one) == swapped[stricter(one, other)]


def test_a_diff_of_unrelated_plans_lists_both_whole(nuplan: Run) -> None:
    """What pairs with nothing was left out, or added."""
    document = json.loads(nuplan("plans", "diff", "three_year_2021_2023", "heze_2024", "--format", "json", "--lang", "en").out)
    one, other = api.load_plan("three_year_2021_2023"), api.load_plan("heze_2024")
    ids = {row[key] for row in document["rows"] for key in ("one_id", "other_id") if row[key]}
    assert len(document["rows"]) >= max(len(one.targets), len(other.targets))
    assert ids == {f"{plan.id}/{target.id}" for plan in (one, other) for target in plan.targets}
