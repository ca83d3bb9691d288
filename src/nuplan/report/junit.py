"""A report as JUnit XML, as continuous integration shows it: a case a row, what blocks as failures, what cannot be read as errors."""

from itertools import groupby
from operator import attrgetter
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..model.catalogue import CHECKS
from ..model.report import Report
from ..text import Words, safe
from .result import Result
from .results import results


def render_junit(report: Report, say: Words) -> str:
    """The whole report. A row that nothing was judged of is skipped; one that does not block passes, with its message as output."""
    root = Element("testsuites", name="nuplan")
    every = results(report, say)
    for name, group in groupby(every, attrgetter("suite")):
        _suite(root, name, list(group), say)
    _count(root, every)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, name: str, rows: list[Result], say: Words) -> None:
    suite = SubElement(root, "testsuite", name=safe(name))
    _count(suite, rows)
    for row in rows:
        case = SubElement(suite, "testcase", classname=safe(name), name=safe(row.name), file=safe(row.location.path))
        if row.location.text_line is not None:
            case.set("line", str(row.location.text_line))
        if row.check is not None and (row.unreadable or row.blocking):
            kind = "error" if row.unreadable else "failure"
            problem = SubElement(case, kind, type=f"{row.check} {CHECKS[row.check].slug}", message=safe(row.message))
            problem.text = safe(f"{row.location}: {row.message}")
        elif row.idle:
            SubElement(case, "skipped", message=safe(row.message))
        else:
            mark = "" if row.check is None else f"{say(f'severity.{row.severity}')} {row.check} {CHECKS[row.check].slug}: "
            SubElement(case, "system-out").text = safe(mark + row.message)


def _count(element: Element, rows: list[Result]) -> None:
    """Set how many cases there are, and how many of each outcome."""
    errors = sum(row.unreadable for row in rows)
    failures = sum(row.blocking and not row.unreadable for row in rows)
    skipped = sum(row.idle and not row.blocking and not row.unreadable for row in rows)
    for key, count in (("tests", len(rows)), ("failures", failures), ("errors", errors), ("skipped", skipped)):
        element.set(key, str(count))
