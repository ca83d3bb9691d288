"""One row of a report, for the formats that gates read."""

from typing import NamedTuple

from ..model.catalogue import Severity
from ..model.finding import Location


class Result(NamedTuple):
    """One row. `check` is None where there is nothing to look at, `idle` where nothing was judged; `key` is the same in every run."""

    suite: str
    name: str
    message: str
    location: Location
    key: tuple[str, ...]
    check: str | None = None
    severity: Severity | None = None
    blocking: bool = False
    idle: bool = False
    related: tuple[Location, ...] = ()
