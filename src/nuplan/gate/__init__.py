"""The gate: severity, blocking and exit code. The one place that decides them."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from ..model.catalogue import CHECK_OF_STATUS, CHECKS, FAIL_ON, FAMILIES, Family, Severity
from ..model.finding import Finding, NuplanError
from ..model.pace import LAGGING
from ..model.report import Assessment, Report
from ..model.selection import Selection, checks_named, nearest_check, unignorable, words_of

if TYPE_CHECKING:
    from ..model.alignment import Alignment
    from ..model.rollup import Rollup
    from ..model.waiver import ReadWaiver

EVERY = Selection()
FLOORS = ("standard",)
"""The cascades that --floors can hold as floors."""
CLEAN, BLOCKED, UNUSABLE, INVALID, EMPTY = 0, 1, 2, 3, 4
_FAMILY_OF: dict[str, Family] = {"missed": "missed", "not_reported": "data"}


def parse_families(words: str | Iterable[str], known: Collection[Family] = FAMILIES) -> tuple[Family, ...]:
    """The families named, as words or in one text with commas. Raises NuplanError for one that does not exist."""
    found: list[Family] = []
    for word in filter(None, words.split(",")) if isinstance(words, str) else words:
        family = next((family for family in known if family == word), None)
        if family is None:
            raise NuplanError("unknown-family", name=word, known=tuple(known))
        found.append(family)
    if not found:
        raise NuplanError("no-family", known=tuple(known))
    return tuple(found)


def parse_floors(words: str | Iterable[str]) -> tuple[str, ...]:
    """The cascades named that are held as floors. Raises NuplanError for one that cannot be."""
    found = tuple(words.split(",") if isinstance(words, str) else words)
    for word in found:
        if word not in FLOORS:
            raise NuplanError("unknown-floors", name=word, known=FLOORS)
    return found


def parse_selection(select: str | Iterable[str] = (), ignore: str | Iterable[str] = ()) -> Selection:
    """The checks that are listed: those of `select`, every one without it, less those of `ignore`.

    Raises NuplanError for what no check is called, for a text without a word, and for a check to ignore that is listed in any case.
    """
    chosen, left = _checks(select, "--select"), _checks(ignore, "--ignore")
    for word in left:
        if (kept := unignorable(word)) is not None:
            raise NuplanError("always-listed", name=word, kept=kept)
    if not chosen and not left:
        return Selection()
    every = set(CHECKS) if not chosen else {check for word in chosen for check in checks_named(word)}
    return Selection(frozenset(every - {check for word in left for check in checks_named(word)}))


def _checks(given: str | Iterable[str], option: str) -> tuple[str, ...]:
    """The words of a list of checks, each the name of some."""
    listed = given if isinstance(given, str) else tuple(given)
    words = words_of(listed)
    if not words and listed != ():
        raise NuplanError("no-check", option=option)
    for word in words:
        if not checks_named(word):
            raise NuplanError("unknown-check", option=option, name=word, suggestion=nearest_check(word))
    return words


def severity(row: "Assessment | Rollup") -> Severity | None:
    """How grave an assessment is, or what areas come to; None where there is nothing to look at."""
    assert row.duty is not None
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


def judge_report(
    report: Report,
    fail_on: Iterable[Family] = FAIL_ON["check"],
    floors: Collection[str] = (),
    *,
    waivers: "Sequence[ReadWaiver]" = (),
    selection: Selection = EVERY,
) -> None:
    """Set severity and blocking on every row of a report, and its exit code. A press report as source blocks nothing.

    Neither does what is waived, nor what the selection does not list; findings that it does not list are left out and counted.
    """
    families = frozenset(fail_on)
    for pair in report.pairs:
        pair.severity = _alignment_severity(pair, floors)
        sources = {side.plan.source.kind for side in (pair.parent, pair.child, pair.allocation) if side is not None}
        counts = pair.severity == "error" and "align" in families and "press" not in sources
        pair.blocking = counts and pair.check is not None and selection.lists(pair.check)
    for added in report.rollup:
        if added.duty is None:
            added.severity = "warning" if added.status == "missed" and not added.by_place else None
        else:
            added.severity = severity(added)
    for row in report.assessments:
        row.severity = severity(row) or ("information" if row.pacing.pace in LAGGING else None)
    if waivers:
        from .waivers import lift

        lift(report, waivers)
    for row in report.assessments:
        graver = row.severity == "error" and _FAMILY_OF.get(row.status) in families and selection.lists(CHECK_OF_STATUS[row.status])
        lags = "behind" in families and row.pacing.pace in LAGGING and selection.lists("NU301")
        row.blocking = (graver or lags) and row.waiver is None and row.duty.plan.source.kind != "press"
    for added in report.rollup:
        counts = added.severity == "error" and "missed" in families and added.target.plan.source.kind != "press"
        added.blocking = counts and added.waiver is None and added.check is not None and selection.lists(added.check)
    kept = [finding for finding in report.findings if selection.lists(finding.check)]
    report.ignored = len(report.findings) - len(kept)
    report.findings = [finding._replace(blocking=_blocks(finding, families)) for finding in kept]
    report.exit_code = _exit_code(report)


def _blocks(finding: Finding, families: Collection[Family]) -> bool:
    return finding.row.severity == "error" and finding.row.family in families and finding.waiver is None


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
    blocked = any(row.blocking for rows in (report.assessments, report.pairs, report.rollup, report.findings) for row in rows)
    return BLOCKED if blocked else CLEAN
