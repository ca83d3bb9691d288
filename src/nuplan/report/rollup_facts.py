"""What several renderings say of what areas come to: the status, the number or its bounds, and why nothing more can be said."""

from collections.abc import Sequence
from fractions import Fraction

from ..model.quantity import exact_decimal, plain, rounded
from ..model.rollup import Added, Rollup, Weight
from ..text import Words
from .facts import due_text, name_of
from .messages import waived

_FEW = 4
"""So many places are named; of more, the number is told and the first few."""


def name_of_row(row: Rollup, say: Words) -> str:
    """The indicator, with the scope of the target and the year where each is a duty of its own."""
    return name_of(row.duty or row.target.whole, say)


def due_of_row(row: Rollup, say: Words) -> str:
    """The day the duty falls due."""
    return due_text(row.duty or row.target.whole, say)


def rollup_status(row: Rollup, say: Words) -> str:
    """Whether the places below reach the target together, or each of them by itself; of plans, whether each carries it."""
    if row.duty is None:
        return say(f"align.each.{row.status}" if row.by_place else f"align.status.{row.status}")
    if row.status == "met" and "early" in row.flags:
        return say("rollup.status.early")
    return say(f"rollup.each.{row.status}" if row.by_place and row.status in ("met", "missed") else f"rollup.status.{row.status}")


def places_of(row: Added) -> int:
    """How many areas are asked."""
    if isinstance(row, Rollup) and row.by_place:
        return row.met + row.missed + row.unknown
    return len(row.reported) + row.unknown


def sum_text(row: Rollup, say: Words) -> str:
    """What the places below come to: a number, the bounds of one, or how many reach it."""
    if row.by_place:
        key = "align.rollup.places" if row.duty is None else "rollup.places"
        return say(key, met=row.met, missed=row.missed, unknown=row.unknown)
    return bounds_text(row, row.target.target.unit, say)


def bounds_text(row: Added, unit: str, say: Words) -> str:
    """A number, or the bounds of one."""
    low, high = ("" if end is None else f"{short(end)}{say.unit(unit)}" for end in (row.low, row.high))
    if low == high:
        return low or say("align.rollup.open")
    if not low or not high:
        return say("align.rollup.at_least", low=low) if low else say("align.rollup.at_most", high=high)
    return say("align.rollup.range", low=low, high=high)


def added_reason(row: Rollup, say: Words) -> str:
    """Why nothing more can be said, and what the missing would have to bring."""
    library = row.target.library
    parts = [_named("lacking", row.lacking, row, say)] if row.lacking and row.duty is not None else []
    parts += _missing(row, say)
    parts += [say("align.rollup.differing", area=say.name(library.areas[area])) for area in row.differing]
    if row.reason in ("basic", "series", "before_window", "annual", "quarterly", "monthly", "throughout"):
        parts.append(say(f"reason.{row.reason}"))
    if row.reason == "not_additive":
        parts.append(say("rollup.not_additive"))
    parts += mean_facts(row, row.target.target.unit, say)
    if row.needed is not None and row.reported and row.status != "missed":
        met = row.status == "met" or (row.duty is None and row.needed <= 0)
        over = "_over" if row.target.target.op == "gt" else ""
        key = "needed_none" if met else f"needed{over}" if row.covered is None else f"needed_mean{over}"
        parts.append(say(f"align.rollup.{key}", needed=f"{short(row.needed)}{say.unit(row.target.target.unit)}"))
    if row.waiver is not None:
        parts.append(waived(row.waiver, say))
    return say.clauses(parts)


def mean_facts(row: Added, unit: str, say: Words) -> list[str]:
    """Of a mean: what it is weighted by, how much of the weight is known, the estimate, and that the plain mean is another number."""
    parts = []
    if row.reason == "weights" and row.reported:
        parts.append(say("align.rollup.weights" if row.period is None else "rollup.weights"))
    if row.covered is not None and row.missing:
        parts.append(say("align.rollup.covered", covered=short(row.covered)))
    if row.point is not None and row.missing:
        parts.append(say("align.rollup.point", point=f"{short(row.point)}{say.unit(unit)}"))
    if row.weight is not None and row.period is not None and row.reported:
        parts.append(weight_text(row.weight, say))
    if row.plain_mean is not None and row.period is not None and row.weight is not None:
        parts.append(say("rollup.plain_mean", mean=f"{short(row.plain_mean)}{say.unit(unit)}"))
    return parts


def weight_text(weight: Weight, say: Words) -> str:
    """Where the denominators come from; people by which date."""
    day = "" if weight.day is None else weight.day.isoformat()
    return say("rollup.weight", sources=say.join(say(f"rollup.weight.{source}", day=day) for source in weight.sources))


def _missing(row: Rollup, say: Words) -> list[str]:
    """How many places are missing and, of submissions, which; and which cannot be judged."""
    if not row.unknown or row.status in ("pending", "not_due"):
        return []
    if row.duty is None:
        return [say("align.rollup.missing_areas", count=row.unknown)]
    if not row.reported:
        return []
    nameless = row.unknown - len(row.missing) - len(row.open)
    parts = [_named("missing", row.missing, row, say)] if row.missing else []
    if nameless > 0:
        parts.append(say("rollup.nameless", count=nameless))
    return [*parts, _named("open", row.open, row, say)] if row.open else parts


def _named(what: str, areas: Sequence[str], row: Rollup, say: Words) -> str:
    """Places by name; of many, how many and the first few."""
    names = [say.name(row.target.library.areas[area]) for area in areas[:_FEW]]
    return say(f"rollup.{what}" if len(areas) <= _FEW else f"rollup.{what}_many", count=len(areas), names=say.join(names))


def short(number: Fraction) -> str:
    """A number as its digits where it has few, else at four decimals."""
    exact = exact_decimal(number)
    return plain(exact if int(exact.as_tuple().exponent) >= -2 else rounded(number, -4).normalize())
