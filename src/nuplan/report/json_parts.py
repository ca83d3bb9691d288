"""Parts of the JSON report that assessments, findings and pairs share."""

from typing import TYPE_CHECKING

from ..model.duty import Duty
from ..model.finding import Location

if TYPE_CHECKING:
    from .shapes import Place, TargetShape


def target_shape(duty: Duty, id_: str, name: str) -> "TargetShape":
    """A target, or one year of it, by its duty."""
    target, plan = duty.target, duty.plan
    heading = plan.headings[target.clause]
    return {
        "plan": plan.id,
        "id": id_,
        "indicator": duty.indicator.id,
        "name": name,
        "clause": target.clause,
        "as_printed": target.as_printed,
        "op": target.op,
        "value": list(target.value) if isinstance(target.value, tuple) else target.value,
        "unit": target.unit,
        "form": target.form,
        "from": duty.start,
        "due": duty.due,
        "modality": target.modality,
        "basic": target.basic,
        "scope": target.scope,
        "cascade": target.cascade.as_ if target.cascade is not None else None,
        "lead": None if isinstance(heading.lead, str) else list(heading.lead),
        "responsible": None if isinstance(heading.responsible, str) else list(heading.responsible),
    }


def location_shape(place: Location) -> "Place":
    """A place in a file."""
    return {"path": place.path, "line": place.line, "column": place.column, "sheet": None, "cell": None}
