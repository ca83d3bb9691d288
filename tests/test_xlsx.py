"""Workbooks: forms and plain tables, read as a spreadsheet shows them; whatever is wrong is named by its cell, and nothing crashes."""

import datetime
import io
import json
import struct
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import Run
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

import nuplan as api
from nuplan.load import package
from nuplan.load.file import load_file
from nuplan.model.finding import Location
from nuplan.model.report import Report

HEADS = (
    *("指标编号", "指标名称", "计量单位", "本期填报值", "分子", "分母", "缺报原因", "所属期", "数据性质", "说明"),
    *("目标（原文）", "条款", "期限", "责任部门", "上期值", "口径", "审核意见"),
)
JOBS = ["new_urban_jobs", "城镇新增就业", "万人", 3.4]
Rows = Sequence[list[Any]]


def form(sheets: dict[str, tuple[str, str, Rows]], **made_for: tuple[str, str]) -> openpyxl.Workbook:
    """A form: a sheet an area with `(area, period, rows)`; `made_for` gives the area and the period of its stamp, by sheet."""
    book = openpyxl.Workbook()
    book["Sheet"]["A1"] = "指标编号、本期填报值怎样填"
    book["Sheet"].title = "填报说明"
    for name, (area, period, rows) in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append([f"{name}填报表"])
        sheet.append(["地　区：", area, "报告期", period])
        sheet.append(["填报单位", "样例单位", "报出日期", datetime.date(2024, 7, 5)])
        sheet.append(HEADS)
        sheet.append([None, "一、产城融合"])
        for row in rows:
            sheet.append([item[0] if isinstance(item, tuple) else item for item in row])
            for cell, item in zip(sheet[sheet.max_row], row, strict=False):
                if isinstance(item, tuple):
                    cell.number_format = item[1]
    stamp = book.create_sheet("nuplan")
    stamp.sheet_state = "hidden"
    period = next((period for _, period in made_for.values()), "2024-Q2")
    for line in (["schema", "nuplan/form/v1"], ["tool", "0"], ["period", period], ["plan", "heze_2024", api_version(), "0" * 64]):
        stamp.append(line)
    for name in sheets:
        stamp.append(["sheet", name, made_for.get(name, ("heze",))[0], 1])
    return book


def api_version() -> str:
    """The version of the packaged plan of Heze."""
    return api.load_plan("heze_2024").version


def heze(*rows: list[Any]) -> openpyxl.Workbook:
    """A form of Heze with these rows."""
    return form({"菏泽市": ("菏泽市", "2024-Q2", rows)})


def plain(*rows: list[Any]) -> openpyxl.Workbook:
    """A workbook of one sheet with these rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book["Sheet"].append(row)
    return book


def raw_of(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def changed(raw: bytes, changes: dict[str, Callable[[bytes], bytes] | bytes | None]) -> bytes:
    """The package with some parts replaced, changed, added or left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()}
        for name, change in changes.items():
            found = change(parts[name]) if callable(change) else change
            parts.pop(name, None)
            if found is not None:
                parts[name] = found
        for name, data in parts.items():
            new.writestr(name, data)
    return out.getvalue()


def check(folder: Path, data: openpyxl.Workbook | bytes, name: str = "form.xlsx") -> Report:
    """The report of one file."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else raw_of(data))
    return api.check(path, aligned=False)


def told(report: Report) -> list[tuple[str, str | None, str | None]]:
    """Check, why and cell of each finding."""
    return [(finding.check, finding.values.get("why"), finding.location.cell) for finding in report.findings]


def written(report: Report) -> dict[str, str]:
    """The figures that rows were held against, by indicator."""
    return {row.duty.indicator.id: row.figure.written for row in report.assessments if row.figure.written}


def test_a_form_says_the_same_as_yaml(tmp_path: Path) -> None:
    """Values, parts, reasons, periods and kinds; group rows and rows that are not filled in report nothing."""
    rows: Rows = (
        JOBS,
        ["reclaimed_water_rate", "", "%", (0.512, "0%"), "7840万立方米", "15306万立方米", None, None, "快报", "初步"],
        ["基本养老保险参保率", "", "%", None, None, None, "待发布", None, None, "年度指标"],
        ["urbanization_rate", "", "%", "53.83", None, None, None, "2023"],
        ["black_odorous_water_eliminated", "", "%", None, 12, 12],
        ["base_stations_5g", "", "万个"],
    )
    text = """schema: nuplan/submission/v1
area: heze
period: 2024-Q2
reported_by: {department: 样例单位, date: 2024-07-05}
figures:
  new_urban_jobs: 3.4万人
  reclaimed_water_rate: {value: 51.2%, part: 7840万立方米, whole: 15306万立方米, quality: provisional, note: 初步}
  基本养老保险参保率: {missing: pending, note: 年度指标}
  urbanization_rate: {value: 53.83%, of: 2023}
  black_odorous_water_eliminated: {part: 12, whole: 12}
"""
    table, yaml = check(tmp_path, heze(*rows)), check(tmp_path, text.encode(), "heze.yaml")
    assert told(table) == told(yaml) == []
    same = [
        [(row.duty.id, row.status, row.reason, row.gap, row.figure.written, row.figure.quality, row.figure.note) for row in one.assessments]
        for one in (table, yaml)
    ]
    assert same[0] == same[1]
    filing = api.load_submissions(tmp_path / "form.xlsx")[0]
    assert (filing.department, filing.reported) == ("样例单位", datetime.date(2024, 7, 5))
    place = filing.figures["new_urban_jobs"].location
    assert (place.sheet, place.cell, place.line, str(place)) == ("菏泽市", "D6", 6, f"{tmp_path}/form.xlsx:菏泽市!D6")


@pytest.mark.parametrize(
    ("cell", "number_format", "unit", "expected"),
    [
        (3.4, "General", "万人", "3.4万人"),
        (0.1 + 0.2, "0.00", "万人", "0.3万人"),
        (0.5673, "0.00%", "%", "56.73%"),
        (0.56734, "0%", "", "56.734%"),
        (1.005, '0.00"%"', "%", "1.005%"),
        (-0.05, "0%;[Red]-0%", "%", "-5%"),
        (1e22, "0.00E+00", "人", "10000000000000000000000人"),
        (1.5e-7, "0.0E+00", "%", "0.00000015%"),
        (12345678901234567890, "General", "人", "12345678901234600000人"),
        (34000, "#,##0", "人", "34000人"),
        ("　3.4 ", "@", "万人", "3.4万人"),
        ("３．４万人", "@", "", "3.4万人"),
        ("1,046", "@", "万人", "1046万人"),
        (True, "General", "万人", "boolean"),
        (datetime.date(2024, 8, 9), "d-mmm", "万人", "number"),
        (datetime.time(8, 9), "h:mm", "万人", "number"),
        (34000, "0!.0,", "万人", "scaled"),
        (34000, '0.00,"千人"', "人", "scaled"),
        ("=1+2", "General", "万人", "formula"),
        ("#DIV/0!", "General", "万人", "error"),
    ],
)
def test_a_cell_is_read_as_it_is_shown(cell: Any, number_format: str, unit: str, expected: str, tmp_path: Path) -> None:
    """Fifteen digits, per cent as per cent, no exponent, no binary tail; what is no number is refused with what to do."""
    share = "%" in number_format + unit
    name = "reclaimed_water_rate" if share else "new_urban_jobs"
    path = tmp_path / "form.xlsx"
    path.write_bytes(raw_of(heze([name, "", unit, (cell, number_format)])))
    loaded = load_file(str(path), ("submission",))
    if not loaded.findings:
        figure = loaded.tables[0]["figures"][name]
        given = figure["value"] if figure["value"].endswith(unit) else figure["value"] + unit
        assert given.translate(str.maketrans("３．４", "3.4")).replace(",", "") == expected
    else:
        assert [(finding.check, finding.values["why"], finding.location.cell) for finding in loaded.findings] == [("NU025", expected, "D6")]


def test_a_workbook_of_1904_and_rich_text_are_read(tmp_path: Path) -> None:
    """Dates count from another day in it; text of several fonts is one text; strings may stand in their cells."""
    book = heze(JOBS)
    book.epoch = CALENDAR_MAC_1904
    book["菏泽市"]["A6"] = CellRichText("new_urban_", TextBlock(InlineFont(b=True), "jobs"))
    path = tmp_path / "form.xlsx"
    path.write_bytes(raw_of(book))
    filing = api.load_submissions(path)[0]
    assert filing.reported == datetime.date(2024, 7, 5)
    assert list(filing.figures) == ["new_urban_jobs"]


def test_long_and_wide_tables_are_read_like_csv(tmp_path: Path) -> None:
    """On any sheet, under a title, dates of periods excepted; a sheet with another table is passed by."""
    book = plain(["表1"], [], ["地区", "报告期", "指标", "数值", "单位"], ["菏泽市", "2024-Q2", "城镇新增就业", 3.4, "万人"])
    wide = book.create_sheet("横 表")
    wide.append(["报告期", "指标", "单位", "菏泽市", "济南市"])
    wide.append(["2024-Q2", "5G基站", "万个", 1.12, "很多"])
    book.create_sheet("名单").append(["姓名", "电话"])
    report = check(tmp_path, book)
    assert [(given.area, given.figures) for given in report.inputs] == [("heze", 1), ("heze", 1), ("jinan", 0)]
    assert told(report) == [("NU017", "not_a_number", "E2")]
    assert str(report.findings[0].location).endswith("form.xlsx:'横 表'!E2")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_all_that_is_wrong_is_told_in_one_run(lang: str, nuplan: Run, tmp_path: Path) -> None:
    """The wrong form first, then sheet by sheet from top to bottom, by cells; what is good is judged all the same."""
    date = datetime.date(2024, 6, 1)
    good: Rows = [JOBS, ["base_stations_5g", "", "万个", 1.12]]
    bad: Rows = [
        JOBS,
        ["base_stations_5g", "", "万个", "=1+2"],
        ["black_odorous_water_eliminated", "", "", None, datetime.date(2024, 8, 9), 12],
        ["county_medical_subcentres", "", "所", 7, None, None, None, date],
        ["green_building_share", "", "%", True],
        ["没有的指标", "", "", 1],
        ["renewable_capacity", "", "万千瓦", None, None, None, "以后再报"],
    ]
    book = form(
        {"菏泽市": ("菏泽市", "2024-Q2", bad), "济南市": ("青岛市", "2024-Q3", good), "淄博市": ("", "2024-Q2", good)},
        济南市=("jinan", "2024-Q2"),
        淄博市=("zibo", "2024-Q2"),
    )
    book["淄博市"]["A4"] = None
    book["菏泽市"].row_dimensions[6].hidden = True
    book["菏泽市"].merge_cells("D7:D8")
    book["菏泽市"].merge_cells("A5:C5")
    for line in (["plan", "heze_2024", "0.0.1", ""], ["sheet", "枣庄市", "zaozhuang", 1]):
        book["nuplan"].append(line)
    path = tmp_path / "form.xlsx"
    path.write_bytes(raw_of(book))
    run = nuplan("check", str(path), "--format", "json", "--format", f"concise:{tmp_path / 'text'}", "--lang", lang)
    assert (run.code, run.err) == (3, "")
    report = json.loads(run.out)
    found = [(one["check"], one["location"]["sheet"], one["location"]["cell"]) for one in report["findings"] if one["check"] < "NU500"]
    assert found == [
        ("NU027", "济南市", "B2"),
        ("NU027", "济南市", "D2"),
        ("NU027", "淄博市", None),
        ("NU025", "菏泽市", "D7"),
        ("NU025", "菏泽市", "E8"),
        ("NU025", "菏泽市", "H9"),
        ("NU025", "菏泽市", "D10"),
        ("NU016", "菏泽市", "A11"),
        ("NU013", "菏泽市", "G12"),
    ]
    warned = {(one["check"], one["location"]["cell"]) for one in report["findings"] if one["check"].startswith("NU56")}
    assert warned == {("NU561", None), ("NU562", None), ("NU563", "C6"), ("NU564", "D7")}
    assert {row["area"]["id"] if isinstance(row["area"], dict) else row["area"] for row in report["assessments"]} == {"heze", "qingdao"}
    assert "form.xlsx:菏泽市!D7: " in (tmp_path / "text").read_text("utf-8")


def test_formats_name_the_cell_and_no_line(nuplan: Run, tmp_path: Path) -> None:
    """A workbook has no lines: services get the file, and the cell in the message; a flat table has it in a column."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(raw_of(heze(JOBS, ["base_stations_5g", "", "万个", "很多"])))
    names = ("sarif", "junit", "github", "csv")
    assert nuplan("check", str(path), *(word for name in names for word in ("--format", f"{name}:{tmp_path / name}"))).code == 3
    sarif, junit, github, flat = ((tmp_path / name).read_text("utf-8") for name in names)
    result = json.loads(sarif)["runs"][0]["results"][0]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["message"]["text"].startswith("菏泽市!D7：")
    assert 'line="' not in junit.partition("NU017")[0].rpartition("<testcase")[2]
    assert "line=" not in github.splitlines()[0]
    assert "菏泽市!D7：" in github.splitlines()[0]
    assert ",7,菏泽市!D7" in flat


def test_what_is_hidden_or_merged_is_told_and_blocks_nothing(tmp_path: Path) -> None:
    """A hidden sheet, row or column is read; of merged cells only the first; groups may be merged."""
    book = form({"菏泽市": ("菏泽市", "2024-Q2", [JOBS, ["base_stations_5g", "", "万个", 1.12]])})
    sheet = book["菏泽市"]
    sheet.merge_cells("B5:Q5")
    assert told(check(tmp_path, book)) == []
    sheet.sheet_state = "hidden"
    sheet.column_dimensions["D"].hidden = True
    sheet.merge_cells("D6:E6")
    report = check(tmp_path, book)
    assert [(one.check, one.values.get("why")) for one in report.findings] == [("NU563", "sheet"), ("NU563", "columns"), ("NU564", None)]
    assert report.exit_code != 3
    assert written(report)["base_stations_5g"] == "1.12万个"


def test_a_newer_form_and_a_missing_package_say_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer form needs a newer nuplan; without openpyxl a workbook is a file that cannot be read."""
    book = heze(JOBS)
    book["nuplan"]["B1"] = "nuplan/form/v2"
    report = check(tmp_path, book)
    assert (report.exit_code, told(report)) == (2, [("NU009", "newer", "B1")])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    report = check(tmp_path, GOOD)
    assert (report.exit_code, told(report)) == (3, [("NU001", "extra", None)])


GOOD = raw_of(heze(JOBS))


def test_a_head_without_area_or_period_is_told_once(tmp_path: Path) -> None:
    """However many rows there are; a damaged head row names the columns that are gone."""
    book = form({"菏泽市": ("", "2024-Q2", [JOBS, ["base_stations_5g", "", "万个", 1.12]])})
    assert told(check(tmp_path, book)) == [("NU010", "above_area", "B2")]
    book = heze(JOBS, ["base_stations_5g", "", "万个", "1.12万个"])
    book["菏泽市"]["D4"] = None
    assert told(check(tmp_path, book)) == [("NU027", "columns", "A4"), ("NU012", None, "D6"), ("NU012", None, "D7")]


SHEET = "xl/worksheets/sheet2.xml"


def shared(part: bytes) -> bytes:
    """The indicator as a string that is shared with other cells, of which there are not so many."""
    return part.replace(b't="inlineStr"><is><t>new_urban_jobs</t></is>', b't="s"><v>9999</v>')


FAR_OUT = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
HOSTILE: dict[str, tuple[Callable[[bytes], bytes], str, str | None]] = {
    "empty": (lambda raw: b"", "NU004", None),
    "a web page": (lambda raw: b"<html><table><tr><td>1</table>", "NU026", "markup"),
    "a table of 2003 as XML": (lambda raw: b'<?xml version="1.0"?><Workbook/>', "NU026", "markup"),
    "a CSV": (lambda raw: "地区,报告期\n".encode("gb18030"), "NU026", "text"),
    "an old workbook": (lambda raw: package.OLE + b"\x00" * 600, "NU026", "format"),
    "a password": (lambda raw: package.OLE + "EncryptedPackage".encode("utf-16-le"), "NU026", "encrypted"),
    "cut off": (lambda raw: raw[: len(raw) // 2], "NU026", "damaged"),
    "no zip at all": (lambda raw: b"\x00\x01" * 100, "NU026", "damaged"),
    "an archive": (lambda raw: changed(raw, dict.fromkeys(zipfile.ZipFile(io.BytesIO(raw)).namelist())), "NU026", "damaged"),
    "a document": (lambda raw: zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}), "NU026", "archive"),
    "macros": (lambda raw: changed(raw, {"xl/vbaProject.bin": b"x"}), "NU026", "macros"),
    "macros by type": (
        lambda raw: changed(raw, {"[Content_Types].xml": lambda part: part.replace(b"sheet.main", b"sheet.macroEnabled.main")}),
        "NU026",
        "macros",
    ),
    "links": (lambda raw: changed(raw, {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}), "NU026", "links"),
    "a picture elsewhere": (
        lambda raw: changed(
            raw,
            {
                "xl/worksheets/_rels/sheet2.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                b'<Relationship Id="rId1" Type="http://x/image" Target="http://x/y.png" TargetMode="External"/></Relationships>'
            },
        ),
        "NU026",
        "links",
    ),
    "entities": (
        lambda raw: changed(raw, {SHEET: lambda part: b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + part}),
        "NU026",
        "entities",
    ),
    "a large part": (lambda raw: changed(raw, {"xl/theme/theme1.xml": b"<a>" + b" " * (33 * 2**20) + b"</a>"}), "NU008", "unpacked"),
    "many parts": (lambda raw: changed(raw, {f"xl/media/{index}.png": b"" for index in range(1100)}), "NU008", "parts"),
    "a million rows": (lambda raw: changed(raw, {SHEET: rows_of(b"<row/>" * 1_048_576)}), "NU008", "elements"),
    "many cells": (lambda raw: changed(raw, {SHEET: rows_of(b"<row>" + b"<c/>" * 10_000 + b"</row>", 21)}), "NU008", "cells"),
    "a cell far out": (
        lambda raw: changed(raw, {SHEET: rows_of(FAR_OUT)}),
        "NU008",
        "spread",
    ),
    "merged all over": (
        lambda raw: changed(
            raw,
            {
                SHEET: lambda part: part.replace(
                    b"</sheetData>", b"</sheetData><mergeCells>" + b'<mergeCell ref="A1:XFD1048576"/>' * 3000 + b"</mergeCells>"
                )
            },
        ),
        "NU026",
        "damaged",
    ),
    "no strings": (lambda raw: changed(raw, {"xl/sharedStrings.xml": None, SHEET: shared}), "NU026", "damaged"),
    "a string that is not there": (lambda raw: changed(raw, {SHEET: shared}), "NU026", "damaged"),
    "broken XML": (lambda raw: changed(raw, {SHEET: lambda part: part[:-30]}), "NU026", "damaged"),
    "no types": (
        lambda raw: changed(raw, {"[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'}),
        "NU026",
        "damaged",
    ),
    "a negative dimension": (
        lambda raw: changed(raw, {SHEET: lambda part: part.replace(b'ref="A1', b'ref="-A1')}),
        "NU026",
        None,
    ),
    "no styles": (lambda raw: changed(raw, {"xl/styles.xml": None}), "NU026", "damaged"),
    "cells out of order": (
        lambda raw: changed(raw, {SHEET: rows_of(b'<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>')}),
        "NU026",
        "damaged",
    ),
    "a row twice": (lambda raw: changed(raw, {SHEET: rows_of(b'<row r="3"/><row r="3"/>')}), "NU026", "damaged"),
    "a cell of another row": (lambda raw: changed(raw, {SHEET: rows_of(b'<row r="3"><c r="A4"/></row>')}), "NU026", "damaged"),
    "a number of 5,000 digits": (
        lambda raw: changed(raw, {SHEET: rows_of(b'<row r="1"><c r="A1"><v>' + b"9" * 5000 + b"</v></c></row>")}),
        "NU026",
        "damaged",
    ),
    "two sheets of one name": (
        lambda raw: changed(raw, {"xl/workbook.xml": lambda part: part.replace("填报说明".encode(), "菏泽市".encode())}),
        "NU026",
        "sheets",
    ),
    "a sheet that is not there": (lambda raw: changed(raw, {SHEET: None}), "NU026", "damaged"),
    "strict": (
        lambda raw: changed(
            raw,
            {
                "xl/workbook.xml": lambda part: part.replace(
                    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"
                )
            },
        ),
        "NU026",
        "strict",
    ),
    "an encrypted part": (lambda raw: flagged(raw, 1), "NU026", "encrypted"),
    "an unknown compression": (lambda raw: compressed_by(raw, 77), "NU026", "damaged"),
    "a wrong checksum": (lambda raw: raw.replace(checksum(raw), b"\x01\x02\x03\x04"), "NU026", "damaged"),
    "a binary workbook": (lambda raw: zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b"x"}), "NU026", "format"),
}


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip file of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return out.getvalue()


def rows_of(rows: bytes, times: int = 1) -> bytes:
    """A worksheet of these rows."""
    main = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    return main + rows * times + b"</sheetData></worksheet>"


def flagged(raw: bytes, flags: int) -> bytes:
    """The flags of every entry of the directory set."""
    return raw.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00" + struct.pack("<H", flags))


def compressed_by(raw: bytes, method: int) -> bytes:
    """The compression of every entry set."""
    return raw.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00\x08\x00", b"PK\x01\x02\x14\x03\x14\x00\x00\x00" + struct.pack("<H", method))


def checksum(raw: bytes) -> bytes:
    """The checksum of the sheet."""
    return struct.pack("<L", zipfile.ZipFile(io.BytesIO(raw)).getinfo(SHEET).CRC)


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_safely_is_refused(name: str, tmp_path: Path) -> None:
    """With a message that says what to do, within limits, never a traceback; of several files, one never hides the others."""
    change, expected, why = HOSTILE[name]
    report = check(tmp_path, change(GOOD))
    assert [finding.check for finding in report.findings] == [expected]
    assert why is None or report.findings[0].values.get("why") == why
    assert report.exit_code == 3


@pytest.mark.parametrize("suffix", [".xls", ".et", ".xlsm", ".xlsb", ".ods"])
def test_other_workbooks_are_refused_by_their_name(suffix: str, tmp_path: Path) -> None:
    """Whatever is in them: a workbook with macros may look like one without."""
    report = check(tmp_path, GOOD, f"form{suffix}")
    assert told(report) == [("NU026", "format", None)]
    assert report.findings[0].values["name"] == suffix


def test_a_folder_holds_forms_and_other_workbooks(nuplan: Run, tmp_path: Path) -> None:
    """One of another kind is skipped and counted in a folder, and refused where it is named; a stream is known by its bytes."""
    (tmp_path / "菏泽.xlsx").write_bytes(GOOD)
    (tmp_path / "~$菏泽.xlsx").write_bytes(b"lock")
    (tmp_path / "名单.XLSX").write_bytes(raw_of(plain(["姓名", "电话"], ["张三", "0530"])))
    report = json.loads(nuplan("check", str(tmp_path), "--format", "json").out)
    assert report["summary"]["skipped"] == 1
    assert [(Path(given["path"]).name, given["figures"]) for given in report["inputs"]] == [("菏泽.xlsx", 1)]
    assert told(api.check(tmp_path / "名单.XLSX")) == [("NU009", "no_table", None)]
    piped = nuplan("check", "-", "--format", "json", stdin=GOOD)
    assert [given["figures"] for given in json.loads(piped.out)["inputs"]] == [1]
    near = check(tmp_path, plain(["地区", "指标", "2024年"], ["菏泽市", "城镇新增就业", 3.4]))
    assert told(near) == [("NU009", "table_head", "A1")]


def test_several_processes_keep_the_places(tmp_path: Path) -> None:
    """What is read by another process names the same sheet and cell."""
    for index in range(20):
        (tmp_path / f"{index:02d}.xlsx").write_bytes(GOOD)
    several, one = api.check(tmp_path, jobs=2), api.check(tmp_path)
    assert [row.figure.location for row in several.assessments] == [row.figure.location for row in one.assessments]
    assert any(row.figure.location.cell_name == "菏泽市!D6" for row in several.assessments)


def test_reading_text_needs_no_library_of_workbooks(tmp_path: Path) -> None:
    """What only workbooks need is not loaded for other files; a place names its sheet as spreadsheets do."""
    assert str(Location("a.xlsx", 3, None, "D3", "it's 1!")) == "a.xlsx:'it''s 1!'!D3"
    assert Location("a.xlsx", None, None, None, "表").cell_name == "表"
