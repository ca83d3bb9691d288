"""Listings as a workbook."""

from ..text import Words
from .book import Book, Sheet
from .rows import Rows


def render_sheets(listings: list[Rows], say: Words) -> bytes:
    """Listings as a workbook, a worksheet each, named by its title."""
    book = Book(listings[0].title, say)
    for listing in listings:
        write_listings(book.sheet(listing.title, [listing]), [listing])
    return book.data()


def write_listings(sheet: Sheet, listings: list[Rows], back: tuple[str, Sheet] | None = None) -> None:
    """Listings one below the other, each with its title and notes, below the first title a link that leads back."""
    for index, listing in enumerate(listings):
        if index:
            sheet.heading(listing.title)
        else:
            sheet.line(listing.title, "title")
            if back is not None:
                sheet.link(*back)
        sheet.table(listing, first=not index)
        for note in listing.notes:
            sheet.note(note)
