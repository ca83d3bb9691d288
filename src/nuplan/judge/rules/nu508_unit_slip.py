"""NU508: a value that has slipped by a unit: a 万 dropped or doubled, or a share written as a fraction.

It is far from its reference, and near it once multiplied or divided by a factor. What is plausible has not slipped. References of anything
else, in this order: the last values reported and published, what is plausible, and the other figures of an identity.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from ...model.fields import Name
from ...model.ledger import Known
from ...model.quantity import Quantity
from ...model.review import Review
from ...model.unit import PERCENT, POINTS, parse_unit
from ..evidence import Doubt, Evidence, months_counted, population
from ..identities import Held
from ..weights import POPULATION
from .nu507_value_implausible import band_of

_SCALES = ("", "万", "亿", "万亿")
_MYRIAD = 10_000


def check(evidence: Evidence, failing: Sequence[Held]) -> Doubt | None:
    """The value, the reference, and the value that is likely meant."""
    review, number = evidence.review, evidence.number
    if review is None or evidence.figure.value is None or evidence.figure.divisible or number <= 0:
        return None
    for known in () if _in_band(evidence) else _references(evidence):
        own, reference = _monthly(evidence, known)
        if (factor := _factor(own, reference, evidence, review)) is not None:
            values = {"reference": known.figure.written, "of": known.figure.period.text, "why": "known"}
            return Doubt(_told(evidence, factor) | values, (known.figure.location,))
    if (factor := _into_band(evidence, review)) is not None:
        return Doubt(_told(evidence, factor) | {"why": "plausible"})
    return _by_identity(evidence, failing, review)


def _told(evidence: Evidence, factor: Fraction) -> dict[str, object]:
    assert evidence.figure.value is not None
    return evidence.told(likely=_moved(evidence.figure.value, factor))


def _last(evidence: Evidence) -> Known | None:
    """The latest known value of its own day or before; of one day the most trusted."""
    known = [known for known in evidence.known if known.day <= evidence.day and known.number(evidence.unit) > 0]
    latest = max((one.day for one in known), default=None)
    return next((one for one in known if one.day == latest), None)


def _references(evidence: Evidence) -> list[Known]:
    """The last value reported and the last one published, so that neither hides what the other shows."""
    given = [known for known in evidence.known if known.day <= evidence.day and known.number(evidence.unit) > 0]
    latest: dict[str, Known] = {}
    for known in given:
        if known.source not in latest or known.day > latest[known.source].day:
            latest[known.source] = known
    return sorted(latest.values(), key=lambda known: known.day, reverse=True)


def _monthly(evidence: Evidence, known: Known) -> tuple[Fraction, Fraction]:
    """Both numbers; of flows, for each month they are counted over."""
    own, other = months_counted(evidence.figure, evidence.indicator), months_counted(known.figure, evidence.indicator)
    return evidence.number / own, known.number(evidence.unit) / other


def _factors(evidence: Evidence, review: Review) -> list[Fraction]:
    """What a number of this dimension may have slipped by: anything by what 万 or 亿 stand for, both ways; a share by a hundred, where
    it is written as a fraction or is more than all."""
    shares = evidence.unit.dimension in (PERCENT, POINTS)
    given = [Fraction(factor) for factor in review.slips.factors if (factor < _MYRIAD) == shares]
    if shares:
        return given if evidence.number <= 1 else [1 / factor for factor in given if evidence.number > 100]
    return [step for factor in given for step in (factor, 1 / factor)]


def _factor(own: Fraction, reference: Fraction, evidence: Evidence, review: Review) -> Fraction | None:
    """The factor that brings a number from far away near its reference."""
    far, near = Fraction(review.slips.far), Fraction(review.slips.near)
    if 1 / far <= own / reference <= far:
        return None
    return next((factor for factor in _factors(evidence, review) if 1 / near <= own * factor / reference <= near), None)


def _into_band(evidence: Evidence, review: Review) -> Fraction | None:
    """The factor that brings a number from far outside what is plausible inside it."""
    band = band_of(evidence)
    if band is None:
        return None
    scale, low, high = band
    number, far = evidence.number / scale, Fraction(review.slips.far)
    if not ((low is not None and number * far < low) or (high is not None and number > high * far)):
        return None
    return next((factor for factor in _factors(evidence, review) if _inside(number * factor, low, high)), None)


def _inside(number: Fraction, low: Fraction | None, high: Fraction | None) -> bool:
    return (low is None or low <= number) and (high is None or number <= high)


def _by_identity(evidence: Evidence, failing: Sequence[Held], review: Review) -> Doubt | None:
    """The factor with which an identity holds, where no other of its figures could as well have slipped."""
    name = evidence.figure.indicator
    for held in failing:
        factor = _mending(held, evidence, review) if name in held.figures else None
        if factor is None:
            continue
        others = [other for other in held.figures if other != name]
        rivals = (Evidence(held.figures[other], evidence.filing, evidence.library, evidence.ledger) for other in others)
        if any(_mending(held, rival, review) is not None for rival in rivals):
            continue
        library = evidence.library
        named = [library.indicators[other].name for other in others]
        names = Name(zh="、".join(f"“{one.zh}”" for one in named), en=", ".join(f'"{one.en}"' for one in named))
        values = {"why": "residents" if held.coarse else "identity", "others": names, "identity": held.identity.text}
        return Doubt(_told(evidence, factor) | values, tuple(held.figures[other].location for other in others))
    return None


def _mending(held: Held, evidence: Evidence, review: Review) -> Fraction | None:
    """The factor with which an identity holds; None where the number is vouched for, or its unit shows that it has not slipped so."""
    quantity = evidence.figure.value
    if quantity is None or _vouched(evidence, review):
        return None
    name = evidence.figure.indicator
    possible = (factor for factor in _factors(evidence, review) if _natural(quantity, factor))
    return next((factor for factor in possible if held.mended(name, factor, review)), None)


def _natural(quantity: Quantity, factor: Fraction) -> bool:
    """Whether a slip is one that happens: a scale that was dropped is not there, one that was doubled is."""
    if quantity.unit.dimension in (PERCENT, POINTS):
        return True
    return (factor > 1) == (_scale(quantity) == "")


def _vouched(evidence: Evidence, review: Review) -> bool:
    """Whether the last known value, the areas file or what is plausible speaks for a number."""
    if evidence.number <= 0:
        return True
    if (known := _last(evidence)) is not None:
        own, reference = _monthly(evidence, known)
        near = Fraction(review.slips.near)
        return 1 / near <= own / reference <= near
    if evidence.figure.indicator == POPULATION and (people := population(evidence.area, evidence.day)) is not None:
        return 1 / Fraction(review.slips.near) <= evidence.number * evidence.unit.factor / people <= review.slips.near
    return _in_band(evidence)


def _in_band(evidence: Evidence) -> bool:
    """Whether a number lies between the least and the most that is likely."""
    band = band_of(evidence)
    return band is not None and None not in band and _inside(evidence.number / band[0], *band[1:])


def _scale(quantity: Quantity) -> str:
    return next((scale for scale in reversed(_SCALES) if quantity.unit.name.startswith(scale)), "")


def _moved(quantity: Quantity, factor: Fraction) -> Quantity:
    """A quantity multiplied by a factor: by the scale of its unit where that can be, else by its digits."""
    scale = _scale(quantity)
    step = {_MYRIAD: 1, Fraction(1, _MYRIAD): -1}.get(factor)
    at = None if step is None else _SCALES.index(scale) + step
    if at is not None and 0 <= at < len(_SCALES) and quantity.unit.name:
        return Quantity(quantity.value, parse_unit(_SCALES[at] + quantity.unit.name.removeprefix(scale)))
    digits = len(str(max(factor, 1 / factor))) - 1
    moved = quantity.value.scaleb(digits if factor > 1 else -digits)
    whole = moved == moved.to_integral_value()
    return Quantity(Decimal(int(moved)) if whole else moved, quantity.unit)
