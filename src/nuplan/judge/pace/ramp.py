"""Levels, stocks, shares and ratios on a straight line from the opening value to the target.

With P the share of the required change that is done and tau the share of the time that is gone, the pace ratio is P / tau. It is at once
the ratio of observed to required speed, and the share that a straight projection reaches.
"""

from fractions import Fraction

from ...model.duty import Duty
from ...model.ledger import Known
from ...model.pace import Pace, Pacing, better, moment, pace_of, unpaced
from ..compare import outcome
from .basis import LOW_EVIDENCE, Basis, Fits, eves, rounding


def pace_of_ramp(basis: Basis) -> Pacing:
    """The pace of a level or a share that is to reach a number by a day."""
    duty, indicator = basis.duty, basis.duty.indicator
    fits = _fits(duty)
    latest = basis.filed(indicator) if basis.row.compared is not None else basis.latest(basis.filing.area, indicator, fits)
    if latest is None:
        only_c = any(fits(known) for known in basis.known(basis.filing.area, indicator, every_tier=True))
        return unpaced("tier_c_latest" if only_c else "no_value")
    if latest.day <= eves(duty.plan)[1]:
        return unpaced("no_value")
    opening = basis.opening(latest, indicator, fits)
    if isinstance(opening, str):
        return unpaced(opening)._replace(latest=latest)
    return _ramp(duty, opening, latest, basis.between(opening, latest, indicator, fits))


def _fits(duty: Duty) -> Fits:
    """Whether a known value is of what the target is about, and of a day before it is due."""

    def fits(known: Known) -> bool:
        figure, due = known.figure, duty.due
        counted = duty.indicator.counts is not None
        whole = figure.divisible if counted else figure.caliber == duty.target.scope
        return whole and (due is None or known.day < due) and figure.period.ends(duty.indicator.frequency)

    return fits


def _ramp(duty: Duty, opening: Known, latest: Known, between: list[Known]) -> Pacing:
    """The whole of it; numbers in the target's unit."""
    assert duty.due is not None
    unit = duty.target.measure
    first, now = opening.number(unit), latest.number(unit)
    began, today, ends = moment(opening.day), moment(latest.day), moment(duty.due)
    aim = _aim(duty, first)
    elapsed = (today - began) / (ends - began)
    fallen = any(outcome(duty, known.number(unit)) == "met" for known in between)
    pace, ratio = _judged(duty, first, now, elapsed, fallen)
    before, after = rounding(opening, duty), rounding(latest, duty)
    corners = {(a, b) for a in (first - before, first + before) for b in (now - after, now + after)}
    flags = {
        "held": ratio is None,
        "low_evidence": not between or elapsed < LOW_EVIDENCE,
        "slipping": bool(between) and short(duty, between[-1].number(unit)) < short(duty, now),
        "provisional": latest.figure.quality != "final",
        "rounding_sensitive": any(_judged(duty, a, b, elapsed, fallen)[0] != pace for a, b in corners),
    }
    observed = (now - first) / (today - began)
    path = None if ratio is None else first + elapsed * (aim - first)
    return Pacing(
        pace,
        flags=tuple(flag for flag, holds in flags.items() if holds),
        ratio=ratio,
        latest=latest,
        opening=opening,
        elapsed=elapsed,
        done=None if ratio is None else ratio * elapsed,
        path=path,
        off_path=None if path is None else short(duty, path) - short(duty, now),
        needed=(aim - now) / (ends - today) if outcome(duty, now) == "missed" else None,
        observed=observed,
        projection=now + observed * (ends - today),
    )


def _judged(duty: Duty, first: Fraction, now: Fraction, elapsed: Fraction, fallen: bool) -> tuple[Pace, Fraction | None]:
    """The class and the ratio; no ratio where the opening value leaves nothing to be done. `fallen` is what had been met since."""
    result, required = outcome(duty, now), short(duty, first)
    if required <= 0:
        if outcome(duty, first) != "missed":
            held: dict[str, Pace] = {"met": "ahead", "within_about": "on_track", "missed": "lost"}
            return held[result], None
        return "ahead" if result == "met" else "reversing" if short(duty, now) > required else "far_behind", None
    ratio = (required - short(duty, now)) / required / elapsed
    if result != "missed":
        return better(pace_of(ratio), "on_track"), ratio
    return "lost" if fallen else pace_of(ratio), ratio


def _aim(duty: Duty, first: Fraction) -> Fraction:
    """The number aimed at; of a range its end next to the opening value."""
    value = duty.target.value
    if isinstance(value, tuple):
        low, high = map(Fraction, value)
        return min(max(first, low), high)
    return Fraction(value)


def short(duty: Duty, number: Fraction) -> Fraction:
    """How much a number lacks of the target; negative where it is beyond it, never so of a target with two sides."""
    value = duty.target.value
    if isinstance(value, tuple):
        low, high = map(Fraction, value)
        return max(low - number, number - high, Fraction(0))
    difference = Fraction(value) - number
    return {"more": difference, "less": -difference, "near": abs(difference)}[duty.wants]
