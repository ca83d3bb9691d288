"""What pace is counted from and to: the opening value, and the latest one."""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction

from ...model.duty import Duty
from ...model.figure import Figure, Filing
from ...model.indicator import Indicator
from ...model.interval import interval_of
from ...model.ledger import Known, Ledger
from ...model.library import Library
from ...model.pace import ONE_DAY
from ...model.period import FIVE_YEAR_PLANS
from ...model.plan import Plan
from ...model.report import Assessment

LOW_EVIDENCE = Fraction(1, 4)
"""Less of the time gone than this says little of the rest."""
Fits = Callable[[Known], bool]


class Basis:
    """One row, its filing, and the known values of its area that may be used."""

    def __init__(
        self, row: Assessment, filing: Filing, library: Library, ledger: Ledger, allow_tier_c: bool, latest: Known | None = None
    ) -> None:
        self.row = row
        self.duty: Duty = row.duty
        self.filing = filing
        self.library = library
        self._ledger = ledger
        self._allow_tier_c = allow_tier_c
        self._latest = latest

    def known(self, area: str, indicator: Indicator, *, every_tier: bool = False) -> Iterator[Known]:
        """What is known of an indicator up to the filing's period, by day."""
        for known in self._ledger.of(area, indicator.id):
            if known.day > self.filing.period.end:
                break
            if known.source == "submission" and area == self.filing.area:
                continue
            if known.tier != "C" or self._allow_tier_c or every_tier:
                yield known

    def filed(self, indicator: Indicator) -> Known | None:
        """The figure that the filing has of an indicator, where its period is one that the statistic exists for."""
        if self._latest is not None and self._latest.figure.indicator == indicator.id:
            return self._latest
        figure = self.filing.figures.get(indicator.id)
        if figure is None or not figure.reported or not figure.readable or not figure.period.ends(indicator.frequency):
            return None
        return Known(figure, "submission", indicator.vintage(figure.period.end))

    def latest(self, area: str, indicator: Indicator, fits: Fits) -> Known | None:
        """The last known value: of one day the most trusted."""
        found: Known | None = None
        for known in self.known(area, indicator):
            if fits(known) and (found is None or known.day > found.day):
                found = known
        return found

    def submitted_baseline(self, figure: Figure, indicator: Indicator) -> Known | None:
        """The baseline that the submitter gives with a figure; none that is impossible."""
        made = figure.opening
        if made is None or made.value is None or indicator.range.broken_by(made.value.in_unit(indicator.measure)) is not None:
            return None
        return Known(made, "submission", indicator.vintage(made.period.end))

    def opening(self, latest: Known, indicator: Indicator, fits: Fits) -> Known | str:
        """The value progress is counted from, or why there is none.

        It is of the eve of the plan, else of that of the five-year plan the plan begins in, else the last one before the plan; of one day
        first what was published (tiers A and B), then what the area has reported, the submission's own baseline, and tier C. Where an eve
        is known from pages of tier C alone, which are not allowed, no other day takes its place.
        """
        earlier = [known for known in self.known(self.filing.area, indicator, every_tier=True) if known.day < latest.day and fits(known)]
        own = self.submitted_baseline(latest.figure, indicator)
        given = [*earlier, *([own] if own is not None else [])]
        same = [known for known in given if known.vintage == latest.vintage]
        usable = [known for known in same if known.tier != "C" or self._allow_tier_c]
        days = eves(self.duty.plan)
        for day in days:
            if on_day := [known for known in usable if known.day == day]:
                return min(on_day, key=lambda known: known.trust)
        only_c = [known for known in same if known not in usable]
        if any(known.day in days for known in only_c):
            return "tier_c"
        if before := [known for known in usable if known.day <= days[0]]:
            last = max(known.day for known in before)
            return min((known for known in before if known.day == last), key=lambda known: known.trust)
        if only_c:
            return "tier_c"
        return "vintage" if given and not same else "no_baseline"

    def between(self, opening: Known, latest: Known, indicator: Indicator, fits: Fits) -> list[Known]:
        """What is known after the opening value and before the latest one, a value a day."""
        found: dict[date, Known] = {}
        for known in self.known(self.filing.area, indicator):
            if opening.day < known.day < latest.day and known.vintage == latest.vintage and fits(known):
                found.setdefault(known.day, known)
        return list(found.values())


def eves(plan: Plan) -> tuple[date, date]:
    """The last day before a plan, and before the five-year plan that it begins in."""
    begins = plan.period.from_
    first = max((year for year in FIVE_YEAR_PLANS.values() if year <= begins.year), default=begins.year)
    return begins - ONE_DAY, date(first - 1, 12, 31)


def rounding(known: Known, duty: Duty) -> Fraction:
    """How far a value may have been rounded either way, in the target's unit; nothing of what is exact."""
    return rounding_of(known, duty.indicator) * duty.indicator.measure.factor / duty.target.measure.factor


def rounding_of(known: Known, indicator: Indicator) -> Fraction:
    """The same in the indicator's unit."""
    interval = interval_of(known.figure, indicator)
    return (interval.high - interval.low) / 2
