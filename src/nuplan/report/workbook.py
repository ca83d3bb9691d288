"""A report as a workbook: a summary that leads to everything, then a worksheet an area, a department, and what else the report has."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from ..model.plan import Plan
from ..model.report import Assessment, Report
from ..text import Words, safe
from .book import Book
from .check_rows import filing_rows, finding_rows
from .facts import source_lines
from .rows import Column, Rows, grouped
from .sheets import write_listings
from .workbook_summary import matrices, write_index, write_summary


class Page(NamedTuple):
    """A worksheet to be: its name, how the index tells of it, its listings, and the area it is of, if of one."""

    name: str
    about: str
    listings: list[Rows]
    area: str = ""


def render_workbook(report: Report, say: Words, version: str) -> bytes:
    """A report as a workbook."""
    found = matrices(report, say)
    book = Book(say(f"book.title.{report.act}"), say)
    front = book.sheet(say("book.summary"), [matrix.listing for matrix in found])
    pages = _pages(report, say)
    sheets = [book.sheet(page.name, page.listings) for page in pages]
    of_area = {page.area: sheet for page, sheet in zip(pages, sheets, strict=True)}
    write_summary(front, report, say, version, found, of_area)
    write_index(front, [(sheet, page.about) for page, sheet in zip(pages, sheets, strict=True)], say)
    for page, sheet in zip(pages, sheets, strict=True):
        write_listings(sheet, page.listings, back=(say("book.back"), front))
    return book.data()


def _pages(report: Report, say: Words) -> list[Page]:
    """Everything but the summary, in the order of the report."""
    if report.act == "align":
        return _align_pages(report, say)
    pages: list[Page] = []
    if report.assessments:
        pages += _area_pages(report, say)
        pages += _department_pages(report, say)
    if report.rollup or report.totals:
        from .rollup_rows import added_rows

        pages += _named("book.rollup", added_rows(report, say), say)
    if report.rosters:
        from .roster_rows import roster_rows

        pages += _named("book.rosters", roster_rows(report, say), say)
    if report.pairs:
        from .align_rows import short_rows

        pages += _named("book.pairs", short_rows(report, say), say)
    if report.findings:
        pages += _named("book.findings" if report.act in ("check", "rollup") else f"head.{report.act}", [_findings(report, say)], say)
    return pages


def _named(key: str, listings: Iterable[Rows], say: Words) -> list[Page]:
    return [Page(say(key), listing.title, [listing]) for listing in listings]


def _area_pages(report: Report, say: Words) -> list[Page]:
    """A worksheet an area: what its figures come to, period by period, and what its pace was worked out from."""
    from .pace_rows import pace_rows

    pages = []
    for rows in grouped(report.assessments, lambda row: row.area):
        area = rows[0].area
        periods = dict.fromkeys(row.period for row in rows)
        listings = [
            part for period in periods for part in (filing_rows(report, (area, period), say), *pace_rows(report, (area, period), say))
        ]
        listings[-1].notes += _foot(rows, report, say)
        name = say.name(report.library.areas[area])
        pages.append(Page(name, say("book.scope", areas=name, periods=say.join(periods)), listings, area))
    return pages


def _department_pages(report: Report, say: Words) -> list[Page]:
    """A worksheet a department: what it leads and a person must look at."""
    from .matrix_rows import department_rows, departments

    pages = []
    for name, own in departments(report, say).items():
        listing = department_rows(name, own, report, say)
        listing.title = say("book.department", department=listing.title)
        listing.rows = [replace(row, group=()) for row in listing.rows]
        listing.notes = _foot(own, report, say)
        pages.append(Page(name, listing.title, [listing]))
    return pages


def _foot(rows: list[Assessment], report: Report, say: Words) -> list[str]:
    """The day of the report, and the documents that rows stand on."""
    plans: dict[str, Plan] = {row.duty.plan.id: row.duty.plan for row in rows}
    return [say("book.as_of", as_of=report.as_of.isoformat()), *source_lines(list(plans.values()), say)]


def _align_pages(report: Report, say: Words) -> list[Page]:
    """A worksheet for each plan, named by its area, and one for each plan above that they are added up against."""
    from .align_rows import align_rows, by_plan

    areas = [rows[0].child_plan.area for rows in by_plan(report)]
    names = [say.name(report.library.areas[area]) for area in areas]
    listings = align_rows(report, say)
    names += [say("book.rollup")] * (len(listings) - len(names)) if report.pairs or report.rollup else [say("book.pairs")]
    return [Page(name, listing.title, [listing]) for name, listing in zip(names, listings, strict=True)]


def _findings(report: Report, say: Words) -> Rows:
    """The findings with a column for each thing that is filtered by."""
    listing = finding_rows(report, say)
    columns = {column.id: column for column in listing.columns}
    listing.columns = [
        Column("area", say("label.area"), 8),
        columns["place"],
        columns["status"],
        Column("check", say("book.label.check"), 14),
        columns["message"],
    ]
    for finding, row in zip(report.findings, listing.rows, strict=True):
        row.cells["area"] = "" if finding.area is None else say.name(report.library.areas[finding.area])
        row.cells["place"] = "\n".join(filter(None, (safe(str(finding.location)), finding.target)))
        row.cells["check"] = f"{finding.check} {finding.row.slug}"
    return listing
