"""NU601: a plan or a clause of a plan that is named and does not exist, or that cannot be the one meant."""

from collections.abc import Iterator

from ...model.library import Library
from ...model.plan import Plan
from ..offence import Offence


def check(plan: Plan, library: Library) -> Iterator[Offence]:
    """implements and supersedes name a plan that is known, of this area or one above; gaps name clauses, the last one if to the end."""
    own = [area.id for area in library.chain(plan.area)]
    for link in ("implements", "supersedes"):
        given = getattr(plan, link)
        if given is None:
            continue
        other = library.plans.get(given.plan)
        if other is None:
            yield Offence((link, "plan"), {"why": "unknown", "name": given.plan, "key": link, "area": ""})
        elif other.area not in own or other.id == plan.id:
            yield Offence((link, "plan"), {"why": "area", "name": given.plan, "key": link, "area": other.area})
    above = None if plan.implements is None else library.plans.get(plan.implements.plan)
    for index, gap in enumerate(plan.source.missing):
        for key, clause in (("from", gap.from_), ("to", gap.to)):
            if clause not in plan.headings and clause != "end":
                yield Offence(("source", "missing", index, key), {"why": "clause", "name": clause, "key": key, "area": ""})
        if gap.to == "end" and gap.from_ in plan.headings and gap.from_ != plan.outline[-1].clause:
            values = {"why": "later", "name": gap.from_, "key": "from", "area": plan.outline[-1].clause}
            yield Offence(("source", "missing", index, "from"), values)
        for place, clause in enumerate(gap.may_answer):
            if above is not None and clause not in above.headings:
                where = ("source", "missing", index, "may_answer", place)
                yield Offence(where, {"why": "above", "name": clause, "key": "may_answer", "area": above.id})
