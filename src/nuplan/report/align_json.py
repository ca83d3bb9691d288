"""Pairs and roll-ups as they stand in the JSON report."""

from fractions import Fraction
from typing import TYPE_CHECKING

from ..model.alignment import Alignment
from ..model.duty import Duty, duties
from ..model.figure import quotient
from ..model.subject import Subject
from ..text import Words
from .json_parts import location_shape, target_shape

if TYPE_CHECKING:
    from decimal import Decimal

    from ..model.rollup import Rollup
    from .shapes import PairShape, RollupShape, TargetShape


def pair_shape(row: Alignment, say: Words) -> "PairShape":
    """A pair, with both its targets whole."""
    return {
        "id": row.id,
        "check": row.check,
        "area": row.area,
        "plan": row.child_plan.id,
        "cascade": row.cascade,
        "binding": row.binding,
        "verdict": row.verdict,
        "weaknesses": list(row.weaknesses),
        "parent": _subject(row.parent, say),
        "child": _subject(row.child, say),
        "gap": _number(row.gap),
        "share": _number(row.share),
        "population_share": _number(row.population_share),
        "allocation": _subject(row.allocation, say),
        "instead": None if row.instead is None else row.instead.id,
        "look_alikes": [{"target": alike.subject.id, "why": alike.why, "words": alike.words or None} for alike in row.look_alikes],
        "implied": [
            {
                "by": lead.by,
                "base": lead.base,
                "lead": lead.lead,
                "holds": lead.holds,
                "child_opening": lead.opening[0].value.value,
                "child_tier": lead.opening[0].tier,
                "parent_opening": lead.opening[1].value.value,
                "parent_tier": lead.opening[1].tier,
            }
            for lead in row.implied
        ],
        "reason": row.reason,
        "severity": row.severity,
        "blocking": row.blocking,
        "location": location_shape(row.location),
    }


def rollup_shape(row: "Rollup", say: Words) -> "RollupShape":
    """A target of the area above and what those below come to."""
    target = _subject(row.target, say)
    assert target is not None
    return {
        "area": row.area,
        "period": row.period,
        "target": target,
        "low": _number(row.low),
        "point": _number(row.point),
        "high": _number(row.high),
        "places": {"met": row.met, "missed": row.missed, "unknown": row.unknown},
        "covered": _number(row.covered),
        "reported": list(row.reported),
        "missing": list(row.missing),
        "differing": list(row.differing),
        "needed": _number(row.needed),
        "status": row.status,
        "reason": row.reason,
        "severity": row.severity,
        "blocking": row.blocking,
    }


def _subject(subject: Subject | None, say: Words) -> "TargetShape | None":
    """A target as a whole: each of its years at once."""
    if subject is None:
        return None
    each = duties(subject.plan, subject.target, subject.indicator)
    whole = Duty(subject.plan, subject.target, subject.indicator, each[0].start, each[-1].due)
    return target_shape(whole, subject.id, say.name(subject.indicator))


def _number(number: Fraction | None) -> "Decimal | None":
    return None if number is None else quotient(number)
