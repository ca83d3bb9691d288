"""What areas add up to, as it stands in the JSON report."""

from typing import TYPE_CHECKING

from ..model.rollup import Rollup, Total, Weight
from ..text import Words
from .json_parts import decimal, subject_shape, target_shape, waiver_shape

if TYPE_CHECKING:
    from .shapes import RollupShape, TotalShape, WeightShape


def rollup_shape(row: Rollup, say: Words) -> "RollupShape":
    """A target of the area above and what those below come to."""
    target = subject_shape(row.target, say) if row.duty is None else target_shape(row.duty, row.duty.id, say.name(row.target.indicator))
    assert target is not None
    return {
        "area": row.area,
        "period": row.period,
        "target": target,
        "low": decimal(row.low),
        "point": decimal(row.point),
        "high": decimal(row.high),
        "places": {"met": row.met, "missed": row.missed, "unknown": row.unknown},
        "covered": decimal(row.covered),
        "reported": list(row.reported),
        "missing": list(row.missing),
        "lacking": list(row.lacking),
        "differing": list(row.differing),
        "needed": decimal(row.needed),
        "plain_mean": decimal(row.plain_mean),
        "weight": _weight(row.weight),
        "flags": list(row.flags),
        "check": row.check,
        "status": row.status,
        "reason": row.reason,
        "severity": row.severity,
        "waiver": waiver_shape(row.waiver),
        "blocking": row.blocking,
    }


def total_shape(row: Total) -> "TotalShape":
    """Figures that no target asks for, added up."""
    return {
        "area": row.area,
        "period": row.period,
        "indicator": row.indicator.id,
        "unit": row.indicator.unit,
        "low": decimal(row.low),
        "point": decimal(row.point),
        "high": decimal(row.high),
        "covered": decimal(row.covered),
        "plain_mean": decimal(row.plain_mean),
        "weight": _weight(row.weight),
        "reported": list(row.reported),
        "missing": list(row.missing),
    }


def _weight(weight: Weight | None) -> "WeightShape | None":
    if weight is None:
        return None
    return {"sources": list(weight.sources), "indicator": weight.indicator, "date": weight.day}
