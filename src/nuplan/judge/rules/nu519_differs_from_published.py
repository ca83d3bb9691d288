"""NU519: a figure that differs from the published value of the same area, indicator and period."""

from ..evidence import Doubt, Evidence, differ, difference


def check(evidence: Evidence) -> Doubt | None:
    """The figure, the published value with the tier of its page, and by how much they differ."""
    known = next((one for one in evidence.same if one.source == "published"), None)
    if known is None or not differ(evidence.figure, known.figure, evidence.indicator):
        return None
    apart = difference(evidence.figure, known.figure, evidence.unit)
    values = {"published": known.figure.written, "of": known.figure.period.text, "tier": known.tier, "difference": apart}
    return Doubt(evidence.told(**values), (known.figure.location,))
