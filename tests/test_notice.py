"""The draft of a notice: what it counts, what it leaves to a person, and rankings only where they are asked for."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from conftest import Run

CITIES = ("report", "examples/shandong_2025_q4", "--as-of", "2026-02-01")


@pytest.fixture(scope="module")
def notices(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The notice of sixteen cities with a ranking as Markdown in both languages, and the text of the Word document."""
    from conftest import run_command

    folder = tmp_path_factory.mktemp("通报 notice")
    for lang in ("zh", "en"):
        done = run_command(
            *CITIES,
            "--rank",
            "常住人口城镇化率",
            "--lang",
            lang,
            "--format",
            f"markdown:{folder}/{lang}.md",
            "--format",
            f"docx:{folder}/{lang}.docx",
        )
        assert (done.code, done.out, done.err) == (0, "", "")
    found = {lang: (folder / f"{lang}.md").read_text("utf-8") for lang in ("zh", "en")}
    return found | {"docx": str(folder / "zh.docx")}


def test_the_notice_tells_every_count_with_the_list_behind_it(notices: dict[str, str]) -> None:
    """What is counted in the text stands in the annexes, row by row."""
    text = notices["zh"]
    assert "2025年第四季度应报 16 个地区，已报 16 个" in text
    assert "未完成 19、应报未报 21、无法判定 30、" in text
    assert "| 合计 | 428 | 19 | 21 | 30 | 3 | 349 | 3 | 3 |" in text
    assert len(_lines(text, "附件1　未完成的目标")) == 19
    assert len(_lines(text, "附件2　应报未报和无法判定的目标")) == 21 + 30
    assert "警告 2。" in text
    assert len(_lines(text, "附件4　数据审核发现的问题")) == 2
    assert len(_lines(text, "附件3　已完成、基本完成和符合序时进度的目标")) == 16
    assert text.index("1．未完成的目标") < text.index("落款单位") < text.index("## 附件1")


def _lines(text: str, heading: str) -> list[str]:
    """The lines of the table under a heading, without its head."""
    part = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return [line for line in part.splitlines() if line.startswith("| ")][2:]


def test_nobody_is_ordered_by_how_they_stand(notices: dict[str, str]) -> None:
    """Areas stand by their code and departments as the plans name them; the ranking that was asked for says of what it is."""
    text = notices["zh"]
    areas = text.partition("## 二、")[2].partition("## 三、")[0]
    assert re.findall(r"^\| (\w+市)", areas, re.MULTILINE)[:4] == ["济南市", "青岛市", "淄博市", "枣庄市"]
    departments = text.partition("省规划所列责任部门")[2]
    assert re.findall(r"^\| (省\w+)", departments, re.MULTILINE)[:3] == ["省发展改革委", "省交通运输厅", "省生态环境厅"]
    assert "### 各地区常住人口城镇化率（2025-Q4，按填报值排序）" in text


def test_before_the_due_date_pace_is_counted_and_listed(nuplan: Run, tmp_path: Path) -> None:
    """What lags slightly stands in the list, too; waivers are told beside the row they are for; nothing goes to a quiet pipe."""
    (tmp_path / "w.yaml").write_text(
        "schema: nuplan/waivers/v1\nwaivers:\n"
        "- {check: NU301, indicator: urban_sewage_collection_rate, area: heze, period: 2024-Q2, justification: 台账正在核对,"
        " approver: 省发展改革委, from: 2024-07-01, until: 2024-12-31}\n",
        "utf-8",
    )
    call = ("report", "examples/heze_2024_q2.yaml", "--history", "examples/heze_history", "--as-of", "2024-07-15")
    done = nuplan(*call, "--waivers", str(tmp_path / "w.yaml"), "--quiet", "--format", "markdown", "--format", f"docx:{tmp_path}/n.docx")
    assert (done.code, done.out) == (0, "")
    assert "台账正在核对" in ZipFile(tmp_path / "n.docx").read("word/document.xml").decode("utf-8")
    text = nuplan(*call).out
    assert "对菏泽市报送的2024年上半年数据" in text
    assert "可评价时序进度的 11 项次：滞后 2、略滞后 2、符合序时进度 2、快于序时进度 5。" in text
    assert len(_lines(text, "附件1　时序进度略滞后和滞后的目标")) == 4


def test_what_a_person_writes_is_marked_in_both_languages(notices: dict[str, str]) -> None:
    """The draft appraises nobody; the places for that are left open."""
    assert [len(re.findall("【", notices[lang])) for lang in ("zh", "en")] == [4, 4]
    assert notices["zh"].count("\n## ") == notices["en"].count("\n## ")


def test_the_word_document_says_what_the_markdown_says(notices: dict[str, str]) -> None:
    """Headings are headings, head rows are repeated, and every cell of a table is there."""
    import docx

    document = docx.Document(notices["docx"])
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style is not None and paragraph.style.name == "Heading 1"]
    assert headings == re.findall("^## (.*)$", notices["zh"], re.MULTILINE)
    cells = {cell.text for table in document.tables[:4] for row in table.rows for cell in row.cells}
    assert {"菏泽市", "省发展改革委", "79.35%"} <= cells
    with ZipFile(notices["docx"]) as parts:
        assert parts.read("word/document.xml").count(b"<w:tblHeader") == len(document.tables)
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_is_ranked_unless_asked_and_equal_figures_share_a_place(nuplan: Run, tmp_path: Path) -> None:
    """A rank is of the figures as reported; who has none of the period, or one of a part, stands apart."""
    figures = {
        "jinan": "9万人",
        "qingdao": "9.0万人",
        "zibo": "11万人",
        "zaozhuang": "{value: 12万人, of: 2024}",
        "dongying": "{missing: pending}",
    }
    for area, figure in figures.items():
        head = f"schema: nuplan/submission/v1\narea: {area}\nperiod: 2025\n"
        (tmp_path / f"{area}.yaml").write_text(f"{head}figures:\n  new_urban_jobs: {figure}\n  resident_population: 5万人\n", "utf-8")
    plain = nuplan("report", str(tmp_path), "--lang", "en")
    assert "Place" not in plain.out
    ranked = nuplan("report", str(tmp_path), "--rank", "new_urban_jobs", "--lang", "en").out
    assert re.findall(r"^\| ([0-9]) \| (\w+)", ranked, re.MULTILINE) == [("1", "Zibo"), ("2", "Jinan"), ("2", "Qingdao")]
    assert "not ranked: Zaozhuang, Dongying" in ranked


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        (("--rank", "no_such"), 2, "no_such"),
        (("--rank", "常住人口"), 2, "无所谓高低"),
        (("--format", "pdf"), 2, "markdown、docx"),
        (("--format", "docx"), 2, "docx:"),
    ],
)
def test_a_call_that_cannot_be_made_says_why(call: tuple[str, ...], code: int, said: str, nuplan: Run) -> None:
    """An unknown indicator, one without a direction, a format that there is not, a document without a file."""
    done = nuplan(*CITIES, *call)
    assert (done.code, done.out) == (code, "")
    assert said in done.err


def test_what_cannot_be_read_is_told_beside_the_draft(nuplan: Run, submission: Callable[..., Path]) -> None:
    """The draft is written, and the exit code says that it is not whole."""
    path = submission("new_urban_jobs: 3.4", "renewable_capacity: 612.5万千瓦")
    done = nuplan("report", str(path))
    assert done.code == 3
    assert "NU018" in done.err
    assert done.out.startswith("# ")


def test_hostile_words_are_neither_markup_nor_fields(nuplan: Run, submission: Callable[..., Path], tmp_path: Path) -> None:
    """A note of a submission stands in the notice as it was written."""
    note = "<b>x</b> | [a](http://b) *c* \\u202e"
    path = submission(f'城市黑臭水体: {{missing: not_collected, note: "{note}"}}', period="2025-Q4")
    done = nuplan("report", str(path), "--format", "markdown", "--format", f"docx:{tmp_path}/n.docx")
    assert r"\<b\>x\</b\> \| \[a\](http://b) \*c\*" in done.out
    assert b"<b>x" not in ZipFile(io.BytesIO((tmp_path / "n.docx").read_bytes())).read("word/document.xml")
