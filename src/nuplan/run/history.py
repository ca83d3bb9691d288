"""The ledger of a run: published values, and what areas have reported before (`--history`)."""

import os
from collections.abc import Iterable
from datetime import date

from ..judge.rules import IMPOSSIBLE, check_figures
from ..load.submission import load_filings
from ..load.walk import Walk
from ..model.figure import Figure, Filing
from ..model.finding import Location
from ..model.ledger import Known, Ledger
from ..model.library import Library
from ..model.report import Input, Report


def read_ledger(paths: list[str], report: Report, inputs: Iterable[str] = ()) -> tuple[Ledger, list[Filing]]:
    """The ledger of the published values and of the earlier submissions at paths, and these; the parameters are those of `read_history`."""
    ledger = open_ledger(report.library)
    earlier = read_history(paths, report, inputs)
    enter(earlier, ledger, report.library)
    return ledger, earlier


def open_ledger(library: Library) -> Ledger:
    """The ledger of the published values of a library."""
    ledger = Ledger()
    for row in library.baselines:
        indicator = library.indicators[row.indicator]
        figure = Figure(row.indicator, Location(row.address), row.of, row.value, note=row.note)
        vintage = indicator.vintage(row.of.end) if row.vintage == "not_stated" else row.vintage
        ledger.add(row.area, [Known(figure, "published", vintage, row.tier)])
    return ledger


def read_history(paths: list[str], report: Report, inputs: Iterable[str] = ()) -> list[Filing]:
    """The earlier submissions at paths, in one order; a file that the paths `inputs` stand for is not history.

    Problems go into the report.
    """
    own = {os.path.realpath(path) for path, _ in Walk(list(inputs))} if paths else set()
    found: list[Filing] = []
    rows: list[Input] = []
    for path, named in Walk(paths):
        if os.path.realpath(path) in own:
            continue
        loaded, filings = load_filings(path, report.library)
        if loaded.foreign and not named:
            continue
        rows += [Input(path, loaded.sha256, filing.area, filing.period.text, filing.filled) for filing in filings]
        rows += [] if filings else [Input(path, loaded.sha256, None, None, 0)]
        report.findings += loaded.findings
        found += filings
    report.history = rows if paths else None
    return sorted(found, key=lambda filing: (report.library.areas[filing.area].code, *_order(filing), filing.path))


def enter(filings: Iterable[Filing], ledger: Ledger, library: Library) -> None:
    """Enter what has been reported. Of values of one day that differ the one reported last stands; where none is, neither.

    An estimate, a figure given before its statistic exists, and one that cannot be true are not entered.
    """
    given: dict[tuple[str, str, object], list[tuple[Filing, Figure]]] = {}
    for filing in filings:
        impossible = {finding.indicator for finding in check_figures(filing, library) if finding.check in IMPOSSIBLE}
        for figure in filing.figures.values():
            if _counts(figure, library) and figure.indicator not in impossible:
                key = (filing.area, figure.indicator, (figure.period.end, figure.counted_from, figure.caliber))
                given.setdefault(key, []).append((filing, figure))
    for (area, indicator, _), reports in given.items():
        if (standing := _standing(reports)) is not None:
            ledger.add(area, [Known(standing, "history", library.indicators[indicator].vintage(standing.period.end))])


def filed_values(filing: Filing, library: Library) -> list[Known]:
    """What a filing of the run itself lets be known."""
    figures = [figure for figure in filing.figures.values() if _counts(figure, library)]
    return [Known(figure, "submission", library.indicators[figure.indicator].vintage(figure.period.end)) for figure in figures]


def _counts(figure: Figure, library: Library) -> bool:
    frequency = library.indicators[figure.indicator].frequency
    return figure.reported and figure.readable and figure.quality != "estimate" and figure.period.ends(frequency)


def _standing(reports: list[tuple[Filing, Figure]]) -> Figure | None:
    """The figure that stands among those of one day."""
    first = reports[0][1]
    if all(figure.agrees(first) for _, figure in reports):
        return first
    latest = max(_order(filing) for filing, _ in reports)
    last = [figure for filing, figure in reports if _order(filing) == latest]
    return last[0] if all(figure.agrees(last[0]) for figure in last) else None


def _order(filing: Filing) -> tuple[date, date]:
    """Later files revise earlier ones: those of later periods, and of one period those reported later."""
    return filing.period.end, filing.reported or date.min
