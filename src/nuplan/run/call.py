"""What a run over submissions is asked for, held against the plans and checks there are before a file is read."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from .. import gate
from ..model.catalogue import FAMILIES, Family
from ..model.library import Library
from ..model.report import Report
from ..model.selection import Selection
from .shelf import Paths, known_plan, library, several
from .waiving import Lifting, read_waivers


class Call(NamedTuple):
    """The library of a run, what blocks it and is listed, its waivers, and the plans that replace the choice by area and period."""

    shelf: Library
    families: tuple[Family, ...]
    listed: Selection
    lifting: Lifting
    chosen: tuple[str, ...]

    def close(self, report: Report, used: Collection[str]) -> None:
        """Say which files a report stands on, `used` being the ids of its plans, and what of it blocks."""
        report.plans = [*(ref for ref in self.shelf.files if ref.plan is None or ref.plan.id in used), *self.lifting.files]
        gate.judge_report(report, self.families, waivers=self.lifting.waivers, selection=self.listed)


def take_call(
    targets: Paths,
    plans: str | Iterable[str],
    fail_on: str | Iterable[str],
    waivers: Paths,
    select: str | Iterable[str],
    ignore: str | Iterable[str],
    known: Collection[Family] = FAMILIES,
) -> Call:
    """The call; `known` are the families that can block it. Raises NuplanError for anything in it that there is not."""
    shelf = library(targets, baselines=True)
    families, listed = gate.parse_families(fail_on, known), gate.parse_selection(select, ignore)
    lifting = read_waivers(several(waivers), shelf) if waivers else Lifting()
    chosen = tuple(known_plan(plan, shelf).id for plan in several(plans))
    return Call(shelf, families, listed, lifting, chosen)
