"""Forms: what an area has to report for a period, before it is filled in."""

from typing import NamedTuple

from .area import Area
from .duty import Duty
from .indicator import Indicator
from .ledger import Known
from .period import Period
from .plan import Plan

FORM = "nuplan/form/v1"
ABOUT = "nuplan"
"""The hidden worksheet of a form, which says what it was made for and from."""
BESIDE = "beside"
"""The key under which it names a worksheet that holds no figures."""
GROUPINGS = ("action", "department")
"""How the rows of a form can be arranged."""


class FormRow(NamedTuple):
    """One indicator that is due, the duties that ask for it, its own plan's first, and the last value known of an earlier period.

    A series that another indicator of the form is worked out from stands without duties of its own, with those of the other.
    """

    indicator: Indicator
    duties: tuple[Duty, ...]
    last: Known | None

    @property
    def unit(self) -> str:
        """The unit in which the first target prints it, else that of the indicator."""
        first = self.duties[0]
        return first.target.unit if first.indicator is self.indicator else self.indicator.unit

    @property
    def scope(self) -> str | None:
        """The part of the area that the figure is asked of; None where it is the whole, or where the targets differ."""
        scopes = {duty.target.scope for duty in self.duties}
        return scopes.pop() if len(scopes) == 1 and self.indicator.counts is None else None


class Form(NamedTuple):
    """The form of an area and a period, and the plans it rests on, the area's own first."""

    area: Area
    period: Period
    plans: tuple[Plan, ...]
    rows: tuple[FormRow, ...]
