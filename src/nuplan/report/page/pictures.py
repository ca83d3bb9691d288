"""What the pictures of a page show: the numbers for the script that draws them, and the same in words for those who do not see them.

A picture never decides anything, so its numbers are floats.
"""

from fractions import Fraction
from typing import Any, NamedTuple

from ...model.pace import LAGGING, Pace
from ...model.report import Assessment
from ...model.rollup import Rollup
from ...model.unit import Unit
from ...text import Words
from ..facts import due_text, name_of
from ..pace_facts import amount, known_text
from ..rollup_facts import due_of_row, name_of_row, places_of, short, sum_text
from ..targets import asked_text

_TONES: dict[Pace, str] = {"ahead": "good", "on_track": "good", "slightly_behind": "warn"}


class Picture(NamedTuple):
    """What is drawn, and the words that say the same."""

    data: dict[str, Any]
    words: str


def picture_of(row: Assessment, say: Words) -> Picture | None:
    """A value on its way to the target where its pace is known, else a value beside its target; None where there is no number."""
    if isinstance(row.duty.target.value, tuple):
        return None
    pacing = row.pacing
    if pacing.elapsed is not None and pacing.latest is not None:
        if pacing.done is not None and pacing.lead is not None:
            return _share(row, say)
        if pacing.opening is not None and pacing.path is not None:
            return _way(row, say)
    return None if row.compared is None or row.status == "pending" else _bar(row, say)


def _way(row: Assessment, say: Words) -> Picture:
    """From the opening value along a straight line."""
    pacing, unit = row.pacing, row.duty.target.measure
    assert pacing.opening is not None
    assert pacing.latest is not None
    assert pacing.path is not None
    opening, latest = pacing.opening.number(unit), pacing.latest.number(unit)
    words = say(
        "page.picture.way",
        name=name_of(row.duty, say),
        opening=known_text(pacing.opening, say),
        latest=known_text(pacing.latest, say),
        path=amount(pacing.path) + row.duty.target.unit,
        target=_asked(row, say),
    )
    return Picture(_lines(row, opening, latest, pacing.path, pacing.opening.figure.period.text), words)


def _share(row: Assessment, say: Words) -> Picture:
    """What has been done since the beginning of its time, which begins at nothing."""
    pacing = row.pacing
    assert pacing.done is not None
    assert pacing.elapsed is not None
    target = _target(row)
    latest = pacing.done * target
    path = (pacing.elapsed if pacing.profile is None else pacing.profile) * target
    unit = row.duty.target.unit
    words = say(
        "page.picture.share",
        name=name_of(row.duty, say),
        latest=amount(latest) + unit,
        path=amount(path) + unit,
        target=_asked(row, say),
    )
    start = "" if row.duty.start is None else str(row.duty.start.year)
    return Picture(_lines(row, Fraction(0), latest, path, start), words)


def _lines(row: Assessment, opening: Fraction, latest: Fraction, path: Fraction, start: str) -> dict[str, Any]:
    """A straight line from the opening to the target, the way gone, and the gap between both at the time of the latest value."""
    pacing, due = row.pacing, row.duty.due
    assert pacing.elapsed is not None
    assert due is not None
    return {
        "kind": "way",
        "tone": "bad" if pacing.pace in LAGGING else _TONES.get(pacing.pace, "dim"),
        "at": _float(pacing.elapsed),
        "from": _point(opening, row),
        "now": _point(latest, row),
        "path": _float(path),
        "to": _point(_target(row), row),
        "start": start,
        "due": str(due.year),
    }


def _bar(row: Assessment, say: Words) -> Picture:
    """The number beside its target, both from zero."""
    assert row.compared is not None
    compared = Fraction(row.compared)
    tones = {"met": "good", "within_about": "good", "missed": "bad", "undecided": "warn"}
    data = {
        "kind": "bar",
        "tone": tones.get(row.status, "main"),
        "now": _point(compared, row),
        "to": _point(_target(row), row),
        "full": _full(row.duty.indicator.kind, row.duty.target.measure),
    }
    latest = amount(compared) + row.duty.target.unit
    return Picture(data, say("page.picture.bar", name=name_of(row.duty, say), latest=latest, target=_asked(row, say)))


def picture_of_sum(row: Rollup, say: Words) -> Picture | None:
    """What areas come to beside the target: a number, its bounds, or how many of them reach it; None where nothing is known."""
    target = row.target.target
    tones = {"met": "good", "within_about": "good", "missed": "bad"}
    words = say(
        "page.picture.sum", name=name_of_row(row, say), sum=sum_text(row, say), target=asked_text(row.target, say), due=due_of_row(row, say)
    )
    if row.by_place:
        counts = {"met": row.met, "unknown": row.unknown, "missed": row.missed}
        return Picture({"kind": "places", "counts": counts, "all": places_of(row)}, words) if row.reported else None
    if isinstance(target.value, tuple) or not row.reported or (row.low is None and row.high is None):
        return None
    wanted = Fraction(target.value)
    data = {
        "kind": "range",
        "tone": tones.get(row.status, "warn"),
        "to": [_float(wanted), short(wanted) + target.unit],
        "low": None if row.low is None else [_float(row.low), short(row.low) + target.unit],
        "high": None if row.high is None else [_float(row.high), short(row.high) + target.unit],
        "point": None if row.point is None else _float(row.point),
        "full": _full(row.target.indicator.kind, target.measure),
    }
    return Picture(data, words)


def _target(row: Assessment) -> Fraction:
    assert not isinstance(row.duty.target.value, tuple)
    return Fraction(row.duty.target.value)


def _asked(row: Assessment, say: Words) -> str:
    """The number of the target, and by when."""
    target = amount(_target(row), 6) + row.duty.target.unit
    return say("page.picture.by", target=target, due=due_text(row.duty, say))


def _point(number: Fraction, row: Assessment) -> list[Any]:
    """A number and what is written beside it."""
    return [_float(number), amount(number) + row.duty.target.unit]


def _full(kind: str, unit: Unit) -> float | None:
    """The end of the scale of a share, in the unit of the target."""
    return _float(100 / unit.factor) if kind == "share" else None


def _float(number: Fraction) -> float:
    return round(float(number), 6)
