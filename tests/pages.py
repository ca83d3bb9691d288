"""The pages of the documentation as a reader goes through them: blocks, tables, and a desk on which their steps are taken."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import openpyxl
from conftest import ROOT, run_command

GUIDES = sorted(path.relative_to(ROOT / "docs" / "zh").as_posix() for path in (ROOT / "docs" / "zh").glob("*.md"))
PAIRS = (("README.zh.md", "README.md"), *((f"docs/zh/{name}", f"docs/en/{name}") for name in GUIDES))
"""Each page in Chinese and in English."""
EXAMPLE = "docs/zh/encode.md"
"""The page whose files stand on every desk."""
_PART = re.compile(r"^```(\w+)\n(.*?)^```$|^<!-- (fill) (\S+) -->\n((?:\|[^\n]*\n)+)", re.DOTALL | re.MULTILINE)
_NAME = re.compile(r"# (\S+\.(?:yaml|yml|txt))\n")


class Part(NamedTuple):
    """A code block by its language, or a table that is filled into the workbook named."""

    kind: str
    text: str
    book: str = ""


def parts(page: str) -> Iterator[Part]:
    """The blocks of a page, and the tables that a person fills in, in their order."""
    for match in _PART.finditer((ROOT / page).read_text("utf-8")):
        language, text, fill, book, table = match.groups()
        yield Part(fill, table, book) if fill else Part(language, text)


def blocks(page: str, language: str) -> list[str]:
    """The code blocks of a page in one language."""
    return [part.text for part in parts(page) if part.kind == language]


def commands(text: str) -> list[tuple[str, int]]:
    """Each command of a block with its exit code: the number at the end of its comment, else 0."""
    found = []
    for line in text.splitlines():
        command, _, comment = line.partition("#")
        code = re.search(r"[0-9]+$", comment.strip())
        found.append((command.strip(), int(code.group()) if code else 0))
    return found


def cells(text: str) -> list[list[str]]:
    """The cells of every row of the tables of a text."""
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]


def rows(page: str) -> list[list[str]]:
    """The cells of every row of every table of a page."""
    return cells((ROOT / page).read_text("utf-8"))


def lay(desk: Path, page: str) -> None:
    """Write the files that a page shows, under the names in their first line; of a text without that line."""
    for part in parts(page):
        put(desk, part)


def put(desk: Path, part: Part) -> None:
    """Write the file that a block shows, if it does."""
    if (name := _NAME.match(part.text)) is None or part.kind not in ("yaml", "yml", "text"):
        return
    path = desk / name[1]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(part.text[name.end() :] if part.kind == "text" else part.text, "utf-8")


def walk(desk: Path, page: str) -> None:
    """Take every step of a page as it is written, on a desk with the examples and the files of the page on encoding."""
    shutil.copytree(ROOT / "examples", desk / "examples")
    lay(desk, EXAMPLE)
    printed: list[str] | None = None
    for part in parts(page):
        if printed is not None:
            assert (part.kind, part.text.splitlines()) == ("text", printed)
            printed = None
        put(desk, part)
        if part.kind == "fill":
            fill(desk / part.book, cells(part.text))
        elif part.kind == "python":
            done = subprocess.run([sys.executable, "-X", "utf8", "-c", part.text], cwd=desk, capture_output=True, check=False)
            printed = (done.stdout + done.stderr).decode("utf-8").splitlines()
        elif part.kind == "sh":
            for command, code in commands(part.text):
                if command.startswith("nuplan "):
                    result = run_command(*shlex.split(command)[1:], cwd=desk)
                    assert result.code == code, f"{command}\n{result.out}{result.err}"


def fill(book: Path, table: list[list[str]]) -> None:
    """Type a table into the workbook: its rows are found by the first column, its columns by their heads."""
    heads, _, *lines = table
    workbook = openpyxl.load_workbook(book)
    for sheet in workbook.worksheets:
        found = [[str(cell.value or "").strip() for cell in line] for line in sheet.iter_rows()]
        at = next((index for index, line in enumerate(found) if set(heads) <= set(line)), None)
        if at is None:
            continue
        columns = [found[at].index(head) for head in heads]
        names = [line[columns[0]] for line in found]
        for name, *values in lines:
            for column, value in zip(columns[1:], values, strict=True):
                if value:
                    typed = float(value) if re.fullmatch(r"[0-9.]+", value) else value
                    sheet.cell(names.index(name) + 1, column + 1).value = typed
        workbook.save(book)
        return
    raise AssertionError(f"no sheet of {book.name} has the heads {heads}")
