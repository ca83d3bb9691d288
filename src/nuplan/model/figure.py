"""Figures: what an area reports for an indicator and a period, with the words of the file resolved."""

import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from .finding import Location
from .period import Period, parse_period
from .quantity import Quantity, exact_decimal
from .unit import Unit, parse_unit


class Figure(NamedTuple):
    """One reported figure. `period` is the period it is the figure of; `readable` is False where the file's words could not become one."""

    indicator: str
    location: Location
    period: Period
    value: Quantity | None = None
    part: Quantity | None = None
    whole: Quantity | None = None
    of: Period | None = None
    since: date | None = None
    quality: str = "final"
    missing: str | None = None
    note: str | None = None
    caliber: str | None = None
    readable: bool = True
    baseline: tuple[Quantity, Period] | None = None

    @property
    def reported(self) -> bool:
        """Whether there is a number."""
        return self.value is not None or self.part is not None

    @property
    def opening(self) -> "Figure | None":
        """The baseline given with it, as a figure of its own period."""
        if self.baseline is None:
            return None
        value, of = self.baseline
        return Figure(self.indicator, self.location, of, value, of=of, note=self.note, caliber=self.caliber)

    @property
    def counted_from(self) -> date:
        """The day from which a flow is counted: 1 January of its year where it does not say another."""
        return self.since or date(self.period.year, 1, 1)

    @property
    def divisible(self) -> bool:
        """Whether part and whole are there and give a fraction: not of a whole that is zero."""
        return self.part is not None and self.whole is not None and bool(self.whole.value)

    @property
    def fraction(self) -> Fraction | None:
        """Part of whole in per cent, exactly; None without parts or where the whole is zero."""
        part, whole = self.part, self.whole
        if part is None or whole is None or not whole.value:
            return None
        above, below = part.value.as_integer_ratio(), whole.value.as_integer_ratio()
        fraction = Fraction(100 * above[0] * below[1], above[1] * below[0])
        return fraction if part.unit is whole.unit else fraction * part.unit.factor / whole.unit.factor

    @property
    def written(self) -> str:
        """The figure as filed: 3.4万人, 12/15, or 7840万立方米/15306万立方米 = 51.2%."""
        parts = [] if self.value is None else [self.value.written]
        if self.part is not None and self.whole is not None:
            parts.insert(0, f"{self.part.written}/{self.whole.written}")
        return " = ".join(parts)

    @property
    def said(self) -> tuple[Fraction | None, date, date | None, str | None]:
        """What it says, whatever its unit, its place and its note."""
        number = self.fraction
        if number is None and self.value is not None:
            number = Fraction(self.value.value) * self.value.unit.factor
        return (number, self.period.end, self.since, self.caliber)

    def agrees(self, other: "Figure") -> bool:
        """Whether two figures of one indicator say the same: exactly, or as a value says it that is rounded from the other's parts."""
        if self.said == other.said:
            return True
        if self.said[1:] != other.said[1:] or self.divisible == other.divisible:
            return False
        exact, rounded = (self, other) if self.divisible else (other, self)
        assert rounded.value is not None
        assert exact.fraction is not None
        half = Fraction(10) ** int(rounded.value.value.as_tuple().exponent) / 2
        return abs(exact.fraction / rounded.value.unit.factor - Fraction(rounded.value.value)) <= half

    def number(self, unit: Unit) -> Fraction | None:
        """The most exact number there is, in a unit: the fraction where parts are known, else the value."""
        if (fraction := self.fraction) is not None:
            return fraction if unit.factor == 1 else fraction / unit.factor
        return self.value.in_unit(unit) if self.value is not None else None

    def printed(self, number: Fraction, unit: Unit) -> Decimal:
        """Its number in a unit as printed: the file's digits, or a quotient at six decimals."""
        if self.divisible:
            return quotient(number)
        if self.value is not None and (self.value.unit is unit or self.value.unit.factor == unit.factor):
            return self.value.value
        return exact_decimal(number)


def quotient(number: Fraction) -> Decimal:
    """A quotient as printed: at most six decimals, rounded half to even."""
    places = exact_decimal(number)
    exponent = places.as_tuple().exponent
    return places if isinstance(exponent, int) and exponent >= -6 else Decimal(round(number * 10**6)).scaleb(-6)


class Filing(NamedTuple):
    """A submission after reading: its area and period, its figures by indicator id, who reported it and on which day."""

    path: str
    area: str
    period: Period
    figures: dict[str, Figure]
    place: Location
    department: str | None = None
    reported: date | None = None
    packed: "Packed | None" = None

    def pack(self, kept: frozenset[str]) -> "Filing":
        """The same filing with the figures of some indicators at hand, and the others packed away."""
        away = {name: figure for name, figure in self.figures.items() if name not in kept}
        if not away:
            return self
        reported = sum(figure.reported for figure in away.values())
        packed = Packed(tuple(self.figures), self.dates, reported, pickle.dumps(self._replace(figures=away)))
        return self._replace(figures={name: self.figures[name] for name in self.figures if name in kept}, packed=packed)

    def unpack(self) -> "Filing":
        """The filing with all its figures at hand, in the order of the file."""
        if self.packed is None:
            return self
        every = self.figures | pickle.loads(self.packed.away).figures
        return self._replace(figures={name: every[name] for name in self.packed.names}, packed=None)

    @property
    def names(self) -> tuple[str, ...]:
        """The indicators it has figures of, packed ones too."""
        return tuple(self.figures) if self.packed is None else self.packed.names

    @property
    def filled(self) -> int:
        """How many figures it reports, packed ones too."""
        return sum(figure.reported for figure in self.figures.values()) + (0 if self.packed is None else self.packed.reported)

    def __reduce__(self) -> tuple[Any, ...]:
        """How it travels between processes: as plain text, of which the figures are made again."""
        rows = [
            (*figure.location[1:], figure.period.text, *map(_packed, figure[3:6]), *figure[6:-1], _packed_baseline(figure.baseline))
            for figure in self.figures.values()
        ]
        return _unpacked, (self.path, self.area, self.period, tuple(self.figures), rows, *self[4:7])

    @property
    def dates(self) -> frozenset[date]:
        """The last days of the file's period and of those its figures say they are of."""
        away: frozenset[date] = frozenset() if self.packed is None else self.packed.dates
        return away | {self.period.end} | {figure.of.end for figure in self.figures.values() if figure.of is not None}


class Packed(NamedTuple):
    """Figures packed away, since nothing asks for them: a folder of many files holds more of these than of others.

    `names` are those of the whole filing in its order, `dates` its last days, `reported` counts numbers.
    """

    names: tuple[str, ...]
    dates: frozenset[date]
    reported: int
    away: bytes


def _packed(quantity: Quantity | None) -> tuple[str, str] | None:
    return None if quantity is None else (str(quantity.value), quantity.unit.name)


def _packed_baseline(baseline: tuple[Quantity, Period] | None) -> Any:
    return None if baseline is None else (_packed(baseline[0]), baseline[1].text)


def _measured(packed: tuple[str, str]) -> Quantity:
    return Quantity(Decimal(packed[0]), parse_unit(packed[1]))


def _quantity(packed: tuple[str, str] | None) -> Quantity | None:
    return None if packed is None else _measured(packed)


def _unpacked(path: str, area: str, period: Period, indicators: tuple[str, ...], rows: list[Any], *rest: Any) -> Filing:
    figures = {}
    for indicator, (line, column, cell, sheet, of, value, part, whole, *more, opening) in zip(indicators, rows, strict=True):
        numbers = (_quantity(value), _quantity(part), _quantity(whole))
        baseline = None if opening is None else (_measured(opening[0]), parse_period(opening[1]))
        made = Figure(indicator, Location(path, line, column, cell, sheet), parse_period(of), *numbers, *more)
        figures[indicator] = made if baseline is None else made._replace(baseline=baseline)
    return Filing(path, area, period, figures, *rest)
