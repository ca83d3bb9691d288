"""Did-you-mean: the known spelling nearest to an unknown one."""

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 100


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The nearest known spelling, or None where none is near."""
    if len(word) > _LONGEST:
        return None
    names = list(known)
    found = get_close_matches(word, names, n=1, cutoff=0.6) or get_close_matches(word.lower(), names, n=1, cutoff=0.6)
    return found[0] if found else None
