"""NU610: words that name a look-alike of the indicator they stand under: another object, grade, threshold or caliber."""

import re
from typing import Any

from ...model.comparison import Subject
from ...model.indicator import Indicator
from ...model.reading import read

KEY = "indicator"
# What tells one indicator from its look-alikes, by kind; of the first kinds one in common is enough, of the last all must agree.
_GRADES = (
    re.compile(r"(?:国家|省|市|县)级"),
    re.compile(r"[一二三四五]星级"),
    re.compile(r"[0-9十百千万]+亿级"),
    re.compile(r"人口过?[0-9]+万"),
    re.compile(r"户籍|常住"),
)
_STATES = re.compile(r"在建|运营|营运|通车|通航")


def check(subject: Subject) -> dict[str, Any] | None:
    """The look-alike whose name the words hold, or the mark that the indicator has otherwise."""
    words, indicator = subject.words, subject.indicator
    own = _longest(indicator, words)
    for other in subject.library.look_alikes(indicator.id):
        if _longest(subject.library.indicators[other], words) > own:
            return {"why": "name", "other": other, "indicator": indicator.id, "words": subject.target.as_printed}
    known = " ".join(map(read, (*indicator.spellings[1:], indicator.definition.zh)))
    for pattern in _GRADES:
        printed, named = set(pattern.findall(words)), set(pattern.findall(known))
        if printed and named and printed.isdisjoint(named):
            return {"why": "grade", "other": "、".join(sorted(printed)), "indicator": indicator.id, "words": subject.target.as_printed}
    printed, named = _states(words), _states(read(indicator.name.zh))
    if named and printed and printed != named:
        return {"why": "grade", "other": "、".join(sorted(printed)), "indicator": indicator.id, "words": subject.target.as_printed}
    return None


def _longest(indicator: Indicator, words: str) -> int:
    """The length of the longest of an indicator's names that the words hold."""
    return max((len(name) for name in map(read, indicator.spellings[1:]) if name in words), default=0)


def _states(words: str) -> set[str]:
    return {found.replace("营运", "运营") for found in _STATES.findall(words)}
