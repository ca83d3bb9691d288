"""Workbooks: the report and any listing as worksheets that can be read, filtered, printed and passed on, and that run nothing."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Run, run_command
from openpyxl import load_workbook

from nuplan.report.book_style import folded
from nuplan.report.rows import Column, Row, Rows
from nuplan.report.sheets import render_sheets
from nuplan.text import Words

GREEN, RED, YELLOW, GREY = "00C6EFCE", "00FFC7CE", "00FFEB9C", "00E7E6E6"


def cells(book: Any) -> Iterator[Any]:
    """Every cell of a workbook."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from row


def rows(sheet: Any) -> list[list[Any]]:
    """The values of a worksheet, row by row, without what is empty at the end."""
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def row_of(sheet: Any, *values: object) -> Any:
    """The one row that begins with values."""
    [found] = [row for row in sheet.iter_rows() if [cell.value for cell in row[: len(values)]] == list(values)]
    return found


def fill(cell: Any) -> str:
    """The ground of a cell."""
    return str(cell.fill.fgColor.rgb)


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The report of sixteen cities, with what they add up to."""
    path = tmp_path_factory.mktemp("province") / "report.xlsx"
    result = run_command("check", "examples/shandong_2025_q4", "--rollup", "--as-of", "2026-11-26", "--format", f"xlsx:{path}")
    assert (result.code, result.out, result.err) == (1, "", "")
    return load_workbook(path)


def test_a_report_has_a_sheet_for_every_area_and_department_and_part(province: Any) -> None:
    """The summary comes first, then areas and departments in the order of the report, then what areas add up to, and the findings."""
    names = province.sheetnames
    assert names[:3] == ["汇总", "济南市", "青岛市"]
    assert names[16:19] == ["菏泽市", "文中未列部门", "省教育厅"]
    assert names[-6:] == ["各地汇总", "各地汇总 (2)", "各地汇总 (3)", "报送情况", "规划衔接", "数据审核"]
    assert all(len(name) <= 31 for name in names)


def test_the_summary_counts_tells_what_colours_mean_and_what_it_rests_on(province: Any) -> None:
    """Counts are numbers; each colour stands beside its words; the foot is that of the table."""
    sheet = province["汇总"]
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == [
        "数据审核与目标判定",
        "16 个地区　2025-Q4",
        "结论：有阻断项　基准日：2026-11-26",
    ]
    head = row_of(sheet, "地区", "未完成", "应报未报")
    heze = row_of(sheet, "菏泽市")
    counts = {one.value: (other.value, fill(other)) for one, other in zip(head, heze, strict=True)}
    assert counts["未完成"] == (7, RED)
    assert counts["应报未报"] == (4, YELLOW)
    assert counts["已完成"] == (44, GREEN)
    assert counts["待发布"] == (1, GREY)
    legend = {key: row_of(sheet, key) for key in "绿黄红灰"}
    assert [fill(row[0]) for row in legend.values()] == [GREEN, YELLOW, RED, GREY]
    assert "未完成" in legend["红"][1].value
    assert "应报未报、无法判定" in legend["黄"][1].value
    notes = [row[0] for row in rows(sheet) if row[0]]
    assert any(note.startswith("共 428 项：未完成 19") for note in notes)
    assert any("百科页面" in note and note.endswith("以正式印发文件为准。") for note in notes)


def test_everything_is_reached_from_the_summary_and_leads_back(province: Any) -> None:
    """Links stay within the workbook, and each leads to a worksheet that is there."""
    names = set(province.sheetnames)
    targets = {
        sheet.title: [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink] for sheet in province.worksheets
    }
    assert all(link.target is None and link.location for links in targets.values() for link in links)
    assert {link.location.removesuffix("!A1").strip("'") for link in targets["汇总"]} == names - {"汇总"}
    assert all([link.location for link in links] == ["'汇总'!A1"] for name, links in targets.items() if name != "汇总")


def test_an_area_has_the_rows_of_its_table_under_their_headings(province: Any) -> None:
    """Target, figure, gap and status stand as in the table; the status has its colour and its word."""
    sheet = province["菏泽市"]
    row = row_of(sheet, "超10亿级建筑业企业集团")
    assert [cell.value for cell in row[1:6]] == ["全市超10亿级建筑业企业集团达到10家", "9家", "-1家", "2025-12-31", "未完成"]
    assert fill(row[5]) == RED
    first = [line[0] for line in rows(sheet)]
    assert first[0] == "菏泽市　2025-Q4"
    assert "第4条 做大做强建筑业　市住房城乡建设局牵头" in first
    assert first[-1].endswith("以正式印发文件为准。")
    assert not [area for area in sheet.merged_cells.ranges if area.min_row < len(first) - 4]


def test_a_department_has_what_it_leads_and_must_look_at(province: Any) -> None:
    """A worksheet a department, with the areas, and only the documents that its rows rest on."""
    sheet = province["市住房城乡建设局"]
    assert sheet["A1"].value == "调度单：市住房城乡建设局　4 项"
    assert {row[0] for row in rows(sheet)[3:7]} == {"菏泽市"}
    assert "鲁政发〔2024〕1号" not in rows(sheet)[-1][0]


def test_sheets_are_set_up_to_be_printed_and_filtered(province: Any) -> None:
    """A4 across, no wider than the page, the head in sight and on every page, pages counted."""
    for sheet in province.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == ("landscape", 9, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "&P" in sheet.oddFooter.right.text
        assert sum(dimension.width for dimension in sheet.column_dimensions.values()) <= 160
    for sheet in province.worksheets[1:]:
        head = 4 if sheet.title == "规划衔接" else 3
        assert sheet.freeze_panes == f"A{head + 1}"
        assert sheet.print_title_rows == f"${head}:${head}"
        assert sheet.auto_filter.ref.startswith(f"A{head}:")


def test_the_findings_can_be_filtered_by_area_severity_and_check(province: Any) -> None:
    """Place, severity, check and message have columns of their own."""
    sheet = province["数据审核"]
    assert rows(sheet)[2] == ["地区", "位置", "级别", "检查项", "说明"]
    row = row_of(sheet, "济南市")
    assert row[1].value.startswith("examples/shandong_2025_q4/jinan.yaml:")
    assert [row[2].value, fill(row[2]), row[3].value] == ["警告", YELLOW, "NU505 claimed-not-applicable"]


def test_the_same_run_gives_the_same_bytes_and_pace_has_colours(tmp_path: Path, nuplan: Run) -> None:
    """No time of making stands in the file; in English, too, every pace has the colour of the legend."""
    for name in ("one", "two"):
        history = ("--history", "examples/heze_history", "--allow-tier-c", "--as-of", "2024-07-15", "--lang", "en")
        assert nuplan("check", "examples/heze_2024_q2.yaml", *history, "--format", f"xlsx:{tmp_path}/{name}.xlsx").code == 0
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    book = load_workbook(tmp_path / "one.xlsx")
    assert book.sheetnames[:2] == ["Summary", "Heze"]
    row = row_of(book["Heze"], "Centralized collection rate of urban domestic sewage", "城市生活污水集中收集率达到70%")
    assert (row[6].value, fill(row[6]), row[5].value, fill(row[5])) == ("behind 0.718", YELLOW, "not due", GREY)
    assert [line[0] for line in rows(book["Heze"])].count("Pace: Heze 2024-Q2") == 1
    pace = row_of(book["Summary"], "Area", "fallen back")
    assert [cell.value for cell in book["Summary"][pace[0].row + 1]][4:8] == [2, 2, 2, 5]


def test_what_looks_like_a_formula_is_text(tmp_path: Path, submission: Callable[..., Path], nuplan: Run) -> None:
    """Neither a note nor the name of a file becomes a formula or a link, and every sign of it is kept."""
    note = '=HYPERLINK("http://example.invalid","_x0041_")'
    submission(f"new_urban_jobs: {{value: 3.4万人, note: '{note}'}}", "digital_campus_coverage: {part: 3, whole: 2}", name="@+=heze.yaml")
    result = nuplan("check", "@+=heze.yaml", "--format", "xlsx:out.xlsx", cwd=tmp_path)
    assert result.err == ""
    book = load_workbook(tmp_path / "out.xlsx")
    texts = [cell for cell in cells(book) if cell.value is not None]
    assert {cell.data_type for cell in texts} <= {"s", "n"}
    assert all(cell.quotePrefix for cell in texts if cell.data_type == "s" and cell.value.startswith(("=", "+", "-", "@")))
    assert any(str(cell.value).startswith("@+=heze.yaml:") for cell in texts)
    assert any('=HYPERLINK("http://example.invalid","_x005F_x0041_")' in str(cell.value) for cell in texts)
    assert all(cell.hyperlink.target is None for cell in texts if cell.hyperlink)


@pytest.mark.parametrize(
    ("command", "names", "title"),
    [
        (("plans", "show", "heze_2024"), 2, "菏泽市新型城镇化建设行动提升方案（2024—2025年）（菏政发〔2024〕11号）：按行动"),
        (("align", "heze_2024"), ["汇总", "菏泽市"], "规划衔接"),
        (("rollup", "examples/shandong_2025_q4"), ["汇总", "各地汇总", "各地汇总 (2)", "各地汇总 (3)", "数据审核"], "各地汇总"),
        (("plans", "lint"), ["汇总"], "规划文件检查"),
    ],
)
def test_every_command_has_its_listings_as_a_workbook(
    command: tuple[str, ...], names: Any, title: str, tmp_path: Path, nuplan: Run
) -> None:
    """A listing is a worksheet; what judges has a summary with the foot before them."""
    assert nuplan(*command, "--format", f"xlsx:{tmp_path}/out.xlsx").err == ""
    book = load_workbook(tmp_path / "out.xlsx")
    assert names in (book.sheetnames, len(book.sheetnames))
    assert book.worksheets[0]["A1"].value == title
    said = [str(cell.value) for cell in cells(book)]
    assert any("结论：" in text for text in said) == (names != 2)
    assert any("以正式印发文件为准" in text for text in said) == (command != ("plans", "lint"))


def test_a_listing_keeps_numbers_exact_and_names_apart() -> None:
    """A number has the digits it was printed with, one with more than a spreadsheet keeps stays text; names are cut and differ."""
    columns = [Column("name", "名称"), Column("value", "数值", unit="万人")]
    long = "甲：乙/丙" * 10
    values = ("612.50", "-3", "0.1234567890123456789", "")
    listings = [
        Rows(long, columns, [Row({"name": f"+{value}", "value": value}) for value in values]),
        Rows(long, columns),
        Rows("'*?'", []),
    ]
    data = render_sheets(listings, Words("zh"))
    assert data == render_sheets(listings, Words("zh"))
    book = load_workbook(io.BytesIO(data))
    first = ("甲：乙 丙" * 10)[:31]
    assert book.sheetnames == [first, f"{first[:27]} (2)", "–"]
    numbers = [book.worksheets[0].cell(row, 2) for row in range(3, 7)]
    assert [(cell.value, cell.number_format) for cell in numbers[:2]] == [(612.5, "0.00"), (-3, "0")]
    assert [cell.value for cell in numbers[2:]] == ["0.1234567890123456789", None]


def test_text_is_folded_by_its_width() -> None:
    """A Chinese character takes two columns; a word in Latin letters stays whole where it can."""
    assert folded("城镇化率 urbanization rate", 12) == ["城镇化率", "urbanization", "rate"]
    assert folded("城镇化率", 5) == ["城镇", "化率"]
    assert folded("urbanization", 5) == ["urban", "izati", "on"]
    assert folded("", 5) == [""]


def test_the_example_is_not_written_over(nuplan: Run, tmp_path: Path) -> None:
    """A workbook needs a file, and is never written over what was read."""
    assert nuplan("check", "examples/heze_2024_q2.yaml", "--format", "xlsx").code == 2
    own = tmp_path / "a.yaml"
    own.write_bytes((ROOT / "examples/heze_2024_q2.yaml").read_bytes())
    assert nuplan("check", str(own), "--format", f"xlsx:{own}").code == 2
    assert own.read_bytes() == (ROOT / "examples/heze_2024_q2.yaml").read_bytes()
