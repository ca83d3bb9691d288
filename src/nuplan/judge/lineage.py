"""Which plan stands above which: the one it carries out, of an area above its own."""

from ..model.finding import NuplanError
from ..model.library import Library
from ..model.plan import Plan
from ..model.suggest import nearest


def with_parent(library: Library, above: Plan | None = None) -> list[str]:
    """The plans that carry out another one, or that are of an area below a given one, but for replaced ones; in the order of the areas."""
    replaced = {plan.supersedes.plan for plan in library.plans.values() if plan.supersedes is not None}
    found = [
        plan
        for plan in library.plans.values()
        if plan.kind == "plan"
        and plan.id not in replaced
        and (plan.implements is not None if above is None else _is_above(above.area, plan.area, library))
    ]
    return [plan.id for plan in sorted(found, key=lambda plan: (library.areas[plan.area].code, plan.id))]


def parent_of(child: Plan, library: Library, above: Plan | None = None) -> Plan:
    """The plan that a plan carries out, or the given one. Raises NuplanError where there is none, or none of an area above."""
    parent = _carried_out(child, library) if above is None else above
    if parent.id == child.id:
        raise NuplanError("plan-against-itself", name=child.id)
    if not _is_above(parent.area, child.area, library):
        here, there = library.areas[child.area].name, library.areas[parent.area].name
        raise NuplanError("not-above", name=child.id, parent=parent.id, area=here, above=there)
    return parent


def _carried_out(child: Plan, library: Library) -> Plan:
    """The plan that `implements` names, where the plans so named do not lead back to one met before."""
    if child.implements is None:
        raise NuplanError("no-parent-plan", name=child.id)
    step, line = child, [child.id]
    while step.implements is not None:
        name = step.implements.plan
        if name in line:
            raise NuplanError("plan-against-itself" if len(line) == 1 else "plan-cycle", name=child.id, line=" → ".join((*line, name)))
        if name not in library.plans:
            break
        line.append(name)
        step = library.plans[name]
    parent = child.implements.plan
    if parent not in library.plans:
        raise NuplanError("unknown-parent-plan", name=child.id, parent=parent, suggestion=nearest(parent, library.plans))
    return library.plans[parent]


def _is_above(upper: str, lower: str, library: Library) -> bool:
    return upper in [area.id for area in library.chain(lower)[1:]]
