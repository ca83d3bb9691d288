"""The ledger of an area over several periods."""

from collections.abc import Iterable

from ..model.finding import NuplanError
from ..model.report import Report
from ..model.suggest import nearest
from ..model.track import Track
from .history import read_ledger
from .shelf import Paths, known_plan, library, several, today


def track(
    area: str,
    indicator: str | None = None,
    *,
    history: Paths = (),
    targets: Paths = (),
    plans: str | Iterable[str] = (),
    allow_tier_c: bool = False,
) -> tuple[list[Track], Report]:
    """The track of each target that bears on an area, or of those of one indicator, by what was published and by the files of `history`.

    `area` and `indicator` are ids or names; `plans` are ids that replace the plans of the area and of those above it. The report holds the
    files read and the problems in them; its `exit_code` is 0, 3 or 4. Raises NuplanError for a name that there is not.
    """
    from ..judge.review import review_history
    from ..judge.track import track as follow

    shelf = library(targets, baselines=True)
    place = shelf.area_names.get(area)
    if place is None:
        raise NuplanError("unknown-area", name=area, suggestion=nearest(area, shelf.area_names))
    wanted = None if indicator is None else shelf.indicator_names.get(indicator)
    if indicator is not None and wanted is None:
        raise NuplanError("unknown-indicator", name=indicator, suggestion=nearest(indicator, shelf.indicator_names))
    chosen = tuple(known_plan(plan, shelf).id for plan in several(plans))
    report = Report(today(), shelf)
    ledger, earlier = read_ledger(several(history), report)
    asked = ledger.indicators(place) if wanted is None else {wanted}
    tracks = list(follow(place, asked, ledger, shelf, plans=chosen, allow_tier_c=allow_tier_c))
    report.exit_code = 3 if report.findings else 0 if tracks else 4
    report.findings += review_history([filing for filing in earlier if filing.area == place], shelf)
    return tracks, report
