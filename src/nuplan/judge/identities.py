"""Identities held against the figures of a filing."""

from collections.abc import Collection
from fractions import Fraction
from typing import NamedTuple

from ..model.figure import Figure, Filing
from ..model.identity import Identity, evaluate
from ..model.interval import Interval, interval_of
from ..model.library import Library
from ..model.review import Review
from .evidence import counted_from, population
from .weights import POPULATION


class Held(NamedTuple):
    """An identity that figures do not fulfil: the figures, and what each name stands for.

    It is `coarse` where the population of the areas file stands for one that is not filed, of another date: then only how many times the
    sides are apart says something.
    """

    identity: Identity
    figures: dict[str, Figure]
    values: dict[str, Interval]
    coarse: bool = False

    @property
    def sides(self) -> tuple[Interval, Interval]:
        """What both expressions come to."""
        left, right = evaluate(self.identity.left, self.values), evaluate(self.identity.right, self.values)
        assert left is not None
        assert right is not None
        return left, right

    def mended(self, name: str, factor: Fraction, review: Review) -> bool:
        """Whether its sides are far apart, and it would hold with a figure multiplied by a factor."""
        if _near(self.identity, self.values, review.slips.far):
            return False
        values = self.values | {name: self.values[name].scaled(factor)}
        return _near(self.identity, values, review.slips.near) if self.coarse else self.identity.holds(values)


def failing(filing: Filing, library: Library) -> list[Held]:
    """The identities that the figures of a filing do not fulfil, of those whose names are all filed or are but for the population."""
    filed = filing.figures.keys()
    found = []
    for identity in library.identities:
        lacking = [name for name in identity.names if name not in filed]
        if not lacking:
            held = _held(identity, identity.names, filing, library)
            if held is not None and not identity.holds(held.values):
                found.append(held)
        elif lacking == [POPULATION] and library.review is not None and identity.sign == "=":
            held = _stood_in(identity, filing, library)
            if held is not None and not _near(identity, held.values, library.review.slips.far):
                found.append(held)
    return found


def _held(identity: Identity, names: Collection[str], filing: Filing, library: Library) -> Held | None:
    """The figures of some names, where all can be read and are of one period, caliber and start."""
    figures = {name: filing.figures[name] for name in names}
    kinds = set()
    for figure in figures.values():
        if not figure.readable or (figure.value is None and not figure.divisible):
            return None
        kinds.add((figure.period.end, figure.caliber))
    starts = {start for name, figure in figures.items() if (start := counted_from(figure, library.indicators[name])) is not None}
    if len(kinds) > 1 or len(starts) > 1:
        return None
    return Held(identity, figures, {name: interval_of(figure, library.indicators[name]) for name, figure in figures.items()})


def _stood_in(identity: Identity, filing: Filing, library: Library) -> Held | None:
    """The same with the population of the areas file."""
    held = _held(identity, [name for name in identity.names if name != POPULATION], filing, library)
    people = None if held is None else population(library.areas[filing.area], next(iter(held.figures.values())).period.end)
    if held is None or people is None:
        return None
    number = people / library.indicators[POPULATION].measure.factor
    return held._replace(values=held.values | {POPULATION: Interval(number, number)}, coarse=True)


def _near(identity: Identity, values: dict[str, Interval], times: object) -> bool:
    """Whether both sides are within so many times of each other; also where that cannot be told."""
    left, right = evaluate(identity.left, values), evaluate(identity.right, values)
    if left is None or right is None or left.middle <= 0 or right.middle <= 0:
        return True
    reach = Fraction(str(times))
    return 1 / reach <= left.middle / right.middle <= reach
