"""The documentation is true: its steps are taken, its tables and excerpts compared with the program, its two languages with each other."""

import json
import re
import tomllib
from pathlib import Path

import generate
import pytest
from conftest import ROOT, Run
from pages import PAIRS, blocks, cells, commands, fill, lay, parts, rows, walk
from test_layers import MAY_IMPORT

from nuplan.model.alignment import ANSWERS
from nuplan.model.catalogue import SEVERITIES
from nuplan.model.pace import PACES
from nuplan.model.report import STATUSES
from nuplan.model.settings import Settings
from nuplan.text import Words

LANGS = ("zh", "en")


@pytest.mark.parametrize("page", [zh for zh, _ in PAIRS])
def test_every_step_of_a_page_works_as_written(page: str, tmp_path: Path) -> None:
    """Whoever follows the page sees what it says: exit codes, files that a later step reads, what Python prints."""
    walk(tmp_path, page)


@pytest.mark.parametrize(("zh", "en"), PAIRS)
def test_both_languages_tell_the_same(zh: str, en: str) -> None:
    """The same headings, commands, exit codes, snippets and figures to fill in; only the words differ."""
    told = []
    for page in (zh, en):
        text = (ROOT / page).read_text("utf-8")
        outline = re.findall(r"^#+(?= )", re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE), re.MULTILINE)
        lines = [
            (line.replace(" --lang en", ""), code)
            for kind in ("sh", "bash", "bat")
            for text in blocks(page, kind)
            for line, code in commands(text)
        ]
        numbers = [
            [[cell for cell in row[1:] if cell.isascii() and cell[:1].isdigit()] for row in cells(part.text)]
            for part in parts(page)
            if part.kind == "fill"
        ]
        told.append((outline, lines, blocks(page, "python"), numbers, len(rows(page))))
    assert told[0] == told[1]


def test_both_languages_have_the_same_pages() -> None:
    """Neither knows more than the other."""
    zh, en = ({path.relative_to(ROOT / "docs" / lang) for path in (ROOT / "docs" / lang).rglob("*.md")} for lang in LANGS)
    assert zh == en


def test_the_form_in_english_has_the_rows_that_its_guide_fills_in(nuplan: Run, tmp_path: Path) -> None:
    """Heads and names are those of the form."""
    made = nuplan("template", "heze", "2024-Q4", "--lang", "en", "--format", "xlsx:form.xlsx", cwd=tmp_path)
    assert made.code == 0, made.err
    for part in parts("docs/en/analyst.md"):
        if part.kind == "fill":
            fill(tmp_path / part.book, cells(part.text))


def test_the_submission_shown_is_read_without_a_finding(nuplan: Run, tmp_path: Path) -> None:
    """Each form of a figure is shown as it may be filed; both pages show the same figures."""
    shown = [next(iter(blocks(f"docs/{lang}/submission.md", "yaml"))) for lang in LANGS]
    (tmp_path / "shown.yaml").write_text(shown[0], "utf-8")
    assert json.loads(nuplan("check", "shown.yaml", "--format", "json", cwd=tmp_path).out)["findings"] == []
    assert all(form in shown[0] for form in ("value:", "unit:", "part:", "whole:", "missing:", "of:", "since:", "note:", "quality:"))
    bare = [re.sub(r"\s*#.*", "", text) for text in shown]
    assert bare[0] == bare[1]


def test_the_tables_shown_are_read_without_a_finding(nuplan: Run, tmp_path: Path) -> None:
    """Long and wide; with both in one folder, no figure has two values."""
    shown = [blocks(f"docs/{lang}/submission.md", "csv") for lang in LANGS]
    assert shown[0] == shown[1]
    for index, text in enumerate(shown[0]):
        (tmp_path / f"{index}.csv").write_text(text, "utf-8")
    report = json.loads(nuplan("check", str(tmp_path), "--format", "json").out)
    assert [finding["check"] for finding in report["findings"] if finding["check"] != "NU555"] == []
    assert [given["area"] for given in report["inputs"]] == ["heze", "heze", "jinan"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_settings_shown_can_be_used(lang: str, nuplan: Run, tmp_path: Path) -> None:
    """Every key of nuplan.toml, beside the files it names."""
    (text,) = blocks(f"docs/{lang}/gate.md", "toml")
    assert set(tomllib.loads(text)) == set(Settings._fields) - {"select"}
    lay(tmp_path, f"docs/{lang}/gate.md")
    lay(tmp_path, f"docs/{lang}/encode.md")
    (tmp_path / "nuplan.toml").write_text(text, "utf-8")
    result = nuplan("check", str(ROOT / "examples/shandong_2025_q4/heze.yaml"), "--as-of", "2026-02-01", cwd=tmp_path)
    assert (result.code, result.err) == (0, "")
    assert (tmp_path / "report.json").exists()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("README", "heze_2025_q4"),
        ("align", "align_heze_2024"),
        ("verdict", "heze_2024_q2"),
        ("province", "rollup_shandong_2025_q4"),
    ],
)
def test_the_excerpt_stands_in_the_output(page: str, lang: str, name: str) -> None:
    """A table shown is a table printed; a line of … stands for lines left out."""
    path = {"zh": "README.zh.md", "en": "README.md"}[lang] if page == "README" else f"docs/{lang}/{page}.md"
    (excerpt,) = (text for text in blocks(path, "text") if "…\n" in text and not text.startswith("# "))
    whole = (ROOT / "examples" / "expected" / f"{name}.{lang}.txt").read_text("utf-8")
    at = 0
    for part in excerpt.split("…\n"):
        assert part in whole[at:], part
        at = whole.index(part, at) + len(part)


def names() -> dict[str, dict[str, tuple[str, str]]]:
    """The words of the program in Chinese and English, by what they name and their id."""
    zh, en = Words("zh"), Words("en")
    levels = {"zh": {"above": "省级", "here": "市级"}, "en": {"above": "province", "here": "city"}}
    statuses = (*STATUSES, "early")
    return {
        "status": {status: (zh(f"status.{status}"), en(f"status.{status}")) for status in statuses},
        "pace": {pace: (zh(f"pace.{pace}"), en(f"pace.{pace}")) for pace in PACES},
        "answer": {name: (zh(f"align.verdict.{name}", **levels["zh"]), en(f"align.verdict.{name}", **levels["en"])) for name in ANSWERS},
        "severity": {name: (zh(f"severity.{name}"), en(f"severity.{name}")) for name in SEVERITIES},
        "verdict": {name: (zh(f"verdict.{name}"), en(f"verdict.{name}")) for name in ("pass", "fail", "invalid", "empty")},
    }


@pytest.mark.parametrize("lang", LANGS)
def test_statuses_paces_and_verdicts_are_those_of_the_program(lang: str) -> None:
    """A reader learns them from the page as the report prints them."""
    words = names()
    verdict = {tuple(row[:3]) for row in rows(f"docs/{lang}/verdict.md")}
    align = {tuple(row[:3]) for row in rows(f"docs/{lang}/align.md")}
    assert {(f"`{name}`", *both) for name, both in (words["status"] | words["pace"]).items() if name != "early"} <= verdict
    assert words["status"]["early"] in {row[1:] for row in verdict}
    assert {(f"`{name}`", *both) for name, both in words["answer"].items()} <= align


@pytest.mark.parametrize("lang", LANGS)
def test_the_glossary_has_the_words_that_the_program_prints(lang: str) -> None:
    """Statuses, paces, answers of an alignment, severities and verdicts, each with its id; every cascade has its row."""
    table = rows(f"docs/{lang}/glossary.md")
    told = {tuple(row[:3]) for row in table}
    assert {(*both, f"`{name}`") for group in names().values() for name, both in group.items()} <= told
    assert {f"`{name}`" for name in ("floor", "standard", "average", "total", "named", "relative", "none")} <= {row[2] for row in table}
    assert len({row[0] for row in table}) == len(table)


def test_the_reference_is_that_of_the_program() -> None:
    """`make reference` writes it; no page is stale, missing or left over."""
    made = generate.pages()
    for path, text in made.items():
        assert path.read_text("utf-8") == text, f"{path.relative_to(ROOT)} is stale: make reference"
    assert set(made) == set((ROOT / "docs").glob("*/reference/*.md"))


@pytest.mark.parametrize("page", ["README.md", "README.zh.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_from_the_front_pages_lead_somewhere(page: str) -> None:
    """Those of the documentation are followed when its site is made."""
    for target in re.findall(r"\]\(([^)#]+)", (ROOT / page).read_text("utf-8")):
        assert target.startswith("https://") or (ROOT / target).exists(), target


def test_the_table_of_rooms_is_that_of_the_layers() -> None:
    """CONTRIBUTING.md says what may import what as the test of it does."""
    told = {row[0].strip("`"): set(re.findall(r"`(\w+)`", row[1])) for row in rows("CONTRIBUTING.md") if row[0].strip("`") in MAY_IMPORT}
    assert told == MAY_IMPORT


def test_the_changelog_tells_of_this_version() -> None:
    """A release has its entry."""
    import nuplan

    assert f"## [{nuplan.__version__}] - " in (ROOT / "CHANGELOG.md").read_text("utf-8")
