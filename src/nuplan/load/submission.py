"""Submission files become filings: area, period and figures resolved against the library; a broken part never hides the others."""

from typing import Any, BinaryIO

from pydantic import ValidationError

from ..model.figure import Figure, Filing
from ..model.finding import Problem
from ..model.indicator import Indicator
from ..model.library import Library
from ..model.period import LAST_YEAR, Period
from ..model.quantity import Quantity, parse_quantity
from ..model.submission import FigureEntry, ReportedBy, Submission, SubmissionHead
from ..model.suggest import nearest
from ..model.unit import COUNT, NUMBER, Unit, accepted_units
from .file import Loaded, load_file
from .tree import Mapping, Mark, Problems, find_mark
from .validate import note_errors

_BESIDE = frozenset({"of", "since", "quality", "note", "caliber", "evidence", "baseline"})
_STAND_INS = {"area": "–", "period": str(LAST_YEAR)}
"""Values that let the figures of a file be read whose own area or period cannot be."""


def load_filings(path: str, library: Library, stream: BinaryIO | None = None) -> tuple[Loaded, list[Filing]]:
    """Read the submissions of one file, of which a table may hold several.

    One without a usable area or period is left out; problems stand in `loaded.findings`.
    """
    loaded = load_file(path, ("submission",), stream)
    trees = loaded.tables if loaded.tree is None else [loaded.tree]
    filings = [_filing(path, tree, library, loaded.problems) for tree in trees]
    if loaded.form is not None:
        from .form import check_form

        check_form(loaded.form, trees, filings, library, loaded.problems)
    loaded.tree, loaded.tables, loaded.form = None, [], None
    return loaded, [filing for filing in filings if filing is not None]


def _filing(path: str, tree: Mapping, library: Library, problems: Problems) -> Filing | None:
    head, usable = _head(tree, problems)
    figures = _FigureReader(tree, library, problems).read(head.period)
    area = library.area_names.get(head.area)
    if area is None and head.area != _STAND_INS["area"]:
        problems.add("NU014", find_mark(tree, ["area"]), name=head.area, suggestion=nearest(head.area, library.area_names))
    if area is None or not usable:
        return None
    place = problems.place(find_mark(tree, ["figures"], key=True))
    by = head.reported_by or ReportedBy()
    return Filing(path, area, head.period, figures, place, by.department, by.date)


def _head(tree: Mapping, problems: Problems) -> tuple[SubmissionHead, bool]:
    """What stands beside the figures, and whether it is a submission of its own area and period; what is broken is left out."""
    given = {key: value for key, value in tree.items() if key != "figures"}
    whole = isinstance(figures := tree.get("figures"), Mapping)
    if not whole and "figures" not in tree.dropped:
        check = "NU010" if figures is None else "NU012"
        problems.add(check, find_mark(tree, ["figures"]), key="figures", expected="mapping")
    try:
        return SubmissionHead.model_validate(given), whole
    except ValidationError as error:
        note_errors(error, Submission, tree, (), problems)
        for item in error.errors(include_url=False, include_context=False, include_input=False):
            given.pop(str(item["loc"][0]), None)
    return SubmissionHead.model_validate(_STAND_INS | given), whole and not _STAND_INS.keys() - given.keys()


class _FigureReader:
    """Resolves the figures of one file; those that cannot be read are kept as unreadable."""

    def __init__(self, tree: Mapping, library: Library, problems: Problems) -> None:
        entries = tree.get("figures")
        self.tree = tree
        self.entries = entries if isinstance(entries, Mapping) else Mapping(tree.mark)
        self.library = library
        self.problems = problems

    def read(self, period: Period) -> dict[str, Figure]:
        """Figures by indicator id, in the order of the file."""
        found: dict[str, Figure] = {}
        names: dict[str, str] = {}
        for name, (key_mark, mark) in self.entries.marks.items():
            indicator = self.library.indicators.get(self.library.indicator_names.get(name, ""))
            if indicator is None:
                self._unknown(name, key_mark, mark)
                continue
            if indicator.id in found:
                first = self.entries.marks[names[indicator.id]][0]
                self.problems.add("NU021", key_mark, related=first, name=name, indicator=indicator.id)
                figure = None
            elif name in self.entries.dropped:
                figure = None
            else:
                given = self.entries[name]
                figure = self._short(name, indicator, given, period, mark) if isinstance(given, str) else None
                if figure is None and not isinstance(given, str):
                    figure = self._whole(name, indicator, given, period, mark)
            names.setdefault(indicator.id, name)
            found[indicator.id] = figure or Figure(indicator.id, self.problems.place(mark), period, readable=False)
        return found

    def _unknown(self, name: str, key_mark: Mark, mark: Mark) -> None:
        """Note an indicator that there is not, and whatever else is wrong with what stands under it."""
        if self.problems.full:
            return
        self.problems.add("NU016", key_mark, name=name, suggestion=nearest(name, self.library.indicator_names))
        given = self.entries.get(name)
        if isinstance(given, str):
            self._number(name, given, mark)
        elif name in self.entries:
            self._validated(name, given)

    def _number(self, name: str, given: str, mark: Mark) -> Quantity | None:
        """A bare value, or None with its problem noted."""
        try:
            if not given.strip():
                raise Problem("NU013", why="empty", text="")
            return parse_quantity(given)
        except Problem as problem:
            self.problems.add(problem.check, mark, **({"key": name} | problem.values))
            return None

    def _short(self, name: str, indicator: Indicator, given: str, period: Period, mark: Mark) -> Figure | None:
        """The figure of a bare value (3.4万人), or None with its problem noted."""
        number = self._number(name, given, mark)
        if number is None:
            return None
        try:
            value = _measured(indicator, number, None)
        except Problem as problem:
            self.problems.add(problem.check, mark, **({"name": name, "indicator": indicator.id} | problem.values))
            return None
        return Figure(indicator.id, self.problems.place(mark), period, value)

    def _whole(self, name: str, indicator: Indicator, given: Any, period: Period, mark: Mark) -> Figure | None:
        """The figure of a mapping, or None with its problems noted."""
        entry, readable = self._validated(name, given)
        if isinstance(given, Mapping) and given.dropped:
            return None
        figure = None if entry is None else self._figure(name, indicator, entry, period, mark)
        return figure if readable else None

    def _validated(self, name: str, given: Any) -> tuple[FigureEntry | None, bool]:
        """The entry of a mapping, and whether it is whole; its problems noted.

        Without a key beside the number that is broken the rest is still looked at, so that all problems are told at once.
        """
        try:
            return FigureEntry.model_validate(given), True
        except ValidationError as error:
            note_errors(error, FigureEntry, self.tree, ("figures", name), self.problems)
            faults = {str(item["loc"][0]) for item in error.errors(include_url=False, include_context=False) if item["loc"]} & _BESIDE
        if isinstance(given, Mapping) and faults:
            try:
                return FigureEntry.model_validate({key: value for key, value in given.items() if key not in faults}), False
            except ValidationError:
                pass
        return None, False

    def _figure(self, name: str, indicator: Indicator, entry: FigureEntry, period: Period, mark: Mark) -> Figure | None:
        """The figure of an entry with its unit resolved, or None with its problems noted."""
        value = None
        readable = True
        if entry.value is not None:
            try:
                value = _measured(indicator, entry.value, entry.unit)
            except Problem as problem:
                self._note(problem.check, name, "value", **({"indicator": indicator.id} | problem.values))
                readable = False
        if entry.part is not None and entry.whole is not None:
            readable = self._check_parts(name, indicator, entry.part, entry.whole) and readable
        readable = self._check_times(name, indicator, entry, period) and readable
        baseline = self._baseline(name, indicator, entry, period)
        readable = readable and (baseline is None) == (entry.baseline is None)
        if not readable:
            return None
        return Figure(
            indicator.id,
            self.problems.place(mark),
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
            baseline=baseline,
        )

    def _baseline(self, name: str, indicator: Indicator, entry: FigureEntry, period: Period) -> tuple[Quantity, Period] | None:
        """The opening value given with a figure, of an earlier period; None where there is none, or with its problem noted."""
        given = entry.baseline
        if given is None:
            return None
        if given.of.end >= (entry.of or period).end:
            self.problems.add("NU013", find_mark(self.entries, [name, "baseline", "of"]), key="of", text=given.of.text, why="baseline_off")
            return None
        try:
            return _measured(indicator, given.value, None), given.of
        except Problem as problem:
            place = find_mark(self.entries, [name, "baseline", "value"])
            self.problems.add(problem.check, place, **({"name": name, "indicator": indicator.id} | problem.values))
            return None

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
