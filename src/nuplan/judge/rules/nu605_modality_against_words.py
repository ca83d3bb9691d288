"""NU605: the modality of a target against 力争, 争取 and the like."""

import re
from typing import Any

from ...model.reading import read
from ...model.subject import Subject

KEY = "modality"
_STRIVING = re.compile(r"力争|争取|争创|努力|有望")


def check(subject: Subject) -> dict[str, Any] | None:
    """The modality and what the words say."""
    target = subject.target
    match = _STRIVING.search(read(target.as_printed) + " " + read(target.dated))
    if (match is not None) == (target.modality == "strive"):
        return None
    why = "strive" if match is not None else "shall"
    return {"why": why, "read": match.group() if match is not None else "", "words": target.as_printed}
