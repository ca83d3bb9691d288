"""The report as a page: one file that is whole in itself, from whose text nothing becomes markup."""

import json
import re
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Run, run_command
from html_pages import Parsed, hostile

from nuplan.model.finding import NuplanError
from nuplan.model.pace import CUTS
from nuplan.report.page import render_listing
from nuplan.report.rows import Column, Row, Rows
from nuplan.text import Words

CITIES = "examples/shandong_2025_q4"
HISTORY = ("--history", "examples/heze_history", "--as-of", "2026-02-01")
CALLS = {
    "heze.zh": ("check", "examples/heze_2024_q2.yaml", *HISTORY),
    "heze.en": ("check", "examples/heze_2024_q2.yaml", *HISTORY, "--lang", "en"),
    "cities.zh": ("check", CITIES, "--rollup", *HISTORY, "--due", "2026-01-20"),
    "cities.en": ("check", CITIES, "--rollup", *HISTORY, "--lang", "en"),
    "rollup.zh": ("rollup", CITIES, "--as-of", "2026-02-01"),
    "align.en": ("align", "heze_2024", "--as-of", "2026-02-01", "--lang", "en"),
    "show.zh": ("plans", "show", "heze_2024"),
    "lint.zh": ("plans", "lint"),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Each page once, and one of a hostile submission."""
    folder = tmp_path_factory.mktemp("pages")
    for name, argv in {**CALLS, "hostile.zh": ("check", str(hostile(folder)))}.items():
        result = run_command(*argv, "--format", f"html:{folder / name}")
        assert (result.out, result.err) == ("", "")
    return {name: (folder / name).read_text("utf-8") for name in (*CALLS, "hostile.zh")}


@pytest.fixture(scope="module")
def parsed(pages: dict[str, str]) -> dict[str, Parsed]:
    """The pages taken apart."""
    return {name: Parsed(page) for name, page in pages.items()}


def test_every_page_is_whole_and_asks_nothing_of_a_network(pages: dict[str, str], parsed: dict[str, Parsed]) -> None:
    """Tags are in balance, ids are unique, every link leads to a place of the page, and nothing is fetched."""
    for name, page in parsed.items():
        assert page.open == [], name
        assert len(page.ids) == len(set(page.ids)), name
        assert {link.removeprefix("#") for link in page.links} <= set(page.ids), name
        assert page.outside == []
        assert page.tags["h1"] == page.tags["main"] == 1
        assert "default-src 'none'" in pages[name]
        assert not re.search(r"@import|url\(|fetch\(|XMLHttpRequest|\bon[a-z]+=", "".join(page.raw[:1]))
        assert not {attribute for attribute in page.attributes if attribute.startswith("on")}


def test_tables_have_heads_for_rows_and_columns(pages: dict[str, str]) -> None:
    """Who hears a table hears which row and column a cell is of."""
    for name, page in pages.items():
        for table in re.findall(r"<table.*?</table>", page, re.DOTALL):
            assert 'scope="col"' in table, name
            assert table.count('scope="row"') == table.count("<tr") - table.count("<thead") - table.count('scope="rowgroup"'), name


def test_a_page_speaks_one_language(parsed: dict[str, Parsed], pages: dict[str, str]) -> None:
    """Headings, statuses and pictures in words are in the language asked for, and the other says the same of as many rows."""
    assert '<html lang="zh-CN">' in pages["heze.zh"]
    assert '<html lang="en">' in pages["heze.en"]
    for word in ("数据审核", "目标判定", "方法说明", "进度滞后", "以正式印发文件为准"):
        assert word in parsed["heze.zh"].text
    for word in ("Data review", "Target assessment", "Method", "slightly behind", "0.9 or more"):
        assert word in parsed["heze.en"].text
    for name in ("heze", "cities"):
        assert [parsed[f"{name}.{lang}"].tags["tr"] for lang in ("zh", "en")] == 2 * [pages[f"{name}.zh"].count("<tr")]
        assert re.findall(r'<tr id="(r\d+)"', pages[f"{name}.zh"]) == re.findall(r'<tr id="(r\d+)"', pages[f"{name}.en"])


def test_the_page_says_what_the_other_formats_say(pages: dict[str, str], nuplan: Run) -> None:
    """Every row of the JSON report stands on the page with its status and pace, and every digest."""
    report = json.loads(nuplan(*CALLS["cities.zh"], "--format", "json").out)
    found = re.findall(r'<tr id="r(\d+)" role="row" data-status="(\w+)" data-pace="(\w*)"', pages["cities.zh"])
    ordered = sorted((int(number), status) for number, status, _ in found)
    assert [status for _, status in ordered] == [row["status"] for row in report["assessments"]]
    for given in (*report["inputs"], *report["plans"]):
        assert given["sha256"] in pages["cities.zh"]
        assert given["path"] in pages["cities.zh"]


def test_pictures_have_their_numbers_in_words(pages: dict[str, str]) -> None:
    """Whoever sees no picture is told actual, path and target; and there is a picture for each set of numbers."""
    page = pages["heze.zh"]
    words = "常住人口城镇化率：基期 50.73%（2020，历史填报），现值 53.83%（2023-Q4，历史填报），直线应达 54.49%，目标 57%（2025-12-31）"
    assert f'aria-label="{words}"' in page
    for name in ("heze.zh", "cities.zh", "rollup.zh"):
        data = re.search(r'id="pictures">(.*?)</script>', pages[name])
        assert data is not None
        pictures = json.loads(data[1])
        assert set(pictures) == set(re.findall(r'data-picture="([^"]+)"', pages[name]))
    assert "Licensed to the Apache Software Foundation" in page
    assert "<script" not in pages["align.en"].partition("<body")[2]


def test_the_sixteen_cities_lie_on_the_map(pages: dict[str, str]) -> None:
    """Each city has a tile at a place of its own, a column of the matrix and a section; the page stays small."""
    page = pages["cities.zh"]
    places = re.findall(r"--column:(\d);--row:(\d)", page)
    assert len(places) == len(set(places)) == 16
    assert page.count('<article id="city-') == 16
    assert page.count('class="tile') == 16
    assert len(page.encode()) < 3_000_000
    assert 'class="tile' not in pages["heze.zh"]


def test_text_from_files_never_becomes_markup(pages: dict[str, str], parsed: dict[str, Parsed]) -> None:
    """A note, a key and the name of a file stay text, and characters that turn text around are written out."""
    page = parsed["hostile.zh"]
    assert "</script><script>window.hit=1</script>" in page.text
    assert "<img src=x onerror=hit()>.yaml" in page.text
    assert "{{7*7}}" in page.text
    assert page.tags["img"] == page.tags["b"] - pages["hostile.zh"].count('<b aria-hidden="true">') == 0
    assert page.tags["script"] == pages["heze.zh"].count("<script")
    assert not {"\u2028", "\u202e"} & set(pages["hostile.zh"].replace("".join(page.raw), ""))
    assert "\\u202e" in page.text


def test_the_cuts_of_pace_are_those_of_the_program(parsed: dict[str, Parsed]) -> None:
    """The method notes print the numbers that classes are cut by."""
    for _, least in CUTS:
        assert f"进度比 {float(least):g} 以上" in parsed["heze.zh"].text


def test_the_same_inputs_give_the_same_page(pages: dict[str, str], nuplan: Run) -> None:
    """Nothing of the day, the machine or the run is on it; standard output takes it, too."""
    assert nuplan(*CALLS["heze.zh"], "--format", "html").out == pages["heze.zh"]
    assert str(ROOT) not in pages["heze.zh"]


def test_without_jinja_the_line_that_installs_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error carries the extra that brings it."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(NuplanError) as caught:
        render_listing([], Words("zh"))
    assert (caught.value.slug, caught.value.values) == ("missing-extra", {"name": "jinja2", "extra": "html"})


def test_a_listing_is_escaped_and_keeps_its_groups() -> None:
    """Any listing is a page in the same dress."""
    rows = Rows(
        "甲 <乙>",
        [Column("a", "列<1>"), Column("b", "数", right=True)],
        [Row({"a": "x\n<i>y</i>", "b": "1"}, group=("组 & 部",))],
        ["注 <u>"],
    )
    page = Parsed(render_listing([rows], Words("zh")))
    assert page.tags["i"] == page.tags["u"] == 0
    assert page.tags["br"] == 1
    for text in ("甲 <乙>", "列<1>", "<i>y</i>", "组 & 部", "注 <u>"):
        assert text in page.text


def test_what_cannot_be_read_is_a_page_all_the_same(nuplan: Run, tmp_path: Path) -> None:
    """A run without one readable figure says so on its page, and exits as ever."""
    broken = tmp_path / "broken.yaml"
    broken.write_text("schema: nuplan/submission/v1\nfigures: [\n", "utf-8")
    result = nuplan("check", str(broken), "--format", "html:out.html", cwd=tmp_path)
    assert result.code == 3
    page = Parsed((tmp_path / "out.html").read_text("utf-8"))
    assert "有内容无法读取" in page.text
    assert "NU005" in page.text
