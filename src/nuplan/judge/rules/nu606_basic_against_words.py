"""NU606: `basic` against 基本实现 and the like."""

import re
from typing import Any

from ...model.reading import read
from ...model.subject import Subject

KEY = "basic"
_BASIC = re.compile(r"基本(?=实现|建成|消除|完成|形成|达到|清零|解决|覆盖|全覆盖|打通|健全|建立|具备)")


def check(subject: Subject) -> dict[str, Any] | None:
    """Whether the words have it and the target has not, or the other way round."""
    printed = _BASIC.search(read(subject.target.as_printed)) is not None
    if printed == subject.target.basic:
        return None
    return {"why": "missing" if printed else "added", "words": subject.target.as_printed}
