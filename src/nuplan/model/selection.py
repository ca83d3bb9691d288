"""Selections: which checks are listed and can block, by ids, slugs and prefixes of ids."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from .catalogue import CHECKS
from .suggest import nearest

ALWAYS = ("NU0", "NU7")
"""What cannot be read and what is wrong with waivers is listed whatever is selected."""
SPELLINGS = (*CHECKS, *(check.slug for check in CHECKS.values()))
"""What a check is called."""
_PREFIX = re.compile("NU[0-9]{0,3}")


class Selection(NamedTuple):
    """The ids of the checks that are listed; None where all are."""

    checks: frozenset[str] | None = None

    def lists(self, check: str) -> bool:
        """Whether findings of a check are listed, and rows of it can block."""
        return self.checks is None or check in self.checks or check.startswith(ALWAYS)


def checks_named(word: str) -> tuple[str, ...]:
    """The checks of an id, a slug or the beginning of ids; none where nothing is called so."""
    if _PREFIX.fullmatch(word):
        return tuple(check for check in CHECKS if check.startswith(word))
    return tuple(check.id for check in CHECKS.values() if check.slug == word)


def nearest_check(word: str) -> str | None:
    """What an unknown name of a check may have meant."""
    return word.upper() if checks_named(word.upper()) else nearest(word, SPELLINGS)


def unignorable(word: str) -> str | None:
    """The first check of a name that is listed in any case."""
    return next((check for check in checks_named(word) if check.startswith(ALWAYS)), None)


def words_of(given: str | Sequence[str]) -> tuple[str, ...]:
    """The words of a list, or of a text with commas."""
    words = given.split(",") if isinstance(given, str) else given
    return tuple(filter(None, (word.strip() for word in words)))
