"""Words and numbers: what a qualifier says of a comparison, and how far 左右 reaches."""

from decimal import Decimal
from fractions import Fraction

import pytest

import nuplan
from nuplan.model.duty import Duty, duties
from nuplan.model.indicator import Indicator
from nuplan.model.plan import Plan, Target
from nuplan.model.wording import read_wording
from nuplan.run.shelf import library

PLANS = [nuplan.load_plan(plan) for plan in ("heze_2024", "shandong_2024")]
TARGETS = [(plan, target) for plan in PLANS for target in plan.targets]

# Targets whose op is not the one of the words in their quotation, and why.
OP_READ_OTHERWISE = {
    "shandong_2024/commodity_markets_50_billion_2025": "超过 belongs to the turnover of a market, the number of markets has no qualifier",
}
# Targets that are full although 基本 stands in their quotation, and why.
BASIC_READ_OTHERWISE = {
    "shandong_2024/expressway_length_operating_2025": "基本实现 belongs to 县县双高速, not to the length",
}
# Targets that strive although 力争 or 争取 stands outside their quotation, and why.
STRIVING_FROM_BEFORE = {
    "heze_2024/towns_30k_population_2025": "力争 governs both clauses of the sentence",
}
TOLERANCES = {
    "heze_2024/urbanization_rate_2025": "0.5",
    "heze_2024/goose_formation_clusters_2025": "1",
    "heze_2024/technical_upgrade_projects": "6",
    "heze_2024/provincial_modern_service_clusters_2025": "0.14",
    "heze_2024/municipal_night_culture_tourism_clusters_2025": "1",
    "heze_2024/tourism_value_added_share_2025": "0.05",
    "heze_2024/provincial_key_laboratories_2025": "0.06",
    "heze_2024/young_talent_gathered": "0.05",
    "heze_2024/outpatient_reimbursement_increase_2025": "1",
    "shandong_2024/goose_formation_clusters_2025": "4",
    "shandong_2024/technical_upgrade_projects": "0.02",
    "shandong_2024/integrity_housekeeping_enterprises": "2",
    "shandong_2024/tourism_value_added_share_2025": "0.05",
    "shandong_2024/urbanization_rate_jinan_qingdao_2025": "0.5",
    "shandong_2024/urban_talent_to_grassroots": "40",
    "shandong_2024/county_medical_subcentres_2025": "4",
}


def name(plan: Plan, target: Target) -> str:
    """PLAN/TARGET."""
    return f"{plan.id}/{target.id}"


def about(value: str, unit: str, direction: str = "up", tolerance: str | None = None) -> Duty:
    """A duty about a number."""
    indicator = Indicator.model_validate(
        {
            "id": "anything",
            "name": {"zh": "样例", "en": "Sample"},
            **({"unit": unit} if unit else {}),
            "kind": "level",
            "direction": direction,
            "frequency": "annual",
            "aggregate": {"method": "sum"},
            "definition": {"zh": "样例", "source": "not_stated"},
        }
    )
    target = Target.model_validate(
        {
            "id": "anything",
            "indicator": "anything",
            "clause": "一",
            "as_printed": f"{value}{unit}左右",
            "op": "about",
            "value": value,
            **({"unit": unit} if unit else {}),
            **({"tolerance": tolerance} if tolerance else {}),
            "by": "2025-12-31",
            "dated": "到2025年",
            "modality": "shall",
        }
    )
    (duty,) = duties(PLANS[0], target, indicator)
    return duty


@pytest.mark.parametrize(
    ("value", "unit", "tolerance"),
    [
        ("68", "%", "0.5"),
        ("57", "%", "0.5"),
        ("2.2", "", "0.044"),
        ("5000", "个", "100"),
        ("100", "家", "2"),
        ("7.5", "%", "0.05"),
        ("7", "%", "0.14"),
        ("20", "%", "0.4"),
        ("57.0", "%", "0.05"),
        ("4.50", "%", "0.005"),
        ("2000", "元", "40"),
        ("15", "%", "0.3"),
        ("0.5", "个百分点", "0.01"),
        ("3.7", "万人", "0.05"),
        ("1", "万个", "0.02"),
        ("2.5", "亿平方米", "0.05"),
    ],
)
def test_about_reaches_half_the_last_significant_digit_and_two_per_cent_at_most(value: str, unit: str, tolerance: str) -> None:
    """Trailing zeros of a whole number are not significant, those of a decimal are."""
    assert about(value, unit).tolerance == Fraction(tolerance)


@pytest.mark.parametrize(
    ("value", "unit", "tolerance"),
    [
        ("15", "个", "1"),
        ("10", "个", "1"),
        ("12", "人", "1"),
        ("49", "户", "1"),
        ("51", "家", "1"),
        ("30", "人次", "1"),
        ("60", "所", "1.2"),
        ("0.0015", "万个", "0.0001"),
        ("9", "个", "0.18"),
        ("7", "个", "0.14"),
        ("3", "家", "0.06"),
        ("12.5", "个", "0.05"),
        ("15", "公里", "0.3"),
        ("15", "万千瓦", "0.3"),
    ],
)
def test_about_ten_whole_things_or_more_reaches_one_at_least(value: str, unit: str, tolerance: str) -> None:
    """Half a thing is no tolerance; below ten, and of what is not counted in wholes, nothing is added."""
    assert about(value, unit).tolerance == Fraction(tolerance)


@pytest.mark.parametrize("direction", ["up", "down", "none"])
def test_a_tolerance_does_not_depend_on_the_direction(direction: str) -> None:
    """The direction says on which side it lies, not how far it reaches."""
    assert about("57", "%", direction).tolerance == Fraction("0.5")


def test_a_tolerance_that_the_plan_fixes_is_taken_as_it_is() -> None:
    """The plan's own word comes before the rule."""
    assert about("15", "个", tolerance="3").tolerance == 3


@pytest.mark.parametrize(
    ("words", "op"),
    [
        ("达到67%以上", "ge"),
        ("不低于67%", "ge"),
        ("不少于20个", "ge"),
        ("至少20个", "ge"),
        ("扩大到20公顷", "ge"),
        ("达到650万千瓦", "ge"),
        ("超过4家", "gt"),
        ("突破4家", "gt"),
        ("高于4%", "gt"),
        ("多于4家", "gt"),
        ("大于4家", "gt"),
        ("超过全省平均水平0.5个百分点以上", "ge"),
        ("5%以内", "le"),
        ("5%以下", "le"),
        ("不高于5%", "le"),
        ("不超过500万吨", "le"),
        ("控制在5%", "le"),
        ("控制在5%以内", "le"),
        ("不大于5%", "le"),
        ("降至2.2", "le"),
        ("下降到2.2", "le"),
        ("压减到500万吨", "le"),
        ("低于5%", "lt"),
        ("不满5%", "lt"),
        ("少于5家", "lt"),
        ("小于5%", "lt"),
        ("不足5%", "lt"),
        ("57%左右", "about"),
        ("57%上下", "about"),
        ("约57%", "about"),
        ("达到57%左右", "about"),
        ("稳定在20%", "about"),
        ("维持在20%", "about"),
        ("稳定在20%左右", "about"),
        ("90%以上的机关建成节约型机关", "ge"),
        ("节约集约用地2万亩", "ge"),
        ("履约率达到95%", "ge"),
    ],
)
def test_a_qualifier_says_how_to_compare(words: str, op: str) -> None:
    """Civil Code art. 1259: 以上 以下 以内 include the number, 超过 不满 exclude it; a word inside another is no qualifier."""
    assert op_of(words) == op


@pytest.mark.parametrize("words", ["力争", "争取"])
def test_an_aspiration_says_nothing_of_the_comparison(words: str) -> None:
    """力争 and 争取 change the modality alone."""
    assert op_of(f"{words}达到8000人次以上") == "ge"
    assert "strive" in {found.slug for found in read_wording(f"{words}达到8000人次以上")}


def op_of(words: str) -> str:
    """The op of a quotation: that of its qualifier, at least where only 达到, or nothing, stands before the number."""
    ops = {found.op for found in read_wording(words) if found.op is not None}
    strict = ops - {"ge"}
    assert len(strict) <= 1, f"the words disagree: {ops}"
    return strict.pop() if strict else "ge"


@pytest.mark.parametrize(("plan", "target"), TARGETS, ids=[name(*pair) for pair in TARGETS])
def test_the_op_of_a_packaged_target_is_that_of_its_words(plan: Plan, target: Target) -> None:
    """Where the words of the quotation are read otherwise, the target says so in a note."""
    if name(plan, target) in OP_READ_OTHERWISE:
        assert target.note
        assert op_of(target.as_printed) != target.op
    else:
        assert op_of(target.as_printed) == target.op


@pytest.mark.parametrize(("plan", "target"), TARGETS, ids=[name(*pair) for pair in TARGETS])
def test_the_modality_and_the_fullness_of_a_packaged_target_are_those_of_its_words(plan: Plan, target: Target) -> None:
    """力争 and 争取 strive, 基本实现 is basic; a word outside the quotation, or not meant for the number, is told in a note."""
    slugs = {found.slug for found in read_wording(target.as_printed)}
    if name(plan, target) in STRIVING_FROM_BEFORE:
        assert target.note
        assert "strive" not in slugs
        assert target.modality == "strive"
    else:
        assert (target.modality == "strive") == ("strive" in slugs)
    if name(plan, target) in BASIC_READ_OTHERWISE:
        assert target.note
        assert ("basic" in slugs, target.basic) == (True, False)
    else:
        assert target.basic == ("basic" in slugs)


def test_every_exception_is_a_target() -> None:
    """An exception that names nothing would hide nothing."""
    known = {name(*pair) for pair in TARGETS}
    assert known >= {*OP_READ_OTHERWISE, *BASIC_READ_OTHERWISE, *STRIVING_FROM_BEFORE, *TOLERANCES}


def test_the_tolerances_of_the_packaged_plans() -> None:
    """Every packaged target about a number, with the tolerance that the rule gives by hand."""
    shelf = library()
    found = {
        name(plan, target): duty.tolerance
        for plan, target in TARGETS
        for duty in duties(plan, target, shelf.indicators[target.indicator])
        if target.op == "about"
    }
    assert found == {duty: Fraction(Decimal(tolerance)) for duty, tolerance in TOLERANCES.items()}
