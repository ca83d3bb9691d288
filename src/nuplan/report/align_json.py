"""Pairs as they stand in the JSON report."""

from typing import TYPE_CHECKING

from ..model.alignment import Alignment
from ..text import Words
from .json_parts import decimal, location_shape, subject_shape

if TYPE_CHECKING:
    from .shapes import PairShape


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
        "parent": subject_shape(row.parent, say),
        "child": subject_shape(row.child, say),
        "gap": decimal(row.gap),
        "share": decimal(row.share),
        "population_share": decimal(row.population_share),
        "allocation": subject_shape(row.allocation, say),
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
