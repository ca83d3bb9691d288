"""Files of published values join the library; read only where a command needs them."""

from ..model.baseline import BaselinesFile
from ..model.library import FileRef, Library
from ..model.suggest import nearest
from .file import Loaded
from .tree import find_mark
from .validate import build


def take_baselines(loaded: Loaded, ref: str, library: Library) -> None:
    """Add the values of a file. Each names an area and an indicator that exist, and has a unit that fits the indicator."""
    problems = loaded.problems
    file = None if loaded.tree is None else build(BaselinesFile, loaded.tree, problems)
    for index, row in enumerate(() if file is None else file.baselines):
        at = ("baselines", index)
        if row.area not in library.areas:
            suggestion = nearest(row.area, library.areas)
            problems.add("NU014", find_mark(loaded.tree, (*at, "area")), name=row.area, suggestion=suggestion)
        indicator = library.indicators.get(row.indicator)
        if indicator is None:
            suggestion = nearest(row.indicator, library.indicators)
            problems.add("NU016", find_mark(loaded.tree, (*at, "indicator")), name=row.indicator, suggestion=suggestion)
        elif not indicator.measure.accepts(row.value.unit):
            place = find_mark(loaded.tree, (*at, "value"))
            problems.add("NU020", place, indicator=indicator.id, unit=row.value.unit.name, accepted=indicator.unit)
    library.findings += loaded.findings
    library.files.append(FileRef(ref, "baselines", loaded.sha256))
    if file is not None:
        library.baselines += file.baselines
