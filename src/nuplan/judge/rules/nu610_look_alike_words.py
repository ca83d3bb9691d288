"""NU610: words that speak of something else than the indicator they stand under: another object, grade, threshold or caliber."""

import re
from typing import Any

from ...model.indicator import Indicator
from ...model.reading import read
from ...model.subject import Subject

KEY = "indicator"
# What tells one indicator from its look-alikes, by kind: one in common is enough.
_GRADES = (
    re.compile(r"(?:国家|省|市|县)级"),
    re.compile(r"[一二三四五]星级"),
    re.compile(r"[0-9十百千万]+亿级"),
    re.compile(r"人口过?[0-9]+万"),
    re.compile(r"户籍|常住"),
)
_STATES = re.compile(r"在建|运营|营运|通车|通航")
_LEAST = 0.3
"""Less than this share of the pairs of letters of every one of its names in the words, and they are not about the indicator."""


def check(subject: Subject) -> dict[str, Any] | None:
    """The look-alike that the words fit better, the mark that the indicator has otherwise, or nothing of its names at all."""
    words, indicator = read(subject.target.as_printed), subject.indicator
    told = {"indicator": indicator.id, "words": subject.target.as_printed}
    own = _fit(indicator, words)
    for other in subject.library.look_alikes(indicator.id):
        if _fit(subject.library.indicators[other], words) > own:
            return {"why": "name", "other": other} | told
    known = " ".join(map(read, (*indicator.spellings[1:], indicator.definition.zh)))
    for pattern in _GRADES:
        printed, named = set(pattern.findall(words)), set(pattern.findall(known))
        if printed and named and printed.isdisjoint(named):
            return {"why": "grade", "other": "、".join(sorted(printed))} | told
    printed, named = _states(words), _states(read(indicator.name.zh))
    if named and printed and printed != named:
        return {"why": "grade", "other": "、".join(sorted(printed))} | told
    return {"why": "foreign", "other": indicator.name.zh} | told if own < _LEAST else None


def _fit(indicator: Indicator, words: str) -> float:
    """The largest share of the pairs of letters of one of an indicator's names that the words hold."""
    held = _pairs(words)
    return max(len(pairs & held) / len(pairs) for name in indicator.spellings[1:] if (pairs := _pairs(read(name))))


def _pairs(text: str) -> set[str]:
    letters = re.sub(r"[()“”、,]", "", text)
    return {letters[index : index + 2] for index in range(len(letters) - 1)} or {letters}


def _states(words: str) -> set[str]:
    return {found.replace("营运", "运营") for found in _STATES.findall(words)}
