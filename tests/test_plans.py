"""The plans as encoded: complete by count, true to the text, and consistent with the registries."""

import hashlib
import os
import re
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT, run_command

import nuplan
from nuplan.judge.audit import audit
from nuplan.judge.lint import lint
from nuplan.load.document import load_document
from nuplan.load.library import load_library, load_plan_file
from nuplan.model.document import Clauses, Document
from nuplan.model.finding import Finding
from nuplan.model.library import Library

PLANS = {"plan_2021_2035": (57, 33), "three_year_2021_2023": (8, 6), "shandong_2024": (57, 36), "heze_2024": (38, 24)}
"""The plans with how many targets and headings they have, by two independent readings of each text."""
UNPROVABLE = re.compile(r"\s*(?:#|id:|note:|read:|why:|may_answer:)|- \{version:|why: |\{what: |\{as: ")
"""Lines of a plan whose numbers are the encoder's own: its id, notes, reasons, days of reading. No text can prove them."""


@pytest.fixture(scope="module")
def shelf() -> Library:
    """Everything in targets/."""
    return load_library(places=True)


def source(name: str) -> Document:
    """The text of a plan; a test that needs it runs where NUPLAN_SOURCES names the folder of the documents."""
    folder = os.environ.get("NUPLAN_SOURCES")
    if not folder:
        pytest.skip("NUPLAN_SOURCES does not name the folder of the documents")
    document, problems = load_document(str(Path(folder) / f"{name}.txt"))
    assert document is not None, problems
    return document


def faults(path: Path, document: Document, shelf: Library) -> list[Finding]:
    """The errors of a plan file: unreadable, against its own words, against its text."""
    ref, found, locate = load_plan_file(str(path), shelf)
    if ref.plan is not None:
        found += [*lint(ref.plan, shelf, locate)[0], *audit(ref.plan, shelf, document, locate)[0]]
    return [finding for finding in found if finding.row.severity == "error"]


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_has_all_its_targets_and_headings(name: str) -> None:
    """The counts of two independent readings of the text."""
    plan = nuplan.load_plan(name)
    assert (len(plan.targets), len(plan.outline)) == PLANS[name]


def test_every_plan_is_clean() -> None:
    """lint finds nothing in what is packaged."""
    result = run_command("plans", "lint")
    assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize("name", PLANS)
def test_every_plan_is_true_to_its_text(name: str) -> None:
    """Each quotation stands once in its clause, and no number of the document is unclaimed."""
    document = source(name)
    result = run_command("plans", "audit", name, "--source", document.path)
    assert (result.code, result.err) == (0, ""), result.out


@pytest.mark.parametrize("name", PLANS)
def test_a_digit_changed_added_or_removed_in_a_plan_file_is_found(name: str, shelf: Library, tmp_path: Path) -> None:
    """Every thirteenth digit of the file, but for those that no text can prove; the place named is one of the file or of the text."""
    document, path = source(name), tmp_path / f"{name}.yaml"
    whole = (ROOT / "targets" / f"{name}.yaml").read_text("utf-8")
    digits = [match.start() for match in re.finditer("[0-9]", whole)][::13]
    tried = 0
    for at in digits:
        line = whole[whole.rfind("\n", 0, at) + 1 :].partition("\n")[0]
        before = line[: at - whole.rfind("\n", 0, at)]
        if UNPROVABLE.search(before) or UNPROVABLE.match(line):
            continue
        another = str((int(whole[at]) + 1) % 10)
        for digits_now in (another, whole[at] + another, ""):
            path.write_text(f"{whole[:at]}{digits_now}{whole[at + 1 :]}", "utf-8")
            found = faults(path, document, shelf)
            assert found, (line, digits_now)
            assert all(finding.location.path in (str(path), document.path) for finding in found)
            tried += 1
    assert tried > 60


@pytest.mark.parametrize("name", PLANS)
def test_a_sentence_changed_added_or_removed_in_the_text_is_found_with_its_clause(name: str, shelf: Library) -> None:
    """Every seventh sentence: a letter in its middle another, one added after it, taken away."""
    document = source(name)
    plan, locate = shelf.plans[name], shelf.locate[name]
    first, last = Clauses(plan, document).body
    ends = [match.end() for match in re.finditer("。", document.text) if first < match.start() and match.end() < last][::7]
    assert ends
    for end in ends:
        begin = max(document.text.rfind(sign, 0, end - 1) for sign in "。\n") + 1
        middle = (begin + end) // 2
        for start, stop, words in ((middle, middle + 1, "某"), (end, end, "加强调查研究。"), (begin, end, "")):
            text = document.text[:start] + words + document.text[stop:]
            changed = Document(document.path, hashlib.sha256(text.encode()).hexdigest(), text)
            checks = {finding.check for finding in audit(plan, shelf, changed, locate)[0]}
            assert "NU653" in checks
            assert checks & {"NU654", "NU656", "NU658"}, document.text[begin:end]


def test_the_copies_are_told_for_what_they_are() -> None:
    """No copy is called the original, and the gaps are written down, Heze's with what it may answer."""
    kinds = {name: nuplan.load_plan(name).source.kind for name in PLANS}
    assert set(kinds.values()) == {"repost", "encyclopedia", "press"}
    assert (kinds["plan_2021_2035"], kinds["three_year_2021_2023"]) == ("encyclopedia", "press")
    (table,) = nuplan.load_plan("plan_2021_2035").source.missing
    assert (table.from_, table.may_answer) == ("第一章第三节", ())
    (gap,) = nuplan.load_plan("heze_2024").source.missing
    assert (gap.from_, gap.to) == ("18", "end")
    assert gap.may_answer == tuple(str(clause) for clause in range(19, 29))
    assert nuplan.load_plan("heze_2024").headings["18"].lead == "not_stated"


def test_a_plan_is_linked_only_by_words_that_say_so() -> None:
    """Heze's names the province's; neither provincial plan says that it carries out or replaces another."""
    linked = {name: (nuplan.load_plan(name).implements, nuplan.load_plan(name).supersedes) for name in PLANS}
    implemented = linked.pop("heze_2024")[0]
    assert implemented is not None
    assert implemented.plan == "shandong_2024"
    assert set(linked.values()) == {(None, None)}


@pytest.mark.parametrize(
    ("target", "asked"),
    [
        ("plan_2021_2035/urbanization_rate_2025", ("about", "68", date(2025, 12, 31))),
        ("plan_2021_2035/urbanization_rate_2035", ("about", "75", date(2035, 12, 31))),
        ("plan_2021_2035/urban_rural_income_ratio_2025", ("about", "2.2", date(2025, 12, 31))),
        ("plan_2021_2035/urban_rural_income_ratio_2035", ("about", "1.8", date(2035, 12, 31))),
        ("plan_2021_2035/nursery_places_per_1000_2023", ("ge", "3.1", date(2023, 12, 31))),
        ("plan_2021_2035/economic_circle_travel_time_2030", ("le", "1", date(2030, 12, 31))),
        ("plan_2021_2035/old_neighbourhoods_renovated_2024", ("ge", "290", date(2024, 12, 31))),
        ("plan_2021_2035/provincial_key_laboratories_2025", ("le", "300", date(2025, 12, 31))),
        ("plan_2021_2035/smart_charging_facilities_2025", ("gt", "10", date(2025, 12, 31))),
        ("plan_2021_2035/new_small_cities", ("ge", "10", None)),
        ("plan_2021_2035/black_odorous_water_eliminated", ("ge", "100", None)),
        ("three_year_2021_2023/urban_rural_income_ratio_2023", ("le", "2.25", date(2023, 12, 31))),
        ("three_year_2021_2023/urbanization_rate_2023", ("ge", "66", date(2023, 12, 31))),
    ],
)
def test_a_target_is_read_as_the_text_has_it(target: str, asked: tuple[str, str, date | None], shelf: Library) -> None:
    """Two due dates are two targets; a ceiling is a ceiling; what the text does not date has no date."""
    found = {f"{plan.id}/{target.id}": target for plan in shelf.plans.values() for target in plan.targets}[target]
    assert (found.op, str(found.value), found.due) == asked


def test_lower_is_better_of_these(shelf: Library) -> None:
    """城乡居民收入比, 城镇调查失业率 and 建筑垃圾排放."""
    for indicator in ("urban_rural_income_ratio", "surveyed_urban_unemployment_rate", "construction_waste_intensity"):
        assert shelf.indicators[indicator].direction == "down"


def test_what_is_newly_added_carries_its_window_or_says_that_its_start_is_not_stated(shelf: Library) -> None:
    """新增 and 累计 are sums; without a printed start, from is not_stated and a note says so."""
    for plan in shelf.plans.values():
        for target in plan.targets:
            if target.sum is not None and target.sum.from_ == "not_stated":
                assert target.note is not None, target.id


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
        ("urban_rail_operating_length", "urban_rail_length"),
        ("state_key_laboratories", "national_key_laboratories"),
        ("villages_income_100k_share", "villages_collective_income_100k_share"),
        ("new_small_cities", "new_small_cities_100k"),
        ("new_small_cities", "towns_100k_population"),
        ("smart_city_3star_cities", "smart_city_4star_cities"),
        ("smart_city_3star_counties", "smart_city_4star_counties"),
        ("municipal_combined_sewers_cleared", "combined_sewers_cleared"),
        ("smart_campus_coverage", "digital_campus_coverage"),
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
    """Every target of the province has one; that none contradicts its target is lint's to say."""
    for plan in shelf.plans.values():
        if plan.area == "shandong":
            assert all(target.cascade is not None for target in plan.targets)


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
