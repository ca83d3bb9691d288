"""Files of waivers, the names in them resolved against the library. What cannot be read stays so: nothing lifts an NU0 check."""

from typing import Any

from ..model.catalogue import CHECKS
from ..model.finding import Finding
from ..model.library import FileRef, Library
from ..model.selection import SPELLINGS, checks_named
from ..model.suggest import nearest
from ..model.waiver import ReadWaiver, Waiver, WaiversFile
from .file import Loaded, load_file
from .tree import Mapping, find_mark
from .validate import build


def load_waivers(path: str, library: Library) -> tuple[FileRef, list[ReadWaiver], list[Finding]]:
    """The waivers of a file; none of them, and every problem found, where the file has any. Never raises."""
    loaded = load_file(path, ("waivers",))
    file = None if loaded.tree is None else build(WaiversFile, loaded.tree, loaded.problems)
    rows = None if loaded.tree is None else loaded.tree.get("waivers")
    named = [
        _Names(loaded, index, row, library) for index, row in enumerate(rows if isinstance(rows, list) else ()) if type(row) is Mapping
    ]
    found = [names.resolve(given) for names, given in zip(named, () if file is None else file.waivers, strict=False)]
    problems = loaded.findings
    return FileRef(path, "waivers", loaded.sha256), [] if problems else found, problems


class _Names:
    """The names in one waiver as ids; those that nothing has are noted, whatever else is wrong with it."""

    def __init__(self, loaded: Loaded, index: int, row: Mapping, library: Library) -> None:
        self._loaded = loaded
        self._at = ("waivers", index)
        self._row = row
        self._library = library
        self._area = self._id("area", "NU014", library.area_names)
        self._indicator = self._id("indicator", "NU016", library.indicator_names)
        self._check_target()
        self._check = self._check_id()

    def resolve(self, given: Waiver) -> ReadWaiver:
        """The waiver as the gate applies it."""
        if given.until < given.from_:
            self._note("NU013", "until", text=given.until.isoformat(), why="until_off", start=given.from_)
        place = self._loaded.problems.place(next(iter(self._row.marks.values()))[0])
        said = (given.justification, given.approver, given.from_, given.until)
        return ReadWaiver(given.target, self._check, self._indicator, self._area or given.area, given.period, *said, place)

    def _word(self, key: str) -> str | None:
        """What a key says, where that is a word."""
        given = self._row.get(key)
        return given if isinstance(given, str) and given.strip() else None

    def _id(self, key: str, check: str, names: dict[str, str]) -> str | None:
        """The id of an area or an indicator by any of its names."""
        name = self._word(key)
        if name is not None and name not in names:
            self._note(check, key, name=name, suggestion=nearest(name, names))
        return None if name is None else names.get(name)

    def _check_target(self) -> None:
        """The target, or the duty, is one that some plan has."""
        target = self._word("target")
        if target is None:
            return
        duties = [duty.id for plan in self._library.plans.values() for duty in self._library.duties_of(plan)]
        known = dict.fromkeys(name for id_ in duties for name in (id_, id_.partition("@")[0]))
        if target not in known:
            self._note("NU024", "target", name=target, why="waived_target", suggestion=nearest(target, known))
        elif self._area is not None:
            plan = self._library.plans[target.partition("/")[0]]
            if plan.area not in {area.id for area in self._library.chain(self._area)}:
                name = self._library.areas[self._area].name
                self._note("NU013", "target", text=target, why="waived_place", area=name)

    def _check_id(self) -> str | None:
        """The id of the check, which must be one that can be waived."""
        name = self._word("check")
        if name is None:
            return None
        check = next((check for check in CHECKS.values() if name in (check.id, check.slug)), None)
        if check is None:
            suggestion = None if checks_named(name) else nearest(name, SPELLINGS)
            self._note("NU024", "check", name=name, why="waived_check", suggestion=suggestion)
            return None
        if check.id.startswith("NU0"):
            self._note("NU013", "check", text=name, why="waived_reading")
        elif check.family in ("plan", "align") or check.id.startswith("NU7"):
            self._note("NU013", "check", text=name, why="waived_other")
        return check.id

    def _note(self, check: str, at: str, **values: Any) -> None:
        self._loaded.problems.add(check, find_mark(self._loaded.tree, (*self._at, at)), None, **({"key": at} | values))
