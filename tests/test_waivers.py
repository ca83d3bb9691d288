"""Waivers of the reviewer, --select and --ignore: what they let pass, what they show of it, and what they never touch."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Run
from jsonschema import Draft202012Validator

import nuplan as api
from nuplan.load.tree import MAX_BYTES
from nuplan.model.finding import NuplanError
from nuplan.model.report import Assessment, Report
from nuplan.report.messages import message
from nuplan.report.schema import schema_of
from nuplan.text import Lang, Words

Submission = Callable[..., Path]
Waivers = Callable[..., str]
DAY = date(2025, 1, 31)
JOBS = "target: heze_2024/new_urban_jobs@2024"
MISSED = "new_urban_jobs: 6.4万人"
DOUBTFUL = "reclaimed_water_rate: {value: 55.0%, part: 7840万立方米, whole: 15306万立方米}"


@pytest.fixture
def waivers(tmp_path: Path) -> Waivers:
    """Write a file of waivers, each given by what it is of and what differs from the usual, and return its path."""

    def write(*whats: str, name: str = "waivers.yaml", **changed: str | None) -> str:
        usual = {
            "area": "heze",
            "period": "2024",
            "justification": "样例理由",
            "approver": "样例审核人",
            "from": "2025-01-01",
            "until": "2025-01-31",
        }
        said = {key: text for key, text in (usual | {key.rstrip("_"): text for key, text in changed.items()}).items() if text is not None}
        rows = "".join(f"  - {{{', '.join([what, *(f'{key}: {text}' for key, text in said.items())])}}}\n" for what in whats)
        path = tmp_path / name
        path.write_text(f"schema: nuplan/waivers/v1\nwaivers:{rows and chr(10)}{rows or ' []'}", "utf-8")
        return str(path)

    return write


def checked(path: Path, *files: str, as_of: date = DAY, **options: Any) -> Report:
    """The report of a submission with files of waivers."""
    return api.check(str(path), waivers=files, as_of=as_of, aligned=False, **options)


def jobs(report: Report) -> Assessment:
    """The row of Heze's target on jobs."""
    return next(row for row in report.assessments if row.duty.id == "heze_2024/new_urban_jobs@2024")


def of_waivers(report: Report) -> list[tuple[str, str | None]]:
    """What is wrong with the waivers: check and variant."""
    return [(finding.check, finding.values.get("why")) for finding in report.findings if finding.check.startswith("NU7")]


def refused(path: Path, file: str) -> list[str]:
    """The problems of a file of waivers that cannot be used: check, variant and suggestion."""
    with pytest.raises(NuplanError) as caught:
        checked(path, file)
    assert caught.value.slug == "broken-waivers"
    said = [(finding.check, finding.values.get("why"), finding.values.get("suggestion")) for finding in caught.value.findings]
    return [" ".join(filter(None, parts)) for parts in said]


@pytest.mark.parametrize(
    "what",
    [
        JOBS,
        "target: heze_2024/new_urban_jobs",
        "check: NU101",
        "check: target-missed",
        "check: NU101, indicator: new_urban_jobs",
        "check: NU101, indicator: 城镇新增就业",
    ],
)
@pytest.mark.parametrize("period", ["2024", "2024-Q4", "2024-12"])
def test_what_is_waived_blocks_nothing_and_keeps_its_status(what: str, period: str, submission: Submission, waivers: Waivers) -> None:
    """By duty, target of every year, or check, of one indicator or of all; a period is its last day."""
    path = submission(MISSED, period="2024-Q4")
    row = jobs(checked(path, waivers(what, period=period)))
    assert (row.status, row.severity, row.blocking) == ("missed", "error", False)
    assert row.waiver is not None
    assert row.waiver.approver == "样例审核人"


@pytest.mark.parametrize("area", ["heze", "菏泽", "菏泽市", '"371700"'])
def test_an_area_has_any_of_its_spellings(area: str, submission: Submission, waivers: Waivers) -> None:
    """As in a submission."""
    assert jobs(checked(submission(MISSED, period="2024-Q4"), waivers(JOBS, area=area))).waiver is not None


@pytest.mark.parametrize(
    ("as_of", "in_force", "told"),
    [
        (date(2024, 12, 31), False, [("NU702", "not_begun")]),
        (date(2025, 1, 1), True, []),
        (date(2025, 1, 31), True, []),
        (date(2025, 2, 1), False, [("NU701", None)]),
    ],
)
def test_both_its_days_are_included(
    as_of: date, in_force: bool, told: list[tuple[str, str | None]], submission: Submission, waivers: Waivers
) -> None:
    """From its first day to its last; before and after, it blocks as without, and that is told."""
    report = checked(submission(MISSED, period="2024-Q4"), waivers(JOBS), as_of=as_of)
    assert jobs(report).blocking is not in_force
    assert (jobs(report).waiver is not None) is in_force
    assert of_waivers(report) == told


def test_a_data_problem_is_waived_by_its_check(submission: Submission, waivers: Waivers) -> None:
    """Of the indicator named and of no other; the finding stays and says who lets it pass."""
    path = submission(DOUBTFUL, period="2024-Q4")
    (found,) = checked(path, waivers("check: value-against-parts, indicator: reclaimed_water_rate")).findings
    assert (found.check, found.blocking) == ("NU504", False)
    assert "已豁免：样例理由（样例审核人，至 2025-01-31）" in message(found, Words("zh"))
    assert "waived: 样例理由 (样例审核人, until 2025-01-31)" in message(found, Words("en"))
    other = checked(path, waivers("check: NU504, indicator: new_urban_jobs")).findings
    assert [(finding.check, finding.blocking) for finding in other] == [("NU504", True), ("NU702", False)]


@pytest.mark.parametrize(
    ("what", "changed", "told"),
    [
        ("check: NU504", {}, [("NU702", None)]),
        ("target: heze_2024/new_urban_jobs@2025", {}, [("NU702", None)]),
        ("target: heze_2024/base_stations_5g", {}, [("NU702", None)]),
        ("check: NU504", {"from": "2025-02-01", "until": "2025-03-01"}, []),
        ("check: NU504", {"until": "2025-01-30"}, [("NU701", None)]),
        ("target: shandong_2024/green_building_share_2025", {"area": "jinan"}, []),
        (JOBS, {"period": "2023"}, []),
        ("check: NU504", {"area": "jinan", "until": "2025-01-30"}, []),
        (JOBS, {"period": "2024-Q3", "until": "2025-01-30"}, []),
    ],
)
def test_a_waiver_that_is_not_needed_is_told(
    what: str, changed: dict[str, str], told: list[tuple[str, str | None]], submission: Submission, waivers: Waivers
) -> None:
    """Where its area and period are among the inputs; those of others say nothing."""
    path = submission(MISSED, "base_stations_5g: 1.12万个", period="2024-Q4")
    report = checked(path, waivers(what, **changed))
    assert of_waivers(report) == told
    assert report.exit_code == 1


def test_a_target_that_is_met_needs_no_waiver(submission: Submission, waivers: Waivers) -> None:
    """What was waived in advance should go once it is reached; told at the waiver, and blocking nothing."""
    report = checked(submission("new_urban_jobs: 6.5万人", period="2024-Q4"), waivers(JOBS), fail_on="missed")
    (found,) = (finding for finding in report.findings if finding.check == "NU702")
    assert (found.location.line, found.location.column, found.blocking) == (3, 6, False)
    assert (found.area, found.period, found.target) == ("heze", "2024", "heze_2024/new_urban_jobs@2024")


def test_of_two_that_overlap_the_first_stands(submission: Submission, waivers: Waivers) -> None:
    """In the order of the files, each read once; the second is told with the place of the first."""
    first, second = waivers(JOBS, name="b.yaml"), waivers("check: NU101", name="a.yaml", justification="另一理由")
    report = checked(submission(MISSED, period="2024-Q4"), first, second, first)
    row = jobs(report)
    assert row.waiver is not None
    assert row.waiver.location.path == first
    (found,) = (finding for finding in report.findings if finding.check == "NU703")
    assert (found.location.path, [place.path for place in found.related]) == (second, [first])
    assert [ref.path for ref in report.plans if ref.kind == "waivers"] == [first, second]


def test_what_cannot_be_read_stays_so(submission: Submission, waivers: Waivers) -> None:
    """Exit code 3 holds whatever waivers say; one of the target finds the row undecided, not the figure readable."""
    report = checked(submission("new_urban_jobs: 6.4", "resident_population: 868.3万人", period="2024-Q4"), waivers(JOBS))
    assert report.exit_code == 3
    assert [(finding.check, finding.waiver) for finding in report.findings] == [("NU018", None)]


@pytest.mark.parametrize(
    ("what", "changed", "problems"),
    [
        ("target: heze_2024/new_urban_job", {}, ["NU024 waived_target heze_2024/new_urban_jobs"]),
        ("target: heze_2024/new_urban_jobs@2030", {}, ["NU024 waived_target heze_2024/new_urban_jobs@2025"]),
        ("check: target-mised", {}, ["NU024 waived_check target-missed"]),
        ("check: NU5", {}, ["NU024 waived_check"]),
        ("check: NU018", {}, ["NU013 waived_reading"]),
        ("check: below-parent", {}, ["NU013 waived_other"]),
        ("check: NU701", {}, ["NU013 waived_other"]),
        ("check: NU504, indicator: 城镇新增就也", {}, ["NU016 城镇新增就业"]),
        (f"{JOBS}, check: NU101", {}, ["NU013 waiver_of"]),
        ("note: x", {}, ["NU011 unknown"]),
        (JOBS, {"area": "菏则市"}, ["NU014 菏泽市"]),
        (JOBS, {"period": "2024年"}, ["NU015 form"]),
        (JOBS, {"justification": None}, ["NU010"]),
        (JOBS, {"approver": '""'}, ["NU013 empty"]),
        (JOBS, {"until": "2024-12-31"}, ["NU013 until_off"]),
        (JOBS, {"until": "永久"}, ["NU013 date"]),
        (f"{JOBS}, area: heze", {}, ["NU007"]),
        ("target: heze_2024/x1", {"area": "菏则市", "period": "2024年"}, ["NU024 waived_target", "NU014 菏泽市", "NU015 form"]),
    ],
)
def test_a_file_with_a_fault_cannot_be_used(
    what: str, changed: dict[str, str | None], problems: list[str], submission: Submission, waivers: Waivers
) -> None:
    """The whole of it, with every problem at once and the nearest name."""
    path = submission(MISSED, period="2024-Q4")
    found = refused(path, waivers(what, **changed))
    assert len(found) == len(problems)
    assert all(told.startswith(problem) for told, problem in zip(found, problems, strict=True))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "NU004"),
        (b"schema: nuplan/waivers/v1\nwaivers: [\n", "NU005"),
        (b"schema: nuplan/waivers/v1\n", "NU010"),
        (b"schema: nuplan/waivers/v2\nwaivers: []\n", "NU009 newer"),
        (b"schema: nuplan/submission/v1\nwaivers: []\n", "NU009 kind"),
        ("schema: nuplan/waivers/v1\n# 豁免\nwaivers: []\n".encode("gb18030"), "NU003 other"),
        (b"schema: nuplan/waivers/v1\nwaivers: []\n" + b"#" * MAX_BYTES, "NU002"),
        (None, "NU001 missing"),
    ],
)
def test_a_file_that_cannot_be_read_cannot_be_used(data: bytes | None, problem: str, submission: Submission, tmp_path: Path) -> None:
    """As with any other file."""
    path = tmp_path / "waivers.yaml"
    if data is not None:
        path.write_bytes(data)
    assert refused(submission(MISSED), str(path)) == [problem]


def test_an_empty_list_waives_nothing(submission: Submission, waivers: Waivers) -> None:
    """A reviewer who has let nothing pass has a file that says so."""
    report = checked(submission(MISSED, period="2024-Q4"), waivers())
    assert (report.exit_code, of_waivers(report)) == (1, [])


def test_the_command_takes_files_and_leaves_them_out(nuplan: Run, submission: Submission, waivers: Waivers) -> None:
    """Lines and JSON show the waiver, in both languages; --no-waivers shows the truth."""
    report_file = Path(waivers(JOBS)).parent / "report.json"
    argv = ("check", str(submission(MISSED, period="2024-Q4")), "--fail-on", "missed", "--select", "NU101", "--as-of", "2025-01-31")
    with_waivers = (*argv, "--waivers", waivers("check: NU101"))
    zh = nuplan(*with_waivers, "--format", "concise", "--format", f"json:{report_file}")
    assert zh.code == 0
    assert "已豁免：样例理由（样例审核人，至 2025-01-31）" in zh.out
    en = nuplan(*with_waivers, "--format", "table", "--lang", "en", env={"COLUMNS": "300"})
    assert "waived: 样例理由 (样例审核人, until 2025-01-31)" in en.out
    assert nuplan(*with_waivers, "--no-waivers").code == 1
    report = json.loads(report_file.read_text("utf-8"))
    Draft202012Validator(schema_of("report")).validate(report)
    (row,) = (row for row in report["assessments"] if row["target"]["id"] == "heze_2024/new_urban_jobs@2024")
    place = {"path": with_waivers[-1], "line": 3, "column": 6, "sheet": None, "cell": None}
    assert row["waiver"] == {
        "justification": "样例理由",
        "approver": "样例审核人",
        "from": "2025-01-01",
        "until": "2025-01-31",
        "location": place,
    }
    assert {"path": with_waivers[-1], "id": "waivers"}.items() <= report["plans"][-1].items()


def test_a_broken_file_is_2_in_both_languages(nuplan: Run, submission: Submission, waivers: Waivers) -> None:
    """With file, line and column, and what to do; nothing is checked."""
    path, file = str(submission(MISSED)), waivers("check: NU018", area="菏则市")
    for lang, words in (("zh", "没有进行检查"), ("en", "nothing was checked")):
        result = nuplan("check", path, "--waivers", file, "--lang", lang)
        assert (result.code, result.out) == (2, "")
        assert words in result.err
        assert f"{file}:3:13: " in result.err
        assert "NU014" in result.err
    assert nuplan("check", path, "--waivers", file, "--no-waivers").code == 0
    assert nuplan("check", path, "--waivers", file, "--format", f"json:{file}").code == 2


def checks(report: Report) -> list[str]:
    """The checks of the findings listed."""
    return [finding.check for finding in report.findings]


@pytest.mark.parametrize(
    ("options", "listed", "ignored", "blocking"),
    [
        ({}, ["NU504", "NU505"], 0, {"NU504", "NU101"}),
        ({"select": "NU5"}, ["NU504", "NU505"], 0, {"NU504"}),
        ({"select": "NU504, target-missed"}, ["NU504"], 1, {"NU504", "NU101"}),
        ({"select": ["NU1"]}, [], 2, {"NU101"}),
        ({"ignore": "NU504"}, ["NU505"], 1, {"NU101"}),
        ({"ignore": "NU101,value-against-parts"}, ["NU505"], 1, set()),
        ({"select": "NU5", "ignore": "NU505"}, ["NU504"], 1, {"NU504"}),
        ({"select": "NU702"}, [], 2, set()),
    ],
)
def test_what_is_selected_is_listed_and_can_block(
    options: dict[str, Any], listed: list[str], ignored: int, blocking: set[str], submission: Submission
) -> None:
    """Findings are left out and counted; an assessment never disappears."""
    path = submission(DOUBTFUL, MISSED, "black_odorous_water_eliminated: {missing: not_applicable}", period="2024-Q4")
    report = checked(path, **options)
    assert (checks(report), report.ignored) == (listed, ignored)
    assert len(report.assessments) == len(checked(path).assessments)
    found = {finding.check for finding in report.findings if finding.blocking}
    found |= {"NU101" for row in report.assessments if row.blocking and row.status == "missed"}
    assert found == blocking


def test_what_cannot_be_read_is_listed_whatever_is_selected(submission: Submission, waivers: Waivers) -> None:
    """And so is what is wrong with a waiver; neither can be ignored."""
    path = submission("new_urban_jobs: 6.4", period="2024-Q4")
    report = checked(path, waivers("check: NU504"), select="NU505")
    assert (checks(report), report.exit_code) == (["NU018", "NU702"], 3)


@pytest.mark.parametrize(
    ("option", "words", "zh", "en"),
    [
        ("--select", "", "没有写检查项", "names no check"),
        ("--ignore", " , ", "没有写检查项", "names no check"),
        ("--select", "figure-without-unt", "是不是想写“figure-without-unit”", 'Did you mean "figure-without-unit"'),
        ("--ignore", "nu5", "是不是想写“NU5”", 'Did you mean "NU5"'),
        ("--select", "NU9", "不能写“NU9”", 'cannot be "NU9"'),
        ("--ignore", "NU", "总是列出", "always listed"),
        ("--ignore", "figure-without-unit", "包括 NU018", "includes NU018"),
        ("--ignore", "NU701", "总是列出", "always listed"),
    ],
)
def test_a_list_that_cannot_be_used_is_told(option: str, words: str, zh: str, en: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An unset variable, a misspelling, and what is always listed; in both languages, with exit code 2."""
    from nuplan.cli import run

    for lang, expected in (("zh", zh), ("en", en)):
        assert run(["check", str(ROOT / "examples" / "heze_2024_q2.yaml"), option, words, "--lang", lang]) == 2
        assert expected in capsys.readouterr().err


def test_the_foot_and_the_summary_count_what_is_ignored(nuplan: Run, submission: Submission) -> None:
    """Nobody takes a short list for a clean one."""
    path = submission(DOUBTFUL)
    out = path.parent / "report.json"
    result = nuplan("check", str(path), "--ignore", "NU504", "--format", "concise", "--format", f"json:{out}")
    assert "按 --select、--ignore 未列出的问题 1 个" in result.out
    assert result.code == 0
    assert json.loads(out.read_text("utf-8"))["summary"]["ignored"] == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_variant_of_a_message_has_its_sentence(lang: Lang) -> None:
    """A reader is told what to do, not only that something is wrong."""
    whys = ("NU013.waiver_of", "NU013.waiver_indicator", "NU013.until_off", "NU013.waived_reading", "NU013.waived_other")
    assert all(map(Words(lang).has, (*whys, "NU024.waived_target", "NU024.waived_check", "NU702.not_begun")))
