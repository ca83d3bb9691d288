"""Forms: what is due stands in them, filled ones are read back, and the remarks of the review are written beside their rows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import Run, run_command

HISTORY = ("--history", "examples/heze_history")
Fill = Callable[[Path, dict[str, dict[str, dict[str, Any]]]], Path]


def columns_of(sheet: Any) -> tuple[int, dict[str, int]]:
    """The row of the head, and the column of each of its words."""
    for row in sheet.iter_rows(max_row=20):
        if row[0].value in ("指标编号", "Indicator"):
            return row[0].row, {cell.value: cell.column for cell in row}
    raise AssertionError("no head")


def rows_of(sheet: Any) -> dict[str, int]:
    """The row of each indicator."""
    head, _ = columns_of(sheet)
    return {sheet.cell(row, 1).value: row for row in range(head + 1, sheet.max_row + 1) if sheet.cell(row, 1).value}


def fill(form: Path, filled: dict[str, dict[str, dict[str, Any]]]) -> Path:
    """Fill in a form as a person would: by worksheet, indicator and head of the column."""
    book = openpyxl.load_workbook(form)
    for name, figures in filled.items():
        sheet = book[name]
        (_, columns), rows = columns_of(sheet), rows_of(sheet)
        for indicator, cells in figures.items():
            for head, value in cells.items():
                sheet.cell(rows[indicator], columns[head]).value = value
    path = form.with_name(f"已填 {form.name}")
    book.save(path)
    return path


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form of Heze for the end of 2025, with the values known of earlier periods."""
    path = tmp_path_factory.mktemp("表 forms") / "form.xlsx"
    done = run_command("template", "菏泽市", "2025-Q4", *HISTORY, "--format", f"xlsx:{path}")
    assert (done.code, done.out, done.err) == (0, "", "")
    return path


def test_a_form_has_what_the_period_brings(form: Path, nuplan: Run, tmp_path: Path) -> None:
    """Annual indicators stand in forms that end a year alone, each with its words, its clause and its last value."""
    quarter = tmp_path / "q2.xlsx"
    assert nuplan("template", "heze", "2024-Q2", "--format", f"xlsx:{quarter}").code == 0
    annual, half = openpyxl.load_workbook(form)["菏泽市"], openpyxl.load_workbook(quarter)["菏泽市"]
    assert "urbanization_rate" in rows_of(annual)
    assert "urbanization_rate" not in rows_of(half)
    assert "new_urban_jobs" in rows_of(half)
    (_, columns), row = columns_of(annual), rows_of(annual)["urbanization_rate"]
    said = {head: str(annual.cell(row, column).value) for head, column in columns.items()}
    assert said["目标（原文）"] == "到2025年常住人口城镇化率达到57%左右"
    assert said["条款"] == "菏政发〔2024〕11号 第一部分"
    assert said["上期值"].startswith("53.83%（2023-Q4")
    assert said["计量单位"] == "%"


def test_a_form_is_locked_but_for_what_is_filled_in(form: Path) -> None:
    """Heads and references are locked, units and reasons are chosen from lists, no cell is a formula."""
    book = openpyxl.load_workbook(form)
    sheet = book["菏泽市"]
    (head, columns), row = columns_of(sheet), rows_of(sheet)["new_urban_jobs"]
    assert sheet.protection.sheet
    locked = {name: sheet.cell(row, column).protection.locked for name, column in columns.items()}
    assert not locked["本期填报值"]
    assert locked["目标（原文）"]
    assert sheet.cell(head, 1).protection.locked
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"}
    assert '"待发布,未统计,不适用"' in lists
    assert any("万人" in given for given in lists)
    assert all(len(given) <= 257 for given in lists)
    assert not [cell for each in book for line in each.iter_rows() for cell in line if cell.data_type == "f"]
    assert book["nuplan"].sheet_state == "hidden"
    assert [cell.value for cell in book["nuplan"][1]][:2] == ["schema", "nuplan/form/v1"]


def test_the_same_call_gives_the_same_bytes(form: Path, nuplan: Run, tmp_path: Path) -> None:
    """Nothing in the workbook tells when or where it was made."""
    again = tmp_path / "again.xlsx"
    nuplan("template", "heze", "2025-Q4", *HISTORY, "--format", f"xlsx:{again}")
    assert again.read_bytes() == form.read_bytes()


def test_a_filled_form_is_checked_and_comes_back_with_remarks(form: Path, nuplan: Run, tmp_path: Path) -> None:
    """What cannot be read, and what is due and not there, is told beside its row; a missed target is not, and nothing else changes."""
    figures: dict[str, dict[str, Any]] = {
        "urbanization_rate": {"本期填报值": 57.2},
        "new_urban_jobs": {"本期填报值": 6.1, "数据性质": "快报"},
        "green_building_share": {"分子": 9120, "分母": 9123},
        "counties_with_two_expressways": {"分子": 9, "分母": 9},
        "renewable_capacity": {"本期填报值": "六百"},
        "technical_upgrade_projects": {"缺报原因": "未统计", "说明": "没有台账"},
    }
    filled = fill(form, {"菏泽市": figures})
    marked = tmp_path / "审核 意见.xlsx"
    done = nuplan("check", str(filled), "--annotate", str(marked), "--format", "concise")
    assert done.code == 3
    assert f"{filled}:菏泽市!D14: 错误 NU017" in done.out
    before, after = openpyxl.load_workbook(filled), openpyxl.load_workbook(marked)
    assert after.sheetnames == [*before.sheetnames, "数据审核", "目标判定"]
    (_, columns), rows = columns_of(after["菏泽市"]), rows_of(after["菏泽市"])
    remark = {name: str(after["菏泽市"].cell(row, columns["审核意见"]).value or "") for name, row in rows.items()}
    assert remark["renewable_capacity"].startswith("D14 错误：“六百”不是数")
    assert remark["technical_upgrade_projects"].startswith("错误：应报未报")
    assert remark["new_urban_jobs"].startswith("D46 警告：“城镇新增就业”填为 6.1万人，公开发布的 2025 数为 7.3万人")
    assert remark["green_building_share"] == ""
    told = "\n".join(str(cell.value) for line in after["目标判定"].iter_rows() for cell in line if cell.value)
    assert "未完成" in told
    assert "真实数据是合格数据" in told
    kept = [(cell.coordinate, cell.value) for line in before["菏泽市"].iter_rows(max_col=16) for cell in line]
    assert kept == [(cell.coordinate, cell.value) for line in after["菏泽市"].iter_rows(max_col=16) for cell in line]
    assert len(after["菏泽市"].data_validations.dataValidation) == len(before["菏泽市"].data_validations.dataValidation)
    again = nuplan("check", str(marked), "--annotate", str(tmp_path / "twice.xlsx"), "--format", "concise")
    assert again.out.replace(str(marked), str(filled)) == done.out
    assert openpyxl.load_workbook(tmp_path / "twice.xlsx").sheetnames == after.sheetnames
    mended = fill(marked, {"菏泽市": {"renewable_capacity": {"本期填报值": 612.5}}})
    nuplan("check", str(mended), "--annotate", str(tmp_path / "twice.xlsx"), "--quiet")
    cells = openpyxl.load_workbook(tmp_path / "twice.xlsx")["菏泽市"]
    assert cells.cell(rows["renewable_capacity"], columns["审核意见"]).value is None
    assert cells["D14"].fill.fgColor.rgb == cells["D15"].fill.fgColor.rgb


def test_sixteen_sheets_go_from_template_to_remarks_and_page(nuplan: Run, tmp_path: Path) -> None:
    """Three commands: the form of every city, filled in between, then the annotated form and the page at once."""
    made = nuplan("template", "--below", "山东省", "2025-Q4", "--format", f"xlsx:{tmp_path / 'form.xlsx'}")
    assert (made.code, made.err) == (0, "")
    names = openpyxl.load_workbook(tmp_path / "form.xlsx").sheetnames[1:-1]
    assert (len(names), names[0], names[-1]) == (16, "济南市", "菏泽市")
    filled = fill(tmp_path / "form.xlsx", {name: {"social_work_stations": {"本期填报值": 100}} for name in names})
    page, marked = tmp_path / "报告.html", tmp_path / "审核.xlsx"
    done = nuplan("check", str(filled), "--annotate", str(marked), "--format", f"html:{page}", "--quiet", "--fail-on", "missed")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert all(f">{name}<" in page.read_text("utf-8") for name in names)
    assert len(openpyxl.load_workbook(marked).sheetnames) == 20


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_forms_of_text_are_read_back(lang: str, nuplan: Run, tmp_path: Path) -> None:
    """What the CSV and the YAML leave open is filled in and read, in both languages."""
    table = nuplan("template", "heze", "jinan", "2025-Q4", "--lang", lang).out.splitlines()
    filled = [line.replace(",万人,,", ",万人,7.3,", 1) if ",new_urban_jobs," in line else line for line in table]
    (tmp_path / "t.csv").write_text("\n".join(filled), "utf-8")
    done = nuplan("check", str(tmp_path / "t.csv"), "--lang", lang)
    assert done.code == 1
    assert "heze_2024/new_urban_jobs@2025" in done.out
    assert "NU0" not in done.out
    text = nuplan("template", "heze", "2025-Q4", "--lang", lang).out
    (tmp_path / "t.yaml").write_text(text, "utf-8")
    empty = nuplan("check", str(tmp_path / "t.yaml"))
    assert empty.code == 3
    assert empty.out.count("NU013") > 20
    kept = [f"{line} 7.3万人" if line.startswith("  new_urban_jobs:") else line for line in text.splitlines()]
    (tmp_path / "t.yaml").write_text("\n".join(line for line in kept if not line.startswith("  ") or line.endswith("7.3万人")), "utf-8")
    assert nuplan("check", str(tmp_path / "t.yaml"), "--fail-on", "missed").code == 0


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("nowhere", "2025-Q4"), "nowhere"),
        (("heze", "2025-Q5"), "2025-Q5"),
        (("2025-Q4",), "--below"),
        (("heze", "1999"), "没有应报的指标"),
        (("heze", "jinan", "2025-Q4", "--format", "yaml"), "一次只能写一个地区"),
        (("heze", "2025-Q4", "--format", "xlsx"), "xlsx:"),
        (("heze", "2025-Q4", "--format", "json"), "xlsx、csv、yaml"),
        (("heze", "2025-Q4", "--below", "heze"), "菏泽市下属"),
    ],
)
def test_a_form_that_cannot_be_made_says_why(call: tuple[str, ...], said: str, nuplan: Run) -> None:
    """Exit code 2, one message, nothing written."""
    done = nuplan("template", *call)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_only_one_workbook_is_annotated_and_never_over_itself(form: Path, nuplan: Run, tmp_path: Path) -> None:
    """Without a workbook, or with two, there is nothing to annotate; what was filed is never written over."""
    refused = nuplan("check", "examples/heze_2024_q2.yaml", "--annotate", str(tmp_path / "a.xlsx"))
    assert (refused.code, refused.out) == (2, "")
    assert "这里有 0 个" in refused.err
    before = form.read_bytes()
    assert nuplan("check", str(form), "--annotate", str(form)).code == 2
    assert form.read_bytes() == before
    (tmp_path / "bad.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    unread = nuplan("check", str(tmp_path / "bad.xlsx"), "--annotate", str(tmp_path / "a.xlsx"))
    assert unread.code == 3
    assert "没有写批注" in unread.err
    assert not (tmp_path / "a.xlsx").exists()


@pytest.mark.browser
def test_libreoffice_opens_the_form_and_keeps_its_lists(form: Path, nuplan: Run, tmp_path: Path) -> None:
    """Saved by LibreOffice, the form is still the form: the same rows, its lists, its stamp, and it is read."""
    import subprocess

    filled = fill(form, {"菏泽市": {"new_urban_jobs": {"本期填报值": 7.3}, "green_building_share": {"分子": 9120, "分母": 9123}}})
    there = tmp_path / "out"
    call = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx", "--outdir", str(there)]
    subprocess.run([*call, str(filled)], check=True, capture_output=True, timeout=120)
    saved = there / filled.name
    sheet = openpyxl.load_workbook(saved)["菏泽市"]
    assert rows_of(sheet) == rows_of(openpyxl.load_workbook(form)["菏泽市"])
    assert sum(rule.type == "list" for rule in sheet.data_validations.dataValidation) > 5
    done = nuplan("check", str(saved), "--fail-on", "missed", "--format", "concise")
    assert "NU0" not in done.out
    assert "填报值 7.3万人" in done.out
