"""The stamp of a form (`nuplan/form/v1`): what its hidden sheet says it was made for, held against what was filed in it."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from ..model.figure import Filing
from ..model.finding import Problem
from ..model.form import ABOUT, BESIDE, FORM
from ..model.library import Library
from ..model.period import Period, parse_period
from .tree import Mapping, Problems, Refused, find_mark

_SCHEMA = re.compile(r"nuplan/form/v(?P<version>[0-9]+(?:\.[0-9]+)?)")


class Stamp(NamedTuple):
    """A form's period, the versions of its plans by id, and the area of each of its sheets; `beside` are sheets that hold no figures."""

    period: Period | None
    plans: dict[str, str]
    sheets: dict[str, str]
    beside: frozenset[str]


def read_stamp(rows: Iterable[tuple[Any, ...]], problems: Problems) -> Stamp | None:
    """The stamp of the rows of the hidden sheet; None where they hold none. Raises Refused for one of a newer form."""
    told = [[str(value).strip() for value in row if value is not None] for row in rows]
    first: dict[str, str] = {}
    for row in told:
        if len(row) > 1:
            first.setdefault(row[0], row[1])
    match = _SCHEMA.fullmatch(first.get("schema", ""))
    if match is None:
        return None
    if match["version"] != "1":
        problems.add("NU009", (0, 1, "B1", ABOUT), why="newer", given=first["schema"], wanted=FORM)
        raise Refused
    try:
        period = parse_period(first.get("period", ""))
    except Problem:
        period = None
    rows_of = {key: [row[1:] for row in told if row[:1] == [key]] for key in ("plan", "sheet", BESIDE)}
    return Stamp(
        period,
        {row[0]: row[1] for row in rows_of["plan"] if len(row) > 1},
        {row[0]: row[1] for row in rows_of["sheet"] if len(row) > 1},
        frozenset(row[0] for row in rows_of[BESIDE] if row),
    )


def check_sheets(stamp: Stamp, tables: Iterable[str], present: Iterable[str], problems: Problems) -> None:
    """Tell the sheets of a form that are not there, and those with a table that it was not made with."""
    here = set(present)
    for name in stamp.sheets:
        if name not in here:
            problems.add("NU562", None, why="missing", sheet=name)
    for name in tables:
        if name not in stamp.sheets:
            problems.add("NU562", (0, 0, None, name), why="added", sheet=name)


def check_form(stamp: Stamp, trees: list[Mapping], filings: list[Filing | None], library: Library, problems: Problems) -> None:
    """Tell where the area or the period filed is not the one the form was made for, and where its plans are not those loaded."""
    for name, version in stamp.plans.items():
        plan = library.plans.get(name)
        if plan is None:
            problems.add("NU561", None, why="not_loaded", plan=name, version=version)
        elif plan.version != version:
            problems.add("NU561", None, plan=name, version=version, loaded=plan.version)
    for tree, filing in zip(trees, filings, strict=True):
        made_for = None if filing is None else stamp.sheets.get(filing.place.sheet or "")
        if filing is None or made_for is None:
            continue
        if made_for != filing.area and made_for in library.areas:
            made, given = library.areas[made_for].name, library.areas[filing.area].name
            problems.add("NU027", find_mark(tree, ["area"]), why="area", made=made, given=given)
        if stamp.period is not None and stamp.period.end != filing.period.end:
            problems.add("NU027", find_mark(tree, ["period"]), why="period", made=stamp.period.text, given=filing.period.text)
