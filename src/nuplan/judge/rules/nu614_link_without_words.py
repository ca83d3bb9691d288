"""NU614: a plan that is said to be carried out or replaced by words that do not name it."""

from collections.abc import Iterator

from ...model.library import Library
from ...model.plan import Plan
from ...model.reading import quoted
from ..offence import Offence


def check(plan: Plan, library: Library) -> Iterator[Offence]:
    """The words hold the title or the number of the plan that is named."""
    for link in ("implements", "supersedes"):
        given = getattr(plan, link)
        other = None if given is None else library.plans.get(given.plan)
        if given is None or other is None:
            continue
        names = [other.title.zh] if other.document.number == "not_stated" else [other.title.zh, other.document.number]
        words = _plain(given.as_printed)
        if not any(_plain(name) in words for name in names):
            yield Offence((link, "as_printed"), {"key": link, "name": other.id, "words": given.as_printed})


def _plain(text: str) -> str:
    """The text with brackets of one form."""
    return quoted(text).translate(str.maketrans("﹝﹞〔〕[]", "()()()"))
