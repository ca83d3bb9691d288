"""Formats: what is written where. A terminal gets the table, a pipe one line a row."""

import os
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ..model.finding import NuplanError
from ..text import Words
from . import streams

if TYPE_CHECKING:
    from ..model.report import Report
    from ..report.rows import Rows

LISTING_FORMATS = ("table", "concise", "json", "markdown")
FORMATS = (*LISTING_FORMATS, "junit", "sarif")


def outputs(formats: Sequence[str], inputs: Sequence[str] = (), known: Sequence[str] = FORMATS) -> list[tuple[str, str]]:
    """The format names and files asked for; without any, the table on a terminal and concise lines in a pipe.

    Raises NuplanError for an unknown name, where two would be written to one place, and where one would be written over an input.
    """
    if not formats:
        return [("table" if streams.terminal() is not None else "concise", "")]
    found: list[tuple[str, str]] = []
    read = {os.path.realpath(path) for path in inputs}
    written: set[str] = set()
    for given in formats:
        name, _, file = given.partition(":")
        if name not in known:
            raise NuplanError("unknown-format", name=name, known=tuple(known))
        place = os.path.realpath(file) if file else ""
        if place in written:
            raise NuplanError("two-outputs-file" if file else "two-outputs", name=file)
        if place in read:
            raise NuplanError("output-is-input", name=file)
        written.add(place)
        found.append((name, file))
    return found


def write_text(text: str, file: str) -> None:
    """Write a rendering to its file or to standard output."""
    if file:
        streams.write_file(file, text)
    else:
        streams.write_out(text)


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


def day(text: str) -> date | None:
    """The date of --as-of, None where there is none. Raises NuplanError for what is no date."""
    if not text:
        return None
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise NuplanError("bad-date", name=text)


def write_report(asked: Sequence[tuple[str, str]], report: "Report", say: Words, *, quiet: bool) -> None:
    """Write a report in every format asked for; only what a format needs is imported."""
    for name, file in asked:
        if quiet and not file:
            continue
        if name == "json":
            from .. import __version__
            from ..report.json_ import render_json

            write_text(render_json(report, say, __version__), file)
        elif name == "concise":
            from ..report.concise import render_concise

            write_text(render_concise(report, say), file)
        elif name == "junit":
            from ..report.junit import render_junit

            write_text(render_junit(report, say), file)
        elif name == "sarif":
            from .. import __version__
            from ..report.sarif import render_sarif

            write_text(render_sarif(report, say, __version__), file)
        elif report.act == "align":
            from ..report.align_rows import align_rows

            _write_rows(name, align_rows(report, say), file)
        else:
            from ..report.check_rows import check_rows

            _write_rows(name, check_rows(report, say), file)


def write_listings(formats: Sequence[str], listings: "list[Rows]", inputs: Sequence[str] = (), *, quiet: bool = False) -> None:
    """Write the listings of a command that does not judge."""
    from ..report.rows_text import render_lines, render_rows_json

    for name, file in outputs(formats, inputs, LISTING_FORMATS):
        if quiet and not file:
            continue
        if name in ("table", "markdown"):
            _write_rows(name, listings, file)
        else:
            write_text(render_lines(listings) if name == "concise" else render_rows_json(listings), file)


def _write_rows(name: str, listings: "list[Rows]", file: str) -> None:
    """Listings as a table or as Markdown."""
    if name == "table":
        write_table(listings, file)
    else:
        from ..report.markdown import render_markdown

        write_text(render_markdown(listings), file)
