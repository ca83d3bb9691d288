"""What a rule of a whole plan finds."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Offence(NamedTuple):
    """The key it stands under, the values of its message, and the target where it is one's."""

    key: tuple[str | int, ...]
    values: Mapping[str, Any]
    target: str | None = None
