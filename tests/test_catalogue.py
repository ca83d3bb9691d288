"""Every row of the catalogue: a good case that does not meet it, a bad case that does, through the installed command."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, Run
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from nuplan.judge.rules import FIGURE_RULES
from nuplan.judge.rules.trust import TRUST_RULES
from nuplan.model.catalogue import CHECKS, FAMILIES, SEVERITIES
from nuplan.model.pace import LAGGING

CASES = ROOT / "tests" / "cases" / "checks"
GOOD = b"schema: nuplan/submission/v1\narea: heze\nperiod: 2024-Q2\nfigures:\n  new_urban_jobs: 3.4\xe4\xb8\x87\xe4\xba\xba\n"
STATUS = {"missed": "NU101", "not_reported": "NU102", "undecided": "NU103"}


def _absent(folder: Path) -> list[str]:
    return [str(folder / "absent.yaml")]


def _oversized(folder: Path) -> list[str]:
    path = folder / "oversized.yaml"
    path.write_bytes(GOOD + b"#" * (10 * 1024 * 1024))
    return [str(path)]


def _gb18030(folder: Path) -> list[str]:
    path = folder / "gb18030.yaml"
    path.write_bytes(GOOD.decode("utf-8").encode("gb18030"))
    return [str(path)]


def _plans(change: Callable[[str], str]) -> Callable[[Path], list[str]]:
    def make(folder: Path) -> list[str]:
        plan = (ROOT / "targets" / "heze_2024.yaml").read_text("utf-8")
        (folder / "plan.yaml").write_text(change(plan), "utf-8")
        good = folder / "good.yaml"
        good.write_bytes(GOOD)
        return [str(good), "--targets", str(folder)]

    return make


MISSED = "schema: nuplan/submission/v1\narea: heze\nperiod: 2024-Q4\nfigures:\n  new_urban_jobs: 6.4万人\n"
WAIVER = "area: heze, period: 2024, justification: 样例, approver: 样例审核人, from: 2025-01-01, until: 2025-01-31"


def _waived(*whats: str, as_of: str = "2025-01-31") -> Callable[[Path], list[str]]:
    """A target missed by the figure of jobs, with waivers of what is named."""

    def make(folder: Path) -> list[str]:
        folder.mkdir(exist_ok=True)
        missed, waivers = folder / "missed.yaml", folder / "waivers.yaml"
        missed.write_text(MISSED, "utf-8")
        rows = "".join(f"  - {{{what}, {WAIVER}}}\n" for what in whats)
        waivers.write_text(f"schema: nuplan/waivers/v1\nwaivers:\n{rows}", "utf-8")
        return [str(missed), "--waivers", str(waivers), "--as-of", as_of]

    return make


def _several(*files: str, options: tuple[str, ...] = ()) -> Callable[[Path], list[str]]:
    """A folder of submissions of the end of 2025: `NAME: AREA PERIOD FIGURE`, with the day reported after a `by`."""

    def make(folder: Path) -> list[str]:
        folder.mkdir(exist_ok=True)
        for file in files:
            name, area, period, figure, *day = file.split(" ")
            by = f"reported_by: {{date: {day[0]}}}\n" if day else ""
            text = f"schema: nuplan/submission/v1\narea: {area}\nperiod: {period}\n{by}figures:\n  {figure.replace('=', ': ')}\n"
            (folder / name).write_text(text, "utf-8")
        return [str(folder), *options]

    return make


def _after(now: str, *earlier: str) -> Callable[[Path], list[str]]:
    """A submission of Heze and what it has reported before, each `PERIOD FIGURE`, with the sample indicators."""

    def make(folder: Path) -> list[str]:
        (folder / "history").mkdir(parents=True)
        for index, (period, figure) in enumerate(one.split(" ") for one in (now, *earlier)):
            text = f"schema: nuplan/submission/v1\narea: heze\nperiod: {period}\nfigures:\n  {figure.replace('=', ': ')}\n"
            (folder / ("history" if index else ".") / f"{index}.yaml").write_text(text, "utf-8")
        return [str(folder / "0.yaml"), "--history", str(folder / "history"), "--targets", "tests/data/trust"]

    return make


def _workbook(
    change: Callable[[Worksheet], object] | None = None, *, stamp: tuple[tuple[str, ...], ...] = ()
) -> Callable[[Path], list[str]]:
    """A workbook with one figure of Heze, its sheet changed, and the rows of the stamp of a form."""

    def make(folder: Path) -> list[str]:
        folder.mkdir(exist_ok=True)
        book = Workbook()
        sheet = book["Sheet"]
        for row in (["地区", "菏泽市", "报告期", "2024-Q2"], ["指标", "本期填报值", "单位", "分子"], ["new_urban_jobs", 3.4, "万人"]):
            sheet.append(row)
        if change is not None:
            change(sheet)
        if stamp:
            for line in (("schema", "nuplan/form/v1"), ("period", "2024-Q2"), *stamp):
                (book["nuplan"] if "nuplan" in book.sheetnames else book.create_sheet("nuplan")).append(line)
        book.save(folder / "form.xlsx")
        return [str(folder / "form.xlsx")]

    return make


def _old_workbook(folder: Path) -> list[str]:
    path = folder / "form.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    return [str(path)]


def _hide(sheet: Worksheet) -> None:
    sheet.row_dimensions[3].hidden = True


WORKBOOKS = ("NU025", "NU026", "NU027", "NU561", "NU562", "NU563", "NU564")
JOBS = "new_urban_jobs=6.6万人"
TWO = (f"a.yaml heze 2025-Q4 {JOBS} 2026-01-20", f"b.yaml jinan 2025-Q4 {JOBS} 2026-01-20")
DUE = ("--due", "2026-01-20", "--as-of", "2026-01-20")
CITIES = ("jinan", "qingdao", "zibo")
SAMPLE = ("--targets", "tests/data/trust")
ROADS = [f"{2022 + index // 4}-Q{index % 4 + 1} sample_roads={720 + 10 * index + index * index % 7}公里" for index in range(11)]
MEDICAL = [f"{area}.yaml {area} 2025-Q4 county_medical_subcentres=20所" for area in CITIES]

OF_SUBMISSIONS = [check for check, row in CHECKS.items() if row.family not in ("plan", "align")]
"""The checks that `check` makes; those of plans have their cases in test_plan_checks.py, those of alignment in test_align_output.py."""

BAD: dict[str, Callable[[Path], list[str]]] = {
    "NU001": _absent,
    "NU002": _oversized,
    "NU003": _gb18030,
    "NU022": _plans(lambda plan: plan),
    "NU024": _plans(lambda plan: plan.replace("id: heze_2024", "id: heze_copy").replace('clause: "17"\n', 'clause: "71"\n', 1)),
    "NU025": _workbook(lambda sheet: sheet.append(["base_stations_5g", True, "万个"])),
    "NU026": _old_workbook,
    "NU027": _workbook(stamp=(("sheet", "Sheet", "jinan"),)),
    "NU401": _several(*TWO, "c.yaml zibo 2025-Q4 green_building_share=99%", options=("--rollup",)),
    "NU402": _several(*MEDICAL, options=("--rollup",)),
    "NU513": _after("2024-Q2 sample_part_time=1.8万人", "2024-Q1 sample_part_time=2.1万人"),
    "NU514": _after("2024-Q2 sample_part_time=2.2万人", "2024-Q1 sample_part_time=2.1万人"),
    "NU515": _after("2024 sample_roads=820公里", "2023 sample_roads=850公里"),
    "NU516": _after("2024 sample_rate=55.9%", "2023 sample_rate=53.83%"),
    "NU517": _after("2024-Q4 sample_roads=1000公里", *ROADS),
    "NU518": _after("2024 sample_roads=850公里", "2024-Q4 sample_roads=848公里"),
    "NU520": _several(*TWO, "c.yaml shandong 2025-Q4 new_urban_jobs=12万人"),
    "NU522": _several(*(f"{area}.yaml {area} 2025-Q4 sample_rate=57.31%" for area in CITIES), options=SAMPLE),
    "NU523": _after("2024 sample_rate=53.83%", "2022 sample_rate=53.83%"),
    "NU551": _several(*TWO, options=("--due", "2026-01-20", "--as-of", "2026-01-21")),
    "NU552": _several(*TWO, f"c.yaml zibo 2025-Q4 {JOBS} 2026-01-21", options=DUE),
    "NU553": _several(*TWO, f"c.yaml zibo 2025-Q4 {JOBS}", options=DUE),
    "NU554": _several(*TWO, f"c.yaml zibo 2025-Q3 {JOBS} 2026-01-20"),
    "NU555": _several(*TWO, f"c.yaml heze 2025-Q4 {JOBS} 2026-01-20"),
    "NU556": _several(*TWO, f"heze_2025.yaml zibo 2025-Q4 {JOBS} 2026-01-20"),
    "NU557": _several(*TWO, f"2025_q3.yaml zibo 2025-Q4 {JOBS} 2026-01-20"),
    "NU561": _workbook(stamp=(("sheet", "Sheet", "heze"), ("plan", "heze_2024", "0.0.1"))),
    "NU562": _workbook(stamp=(("sheet", "菏泽市", "heze"),)),
    "NU563": _workbook(_hide),
    "NU564": _workbook(lambda sheet: sheet.merge_cells("B3:C3")),
    "NU701": _waived("target: heze_2024/new_urban_jobs@2024", as_of="2025-02-01"),
    "NU702": _waived("check: NU504"),
    "NU703": _waived("target: heze_2024/new_urban_jobs@2024", "check: target-missed"),
}
GOOD_CALL = {check: _waived("target: heze_2024/new_urban_jobs@2024") for check in ("NU701", "NU702", "NU703")}
GOOD_CALL |= {check: _several(*TWO, options=DUE) for check in ("NU551", "NU552", "NU553", "NU554", "NU555", "NU556", "NU557")}
GOOD_CALL |= {
    "NU513": _after("2024-Q2 sample_part_time=4.3万人", "2024-Q1 sample_part_time=2.1万人"),
    "NU514": _after("2024-Q2 sample_part_time=4.3万人", "2024-Q1 sample_part_time=2.1万人"),
    "NU515": _after("2024 sample_roads=850公里", "2023 sample_roads=850.4公里"),
    "NU516": _after("2024 sample_rate=55.8%", "2023 sample_rate=53.83%"),
    "NU517": _after("2024-Q4 sample_roads=831公里", *ROADS),
    "NU518": _after("2024 sample_roads=850公里", "2024-Q4 sample_roads=850.4公里"),
    "NU520": _several(*TWO, "c.yaml shandong 2025-Q4 new_urban_jobs=13.2万人"),
    "NU522": _several(*(f"{area}.yaml {area} 2025-Q4 sample_rate=57.3{index}%" for index, area in enumerate(CITIES)), options=SAMPLE),
    "NU523": _after("2024 sample_rate=53.84%", "2022 sample_rate=53.83%"),
}
GOOD_CALL |= {check: lambda _: ["examples/shandong_census_2020", "--rollup"] for check in ("NU401", "NU402")}
GOOD_CALL |= {check: _workbook(stamp=(("sheet", "Sheet", "heze"),)) for check in WORKBOOKS}
"""What passes, where that is more than a good file."""


def met(result_json: str, errors: str) -> set[str]:
    """The checks a run met: its findings, its statuses, and what it said of plan files."""
    found = set(re.findall(r"\bNU[0-9]{3}\b", errors))
    if result_json:
        report = json.loads(result_json)
        found |= {row["check"] for rows in (report["findings"], report["rollup"]) for row in rows if row["check"] is not None}
        for row in report["assessments"]:
            figure = row["figure"]
            if row["pace"] in LAGGING:
                found.add("NU301")
            if row["status"] in STATUS and any(figure[key] is not None for key in ("value", "part", "missing")):
                found.add(STATUS[row["status"]])
    return found


@pytest.mark.parametrize("check", OF_SUBMISSIONS)
def test_a_check_finds_its_bad_case_and_passes_its_good_one(check: str, nuplan: Run, tmp_path: Path) -> None:
    """A check that cannot fail, or that always does, is no check."""
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    if check in BAD:
        good.write_bytes(GOOD)
        folder = tmp_path / "bad"
        folder.mkdir()
        argv = BAD[check](folder)
    else:
        case = yaml.safe_load((CASES / f"{check}.yaml").read_text("utf-8"))
        good.write_text(case["good"], "utf-8")
        bad.write_text(case["bad"], "utf-8")
        argv = [str(bad)]
    passed = nuplan("check", *(GOOD_CALL[check](tmp_path / "good") if check in GOOD_CALL else [str(good)]), "--format", "json")
    assert check not in met(passed.out, passed.err)
    failed = nuplan("check", *argv, "--format", "json")
    assert check in met(failed.out, failed.err)


def test_the_rows_are_well_formed() -> None:
    """Ids are unique by being keys; slugs are unique, in kebab case, and name the offence; families and severities are the known ones."""
    slugs = [check.slug for check in CHECKS.values()]
    assert len(slugs) == len(set(slugs))
    for id_, check in CHECKS.items():
        assert re.fullmatch(r"NU[0-9]{3}", id_)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", check.slug)
        assert check.id == id_
        assert check.family in (*FAMILIES, "plan")
        assert check.severity in SEVERITIES


def test_every_figure_rule_stands_in_a_file_named_after_it() -> None:
    """One file a rule; its number and slug are its name."""
    files = {path.stem for path in (ROOT / "src" / "nuplan" / "judge" / "rules").glob("nu5*.py")}
    assert files == {f"{id_.lower()}_{CHECKS[id_].slug.replace('-', '_')}" for id_ in {*FIGURE_RULES, *TRUST_RULES}}


def test_no_case_is_left_over() -> None:
    """A case without a check would never run."""
    assert {path.stem for path in CASES.glob("*.yaml")} | set(BAD) == set(OF_SUBMISSIONS)


EXPLAIN = """
import sys
from nuplan.cli import run
folder, lang, *names = sys.argv[1:]
sys.exit(max(run(["explain", name, "--lang", lang, "--format", f"table:{folder}/{name}.txt"]) for name in names))
"""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_explain_tells_what_to_do(lang: str, tmp_path: Path) -> None:
    """`explain` knows every check by id and by slug, in both languages; one interpreter runs the command lines of all."""
    names = [name for check in CHECKS.values() for name in (check.id, check.slug)]
    subprocess.run([sys.executable, "-c", EXPLAIN, str(tmp_path), lang, *names], check=True)
    for check in CHECKS.values():
        by_id = (tmp_path / f"{check.id}.txt").read_text("utf-8")
        assert check.id in by_id
        assert {"zh": "处理办法", "en": "What to do"}[lang] in by_id
        assert by_id == (tmp_path / f"{check.slug}.txt").read_text("utf-8")
