"""NU607: whom a target is addressed to, and what of the indicator it covers, against the words."""

import re
from typing import Any

from ...model.reading import read
from ...model.subject import Subject

KEY = "applies_to"
_WORDS = {
    "each_city": re.compile(r"各(?:设区的?)?市(?!场|县)|(?:所有|全部|每个)(?:设区的?)?市(?!场)|16市"),
    "each_county": re.compile(r"(?:各|所有|全部|每个)(?:区县|县|市县)|县县"),
}


def check(subject: Subject) -> dict[str, Any] | None:
    """Words that address each place and a target that does not, or the other way round; a list or a scope that is not printed."""
    target, words = subject.target, read(subject.target.as_printed)
    level = subject.library.areas[subject.plan.area].level
    below = {"province": ("each_city", "each_county"), "city": ("each_county",)}.get(level, ())
    printed = [who for who in below if _WORDS[who].search(words)]
    given = target.applies_to
    if isinstance(given, tuple):
        names = [subject.library.areas[area] for area in given]
        lacking = [area.name.zh for area in names if not any(read(name) in words for name in area.spellings)]
        if lacking:
            return {"why": "list", "given": "、".join(lacking), "words": target.as_printed}
        beside = [area for area in subject.library.areas.values() if area.parent == names[0].parent and area not in names] if names else []
        left_out = [area.name.zh for area in beside if any(read(name) in words for name in (area.name.zh, *area.aliases))]
        return {"why": "left_out", "given": "、".join(left_out), "words": target.as_printed} if left_out else None
    if given is not None and given not in printed:
        return {"why": "not_printed", "given": given, "words": target.as_printed}
    if given is None and printed:
        return {"why": "not_given", "given": printed[0], "words": target.as_printed}
    if target.scope is not None and read(target.scope) not in words:
        return {"why": "scope", "given": target.scope, "words": target.as_printed}
    return None
