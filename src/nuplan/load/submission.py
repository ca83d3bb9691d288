"""Submission files become filings: area, period and figures resolved against the library; a broken part never hides the others."""

import os
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any, BinaryIO

from pydantic import ValidationError

from ..model.figure import Figure, Filing
from ..model.finding import Finding, Location, Problem
from ..model.indicator import Indicator
from ..model.library import Library
from ..model.period import LAST_YEAR, Period
from ..model.quantity import Quantity
from ..model.submission import FigureEntry, Submission
from ..model.suggest import nearest
from ..model.unit import COUNT, NUMBER, Unit, accepted_units
from .file import SUFFIXES, Loaded, load_file
from .tree import Mapping, Problems, find_mark
from .validate import note_errors

_BESIDE = frozenset({"of", "since", "quality", "note", "caliber", "evidence", "baseline"})
_STAND_INS = {"area": "–", "period": str(LAST_YEAR)}
"""Values that let the figures of a file be read whose own area or period cannot be."""


def find_files(paths: list[str]) -> Iterator[tuple[str, bool]]:
    """The files of the given paths in the order given, and whether each was named itself.

    A folder stands for the YAML and JSON files below it, sorted; one below it that cannot be entered stands for itself.
    """
    for path in paths:
        if path != "-" and os.path.isdir(path):
            closed: list[OSError] = []
            for folder, folders, names in os.walk(path, onerror=closed.append):
                folders.sort()
                files = (os.path.join(folder, name) for name in sorted(names) if name.lower().endswith(SUFFIXES))
                yield from ((file, False) for file in files if os.path.isfile(file) or not os.path.exists(file))
            yield from ((error.filename, True) for error in closed)
        else:
            yield path, True


def load_filing(path: str, library: Library, stream: BinaryIO | None = None) -> tuple[Loaded, Filing | None]:
    """Read one submission. The filing is None where the file has no usable area or period; problems stand in `loaded.findings`."""
    loaded = load_file(path, ("submission",), stream)
    if loaded.tree is None:
        return loaded, None
    tree, problems = loaded.tree, loaded.problems
    reader = _FigureReader(tree, library, problems)
    submission, usable = _validate(tree, problems, reader.broken)
    if submission is None:
        return loaded, None
    figures = reader.read(submission)
    area = library.area_names.get(submission.area)
    if area is None and submission.area != _STAND_INS["area"]:
        problems.add("NU014", find_mark(tree, ["area"]), name=submission.area, suggestion=nearest(submission.area, library.area_names))
    if area is None or not usable:
        return loaded, None
    return loaded, Filing(path, area, submission.period, figures, problems.place(find_mark(tree, ["figures"], key=True)))


def _validate(tree: Mapping, problems: Problems, broken: set[str]) -> tuple[Submission | None, bool]:
    """The submission without what is broken in it, and whether its area and period are its own.

    Names of broken figures are added to `broken`.
    """
    usable = True
    for attempt in range(3):
        try:
            return Submission.model_validate(tree), usable
        except ValidationError as error:
            if attempt == 0:
                note_errors(error, Submission, tree, (), problems)
            for item in error.errors(include_url=False, include_context=False, include_input=False):
                usable = _leave_out(tree, item["loc"], broken, whole_figure=attempt > 0) and usable
    return None, False


def _leave_out(tree: Mapping, loc: tuple[Any, ...], broken: set[str], *, whole_figure: bool) -> bool:
    """Take what is broken out of the tree, so that the rest can be read; whether the file keeps its own area and period.

    Of a figure a broken key beside the number goes first, so that its unit is still looked at, and then the whole figure.
    """
    key, *rest = loc
    figures = tree.get("figures")
    if key in _STAND_INS:
        tree[str(key)] = _STAND_INS[str(key)]
        return False
    if key == "figures" and rest and isinstance(figures, Mapping):
        name, *inner = rest
        broken.add(str(name))
        entry = figures.get(str(name))
        if inner and isinstance(entry, Mapping) and inner[0] in _BESIDE & entry.keys() and not whole_figure:
            del entry[str(inner[0])]
        else:
            figures.pop(str(name), None)
    else:
        tree.pop(str(key), None)
    return True


class _FigureReader:
    """Resolves the figures of one file; those that cannot be read are kept as unreadable."""

    def __init__(self, tree: Mapping, library: Library, problems: Problems) -> None:
        entries = tree.get("figures")
        self.entries = entries if isinstance(entries, Mapping) else Mapping(tree.mark)
        self.library = library
        self.problems = problems
        self.broken = set(self.entries.dropped)

    def read(self, submission: Submission) -> dict[str, Figure]:
        """Figures by indicator id, in the order of the file."""
        found: dict[str, Figure] = {}
        names: dict[str, str] = {}
        for name, (key_mark, mark) in self.entries.marks.items():
            indicator = self.library.indicators.get(self.library.indicator_names.get(name, ""))
            if indicator is None:
                if not self.problems.full:
                    self.problems.add("NU016", key_mark, name=name, suggestion=nearest(name, self.library.indicator_names))
                continue
            place = self.problems.place(mark)
            if indicator.id in found:
                first = self.entries.marks[names[indicator.id]][0]
                self.problems.add("NU021", key_mark, related=first, name=name, indicator=indicator.id)
                figure = None
            else:
                entry = submission.figures.get(name)
                figure = None if entry is None else self._figure(name, indicator, entry, submission.period, place)
            names.setdefault(indicator.id, name)
            found[indicator.id] = figure or Figure(indicator.id, place, submission.period, readable=False)
        return found

    def _figure(self, name: str, indicator: Indicator, entry: FigureEntry, period: Period, place: Location) -> Figure | None:
        """The figure of an entry with its unit resolved, or None with its problems noted."""
        value = None
        readable = name not in self.broken
        if entry.value is not None:
            try:
                value = _measured(indicator, entry.value, entry.unit)
            except Problem as problem:
                self._note(problem.check, name, "value", **({"indicator": indicator.id} | problem.values))
                readable = False
        if entry.part is not None and entry.whole is not None:
            readable = self._check_parts(name, indicator, entry.part, entry.whole) and readable
        readable = self._check_times(name, indicator, entry, period) and readable
        if not readable:
            return None
        return Figure(
            indicator.id,
            place,
            entry.of or period,
            value=value,
            part=entry.part,
            whole=entry.whole,
            of=entry.of,
            since=entry.since,
            quality=entry.quality,
            missing=entry.missing,
            note=entry.note,
            caliber=entry.caliber,
        )

    def _check_parts(self, name: str, indicator: Indicator, part: Quantity, whole: Quantity) -> bool:
        """Whether part and whole can be divided: only of a share, in units of one dimension, counted things in plain counts."""
        if indicator.kind != "share":
            self._note("NU023", name, "part", why="no_share", key=name)
            return False
        for key, given, other in (("part", part, whole), ("whole", whole, part)):
            if not given.unit.name and other.unit.dimension not in (NUMBER, COUNT):
                self._note("NU018", name, key, accepted=other.unit.name)
                return False
        if indicator.counts is not None:
            wrong = [key for key, given in (("part", part), ("whole", whole)) if given.unit.dimension not in (NUMBER, COUNT)]
            accepted = "个"
        else:
            wrong = [] if part.unit.accepts(whole.unit) or whole.unit.accepts(part.unit) else ["whole"]
            accepted = part.unit.name
        for key in wrong:
            unit = (part if key == "part" else whole).unit.name
            self._note("NU020", name, key, indicator=indicator.id, unit=unit, accepted=accepted, why="dimension")
        return not wrong

    def _check_times(self, name: str, indicator: Indicator, entry: FigureEntry, period: Period) -> bool:
        """Whether `of` is no later than the file's period, and `since` the start of a flow no later than the figure's."""
        of, since = entry.of, entry.since
        if of is not None and of.end > period.end:
            self._note("NU013", name, "of", key="of", text=of.text, why="of_off")
            return False
        if since is not None and (indicator.kind != "flow" or since > (of or period).end):
            self._note("NU013", name, "since", key="since", text=since.isoformat(), why="since_off")
            return False
        return True

    def _note(self, check: str, name: str, field: str, **values: Any) -> None:
        self.problems.add(check, find_mark(self.entries, [name, field]), **({"name": name} | values))


def _measured(indicator: Indicator, given: Quantity, unit: Unit | None) -> Quantity:
    """The value in the unit the file gives it. Raises Problem where there is none, two, or one of another dimension."""
    own = indicator.measure
    bare = given.unit.dimension == NUMBER and not given.unit.name
    if unit is not None:
        if not bare and (given.unit.dimension, given.unit.factor) != (unit.dimension, unit.factor):
            raise Problem("NU020", unit=given.unit.name, accepted=unit.name, why="two_units")
        given, bare = Quantity(given.value, unit), not unit.name
    if bare and own.dimension not in (NUMBER, COUNT):
        raise Problem("NU018", accepted=accepted_units(own))
    if not own.accepts(given.unit):
        raise Problem("NU020", unit=given.unit.name, accepted=accepted_units(own), why="dimension")
    return given


def merge(filings: list[Filing], library: Library) -> tuple[list[Filing], list[Finding]]:
    """One filing for each area and period, and the findings where two files give one figure different values.

    In whatever order the files come: what cannot be read, or has two values, decides nothing; else a number stands before a reason why
    there is none.
    """
    merged: dict[tuple[str, date], Filing] = {}
    findings: list[Finding] = []
    for filing in filings:
        first = merged.setdefault((filing.area, filing.period.end), filing)
        if first is filing:
            continue
        for indicator, figure in filing.figures.items():
            other = first.figures.setdefault(indicator, figure)
            if other is figure:
                continue
            if figure.reported and other.reported and _said(figure) != _said(other):
                values = {"name": library.indicators[indicator].name, "indicator": indicator, "why": "files"}
                place, related = figure.location, (other.location,)
                findings.append(Finding("NU021", place, values, filing.area, filing.period.text, None, indicator, None, related))
                figure = figure._replace(readable=False)
            first.figures[indicator] = min(figure, other, key=_standing)
    return list(merged.values()), findings


def _standing(figure: Figure) -> int:
    """Which of two figures stands: the lower."""
    if not figure.readable:
        return 0
    return 1 if figure.reported else 2 + ("not_applicable", "not_collected", "pending").index(figure.missing or "pending")


def _said(figure: Figure) -> tuple[Any, ...]:
    """What a figure says, whatever its unit, its place and its note."""
    number = figure.fraction
    if number is None and figure.value is not None:
        number = Fraction(figure.value.value) * figure.value.unit.factor
    return (number, figure.period.end, figure.since)
