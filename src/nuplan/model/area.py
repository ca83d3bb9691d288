"""Areas: the province, its cities and, in a user's own file, their counties."""

from typing import Literal

from .fields import Date, Id, Name, Number, Strict, Text, WholeNumber

# What `counts` of an indicator calls the places that areas.yaml knows the number of.
COUNTIES, CITIES = "县（市、区）", "市"


class Population(Strict):
    """Resident population at a date, in persons, with its source."""

    value: Number
    date: Date
    source: Text


class Area(Strict):
    """One area of targets/areas.yaml; `code` is its GB/T 2260 code, `counties` its number of county-level divisions."""

    id: Id
    code: Text
    level: Literal["province", "city", "county"]
    parent: Id | None = None
    name: Name
    aliases: tuple[Text, ...] = ()
    counties: WholeNumber | None = None
    population: tuple[Population, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name a submission may use for it."""
        return (self.id, self.code, self.name.zh, *self.aliases)
