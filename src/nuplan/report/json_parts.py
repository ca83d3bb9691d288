"""Parts of the JSON report that its rows share."""

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from ..model.duty import Duty
from ..model.figure import quotient
from ..model.finding import Location
from ..text import Words

if TYPE_CHECKING:
    from ..model.subject import Subject
    from ..model.waiver import ReadWaiver
    from .shapes import Place, TargetShape, WaiverShape


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
    return {"path": place.path, "line": place.line, "column": place.column, "sheet": place.sheet, "cell": place.cell}


def waiver_shape(waiver: "ReadWaiver | None") -> "WaiverShape | None":
    """The waiver of a row."""
    if waiver is None:
        return None
    return {
        "justification": waiver.justification,
        "approver": waiver.approver,
        "from": waiver.from_,
        "until": waiver.until,
        "location": location_shape(waiver.location),
    }


def subject_shape(subject: "Subject | None", say: Words) -> "TargetShape | None":
    """A target as a whole: each of its years at once."""
    if subject is None:
        return None
    return target_shape(subject.whole, subject.id, say.name(subject.indicator))


def decimal(number: Fraction | None) -> Decimal | None:
    """A fraction as a JSON number: at most six decimals."""
    return None if number is None else quotient(number)
