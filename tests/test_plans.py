"""The plans as encoded: complete by count, true to the text, and consistent with the registries."""

import os
import re
import unicodedata
from pathlib import Path

import pytest
from conftest import ROOT

import nuplan
from nuplan.model.library import Library
from nuplan.model.plan import NotTarget, Plan, Target, Task
from nuplan.run import library

PLANS = ("heze_2024", "shandong_2024")
COUNTS = {"heze_2024": (38, 23), "shandong_2024": (57, 35)}


@pytest.fixture(scope="module")
def shelf() -> Library:
    """Everything in targets/."""
    return library()


def fold(text: str) -> str:
    """The text as quotes are compared: no white space, full-width forms folded."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def clauses(plan: Plan, text: str) -> dict[str, str]:
    """The folded text of each clause, cut at the headings of the outline, which must stand in their order."""
    whole, at = fold(text), 0
    starts: list[tuple[int, str]] = []
    for heading in plan.outline:
        mark = "." if heading.clause.isdigit() else "、"
        at = whole.index(fold(f"{heading.clause}{mark}{heading.title}"), at)
        starts.append((at, heading.clause))
    ends = [start for start, _ in starts[1:]] + [len(whole)]
    return {clause: whole[start:end] for (start, clause), end in zip(starts, ends, strict=True)}


def quotes(plan: Plan, *, tasks: bool = True) -> list[Target | Task | NotTarget]:
    """Everything a plan quotes from its clauses."""
    return [*plan.targets, *(plan.tasks if tasks else ()), *plan.not_targets]


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_has_all_its_targets_and_headings(name: str) -> None:
    """The counts of two independent readings of the text."""
    plan = nuplan.load_plan(name)
    assert (len(plan.targets), len(plan.outline)) == COUNTS[name]


def sources() -> Path:
    """The folder of the documents; a test that needs them runs where NUPLAN_SOURCES names it."""
    folder = os.environ.get("NUPLAN_SOURCES")
    if folder is None:
        pytest.skip("NUPLAN_SOURCES does not name the folder of the documents")
    return Path(folder)


@pytest.mark.parametrize("name", PLANS)
def test_every_quote_stands_once_in_its_clause(name: str) -> None:
    """Whoever holds the text can find each number in it; the date words stand in the quote or before it."""
    plan = nuplan.load_plan(name)
    text = (sources() / f"{name}.txt").read_text("utf-8")
    parts = clauses(plan, text)
    for item in quotes(plan):
        if item.clause is None:
            assert fold(item.as_printed) in fold(text)
        else:
            assert parts[item.clause].count(fold(item.as_printed)) == 1, item.as_printed
    for target in plan.targets:
        if target.dated != "period":
            part = parts[target.clause]
            assert fold(target.dated) in part[: part.index(fold(target.as_printed)) + len(fold(target.as_printed))], target.id
    if plan.implements is not None:
        assert fold(plan.implements.as_printed) in fold(text)


@pytest.mark.parametrize("name", PLANS)
def test_the_departments_are_those_printed(name: str) -> None:
    """Each department stands at the end of its clause, in the order printed."""
    plan = nuplan.load_plan(name)
    parts = clauses(plan, (sources() / f"{name}.txt").read_text("utf-8"))
    for heading in plan.outline:
        if isinstance(heading.lead, str):
            continue
        assert not isinstance(heading.responsible, str)
        names = [*heading.lead, *heading.responsible]
        if not names:
            assert not re.search(r"牵头\)|按职责分工负责\)", parts[heading.clause])
            continue
        printed = parts[heading.clause].rsplit("(", 1)[1]
        roles = [("牵头", heading.lead), ("按职责分工负责", heading.responsible)]
        listed = re.split(r"牵头[,;]?|按职责分工负责|\)", printed)
        given = [re.sub(r"[、,]", "、", part) for part in listed if part][: sum(bool(names) for _, names in roles)]
        assert given == [fold("、".join(names)).replace(",", "、") for _, names in roles if names], heading.clause


@pytest.mark.parametrize("name", PLANS)
def test_every_arabic_number_of_the_text_is_claimed(name: str) -> None:
    """Each number is a target's, or is listed with the reason why it is none; years, clause numbers and 5G are told by their form."""
    plan = nuplan.load_plan(name)
    parts = clauses(plan, (sources() / f"{name}.txt").read_text("utf-8"))
    for clause, part in parts.items():
        claimed = [False] * len(part)
        for item in quotes(plan, tasks=False):
            if item.clause == clause:
                start = part.index(fold(item.as_printed))
                claimed[start : start + len(fold(item.as_printed))] = [True] * len(fold(item.as_printed))
        for match in re.finditer(r"[0-9]+(?:\.[0-9]+)?", part):
            year = re.match(r"20[0-9]{2}年", part[match.start() :])
            assert match.start() == 0 or year or claimed[match.start()], (clause, part[max(0, match.start() - 9) : match.end() + 9])


@pytest.mark.parametrize("name", PLANS)
def test_full_coverage_words_are_targets(name: str) -> None:
    """Commitments without a numeral are in: 全覆盖, 清零, 全面消除, 覆盖率 and 所有."""
    plan = nuplan.load_plan(name)
    text = (sources() / f"{name}.txt").read_text("utf-8")
    parts = clauses(plan, text)
    quoted = {clause: "".join(fold(item.as_printed) for item in quotes(plan, tasks=False) if item.clause == clause) for clause in parts}
    for clause, part in parts.items():
        for word in ("全覆盖", "清零", "全面消除", "所有"):
            assert part.count(word) <= quoted[clause].count(word), (clause, word)


def test_the_copies_are_told_for_what_they_are() -> None:
    """No repost is called the original, and the gap in Heze's text is written down with what it may answer."""
    for name in PLANS:
        assert nuplan.load_plan(name).source.kind == "repost"
    (gap,) = nuplan.load_plan("heze_2024").source.missing
    assert (gap.from_, gap.to) == ("18", "end")
    assert gap.may_answer == tuple(str(clause) for clause in range(19, 29))
    assert nuplan.load_plan("heze_2024").headings["18"].lead == "not_stated"


def test_the_digest_is_that_of_the_text() -> None:
    """The encoding names the bytes it was read from."""
    import hashlib

    for name in PLANS:
        assert hashlib.sha256((sources() / f"{name}.txt").read_bytes()).hexdigest() == nuplan.load_plan(name).source.sha256


def test_two_places_under_one_number_are_two_targets(shelf: Library) -> None:
    """市主城区和60%的县区, 各市和60%的县, 街道100%、乡镇60%以上."""
    targets = {f"{plan.id}/{target.id}": target for plan in shelf.plans.values() for target in plan.targets}
    assert targets["heze_2024/smart_city_4star_cities"].scope == "市主城区"
    assert targets["heze_2024/smart_city_4star_counties"].value == 60
    assert targets["shandong_2024/smart_city_4star_cities"].applies_to == "each_city"
    assert targets["shandong_2024/subdistrict_elderly_centres_2025"].value == 100
    assert targets["shandong_2024/township_elderly_centres_2025"].value == 60


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("urban_rail_length", "rail_transit_length"),
        ("expressway_length_operating", "expressway_length_open"),
        ("provincial_night_culture_tourism_clusters", "municipal_night_culture_tourism_clusters"),
        ("construction_groups_10_billion", "construction_groups_1_billion"),
        ("construction_groups_100_billion", "construction_groups_50_billion"),
        ("towns_100k_population", "towns_60k_population"),
        ("towns_60k_population", "towns_30k_population"),
        ("national_key_laboratories", "provincial_key_laboratories"),
        ("provincial_laboratories", "provincial_key_laboratories"),
        ("smart_city_4star_cities", "smart_city_4star_counties"),
        ("subdistrict_elderly_centres", "township_elderly_centres"),
        ("green_building_area_added", "green_building_share"),
        ("urbanization_rate", "urbanization_rate_growth_lead"),
        ("strategic_emerging_clusters_added", "goose_formation_clusters"),
    ],
)
def test_look_alikes_are_kept_apart_both_ways(one: str, other: str, shelf: Library) -> None:
    """What differs in object, grade, threshold or caliber is another indicator, and says so from either side."""
    assert other in shelf.look_alikes(one)
    assert shelf.look_alikes(one)[other] == shelf.look_alikes(other)[one]


def test_the_four_cities_are_a_list_with_a_note(shelf: Library) -> None:
    """Which four is known only from the pairs of 对口合作, and never computed."""
    (target,) = (target for target in shelf.plans["shandong_2024"].targets if target.indicator == "urbanization_rate_growth_lead")
    assert target.applies_to == ("linyi", "heze", "dezhou", "liaocheng")
    assert target.note is not None
    assert "对口合作" in target.note


def test_a_cascade_says_what_its_target_is(shelf: Library) -> None:
    """Every target of the province has one, and none contradicts the target it stands on."""
    for target in shelf.plans["shandong_2024"].targets:
        assert target.cascade is not None, target.id
        indicator = shelf.indicators[target.indicator]
        kind = target.cascade.as_
        if kind == "floor":
            assert target.applies_to in ("each_city", "each_county") or target.value == 100, target.id
        if kind in ("named", "relative"):
            assert isinstance(target.applies_to, tuple), target.id
        if kind == "relative":
            assert indicator.derive is not None
            assert indicator.derive.less is not None
        if kind == "total":
            assert indicator.aggregate.method == "sum", target.id


def test_full_coverage_is_counted_or_printed_as_a_share(shelf: Library) -> None:
    """全覆盖, 清零, 全面消除, 各市 and 县县 have no numeral: they are counted; a printed 100 % needs no counts."""
    for plan in shelf.plans.values():
        for target in plan.targets:
            if target.value == 100 and target.unit == "%":
                assert shelf.indicators[target.indicator].counts is not None or "100%" in target.as_printed, target.id


def test_the_sixteen_cities_add_up_to_the_province(shelf: Library) -> None:
    """Populations of the 2020 census to 101,527,453, county-level divisions to 136."""
    province = shelf.areas["shandong"]
    cities = [area for area in shelf.areas.values() if area.parent == "shandong"]
    assert len(cities) == 16
    assert sum(city.population[0].value for city in cities) == province.population[0].value == 101_527_453
    assert sum(city.counties or 0 for city in cities) == province.counties == 136
    assert len({area.code for area in shelf.areas.values()}) == 17
    assert all(re.fullmatch(r"37[0-9]{4}", area.code) for area in shelf.areas.values())


def test_our_own_files_mean_the_same_to_every_yaml_reader(shelf: Library) -> None:
    """Texts that look like numbers are quoted, so that a reader with types sees texts, too."""
    import yaml

    for name in PLANS:
        tree = yaml.safe_load((ROOT / "targets" / f"{name}.yaml").read_text("utf-8"))
        assert all(isinstance(heading["clause"], str) for heading in tree["outline"])
        assert all(isinstance(target["clause"], str) and isinstance(target.get("unit", ""), str) for target in tree["targets"])
    areas = yaml.safe_load((ROOT / "targets" / "areas.yaml").read_text("utf-8"))
    assert all(isinstance(area["code"], str) for area in areas["areas"].values())
