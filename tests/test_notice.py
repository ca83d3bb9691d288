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
    assert "未完成 19、" in text
    annex = text.partition("未完成的目标\n")[2].partition("\n## ")[0]
    assert len([line for line in annex.splitlines() if line.startswith("| ") and "---" not in line]) == 19 + 1


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
    cells = {cell.text for table in document.tables[:3] for row in table.rows for cell in row.cells}
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
