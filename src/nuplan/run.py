"""The hub: load, judge, gate, report. The only module that knows all three rooms."""

import os
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from typing import BinaryIO

from . import gate
from .judge.assess import assess
from .judge.bearing import duties_on, plans_in_force
from .judge.rules import IMPOSSIBLE, check_figures
from .load.library import load_library
from .load.submission import find_files, load_filing, merge
from .model.figure import Filing
from .model.finding import Finding, NuplanError
from .model.library import Library
from .model.period import parse_period
from .model.plan import Plan
from .model.report import Input, Report
from .model.suggest import nearest

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")


Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
"""A file or folder, or several."""


def _several(given: Paths) -> list[str]:
    """What may be given as one or as several, as a list."""
    return [os.fspath(given)] if isinstance(given, (str, os.PathLike)) else [os.fspath(one) for one in given]


def library(targets: Paths = ()) -> Library:
    """The indicators, areas and plans of the packaged folder and the given ones. Raises NuplanError with every problem found."""
    found = load_library(_several(targets))
    if found.findings:
        raise NuplanError("broken-targets", findings=tuple(found.findings))
    return found


def check(
    paths: Paths,
    *,
    targets: Paths = (),
    plans: str | Iterable[str] = (),
    as_of: date | None = None,
    fail_on: str | Iterable[str] = gate.DEFAULT_FAIL_ON,
    stdin: BinaryIO | None = None,
) -> Report:
    """Hold the submissions at `paths` against the plans that bear on them.

    `paths` are files or folders (`-` is `stdin`); `targets` further folders of plan files; `plans` ids that replace the choice by area
    and period; `as_of` the day the report is made for, default today in Asia/Shanghai. Returns a Report whose `exit_code` is 0, 1, 3 or
    4; raises NuplanError for a call or plan files that cannot be used.
    """
    shelf = library(targets)
    families = gate.parse_families(fail_on)
    chosen = tuple(_several(plans))
    for plan in chosen:
        if plan not in shelf.plans:
            raise NuplanError("unknown-plan", name=plan, suggestion=nearest(plan, shelf.plans))
    report = Report(as_of or datetime.now(SHANGHAI).date(), shelf)
    used: dict[str, Plan] = {}
    read = (_read(path, named, shelf, report, stdin) for path, named in find_files(_several(paths)))
    filings, conflicts = merge([filing for filing in read if filing is not None], shelf)
    report.findings += conflicts
    for filing in filings:
        _judge(filing, shelf, chosen, report, used)
    report.plans = [ref for ref in shelf.files if ref.plan is None or ref.plan.id in used]
    report.assessments.sort(key=lambda row: (shelf.areas[row.area].code, parse_period(row.period).end))
    gate.judge_report(report, families)
    return report


def _read(path: str, named: bool, shelf: Library, report: Report, stdin: BinaryIO | None) -> Filing | None:
    """One file's filing; its problems and its row among the inputs go into the report.

    A file of another kind is a problem where it was named, and only counted where a folder holds it.
    """
    loaded, filing = load_filing(path, shelf, stdin if path == "-" else None)
    if loaded.foreign and not named:
        report.skipped += 1
        return None
    area, period = (filing.area, filing.period.text) if filing is not None else (None, None)
    figures = 0 if filing is None else sum(figure.reported for figure in filing.figures.values())
    report.inputs.append(Input(path, loaded.sha256, area, period, figures))
    report.findings += [finding._replace(area=area, period=period) for finding in loaded.findings]
    if filing is not None:
        report.findings += check_figures(filing, shelf)
    return filing


def _judge(filing: Filing, shelf: Library, chosen: tuple[str, ...], report: Report, used: dict[str, Plan]) -> None:
    """Target assessment of one filing, after its data review."""
    impossible = frozenset(
        finding.indicator
        for finding in report.findings
        if finding.check in IMPOSSIBLE and finding.area == filing.area and finding.indicator in filing.figures
    )
    area = shelf.areas[filing.area]
    rows = 0
    asked: set[str] = set()
    for plan in plans_in_force(filing, shelf, chosen):
        used[plan.id] = plan
        for duty in duties_on(area, plan, shelf):
            asked.add(duty.indicator.id)
            row = assess(duty, filing, shelf, impossible)
            if row is None:
                report.left += 1
            else:
                report.assessments.append(row)
                rows += 1
    report.unasked += [(filing.area, filing.period.text, indicator) for indicator in filing.figures if indicator not in asked]
    if any(figure.reported for figure in filing.figures.values()):
        report.evaluated += rows


def load_plan(plan: str, *, targets: Paths = ()) -> Plan:
    """The plan with this id, from the packaged folder or the given ones. Raises NuplanError where there is none."""
    shelf = library(targets)
    if plan not in shelf.plans:
        raise NuplanError("unknown-plan", name=plan, suggestion=nearest(plan, shelf.plans))
    return shelf.plans[plan]


def load_submissions(paths: Paths, *, targets: Paths = ()) -> list[Filing]:
    """The submissions at `paths` with their figures resolved. Raises NuplanError with every problem where any could not be read."""
    shelf = library(targets)
    filings: list[Filing] = []
    findings: list[Finding] = []
    for path, named in find_files(_several(paths)):
        loaded, filing = load_filing(path, shelf)
        findings += [] if loaded.foreign and not named else loaded.findings
        if filing is not None:
            filings.append(filing)
    if findings:
        raise NuplanError("broken-submissions", findings=tuple(findings))
    return filings
