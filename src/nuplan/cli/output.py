"""Formats: what is written where. A terminal gets the table, a pipe one line a row."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from ..model.finding import NuplanError
from ..text import Words
from . import streams
from .settings import settings

if TYPE_CHECKING:
    from ..model.report import Report
    from ..report.rows import Rows

LISTING_FORMATS = ("table", "concise", "json", "markdown", "csv", "xlsx", "html")
FORMATS = (*LISTING_FORMATS, "junit", "sarif", "github")
_FILES_ONLY = frozenset({"xlsx", "docx"})
"""Formats that are no text, so that a terminal or a pipe has no use for them."""


def outputs(formats: Sequence[str], inputs: Sequence[str] = (), known: Sequence[str] = FORMATS) -> list[tuple[str, str]]:
    """The format names and files asked for; without any, those of nuplan.toml that the command knows, else the
    table on a terminal and concise lines in a pipe.

    Raises NuplanError for an unknown name, where two would be written to one place, and where one would be written over an input.
    """
    formats = formats or [given for given in settings().format if given.partition(":")[0] in known]
    if not formats:
        return [("table" if streams.terminal() is not None else "concise", "")]
    found: list[tuple[str, str]] = []
    read = {os.path.realpath(path) for path in inputs}
    written: set[str] = set()
    for given in formats:
        name, _, file = given.partition(":")
        if name not in known:
            raise NuplanError("unknown-format", name=name, known=tuple(known))
        if name in _FILES_ONLY and not file:
            raise NuplanError("format-needs-file", name=name)
        place = os.path.realpath(file) if file else ""
        if place in written:
            raise NuplanError("two-outputs-file" if file else "two-outputs", name=file)
        if place in read:
            raise NuplanError("output-is-input", name=file)
        written.add(place)
        found.append((name, file))
    return found


def write_text(text: str | Iterable[str], file: str) -> None:
    """Write a rendering, or its lines, to its file or to standard output; to the summary of a job on GitHub it is added."""
    parts = (text,) if isinstance(text, str) else text
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if file and summary and os.path.realpath(file) == os.path.realpath(summary):
        streams.append_file(file, parts)
    elif file:
        streams.write_file(file, parts)
    else:
        streams.write_out(parts)


def write_csv(text: str, file: str) -> None:
    """Write a table; in a file it begins with the mark by which spreadsheets know that it is UTF-8."""
    write_text(("\ufeff" if file else "") + text, file)


def write_table(listings: "list[Rows]", file: str) -> None:
    """Draw listings on the terminal, or as plain text into a file or a pipe."""
    from ..report.table import draw_table, render_table

    terminal = streams.terminal()
    if terminal is not None and not file:
        draw_table(listings, terminal)
    else:
        write_text(render_table(listings, _width()), file)


def _width() -> int:
    """The width of a table that is not drawn on a terminal: COLUMNS where it is set."""
    given = os.environ.get("COLUMNS", "")
    return int(given) if given.isdecimal() and 40 <= int(given) <= 1000 else 120


def day(text: str | None, option: str = "--as-of") -> date | None:
    """The date of an option, None where there is none. Raises NuplanError for what is no date."""
    if text is None:
        return None
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise NuplanError("bad-date", name=text, option=option)


def jobs(text: str) -> int:
    """The number of --jobs. Raises NuplanError for what is none."""
    if text.isascii() and text.isdecimal() and 1 <= int(text[:3]) <= 64:
        return int(text)
    raise NuplanError("bad-jobs", name=text)


def stdin(paths: Sequence[str]) -> BinaryIO | None:
    """Standard input where it is one of the paths."""
    return sys.stdin.buffer if "-" in paths and sys.stdin is not None else None


@contextmanager
def reading(say: Words) -> Iterator[Callable[[int, int], None] | None]:
    """Shows on a terminal how many of many files have been read; nothing in a pipe."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from .progress import Bar

    with Bar(say("progress")) as bar:
        yield bar.show


def write_report(asked: Sequence[tuple[str, str]], report: "Report", say: Words, *, quiet: bool, view: str = "") -> None:
    """Write a report in every format asked for; only what a format needs is imported.

    Raises NuplanError where a file that the run has read would be written over.
    """
    keep_inputs(asked, report)
    for name, file in asked:
        if quiet and not file:
            continue
        if name == "json":
            from .. import __version__
            from ..report.json_ import render_json

            write_text(render_json(report, say, __version__), file)
        elif name == "concise":
            from ..report.concise import concise_lines

            write_text(concise_lines(report, say), file)
        elif name == "junit":
            from ..report.junit import render_junit

            write_text(render_junit(report, say), file)
        elif name == "sarif":
            from .. import __version__
            from ..report.sarif import render_sarif

            write_text(render_sarif(report, say, __version__), file)
        elif name == "github":
            from ..report.github import render_github

            write_text(render_github(report, say), file)
        elif name == "html":
            from .. import __version__
            from ..report.page import render_page

            write_text(render_page(report, say, __version__), file)
        elif name == "xlsx":
            from .. import __version__
            from ..report.workbook import render_workbook

            streams.write_file(file, render_workbook(report, say, __version__))
        elif name == "csv" and not view:
            from ..report.flat_rows import flat_rows

            _write_rows(name, [flat_rows(report, say)], say, file)
        elif report.act == "rollup":
            from ..report.rollup_rows import rollup_rows

            _write_rows(name, rollup_rows(report, say), say, file)
        elif report.act == "align":
            from ..report.align_rows import align_rows

            _write_rows(name, align_rows(report, say), say, file)
        else:
            from ..report.check_rows import check_rows

            _write_rows(name, check_rows(report, say, view), say, file)


def keep_inputs(asked: Sequence[tuple[str, str]], report: "Report") -> None:
    """Raise NuplanError where a file that a run has read would be written over."""
    read = {os.path.realpath(given.path) for given in (*report.inputs, *(report.history or ()))}
    read |= {os.path.realpath(ref.path) for ref in report.library.files}
    for _, file in asked:
        if file and os.path.realpath(file) in read:
            raise NuplanError("output-is-input", name=file)


def write_listings(
    formats: Sequence[str],
    made: "list[Rows] | Callable[[str], list[Rows]]",
    say: Words,
    inputs: Sequence[str] = (),
    *,
    quiet: bool = False,
) -> None:
    """Write the listings of a command that does not judge; they may be made for each format by its name."""
    from ..report.rows_text import render_lines, render_rows_json

    for name, file in outputs(formats, inputs, LISTING_FORMATS):
        if quiet and not file:
            continue
        listings = made(name) if callable(made) else made
        if name in ("table", "markdown", "csv", "xlsx", "html"):
            _write_rows(name, listings, say, file)
        else:
            write_text(render_lines(listings) if name == "concise" else render_rows_json(listings), file)


def _write_rows(name: str, listings: "list[Rows]", say: Words, file: str) -> None:
    """Listings as a table, as a workbook, as a page, as CSV or as Markdown."""
    if name == "table":
        write_table(listings, file)
    elif name == "csv":
        from ..report.csv_ import render_csv

        write_csv(render_csv(listings), file)
    elif name == "xlsx":
        from ..report.sheets import render_sheets

        streams.write_file(file, render_sheets(listings, say))
    elif name == "html":
        from ..report.page import render_listing

        write_text(render_listing(listings, say), file)
    else:
        from ..report.markdown import render_markdown

        write_text(render_markdown(listings), file)
