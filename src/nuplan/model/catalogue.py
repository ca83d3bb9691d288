"""Every check nuplan makes: id, slug, family and default severity. Imports nothing.

Ids are never reused; a slug names the offence. The words a person reads stand in the text room, the function where the knowledge is.
"""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "information"]
Family = Literal["data", "missed", "behind", "align", "plan"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "information")
FAMILIES: tuple[Family, ...] = ("data", "missed", "behind", "align")
"""The families that --fail-on names; errors of a plan always block the commands that look at plans."""
FAIL_ON: dict[str, tuple[Family, ...]] = {"check": ("data", "missed"), "align": ("align",), "rollup": ("data", "missed")}
"""What blocks a command where --fail-on does not say it."""


class Check(NamedTuple):
    """One row of the catalogue."""

    id: str
    slug: str
    family: Family
    severity: Severity


CHECKS: dict[str, Check] = {
    check.id: check
    for check in (
        Check("NU001", "unreadable-file", "data", "error"),
        Check("NU002", "oversized-file", "data", "error"),
        Check("NU003", "wrong-encoding", "data", "error"),
        Check("NU004", "empty-file", "data", "error"),
        Check("NU005", "syntax-error", "data", "error"),
        Check("NU006", "refused-syntax", "data", "error"),
        Check("NU007", "duplicate-key", "data", "error"),
        Check("NU008", "over-limit", "data", "error"),
        Check("NU009", "wrong-schema", "data", "error"),
        Check("NU010", "missing-key", "data", "error"),
        Check("NU011", "unknown-key", "data", "error"),
        Check("NU012", "wrong-type", "data", "error"),
        Check("NU013", "invalid-value", "data", "error"),
        Check("NU014", "unknown-area", "data", "error"),
        Check("NU015", "invalid-period", "data", "error"),
        Check("NU016", "unknown-indicator", "data", "error"),
        Check("NU017", "invalid-number", "data", "error"),
        Check("NU018", "figure-without-unit", "data", "error"),
        Check("NU019", "unknown-unit", "data", "error"),
        Check("NU020", "wrong-unit", "data", "error"),
        Check("NU021", "duplicate-figure", "data", "error"),
        Check("NU022", "duplicate-id", "data", "error"),
        Check("NU023", "incomplete-figure", "data", "error"),
        Check("NU024", "unknown-reference", "data", "error"),
        Check("NU025", "unusable-cell", "data", "error"),
        Check("NU026", "refused-workbook", "data", "error"),
        Check("NU027", "wrong-form", "data", "error"),
        Check("NU101", "target-missed", "missed", "error"),
        Check("NU102", "figure-not-reported", "data", "error"),
        Check("NU103", "verdict-undecided", "missed", "warning"),
        Check("NU201", "below-parent", "align", "error"),
        Check("NU202", "weaker-than-parent", "align", "warning"),
        Check("NU203", "absent-from-child", "align", "warning"),
        Check("NU204", "only-look-alikes", "align", "warning"),
        Check("NU205", "answer-unknown", "align", "information"),
        Check("NU206", "sum-below-parent", "align", "warning"),
        Check("NU301", "pace-behind", "behind", "information"),
        Check("NU401", "sum-missed", "missed", "error"),
        Check("NU402", "sum-undecided", "missed", "warning"),
        Check("NU501", "value-out-of-range", "data", "error"),
        Check("NU502", "part-over-whole", "data", "error"),
        Check("NU503", "empty-whole", "data", "error"),
        Check("NU504", "value-against-parts", "data", "error"),
        Check("NU505", "claimed-not-applicable", "data", "warning"),
        Check("NU506", "fractional-count", "data", "error"),
        Check("NU507", "value-implausible", "data", "warning"),
        Check("NU508", "unit-slip", "data", "error"),
        Check("NU509", "figures-at-odds", "data", "error"),
        Check("NU510", "statistics-apart", "data", "warning"),
        Check("NU511", "precision-short", "data", "warning"),
        Check("NU512", "value-rounded-over", "data", "warning"),
        Check("NU513", "year-to-date-falls", "data", "error"),
        Check("NU514", "single-quarter-reported", "data", "warning"),
        Check("NU515", "stock-falls", "data", "warning"),
        Check("NU516", "change-implausible", "data", "warning"),
        Check("NU517", "outlier-in-series", "data", "warning"),
        Check("NU518", "value-revised", "data", "warning"),
        Check("NU519", "differs-from-published", "data", "warning"),
        Check("NU520", "sum-against-whole", "data", "warning"),
        Check("NU521", "equal-to-target", "data", "information"),
        Check("NU522", "equal-across-areas", "data", "information"),
        Check("NU523", "equal-to-earlier", "data", "information"),
        Check("NU551", "submission-missing", "data", "error"),
        Check("NU552", "submission-late", "data", "warning"),
        Check("NU553", "submission-undated", "data", "warning"),
        Check("NU554", "period-off-roster", "data", "warning"),
        Check("NU555", "submission-doubled", "data", "warning"),
        Check("NU556", "area-against-name", "data", "error"),
        Check("NU557", "period-against-name", "data", "warning"),
        Check("NU561", "form-outdated", "data", "warning"),
        Check("NU562", "sheets-changed", "data", "warning"),
        Check("NU563", "hidden-figures", "data", "warning"),
        Check("NU564", "merged-cells", "data", "warning"),
        Check("NU601", "unknown-plan-named", "plan", "error"),
        Check("NU602", "op-against-words", "plan", "error"),
        Check("NU603", "value-against-words", "plan", "error"),
        Check("NU604", "date-against-words", "plan", "error"),
        Check("NU605", "modality-against-words", "plan", "error"),
        Check("NU606", "basic-against-words", "plan", "error"),
        Check("NU607", "addressee-against-words", "plan", "error"),
        Check("NU608", "cascade-contradiction", "plan", "error"),
        Check("NU609", "duplicate-target", "plan", "error"),
        Check("NU610", "look-alike-words", "plan", "error"),
        Check("NU611", "version-without-change", "plan", "error"),
        Check("NU612", "id-against-target", "plan", "error"),
        Check("NU613", "date-outside-period", "plan", "error"),
        Check("NU614", "link-without-words", "plan", "error"),
        Check("NU615", "impossible-value", "plan", "error"),
        Check("NU651", "wrong-document", "plan", "error"),
        Check("NU652", "other-copy", "plan", "error"),
        Check("NU653", "changed-document", "plan", "error"),
        Check("NU654", "quotation-not-found", "plan", "error"),
        Check("NU655", "quotation-not-unique", "plan", "error"),
        Check("NU656", "heading-not-found", "plan", "error"),
        Check("NU657", "document-not-printed", "plan", "error"),
        Check("NU658", "changed-clause", "plan", "error"),
        Check("NU659", "date-words-not-found", "plan", "error"),
        Check("NU660", "unclaimed-number", "plan", "error"),
        Check("NU661", "unclaimed-coverage", "plan", "error"),
        Check("NU662", "department-not-printed", "plan", "error"),
        Check("NU701", "waiver-expired", "data", "warning"),
        Check("NU702", "waiver-unmatched", "data", "warning"),
        Check("NU703", "waivers-overlap", "data", "warning"),
    )
}

CHECK_OF_STATUS = {"missed": "NU101", "not_reported": "NU102", "undecided": "NU103"}
"""The check behind a status that a person must look at."""
