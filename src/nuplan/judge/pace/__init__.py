"""The pace of a duty before its due date (时序进度): ramps, flows of a year, sums, and means."""

from ...model.figure import Filing
from ...model.ledger import Known, Ledger
from ...model.library import Library
from ...model.pace import Pacing, unpaced
from ...model.report import Assessment
from .basis import Basis
from .flows import pace_of_sum, pace_of_year
from .means import pace_of_mean
from .ramp import pace_of_ramp

_NO_NUMBER = frozenset({"unreadable", "impossible", "counts", "places", "named", "caliber", "scope", "each_place"})
"""Why a duty is undecided, where that leaves nothing to be paced either."""


class Pacer:
    """Works out the pace of rows, with what the ledger knows of the areas."""

    def __init__(self, library: Library, ledger: Ledger, *, allow_tier_c: bool) -> None:
        self._library = library
        self._ledger = ledger
        self._allow_tier_c = allow_tier_c

    def of(self, row: Assessment, filing: Filing, latest: Known | None = None) -> Pacing:
        """The pace of a row of a filing; `latest` is the known value that the filing was made of, where it is none of an area's own."""
        if (reason := _closed(row, filing)) is not None:
            return unpaced(reason)
        indicator, target = row.duty.indicator, row.duty.target
        basis = Basis(row, filing, self._library, self._ledger, self._allow_tier_c, latest)
        if indicator.derive is not None:
            return pace_of_mean(basis)
        if indicator.kind == "flow":
            return pace_of_sum(basis) if target.span is not None else pace_of_year(basis)
        return pace_of_ramp(basis) if indicator.kind in ("level", "share") and target.by is not None else unpaced("no_path")


def _closed(row: Assessment, filing: Filing) -> str | None:
    """Why no pace is asked for: the duty is due, has no day or no path, or has not begun; or there is no number."""
    duty = row.duty
    if duty.target.throughout is not None:
        return "throughout"
    if duty.due is None:
        return "no_date"
    if filing.period.end >= duty.due:
        return "at_due"
    if duty.indicator.path == "none" and duty.indicator.derive is None:
        return "no_path"
    if duty.start is not None and filing.period.end < duty.start:
        return "before_window"
    if row.status == "not_reported" and duty.indicator.derive is None:
        return "not_reported"
    return row.reason if row.status == "undecided" and row.reason in _NO_NUMBER else None
