"""NU507: a value outside what is likely for the indicator, by itself or for so many residents."""

from decimal import Decimal
from fractions import Fraction

from ...model.quantity import Quantity, exact_decimal, rounded
from ..evidence import Doubt, Evidence, months_counted, population


def check(evidence: Evidence) -> Doubt | None:
    """The value, and the bound it breaks."""
    band = band_of(evidence)
    if band is None:
        return None
    scale, low, high = band
    number = evidence.number / scale
    bound, why = (low, "below") if low is not None and 0 < number < low else (high, "above")  # nothing at all is no slip of a digit
    if bound is None or (why == "above" and number <= bound):
        return None
    values = evidence.told(bound=Quantity(_short(bound), evidence.unit), why=why)
    if scale == 1:
        return Doubt(values)
    return Doubt(values | {"why": f"{why}_per", "rate": Quantity(_short(number), evidence.unit)})


def beyond(evidence: Evidence) -> Doubt | None:
    """The value and the bound of what is possible that it breaks, of a number that is no figure of its own."""
    if (broken := evidence.indicator.range.broken_by(evidence.number)) is None:
        return None
    why, bound = broken
    return Doubt(evidence.told(bound=Quantity(bound, evidence.unit), why=why))


def band_of(evidence: Evidence) -> tuple[Fraction, Fraction | None, Fraction | None] | None:
    """What the number is divided by, and the least and the most that is likely then; None where nothing is known.

    Of a flow, the least shrinks with the months counted, and the most grows beyond a year.
    """
    plausible = evidence.indicator.plausible
    if plausible is None or (plausible.min is None and plausible.max is None):
        return None
    scale = Fraction(1)
    if plausible.per is not None:
        people = population(evidence.area, evidence.day)
        if people is None:
            return None
        scale = people / 10_000
    years = Fraction(months_counted(evidence.figure, evidence.indicator), 12)
    low, high = (_scaled(plausible.min, min(years, Fraction(1))), _scaled(plausible.max, max(years, Fraction(1))))
    return scale, low, high


def _scaled(bound: Decimal | None, years: Fraction) -> Fraction | None:
    return None if bound is None else Fraction(bound) * years


def _short(number: Fraction) -> Decimal:
    """A number as shown: as it is where that is short, else at two decimals or three significant digits."""
    exact = exact_decimal(number)
    if int(exact.as_tuple().exponent) >= -2 or not number:
        return exact
    return rounded(number, min(-2, exact.adjusted() - 2)).normalize()
