"""The pace of a row in the JSON report."""

from typing import TYPE_CHECKING

from ..model.ledger import Known
from ..model.pace import Pacing, Reading
from .json_parts import decimal

if TYPE_CHECKING:
    from .shapes import KnownShape, PacingShape, ReadingShape


def pacing_shape(pacing: Pacing) -> "PacingShape | None":
    """What a pace was worked out from; None where there is nothing."""
    if pacing.latest is None and not pacing.readings:
        return None
    return {
        "latest": _known(pacing.latest),
        "opening": _known(pacing.opening),
        "elapsed": decimal(pacing.elapsed),
        "done": decimal(pacing.done),
        "profile": decimal(pacing.profile),
        "lead": decimal(pacing.lead),
        "path": decimal(pacing.path),
        "off_path": decimal(pacing.off_path),
        "needed": decimal(pacing.needed),
        "observed": decimal(pacing.observed),
        "projection": decimal(pacing.projection),
        "readings": [_reading(reading) for reading in pacing.readings],
    }


def _known(known: Known | None) -> "KnownShape | None":
    if known is None:
        return None
    figure = known.figure
    return {
        "value": figure.value.value if figure.value is not None else decimal(figure.fraction),
        "unit": figure.value.unit.name if figure.value is not None else "%",
        "of": figure.period.text,
        "source": known.source,
        "tier": known.tier,
        "vintage": known.vintage or None,
        "place": str(figure.location),
    }


def _reading(reading: Reading) -> "ReadingShape":
    return {
        "by": reading.by,
        "base": reading.base,
        "so_far": decimal(reading.so_far),
        "ratio": decimal(reading.ratio),
        "needed": decimal(reading.needed),
        "openings": [_known(known) for known in reading.openings],
        "latest": [_known(known) for known in reading.latest],
    }
