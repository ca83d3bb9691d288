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

    @property
    def unreadable(self) -> bool:
        """Whether it tells of what could not be read."""
        return self.check is not None and self.check.startswith("NU0")

    @property
    def level(self) -> Severity:
        """How grave a service may take it: an error only where it blocks or cannot be read.

        Services refuse what has errors, and nobody is pushed to change a true figure.
        """
        assert self.severity is not None
        if self.blocking:
            return "error"
        return "warning" if self.severity == "error" and not self.unreadable else self.severity
