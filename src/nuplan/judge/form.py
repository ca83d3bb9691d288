"""What an area has to report for a period: the indicators that its plans ask for and whose statistics the period brings."""

from collections.abc import Collection

from ..model.area import Area
from ..model.duty import Duty
from ..model.form import Form, FormRow
from ..model.ledger import Known, Ledger
from ..model.library import Library
from ..model.period import Period
from .assess import within
from .bearing import duties_on, plans_in_force


def form_of(area: Area, period: Period, library: Library, ledger: Ledger, chosen: Collection[str] = ()) -> Form:
    """The form of an area: each indicator once, in the order of the plans, and the series that others are worked out from behind it.

    An indicator is due where a duty that bears on the area is open on the last day of the period, and its statistic exists for it.
    """
    plans = plans_in_force(area.id, {period.end}, library, chosen)
    asked: dict[str, list[Duty]] = {}
    for plan in plans:
        for duty in duties_on(area, plan, library):
            if not within(duty, period.end):
                continue
            series = () if duty.indicator.derive is None else (duty.indicator.derive.from_,)
            for name in (duty.indicator.id, *series):
                if period.ends(library.indicators[name].frequency):
                    asked.setdefault(name, []).append(duty)
    rows = (FormRow(library.indicators[name], _own(name, duties), _last(area, name, period, ledger)) for name, duties in asked.items())
    used = {duty.plan.id for duties in asked.values() for duty in duties}
    return Form(area, period, tuple(plan for plan in plans if plan.id in used), tuple(rows))


def _own(name: str, duties: list[Duty]) -> tuple[Duty, ...]:
    """The duties of an indicator itself; those of what is worked out from it where it has none."""
    own = tuple(duty for duty in duties if duty.indicator.id == name)
    return own or tuple(duties)


def _last(area: Area, name: str, period: Period, ledger: Ledger) -> Known | None:
    """The latest value before the period, of one day the most trusted; secondary pages alone are not enough."""
    known = [value for value in ledger.of(area.id, name) if value.day < period.end and value.tier != "C"]
    return next((value for value in known if value.day == known[-1].day), None)
