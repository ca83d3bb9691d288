"""What several renderings say of the pace of a row."""

from decimal import Decimal
from fractions import Fraction

from ..model.ledger import Known
from ..model.pace import Pacing, Reading
from ..model.quantity import exact_decimal, plain, rounded
from ..model.report import Assessment
from ..text import Words
from .facts import difference_unit, pace_text, signed_text


def known_text(known: Known, say: Words) -> str:
    """A known value, what it is of, and where it is from: 50.73%（2020，C级页面）."""
    source = say(f"pace.tier.{known.tier}") if known.tier is not None else say(f"pace.source.{known.source}")
    value = known.figure.written if known.figure.value is None else known.figure.value.written
    return say("pace.known", value=value, of=known.figure.period.text, source=source)


def amount(number: Fraction, digits: int = 2) -> str:
    """A number worked out, at a few decimals."""
    exact = exact_decimal(number)
    exponent = exact.as_tuple().exponent
    return plain(exact if isinstance(exponent, int) and exponent >= -digits else rounded(number, -digits))


def rounded_to(number: Fraction, digits: int = 2) -> Decimal:
    """A number worked out, at a few decimals."""
    return Decimal(amount(number, digits))


def pace_sentence(row: Assessment, say: Words) -> str:
    """All that a pace was worked out from, in one sentence; empty where there is none."""
    pacing, unit = row.pacing, row.duty.target.unit
    parts: list[str] = []
    if pacing.opening is not None:
        parts.append(say("pace.opening", value=known_text(pacing.opening, say)))
    if pacing.latest is not None and pacing.latest.figure.location != row.figure.location:
        parts.append(say("pace.latest", value=known_text(pacing.latest, say)))
    parts += share_parts(pacing, say)
    if pacing.path is not None and pacing.off_path is not None:
        parts.append(say("pace.path", value=amount(pacing.path) + say.unit(unit), gap=signed_text(rounded_to(pacing.off_path), unit, say)))
    parts += speed_parts(row, say)
    parts += [reading_text(reading, row, say) for reading in pacing.readings]
    return say.clauses([*parts, *flag_parts(pacing, say)])


def pace_line(row: Assessment, say: Words) -> str:
    """The class, and what it was worked out from."""
    text, sentence = pace_text(row, say), pace_sentence(row, say)
    return say.clauses(filter(None, (text, sentence)))


def share_parts(pacing: Pacing, say: Words) -> list[str]:
    """The share done against the share of time, of flows and sums."""
    if pacing.lead is None or pacing.done is None or pacing.elapsed is None:
        return []
    shares = {
        "done": amount(100 * pacing.done),
        "elapsed": amount(100 * pacing.elapsed),
        "lead": signed_text(rounded_to(pacing.lead), "%", say),
    }
    if pacing.profile is not None:
        return [say("pace.share_profile", **shares, profile=amount(100 * pacing.profile))]
    return [say("pace.share", **shares)]


def speed_parts(row: Assessment, say: Words) -> list[str]:
    """Speeds needed and observed, and where the observed one leads."""
    pacing, unit = row.pacing, row.duty.target.unit
    parts = []
    if pacing.observed is not None:
        speed = difference_unit(unit, say)
        observed = amount(pacing.observed) + speed
        if pacing.needed is not None:
            parts.append(say("pace.speed", needed=amount(pacing.needed) + speed, observed=observed))
        else:
            parts.append(say("pace.observed", observed=observed))
    if pacing.projection is not None:
        parts.append(projection_text(row, say))
    return parts


def projection_text(row: Assessment, say: Words) -> str:
    """Where the observed speed leads; a bound of what is possible where it leads beyond it."""
    indicator, projection = row.duty.indicator, row.pacing.projection
    assert projection is not None
    scale = indicator.measure.factor / row.duty.target.measure.factor
    low, high = (None if end is None else Fraction(end) * scale for end in (indicator.range.min, indicator.range.max))
    bound = high if high is not None and projection > high else low if low is not None and projection < low else None
    key = "pace.projection" if bound is None else "pace.bound"
    return say(key, value=amount(projection if bound is None else bound) + say.unit(row.duty.target.unit))


def flag_parts(pacing: Pacing, say: Words) -> list[str]:
    """What is to be borne in mind."""
    return [say(f"pace.flag.{flag}") for flag in pacing.flags]


def _unit(reading: Reading) -> str:
    """The unit of the series of a reading."""
    value = reading.latest[0].figure.value
    return "%" if value is None else value.unit.name


def reading_text(reading: Reading, row: Assessment, say: Words) -> str:
    """One reading of a mean or a lead."""
    unit = row.duty.target.unit
    series = "%" if reading.by == "mean_growth" else difference_unit(_unit(reading), say)
    needed = "" if reading.needed is None else say(f"pace.needed.{reading.by}", value=amount(reading.needed) + series)
    value = amount(reading.so_far, 3) + say.unit(unit)
    return say(f"pace.reading.{reading.by}", base=reading.base, of=reading.latest[0].figure.period.text, value=value) + needed
