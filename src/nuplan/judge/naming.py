"""A file's name against what stands in the file: another area in the name of a submission (NU556), or an earlier period (NU557)."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from ..model.area import Area
from ..model.figure import Filing
from ..model.finding import Finding, Problem
from ..model.library import Library
from ..model.period import Period, parse_period

_QUARTERS = {"一": "1", "二": "2", "三": "3", "四": "4"}
_YEAR = r"(?<![0-9])((?:19|20)[0-9]{2})"
_PERIODS = (
    (re.compile(_YEAR + r"[-_ 年]?[qQ]([1-4])(?![0-9])"), "{0}-Q{1}"),
    (re.compile(_YEAR + r"年?第?([一二三四1-4])季度?"), "{0}-Q{1}"),
    (re.compile(_YEAR + r"年?上半年()"), "{0}-Q2"),
    (re.compile(_YEAR + r"[-_.年](0[1-9]|1[0-2])(?:月|(?![-_.0-9]))"), "{0}-{1}"),
)
_DAY = re.compile(_YEAR + r"[-_.年]?(?:0?[1-9]|1[0-2])[-_.月]?(?:[0-2]?[0-9]|3[01])(?:日|(?![0-9]))")
_ONLY_YEAR = re.compile(_YEAR + r"(?![0-9])")


def check_names(filings: Iterable[Filing], library: Library) -> Iterator[Finding]:
    """The findings of files whose name tells of another area or period; a table of several submissions has no name of one."""
    filings = list(filings)
    several = Counter(filing.path for filing in filings)
    spellings = _spellings(library)
    for filing in filings:
        if several[filing.path] > 1 or filing.path == "-":
            continue
        name = os.path.splitext(os.path.basename(filing.path))[0]
        for check, said in (("NU556", _other_area(name, filing, library, spellings)), ("NU557", _other_period(name, filing.period))):
            if said is not None:
                values = {"said": said, "area": library.areas[filing.area].name, "period": filing.period.text}
                yield Finding(check, filing.place, values, filing.area, filing.period.text)


def _spellings(library: Library) -> tuple[dict[str, str], "re.Pattern[str]"]:
    """The ids and codes of areas as words of a name, and their Chinese names anywhere in it, the longest first."""
    words = {word: area.id for area in library.areas.values() for word in (area.id, area.code)}
    names = sorted((name for name in library.area_names if name not in words), key=len, reverse=True)
    return words, re.compile("|".join(map(re.escape, names)) or "(?!)")


def _other_area(name: str, filing: Filing, library: Library, spellings: tuple[dict[str, str], "re.Pattern[str]"]) -> Area | None:
    """An area that the name tells of, where it tells of none that is the file's, above it or below it."""
    words, names = spellings
    said = {words[word] for word in re.split(r"[^a-z0-9]+", name.lower()) if word in words}
    said |= {word for word in words.values() if "_" in word and word in name.lower()}
    said |= {library.area_names[match] for match in names.findall(name)}
    own = {area.id for area in library.chain(filing.area)}
    if not said or any(area in own or filing.area in {above.id for above in library.chain(area)} for area in said):
        return None
    return library.areas[min(said)]


def _other_period(name: str, period: Period) -> str | None:
    """An earlier period that the name tells of, where none it tells of is the file's; what is later may be when the file was made."""
    name = _DAY.sub("", name)
    said: dict[str, date] = {}
    for pattern, form in _PERIODS:
        for year, part in pattern.findall(name):
            try:
                text = form.format(year, _QUARTERS.get(part, part))
                said[text] = parse_period(text).end
            except Problem:
                continue
    if said:
        latest = max(said, key=lambda text: said[text])
        return latest if said[latest] < period.end else None
    years = _ONLY_YEAR.findall(name)
    return max(years) if years and int(max(years)) < period.year else None
