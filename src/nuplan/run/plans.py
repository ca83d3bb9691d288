"""Plans held against their own words, against their texts and against each other."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from .. import gate
from ..load.library import load_library
from ..model.finding import NuplanError
from ..model.library import Library
from ..model.plan import Plan
from ..model.report import Input, Report
from .shelf import Paths, library, plan_at, several, today, usable

if TYPE_CHECKING:
    from ..model.comparison import Change, Conflicts, Noted


def lint(plans: str | Iterable[str] = (), *, targets: Paths = (), as_of: date | None = None) -> "tuple[Report, list[Noted]]":
    """Hold plans against their own words (NU6): those named by id or file, else every one of the library.

    Returns a Report whose findings are the faults of the plans, what could not be read included, and the targets whose note silences a
    rule of words. Raises NuplanError for an id that no plan has.
    """
    from ..judge.lint import lint as lint_plan

    shelf = load_library(several(targets), places=True)
    report = Report(as_of or today(), shelf, "lint")
    report.findings += shelf.findings
    noted: list[Noted] = []
    for name in several(plans) or list(shelf.plans):
        ref, found, locate = plan_at(name, shelf)
        report.findings += [finding for finding in found if finding not in report.findings]
        if ref.plan is not None:
            findings, notes = lint_plan(ref.plan, shelf, locate)
            report.findings += findings
            noted += notes
            report.plans.append(ref)
            report.evaluated += len(ref.plan.targets)
    silenced = sum(len(note.silenced) for note in noted)
    report.tally = {"plans": len(report.plans), "targets": report.evaluated, "noted": len(noted), "silenced": silenced}
    gate.judge_plans(report)
    return report, noted


def audit(plan: str, source: str, *, targets: Paths = (), as_of: date | None = None) -> Report:
    """Hold a plan, by id or file, against its own words and against the text it was encoded from.

    Returns a Report whose findings are those of lint, plan files that cannot be read included, each quotation that is not in its clause
    and each number of the text that nothing claims. Raises NuplanError for an id that no plan has and a text that cannot be used.
    """
    from ..judge.audit import audit as audit_plan
    from ..judge.lint import lint as lint_plan
    from ..load.document import load_document

    shelf = load_library(several(targets), places=True)
    ref, found, locate = plan_at(plan, shelf)
    document, problems = load_document(source)
    if document is None:
        raise NuplanError("unusable-source", findings=tuple(problems))
    report = Report(as_of or today(), shelf, "audit")
    report.findings += shelf.findings
    report.inputs.append(Input(source, document.sha256, None if ref.plan is None else ref.plan.area, None, 0))
    report.findings += [finding for finding in found if finding not in report.findings]
    if ref.plan is not None:
        findings, tally = audit_plan(ref.plan, shelf, document, locate)
        report.findings += lint_plan(ref.plan, shelf, locate)[0] + findings
        report.plans.append(ref)
        report.evaluated = tally.quotations
        report.tally = {"quotations": tally.quotations, "numbers": tally.numbers}
    gate.judge_plans(report)
    return report


def diff(one: str, other: str, *, targets: Paths = ()) -> "tuple[Plan, Plan, list[Change]]":
    """What the second of two plans, by id or file, adds to the first, leaves out and changes. Raises NuplanError where one is unusable."""
    from ..judge.difference import diff as diff_plans

    shelf = library(targets)
    first, second = usable(one, shelf), usable(other, shelf)
    return first, second, diff_plans(first, second, shelf)


def conflicts(*, targets: Paths = ()) -> "tuple[Library, list[Conflicts]]":
    """Where plans of one area ask differently of the same thing, and what only looks like it."""
    from ..judge.conflicts import find_conflicts

    shelf = library(targets)
    return shelf, list(find_conflicts(shelf))
