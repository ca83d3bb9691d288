"""Waivers: what lets a row pass is shown on it, and what is wrong with a waiver is a finding (NU7). Status and severity stay."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ..model.catalogue import CHECKS
from ..model.finding import Finding
from ..model.pace import LAGGING
from ..model.period import parse_period
from ..model.report import Assessment, Report
from ..model.rollup import Rollup
from ..model.waiver import ReadWaiver

Place = tuple[str | None, date]
"""An area and the last day of a period: 2025, 2025-Q4 and 2025-12 are one."""


def lift(report: Report, waivers: Sequence[ReadWaiver]) -> None:
    """Put on each row the first waiver in force that fits it, and add what is wrong with the waivers to the findings."""
    found = _Fits(waivers, report.as_of)
    for row in report.assessments:
        row.waiver = found.first(row.area, row.period, row)
    for added in report.rollup:
        added.waiver = found.first(added.area, added.period, added)
    findings = [finding._replace(waiver=found.first(finding.area, finding.period, finding)) for finding in report.findings]
    report.findings = [*findings, *_faults(found, report, waivers)]


class _Fits:
    """Finds the waivers of a row; keeps which fitted any, and which overlap with one before them."""

    def __init__(self, waivers: Sequence[ReadWaiver], day: date) -> None:
        self.fitted: set[ReadWaiver] = set()
        self.overlaps: dict[ReadWaiver, ReadWaiver] = {}
        self._day = day
        self._by_place: dict[Place, list[ReadWaiver]] = {}
        for waiver in waivers:
            self._by_place.setdefault((waiver.area, waiver.period.end), []).append(waiver)

    def first(self, area: str | None, period: str | None, row: Assessment | Finding | Rollup) -> ReadWaiver | None:
        """The first waiver in force that fits a row."""
        if period is None:
            return None
        fitting = [waiver for waiver in self._by_place.get((area, parse_period(period).end), ()) if _fits(waiver, row)]
        self.fitted.update(fitting)
        holding = [waiver for waiver in fitting if waiver.in_force(self._day)]
        for other in holding[1:]:
            self.overlaps.setdefault(other, holding[0])
        return holding[0] if holding else None


def _fits(waiver: ReadWaiver, row: Assessment | Finding | Rollup) -> bool:
    """Whether a row of the waiver's area and period is what it lets pass; what is no offence, or could not be read, is not."""
    if isinstance(row, Finding):
        check, target, indicator = row.check, row.target, row.indicator
    elif row.severity is None or row.duty is None:
        return False
    elif isinstance(row, Rollup):
        check, target, indicator = str(row.check), row.duty.id, row.duty.indicator.id
    else:
        check, target, indicator = str(row.check), row.duty.id, row.duty.indicator.id
    if check.startswith("NU0"):
        return False
    if isinstance(row, Assessment) and row.pacing.pace in LAGGING and waiver.check == "NU301":
        return waiver.indicator in (None, indicator)
    if waiver.target is not None:
        return target is not None and waiver.target in (target, target.partition("@")[0])
    return waiver.check == check and waiver.indicator in (None, indicator)


def _faults(found: _Fits, report: Report, waivers: Sequence[ReadWaiver]) -> Iterator[Finding]:
    """What is wrong with the waivers of the areas and periods that the run is about, in the order of their files."""
    given = [(row.area, row.period) for rows in (report.inputs, report.findings, report.rollup) for row in rows]
    places = {(area, parse_period(period).end) for area, period in given if period is not None}
    for waiver in waivers:
        if (waiver.area, waiver.period.end) not in places:
            continue
        if waiver.until < report.as_of:
            yield _fault("NU701", waiver, report, until=waiver.until)
        elif waiver.from_ > report.as_of:
            if waiver in found.fitted:
                yield _fault("NU702", waiver, report, why="not_begun", start=waiver.from_)
        elif waiver not in found.fitted:
            yield _fault("NU702", waiver, report)
        elif waiver in found.overlaps:
            yield _fault("NU703", waiver, report)._replace(related=(found.overlaps[waiver].location,))


def _fault(check: str, waiver: ReadWaiver, report: Report, **values: Any) -> Finding:
    named = "" if waiver.check is None else f"{waiver.check} {CHECKS[waiver.check].slug}"
    area, period = report.library.areas[waiver.area].name, waiver.period.text
    of = {"area": area, "period": period, "waived": f" {named}" if named else "", "as_of": report.as_of}
    return Finding(check, waiver.location, of | values, waiver.area, period, waiver.target, waiver.indicator)
