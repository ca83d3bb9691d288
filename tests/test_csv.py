"""Tables of figures: long and wide, in the encodings of spreadsheets; every mistake is named by its row and cell, and hides no other."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Run, run_command

import nuplan as api
from nuplan.model.report import Report

LONG = """area,period,indicator,value,unit,part,whole,missing,of,since,quality,note
heze,2024-Q2,new_urban_jobs,3.4,万人,,,,,,,
heze,2024-Q2,城市再生水利用率,51.2,%,7840万立方米,15306万立方米,,,,provisional,快报
heze,2024-Q2,城市黑臭水体,,,12,12,,,,,
heze,2024-Q2,基本养老保险参保率,,,,,pending,,,,年度指标
heze,2024-Q2,常住人口城镇化率,53.83,%,,,,2023,,,
heze,2024-Q2,新增绿色建筑,1065,万平方米,,,,,2024-01-01,,
"""
WIDE = """period,indicator,item,unit,heze,济南市
2024-Q2,new_urban_jobs,,万人,3.4,9.1
2024-Q2,城市再生水利用率,value,%,51.2,
2024-Q2,城市再生水利用率,part,万立方米,7840,
2024-Q2,城市再生水利用率,whole,万立方米,15306,
2024-Q2,城市再生水利用率,quality,,provisional,
2024-Q2,城市再生水利用率,note,,快报,
2024-Q2,城市黑臭水体,part,,12,5
2024-Q2,城市黑臭水体,whole,,12,5
2024-Q2,基本养老保险参保率,missing,,pending,
2024-Q2,基本养老保险参保率,note,,年度指标,
2024-Q2,常住人口城镇化率,value,%,53.83,
2024-Q2,常住人口城镇化率,of,,2023,
2024-Q2,新增绿色建筑,value,万平方米,1065,
2024-Q2,新增绿色建筑,since,,2024-01-01,
"""
YAML = """schema: nuplan/submission/v1
area: heze
period: 2024-Q2
figures:
  new_urban_jobs: 3.4万人
  城市再生水利用率: {value: 51.2%, part: 7840万立方米, whole: 15306万立方米, quality: provisional, note: 快报}
  城市黑臭水体: {part: 12, whole: 12}
  基本养老保险参保率: {missing: pending, note: 年度指标}
  常住人口城镇化率: {value: 53.83%, of: 2023}
  新增绿色建筑: {value: 1065万平方米, since: 2024-01-01}
"""
CHINESE = LONG.replace(LONG.splitlines()[0], "地区,报告期,指标,数值,单位,分子,分母,缺报原因,所属期,起算日,数据性质,说明")
OF_A_FORM = """序号,指标编号,指标,计量单位,本期填报值,分子,分母,缺报原因,所属期,起算日,数据性质,填报范围,说明,地区,报告期,上期值,目标(原文)
1,new_urban_jobs,城镇新增就业,万人,3.4,,,,,,正式,,,heze,2024-Q2,1.7,7万人左右
2,reclaimed_water_rate,,%,51.2,7840万立方米,15306万立方米,,,,快报,,快报,heze,2024-Q2,,
3,black_odorous_water_eliminated,,%,,12,12,,,,,,,heze,2024-Q2,,
4,基本养老保险参保率,,,,,,待发布,,,,,年度指标,heze,2024-Q2,,
5,urbanization_rate,,%,53.83,,,,2023,,,,,heze,2024-Q2,,
6,green_building_area_added,,万平方米,1065,,,,,2024-01-01,Final,,,heze,2024-Q2,,
,,二、其他,,,,,,,,,,,,,,
"""


def check(folder: Path, data: str | bytes, name: str = "figures.csv") -> Report:
    """The report of one file."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return api.check(path, aligned=False)


def told(report: Report) -> list[tuple[str, int | None, str | None]]:
    """Check, line and cell of each finding."""
    return [(finding.check, finding.location.line, finding.location.cell) for finding in report.findings]


def verdicts(report: Report, area: str = "heze") -> list[Any]:
    """What a report says of an area, but for the places."""
    rows = [row for row in report.assessments if row.area == area]
    return [(row.duty.id, row.status, row.reason, row.compared, row.gap, row.figure.written, row.figure.note) for row in rows]


@pytest.mark.parametrize(
    "data",
    [
        LONG.encode("utf-8"),
        LONG.encode("utf-8-sig"),
        b"\xef\xbb\xbf" + LONG.encode("utf-8-sig"),
        CHINESE.encode("gb18030"),
        CHINESE.encode("utf-8-sig"),
        WIDE.encode("utf-8"),
        WIDE.encode("gb18030"),
        LONG.replace("\n", "\r\n").encode("utf-8"),
        LONG.replace("\n", "\r\n", 3).encode("utf-8"),
        LONG.replace("快报", '"快报"').encode("utf-8"),
        (LONG + ",,,,,,,,,,,\n\n").encode("utf-8"),
        (LONG + "heze,2024-Q2,5G基站,,个,,,,,,,\n").encode("utf-8"),
        OF_A_FORM.encode("gb18030"),
    ],
    ids=[
        "long",
        "BOM",
        "two BOMs",
        "GB18030",
        "Chinese header",
        "wide",
        "wide GB18030",
        "CRLF",
        "mixed line ends",
        "quoted",
        "empty rows",
        "form row",
        "heads and words of a form",
    ],
)
def test_a_table_says_the_same_as_yaml(data: bytes, tmp_path: Path) -> None:
    """Long or wide, in whatever encoding and with whatever line ends; a row of a form that is not filled in reports nothing."""
    yaml, table = check(tmp_path, YAML, "heze.yaml"), check(tmp_path, data)
    assert table.findings == []
    assert verdicts(table) == verdicts(yaml)


def test_a_wide_table_holds_several_areas(tmp_path: Path) -> None:
    """Each is judged by itself, and stands among the inputs."""
    report = check(tmp_path, WIDE)
    assert [(given.area, given.period, given.figures) for given in report.inputs] == [("heze", "2024-Q2", 5), ("jinan", "2024-Q2", 2)]
    assert {row.area for row in report.assessments} == {"heze", "jinan"}


def test_a_long_table_holds_several_areas_and_periods(tmp_path: Path) -> None:
    """A city's two quarters and another's one."""
    rows = ("heze,2024-Q1,城镇新增就业,1.7万人", "heze,2024-Q2,城镇新增就业,3.4万人", "370100,2024-Q2,城镇新增就业,9万人")
    text = "\n".join(("area,period,indicator,value", *rows))
    assert [(given.area, given.period) for given in check(tmp_path, text).inputs] == [
        ("heze", "2024-Q1"),
        ("heze", "2024-Q2"),
        ("jinan", "2024-Q2"),
    ]


def test_a_break_inside_a_cell_ends_no_row(tmp_path: Path) -> None:
    """The line is that of the file, the cell that of a spreadsheet."""
    text = 'area,period,indicator,value,note\nheze,2024-Q2,城镇新增就业,3.4万人,"第一行\n第二行"\nheze,2024-Q2,5G基站,许多,\n'
    report = check(tmp_path, text)
    assert told(report) == [("NU017", 4, "D3")]
    assert str(report.findings[0].location).endswith("figures.csv:4:D3")
    assert next(row for row in report.assessments if row.duty.indicator.id == "new_urban_jobs").figure.note == "第一行\n第二行"


HEAD = "area,period,indicator,value,unit,missing\n"
BAD: dict[str, tuple[str, list[tuple[str, int | None, str | None]]]] = {
    "a number that is none": (HEAD + "heze,2024-Q2,城镇新增就业,很多,万人,\n", [("NU017", 2, "D2")]),
    "a formula": (HEAD + "heze,2024-Q2,城镇新增就业,=1+2,万人,\n", [("NU017", 2, "D2")]),
    "a link for a number": (HEAD + 'heze,2024-Q2,城镇新增就业,"=HYPERLINK(""http://x"")",万人,\n', [("NU017", 2, "D2")]),
    "an unknown unit": (HEAD + "heze,2024-Q2,城镇新增就业,3.4,万份,\n", [("NU019", 2, "E2")]),
    "a wrong unit": (HEAD + "heze,2024-Q2,城镇新增就业,3.4,万户,\n", [("NU020", 2, "D2")]),
    "no unit": (HEAD + "heze,2024-Q2,新能源和可再生能源装机,612,,\n", [("NU018", 2, "D2")]),
    "an unknown indicator": (HEAD + "heze,2024-Q2,城镇新增就业人口,3.4,万人,\n", [("NU016", 2, "C2")]),
    "an unknown area": (HEAD + "荷泽市,2024-Q2,城镇新增就业,3.4,万人,\n", [("NU014", 2, "A2")]),
    "a period in words": (HEAD + "heze,上半年,城镇新增就业,3.4,万人,\n", [("NU015", 2, "B2")]),
    "no area": (HEAD + ",2024-Q2,城镇新增就业,3.4,万人,\n", [("NU010", 2, "A2")]),
    "no period": (HEAD + "heze,,城镇新增就业,3.4,万人,\n", [("NU010", 2, "B2")]),
    "no indicator": (HEAD + "heze,2024-Q2,,3.4,万人,\n", [("NU010", 2, "C2")]),
    "an unknown reason": (HEAD + "heze,2024-Q2,城镇新增就业,,,以后再报\n", [("NU013", 2, "F2")]),
    "a number and a reason": (HEAD + "heze,2024-Q2,城镇新增就业,3.4,万人,pending\n", [("NU023", 2, "D2")]),
    "the same figure twice": (HEAD + "heze,2024-Q2,5G基站,1万个,,\nheze,2024-Q2,5G基站,2万个,,\n", [("NU007", 3, "C3")]),
    "the same figure by two names": (HEAD + "heze,2024-Q2,5G基站,1万个,,\nheze,2024-Q2,base_stations_5g,2万个,,\n", [("NU021", 3, "C3")]),
    "a number with commas, unquoted": (HEAD + "heze,2024-Q2,物联网终端,1,046,,万个\n", [("NU012", 2, "G2")]),
    "an unknown column": ("area,period,indicator,value,颜色\nheze,2024-Q2,5G基站,1.01万个,红\n", [("NU011", 1, "E1")]),
    "a column twice": ("area,period,indicator,value,数值\nheze,2024-Q2,5G基站,1万个,1万个\n", [("NU007", 1, "E1")]),
    "a stray quotation mark": (HEAD + 'heze,2024-Q2,"5G基站"x,1万个,,\n', [("NU005", 2, "A2")]),
    "a quotation without end": (HEAD + 'heze,2024-Q2,"5G基站,1万个,,\nheze,2024-Q2,城镇新增就业,3.4,万人,\n', [("NU005", 2, "A2")]),
    "an unknown area in a wide table": ("period,indicator,heze,荷泽\n2024-Q2,5G基站,1.01万个,2万个\n", [("NU014", 1, "D1")]),
    "an area twice in a wide table": ("period,indicator,heze,heze\n2024-Q2,5G基站,1万个,2万个\n", [("NU007", 1, "D1")]),
    "an unknown item": ("period,indicator,item,heze\n2024-Q2,5G基站,数量,1万个\n", [("NU013", 2, "C2")]),
    "half a header": ("area,indicator,value\nheze,5G基站,1万个\n", [("NU009", 1, None)]),
    "no header": ("heze,2024-Q2,5G基站,1万个\n", [("NU009", 1, None)]),
}


@pytest.mark.parametrize("name", BAD)
def test_a_mistake_is_named_by_its_row_and_cell(name: str, tmp_path: Path) -> None:
    """One mistake each; what is good beside it is still judged."""
    text, expected = BAD[name]
    report = check(tmp_path, text)
    assert told(report) == expected
    assert report.exit_code == 3


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_all_mistakes_are_told_in_one_run(lang: str, tmp_path: Path) -> None:
    """In the reader's language, with what to do, and nothing of them hides the good row."""
    rows = "heze,2024-Q2,城镇新增就业,3.4,万人,\nheze,2024-Q2,5G基站,很多,,\nheze,2024-Q2,没有的指标,1,个,\n荷泽市,2024-Q2,5G基站,1,万个,\n"
    path = tmp_path / "数据 表.csv"
    path.write_text(HEAD + rows, "utf-8")
    result = run_command("check", str(path), "--format", "json", "--lang", lang)
    assert (result.code, result.err) == (3, "")
    report = json.loads(result.out)
    assert [(finding["check"], finding["location"]["cell"]) for finding in report["findings"]] == [
        ("NU017", "D3"),
        ("NU016", "C4"),
        ("NU014", "A5"),
    ]
    jobs = next(row for row in report["assessments"] if row["target"]["indicator"] == "new_urban_jobs")
    assert jobs["figure"]["value"] == 3.4


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "NU004"),
        (b" \r\n\r\n", "NU004"),
        (b"\xef\xbb\xbf", "NU004"),
        (HEAD.encode("utf-16"), "NU003"),
        (b"area,period\x00,indicator\n", "NU003"),
        (HEAD.encode() + b"heze,2024-Q2,\xff\xfe\xfa,1,,\n", "NU003"),
        (HEAD.encode() + b"heze,2024-Q2,x," + b"9" * 200_000 + b",,\n", "NU005"),
        (HEAD.encode() + b"heze,2024-Q2,5G,1,,\n" * 600_000, "NU002"),
    ],
    ids=["empty", "blank", "BOM alone", "UTF-16", "NUL", "no encoding", "a cell of 200 KB", "12 MB"],
)
def test_what_is_no_table_is_refused(data: bytes, expected: str, tmp_path: Path) -> None:
    """With a message, never a traceback."""
    report = check(tmp_path, data)
    assert [finding.check for finding in report.findings] == [expected]
    assert report.exit_code == 3


def test_a_header_alone_reports_nothing(tmp_path: Path) -> None:
    """A form that nobody filled in is never green."""
    assert check(tmp_path, HEAD).exit_code == 4


def test_three_hundred_unknown_columns_are_told_up_to_the_limit(tmp_path: Path) -> None:
    """Of more than a hundred problems the rest is counted as others, and the run ends."""
    header = "period,indicator," + ",".join(f"地{index}" for index in range(300))
    report = check(tmp_path, f"{header}\n2024-Q2,5G基站,{','.join(['1'] * 300)}\n")
    assert [finding.check for finding in report.findings].count("NU014") == 100
    assert report.findings[-1].check == "NU008" or any(finding.check == "NU008" for finding in report.findings)


def test_a_table_holds_many_periods(tmp_path: Path) -> None:
    """Thirty years of months in one file."""
    rows = "".join(f"heze,{year}-{month:02d},城镇新增就业,{month}.{year},万人,\n" for year in range(2001, 2031) for month in range(1, 13))
    report = check(tmp_path, HEAD + rows)
    assert len(report.inputs) == 360


def test_a_table_in_a_folder_is_known_by_its_header(tmp_path: Path, nuplan: Run) -> None:
    """A table of another kind is skipped and counted; from standard input a table is known, too."""
    (tmp_path / "other.csv").write_text("姓名,电话\n张三,0530\n", "utf-8")
    (tmp_path / "heze.csv").write_text(LONG, "utf-8")
    report = json.loads(nuplan("check", str(tmp_path), "--format", "json").out)
    assert report["summary"]["skipped"] == 1
    assert [Path(given["path"]).name for given in report["inputs"]] == ["heze.csv"]
    piped = json.loads(nuplan("check", "-", "--format", "json", stdin=LONG.encode("utf-8")).out)
    assert [(given["path"], given["figures"]) for given in piped["inputs"]] == [("-", 5)]
