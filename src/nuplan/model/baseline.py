"""Baselines: published opening values, from which progress is counted (`nuplan/baselines/v1`)."""

from .fields import Id, NotStated, PeriodField, QuantityField, Strict, Text
from .ledger import Tier


class PublishedValue(Strict):
    """One published value and where it stands.

    `tier` says how far the page is to be trusted: A official, B press or a yearbook's copy, C secondary. `vintage` names the survey or
    census its series rests on (七普口径), since values of different vintages must not be compared.
    """

    area: Id
    indicator: Id
    of: PeriodField
    value: QuantityField
    address: Text
    tier: Tier
    vintage: Text | NotStated
    note: Text | None = None


class BaselinesFile(Strict):
    """A file of baselines."""

    baselines: tuple[PublishedValue, ...]
