"""NU509: figures of one area and period that an identity ties together and that cannot all be right, rounding allowed for."""

from typing import Any

from ...model.fields import Name
from ...model.figure import Figure, Filing
from ...model.identity import Expression, Identity, written
from ...model.interval import Interval
from ...model.ledger import Known, Ledger
from ...model.library import Library
from ...model.quantity import Quantity, plain, rounded
from ..evidence import Doubt, comparable
from ..identities import Held


def check(held: Held, filing: Filing, library: Library, ledger: Ledger) -> tuple[Figure, Doubt]:
    """The figure that stands alone on a side, or the first one; both sides with their values, and what they come to."""
    identity = held.identity
    alone = next((side for side in (identity.left, identity.right) if isinstance(side, str)), None)
    figure = held.figures[alone if alone is not None else identity.names[0]]
    left, right = held.sides
    shown = _digits(figure, held)
    values: dict[str, Any] = {
        "left": _both(identity.left, held, library),
        "right": _both(identity.right, held, library),
        "left_value": _number(left, shown),
        "right_value": _number(right, shown),
        "identity": identity.text,
        "why": _kind(identity),
    }
    related = tuple(other.location for other in held.figures.values() if other is not figure)
    if alone is not None and identity.sign == "=":
        computed = Quantity(rounded((right if alone == identity.left else left).middle, shown), library.indicators[alone].measure)
        values |= {"value": figure.written, "computed": computed, "why": "alone"}
        values |= {"right": values["left"], "right_value": values["left_value"]} if alone == identity.right else {}
        if (known := _stale(figure, filing, library, ledger)) is not None:
            values |= {"why": "earlier", "of": known.figure.period.text, "earlier": known.figure.written}
            related = (*related, known.figure.location)
    return figure, Doubt(values, related)


def _kind(identity: Identity) -> str | None:
    """Which message: of a part and its whole, of several together, or none of its own."""
    if identity.sign == "=":
        return None
    return "over" if isinstance(identity.left, str) and isinstance(identity.right, str) else "over_together"


def _stale(figure: Figure, filing: Filing, library: Library, ledger: Ledger) -> Known | None:
    """The latest known value of another day that is the very same number."""
    indicator = library.indicators[figure.indicator]
    number = figure.number(indicator.measure)
    known = comparable(figure, filing.area, indicator, ledger)
    same = [one for one in known if one.day != figure.period.end and one.number(indicator.measure) == number]
    return same[-1] if same else None


def _digits(figure: Figure, held: Held) -> int:
    """The place at which numbers are shown: that of the figure in the indicator's own unit, at least."""
    value = figure.value
    if value is None:
        return -2
    step = held.values[figure.indicator]
    exponent = int(value.value.as_tuple().exponent)
    width = step.high - step.low
    return exponent if width == 0 else _place(width)


def _place(width: Any) -> int:
    """The place of the last digit that an interval so wide stands for."""
    exponent = 0
    while width < 1:
        width *= 10
        exponent -= 1
    while width >= 10:
        width /= 10
        exponent += 1
    return exponent


def _number(side: Interval, exponent: int) -> str:
    return plain(rounded(side.middle, min(exponent, 0)))


def _both(side: Expression, held: Held, library: Library) -> Name:
    """An expression in words, each name with its value."""
    zh = {name: f"“{library.indicators[name].name.zh}”{figure.written}" for name, figure in held.figures.items()}
    en = {name: f'"{library.indicators[name].name.en}" {figure.written}' for name, figure in held.figures.items()}
    return Name(zh=written(side, zh), en=written(side, en))
