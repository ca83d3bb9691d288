"""NU611: a version of the encoding that its list of changes does not end with."""

from collections.abc import Iterator

from ...model.library import Library
from ...model.plan import Plan
from ..offence import Offence


def check(plan: Plan, library: Library) -> Iterator[Offence]:
    """Versions are told once each, in the order of their days, the last being that of the file."""
    last = plan.changes[-1].version if plan.changes else "–"
    if last != plan.version:
        yield Offence(("version",), {"why": "last", "version": plan.version, "other": last})
    for index, (one, two) in enumerate(zip(plan.changes, plan.changes[1:], strict=False)):
        if two.date < one.date or two.version in {change.version for change in plan.changes[: index + 1]}:
            yield Offence(("changes", index + 1), {"why": "order", "version": two.version, "other": one.version})
