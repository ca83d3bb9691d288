"""The gate: severity, blocking and exit code. The one place that decides them."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from .model.catalogue import FAIL_ON, FAMILIES, Family, Severity
from .model.finding import NuplanError
from .model.report import Assessment, Report

if TYPE_CHECKING:
    from .model.alignment import Alignment

FLOORS = ("standard",)
"""The cascades that --floors can hold as floors."""
CLEAN, BLOCKED, UNUSABLE, INVALID, EMPTY = 0, 1, 2, 3, 4
_FAMILY_OF: dict[str, Family] = {"missed": "missed", "not_reported": "data"}


def parse_families(words: str | Iterable[str]) -> tuple[Family, ...]:
    """The families named, as words or in one text with commas. Raises NuplanError for one that does not exist."""
    found: list[Family] = []
    for word in filter(None, words.split(",")) if isinstance(words, str) else words:
        family = next((family for family in FAMILIES if family == word), None)
        if family is None:
            raise NuplanError("unknown-family", name=word, known=FAMILIES)
        found.append(family)
    if not found:
        raise NuplanError("no-family", known=FAMILIES)
    return tuple(found)


def parse_floors(words: str | Iterable[str]) -> tuple[str, ...]:
    """The cascades named that are held as floors. Raises NuplanError for one that cannot be."""
    found = tuple(words.split(",") if isinstance(words, str) else words)
    for word in found:
        if word not in FLOORS:
            raise NuplanError("unknown-floors", name=word, known=FLOORS)
    return found


def severity(row: Assessment) -> Severity | None:
    """How grave an assessment is; None where there is nothing to look at."""
    target = row.duty.target
    if row.status == "missed":
        if target.nature == "binding":
            return "error"
        return "warning" if target.modality == "strive" or target.nature == "indicative" else "error"
    if row.status == "not_reported":
        return "error" if row.at_due else "information"
    if row.status == "undecided":
        return "warning" if row.at_due else "information"
    return None


def _alignment_severity(row: "Alignment", floors: Collection[str] = ()) -> Severity | None:
    """How grave a pair is; `floors` names the cascades that are held as floors are.

    What must be reached: below is an error, weaker or missing a warning. Of a service level what is worse is a warning, of an average
    information: some areas lie below it by nature.
    """
    must = row.binding or row.cascade in floors
    if row.verdict == "unknown":
        return "information"
    if row.verdict in ("absent", "not_comparable"):
        return "warning" if must else None
    if row.verdict == "below" and must:
        return "error"
    if row.verdict in ("below", "weaker"):
        return "warning" if must or row.cascade == "standard" else "information"
    return None


def judge_report(report: Report, fail_on: Iterable[Family] = FAIL_ON["check"], floors: Collection[str] = ()) -> None:
    """Set severity and blocking on every row of a report, and its exit code. A press report as source blocks nothing."""
    families = frozenset(fail_on)
    for pair in report.pairs:
        pair.severity = _alignment_severity(pair, floors)
        sources = {side.plan.source.kind for side in (pair.parent, pair.child, pair.allocation) if side is not None}
        pair.blocking = pair.severity == "error" and "align" in families and "press" not in sources
    for added in report.rollup:
        added.severity = "warning" if added.status == "missed" and not added.by_place else None
    for row in report.assessments:
        row.severity = severity(row)
        official = row.duty.plan.source.kind != "press"
        row.blocking = official and row.severity == "error" and _FAMILY_OF.get(row.status) in families
    report.findings = [
        finding._replace(blocking=finding.row.severity == "error" and finding.row.family in families) for finding in report.findings
    ]
    report.exit_code = _exit_code(report)


def judge_plans(report: Report) -> None:
    """The same for a report on plans, whose faults are findings: every error blocks, whatever the options say."""
    report.findings = [finding._replace(blocking=finding.row.severity == "error") for finding in report.findings]
    if any(finding.blocking for finding in report.findings):
        report.exit_code = BLOCKED
    else:
        report.exit_code = CLEAN if report.evaluated else EMPTY


def _exit_code(report: Report) -> int:
    """Rank: 2 (a file needs a newer nuplan), 3 (something could not be read), 4 (nothing evaluated), 1 (something blocking), 0."""
    if any(finding.check == "NU009" and finding.values.get("why") == "newer" for finding in report.findings):
        return UNUSABLE
    if any(finding.check.startswith("NU0") for finding in report.findings):
        return INVALID
    if not report.evaluated:
        return EMPTY
    blocked = any(row.blocking for rows in (report.assessments, report.pairs, report.findings) for row in rows)
    return BLOCKED if blocked else CLEAN
