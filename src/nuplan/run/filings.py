"""Submissions read from paths into a report, one file after the other or by several processes."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import BinaryIO

from ..judge.rules import IMPOSSIBLE, check_figures
from ..load.file import Loaded, read_bytes
from ..load.merge import merge
from ..load.submission import load_filings
from ..load.tree import Problems, Refused
from ..load.walk import Walk
from ..model.figure import Filing
from ..model.finding import Finding, NuplanError
from ..model.library import Library
from ..model.period import parse_period
from ..model.report import Input, Report

Progress = Callable[[int, int], None]
"""Told how many files have been read, and of how many."""
Kept = Callable[[Filing], frozenset[str]]
"""The indicators of a filing that something asks for."""
Read = tuple[Loaded, list[Filing], list[Finding]]
"""A file, what was filed in it, and what the data review finds in its figures."""
_CHUNK = 16
_shelf: list[Library] = []


def read_filings(
    paths: list[str],
    report: Report,
    *,
    kept: Kept | None = None,
    stdin: BinaryIO | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> list[Filing]:
    """Every filing at the paths; problems, inputs and what was passed by go into the report.

    A file of another kind is a problem where it was named, and only counted where a folder holds it. Where `kept` is given, the figures
    of other indicators are packed away once they are reviewed.
    """
    walk = Walk(paths)
    files = list(walk)
    found: list[Filing] = []
    for index, ((path, named), read) in enumerate(zip(files, _load(files, report.library, stdin, jobs), strict=True)):
        loaded, filings, reviewed = read
        if progress is not None:
            progress(index + 1, len(files))
        if loaded.foreign and not named:
            report.skipped += 1
            continue
        _take(path, loaded, filings, report)
        report.findings += reviewed
        found += filings if kept is None else [filing.pack(kept(filing)) for filing in filings]
    report.passed_by = walk.passed_by
    return found


def _take(path: str, loaded: Loaded, filings: list[Filing], report: Report) -> None:
    """Add a file's rows among the inputs, and its problems."""
    for filing in filings:
        report.inputs.append(Input(path, loaded.sha256, filing.area, filing.period.text, filing.filled))
    if not filings:
        report.inputs.append(Input(path, loaded.sha256, None, None, 0))
    area, period = (filings[0].area, filings[0].period.text) if len(filings) == 1 else (None, None)
    report.findings += [finding._replace(area=area, period=period) for finding in loaded.findings]


def merged(filings: list[Filing], report: Report) -> list[Filing]:
    """One filing for each area and period, in the order of the areas and periods; where files disagree goes into the report.

    A period that files name differently (2025, 2025-Q4) has the name that most give it, in the findings too.
    """
    library = report.library
    joined, conflicts = merge(filings, library)
    report.findings += conflicts
    given: dict[date, Counter[str]] = {}
    for filing in filings:
        given.setdefault(filing.period.end, Counter())[filing.period.text] += 1
    names = {end: max(texts, key=lambda text: (texts[text], text)) for end, texts in given.items()}
    if any(len(texts) > 1 for texts in given.values()):
        report.findings = [_renamed(finding, names) for finding in report.findings]
        joined = [filing._replace(period=filing.period._replace(text=names[filing.period.end])) for filing in joined]
    return sorted(joined, key=lambda filing: (library.areas[filing.area].code, filing.period.end))


def _renamed(finding: Finding, names: dict[date, str]) -> Finding:
    if finding.period is None or finding.area is None:
        return finding
    return finding._replace(period=names.get(parse_period(finding.period).end, finding.period))


def filed_bytes(path: str) -> bytes:
    """The bytes of a file that has been read. Raises NuplanError where it is no longer there."""
    problems = Problems(path)
    try:
        return read_bytes(path, problems)
    except Refused:
        raise NuplanError("broken-submissions", findings=tuple(problems.found)) from None


class Impossible:
    """The indicators of each area and period whose figure cannot be true, so that nothing is decided by it."""

    def __init__(self, report: Report) -> None:
        self._found: dict[tuple[str | None, date], set[str]] = {}
        for finding in report.findings:
            if finding.check in IMPOSSIBLE and finding.period is not None and finding.indicator is not None:
                self._found.setdefault((finding.area, parse_period(finding.period).end), set()).add(finding.indicator)

    def of(self, filing: Filing) -> frozenset[str]:
        """Those of one filing."""
        return frozenset(self._found.get((filing.area, filing.period.end), ()))


def _load(files: list[tuple[str, bool]], library: Library, stdin: BinaryIO | None, jobs: int) -> Iterator[Read]:
    """What stands in each file, in their order."""
    paths = [path for path, _ in files]
    if jobs < 2 or len(paths) <= _CHUNK or "-" in paths:
        return (_read(path, library, stdin if path == "-" else None) for path in paths)
    return _load_by_several(paths, library, jobs)


def _load_by_several(paths: Iterable[str], library: Library, jobs: int) -> Iterator[Read]:
    """The same by several processes, which end with this one."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children

    pool = ProcessPoolExecutor(jobs, initializer=_begin, initargs=(library,))
    try:
        yield from pool.map(_load_one, paths, chunksize=_CHUNK)
    except BaseException:
        for process in active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=False)


def _begin(library: Library) -> None:
    """Make a process ready to read; an interrupt is for the one that started it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _shelf.append(library)


def _load_one(path: str) -> Read:
    return _read(path, _shelf[0])


def _read(path: str, library: Library, stream: BinaryIO | None = None) -> Read:
    loaded, filings = load_filings(path, library, stream)
    return loaded, filings, [finding for filing in filings for finding in check_figures(filing, library)]
