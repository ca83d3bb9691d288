"""Which figures the data review has to look at: few, since most are within their likely bounds and nothing else is known of them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from ..model.figure import Figure, Filing
from ..model.indicator import Indicator
from ..model.ledger import Ledger
from ..model.library import Library
from ..model.unit import UNITS, Unit
from .evidence import Evidence, months_counted, population, significant
from .rules.nu507_value_implausible import band_of

Limits = tuple[Decimal | None, Decimal | None]
_PERCENT = UNITS["%"]
_PLACES = 6


class Reviewed:
    """Chooses the figures of a filing to look at; the limits of each indicator are worked out once for each unit they are reported in."""

    def __init__(self, library: Library, ledger: Ledger) -> None:
        self.library = library
        self.ledger = ledger
        self._tied = frozenset(name for identity in library.identities for name in identity.names)
        self._bounded = {indicator.id: indicator for indicator in library.indicators.values() if indicator.plausible is not None}
        self._known: dict[str, frozenset[str]] = {}
        self._limits: dict[object, Limits] = {}
        self._met: Counter[int] = Counter()
        self.repeated: dict[date, set[str]] = {}
        self._people: dict[tuple[str, date], Fraction | None] = {}

    def of(self, filing: Filing, but: frozenset[str] = frozenset()) -> frozenset[str]:
        """The indicators of figures that something is known of, or that are outside their likely bounds; of all but those named."""
        if filing.area not in self._known:
            self._known[filing.area] = self.ledger.indicators(filing.area)
        known, bounded = self._known[filing.area], self._bounded

        def looked_at(name: str, figure: Figure) -> bool:
            unlikely = name in bounded and not self._is_likely(figure, bounded[name], filing)
            return name in known or figure.baseline is not None or unlikely

        return frozenset(name for name, figure in filing.figures.items() if name not in but and looked_at(name, figure))

    def kept(self, filing: Filing, asked: frozenset[str]) -> frozenset[str]:
        """What is asked, those, and the indicators that identities tie to others, of which other files may tell."""
        kept = asked.union(self._tied, self.of(filing, asked))
        for figure in filing.figures.values():
            self._count(figure)
        return kept

    def _count(self, figure: Figure) -> None:
        """Count a figure, so that those several areas have alike are found again where they are packed away."""
        review, value = self.library.review, figure.value
        if review is None or value is None or figure.divisible or significant(value) <= review.digits:
            return
        met = hash((figure.indicator, figure.period.end, value.value * value.unit.factor.numerator))
        self._met[met] += 1
        if self._met[met] >= review.alike:
            self.repeated.setdefault(figure.period.end, set()).add(figure.indicator)

    def at_hand(self, filings: Iterable[Filing]) -> Iterator[Filing]:
        """The filings, unpacked where a figure that was packed away may be that of others."""
        for filing in filings:
            names = frozenset[str]().union(*(self.repeated.get(day, ()) for day in filing.dates))
            yield filing if names.isdisjoint(filing.names) else filing.unpack()

    def _is_likely(self, figure: Figure, indicator: Indicator, filing: Filing) -> bool:
        """Whether a figure is within its likely bounds, beyond doubt; a value that its part and whole do not give is told elsewhere."""
        number: Decimal | Fraction | None
        if figure.value is not None:
            number, unit = figure.value
        elif figure.divisible:
            number, unit = figure.fraction, _PERCENT
        else:
            return True
        assert number is not None
        key = (indicator.id, unit.name)
        limits = self._limits.get(key)
        if limits is None:
            limits = self._worked_out(key, figure, indicator, filing, unit)
        low, high = limits
        return (low is None or low <= number) and (high is None or number <= high)

    def _worked_out(self, key: object, figure: Figure, indicator: Indicator, filing: Filing, unit: Unit) -> Limits:
        """The bounds in a unit, narrowed to a few places; kept by the months counted and the population where those count."""
        assert indicator.plausible is not None
        if indicator.kind == "flow" or indicator.plausible.per is not None:
            months = 12 if indicator.kind != "flow" else months_counted(figure, indicator)
            key = (key, months, 0 if indicator.plausible.per is None else self._people_of(filing.area, figure.period.end))
        if key not in self._limits:
            band = band_of(Evidence(figure, filing, self.library, self.ledger))
            factor = indicator.measure.factor / unit.factor
            scale, low, high = band if band is not None else (Fraction(1), None, None)
            least = None if low is None else Decimal(ceil(low * scale * factor * 10**_PLACES)).scaleb(-_PLACES)
            most = None if high is None else Decimal(floor(high * scale * factor * 10**_PLACES)).scaleb(-_PLACES)
            self._limits[key] = (least, most)
        return self._limits[key]

    def _people_of(self, area: str, day: date) -> Fraction | None:
        """The population of an area at the date nearest to a day."""
        if (area, day) not in self._people:
            self._people[area, day] = population(self.library.areas[area], day)
        return self._people[area, day]
