"""How a verdict is reached, in a few lines; the numbers in them are those the program works with."""

from typing import NamedTuple

from ...model.pace import CUTS
from ...model.quantity import exact_decimal, plain
from ...model.report import Report
from ...model.wording import WIDEST
from ...text import Words

_STATUSES = ("met", "early", "within_about", "missed", "undecided", "not_reported", "not_due", "pending")


class Note(NamedTuple):
    """A heading, what is said under it, and terms with their meaning; a term is the kind of its mark and its words."""

    title: str
    lines: list[str]
    terms: list[tuple[str, str, str]]


def notes_of(report: Report, say: Words) -> list[Note]:
    """The notes on what the page has."""
    notes = []
    if report.act in ("check", "rollup"):
        notes.append(Note(say("page.method.acts"), [say("page.method.acts.review"), say("page.method.acts.assess")], []))
    if report.assessments:
        statuses = [(status, say(f"status.{status}"), say(f"page.method.status.{status}")) for status in _STATUSES]
        notes.append(Note(say("page.method.status"), [say("page.method.compare"), _about(say)], statuses))
        paces = [(pace, say(f"pace.{pace}"), words) for pace, words in _paces(say)]
        notes.append(Note(say("page.method.pace"), [say("page.method.pace.ratio"), say("page.method.pace.only")], paces))
    if report.rollup or report.totals:
        notes.append(Note(say("page.method.rollup"), [say("page.method.rollup.sums"), say("page.method.rollup.bounds")], []))
    if report.pairs:
        notes.append(Note(say("page.method.align"), [say("page.method.align.pairs"), say("page.method.align.binds")], []))
    return notes


def _about(say: Words) -> str:
    return say("page.method.about", widest=plain(exact_decimal(100 * WIDEST)))


def _paces(say: Words) -> list[tuple[str, str]]:
    """Each class with the ratios it stands for."""
    cuts = [plain(exact_decimal(least)) for _, least in CUTS]
    found = [(CUTS[0][0], say("page.method.pace.from", least=cuts[0]))]
    for (pace, _), least, below in zip(CUTS[1:], cuts[1:], cuts, strict=False):
        found.append((pace, say("page.method.pace.between", least=least, below=below)))
    return [*found, ("reversing", say("page.method.pace.reversing", below=cuts[-1])), ("lost", say("page.method.pace.lost"))]
