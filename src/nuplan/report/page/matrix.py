"""The areas side by side: tiles where they lie on the map, and for each period a table of targets and areas."""

import json
from importlib.resources import files
from typing import NamedTuple

from ...model.report import Report
from ...text import Words
from ..facts import name_of, plan_title
from .cities import City, Item


class Tile(NamedTuple):
    """An area on the map; column and row count from 1, and are None for one without a place on it."""

    city: City
    column: int | None
    row: int | None


class Line(NamedTuple):
    """One target and how each area stands to it, None where it is not asked of one."""

    name: str
    cells: list[Item | None]


class Matrix(NamedTuple):
    """The targets of a period that are asked of more than one area, by plan."""

    period: str
    cities: list[City]
    plans: list[tuple[str, list[Line]]]


def tiles_of(report: Report, cities: list[City]) -> list[Tile]:
    """The areas on the map, where several lie below one other; those without a place after the others."""
    parents = [report.library.areas[city.id].parent for city in cities]
    if not any(parent is not None and parents.count(parent) > 1 for parent in parents):
        return []
    places: dict[str, list[int]] = json.loads(files(__package__).joinpath("places.json").read_text("utf-8"))
    tiles = [Tile(city, *places.get(city.code, (None, None))) for city in cities]
    return sorted(tiles, key=lambda tile: tile.row is None)


def matrices_of(cities: list[City], say: Words) -> list[Matrix]:
    """A table for each period that several areas have reported for."""
    periods = dict.fromkeys(filing.period for city in cities for filing in city.filings)
    made = (_matrix(period, cities, say) for period in periods)
    return [matrix for matrix in made if matrix.plans]


def _matrix(period: str, cities: list[City], say: Words) -> Matrix:
    here = [city for city in cities if any(filing.period == period for filing in city.filings)]
    found: dict[str, dict[str, Item]] = {}
    for city in here:
        for item in city.items:
            if item.row.of.period == period:
                found.setdefault(item.row.of.duty.id, {})[city.id] = item
    plans: dict[str, list[Line]] = {}
    for items in found.values():
        if len(items) > 1:
            duty = next(iter(items.values())).row.of.duty
            plans.setdefault(plan_title(duty.plan, say), []).append(Line(name_of(duty, say), [items.get(city.id) for city in here]))
    return Matrix(period, here, list(plans.items()))
