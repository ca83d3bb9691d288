"""Data review of what figures say together: of a filing with what is known, of rows with their targets, of a batch, of earlier reports."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from ..model.fields import Name
from ..model.figure import Filing
from ..model.finding import Finding, Location
from ..model.library import Library
from ..model.report import Assessment
from .evidence import Doubt, Evidence, finding, usable
from .identities import failing
from .reviewed import Reviewed
from .rules import IMPOSSIBLE, check_figures, trust


def review_filing(filing: Filing, reviewed: Reviewed, doubtful: Collection[str] = ()) -> Iterator[Finding]:
    """What is doubtful in the figures of an area and period, all its files together.

    A figure that is impossible (`doubtful`) has been told, and of it only a slip is looked for.
    """
    library, ledger = reviewed.library, reviewed.ledger
    broken = failing(filing, library)
    chosen = reviewed.of(filing).union(*(held.figures for held in broken))
    if not chosen:
        return
    slipped: set[str] = set()
    stale: set[str] = set()
    found: list[Finding] = []
    looked = [Evidence(figure, filing, library, ledger) for figure in usable(filing) if figure.indicator in chosen]
    for evidence in looked:
        if (doubt := trust.slipped(evidence, broken)) is not None:
            slipped.add(evidence.figure.indicator)
            yield finding("NU508", evidence.figure, filing, library, doubt)
    for held in broken:
        if held.coarse or slipped.intersection(held.identity.names) or not set(doubtful).isdisjoint(held.identity.names):
            continue
        figure, doubt = trust.at_odds(held, filing, library, ledger)
        if doubt.values["why"] == "earlier":
            stale.add(figure.indicator)
        found.append(finding(held.identity.check, figure, filing, library, doubt))
    yield from found
    for evidence in looked:
        name = evidence.figure.indicator
        yield from _of_baseline(evidence)
        if name in doubtful:
            continue
        sized = {} if name in slipped else trust.SIZE_RULES
        for check, doubt in _by(sized | trust.RECORD_RULES, evidence):
            if doubt is not None and not (check == "NU523" and name in stale):
                yield finding(check, evidence.figure, filing, library, doubt)


def _of_baseline(evidence: Evidence) -> Iterator[Finding]:
    """What is doubtful in the baseline that a submitter gives with a figure: the first of what the rules find."""
    filing, library, indicator, made = evidence.filing, evidence.library, evidence.indicator, evidence.figure.opening
    if made is None:
        return
    opening = Evidence(made, filing, library, evidence.ledger)
    found = (("NU507", trust.beyond(opening)), ("NU508", trust.slipped(opening, ())), *_by(trust.BASELINE_RULES, opening))
    told = next(((check, doubt) for check, doubt in found if doubt is not None), None)
    if told is not None:
        check, doubt = told
        zh, en = f"{indicator.name.zh}（基期 {made.period.text}）", f"{indicator.name.en} (baseline of {made.period.text})"
        yield finding(check, made, filing, library, doubt._replace(values=doubt.values | {"name": Name(zh=zh, en=en)}))


def _by(rules: Mapping[str, trust.Rule], evidence: Evidence) -> Iterator[tuple[str, Doubt | None]]:
    return ((check, rule(evidence)) for check, rule in rules.items())


def review_rows(rows: Sequence[Assessment], filing: Filing, library: Library) -> Iterator[Finding]:
    """What is doubtful in figures held against targets in force: one finding a figure and check."""
    told: set[tuple[str, Location]] = set()
    for row in rows:
        figure = row.figure
        if row.gap is None or figure.value is None:
            continue
        for check, doubt in (
            ("NU511", trust.precision(row)),
            ("NU512", trust.rounded_over(row)),
            ("NU521", trust.equal_to_target(row, library)),
        ):
            if doubt is not None and (check, figure.location) not in told:
                told.add((check, figure.location))
                yield finding(check, figure, filing, library, doubt, row.duty.id)


def review_batch(filings: Sequence[Filing], reviewed: Reviewed, doubtful: Callable[[Filing], frozenset[str]]) -> Iterator[Finding]:
    """What is doubtful in the figures of several areas together."""
    yield from trust.against_whole(filings, reviewed.library, reviewed.ledger, doubtful)
    yield from trust.across_areas(reviewed.at_hand(filings), reviewed.library)


def review_history(filings: Sequence[Filing], library: Library) -> Iterator[Finding]:
    """What of earlier reports is impossible, and where they disagree with each other."""
    for filing in filings:
        yield from (found for found in check_figures(filing, library) if found.check in IMPOSSIBLE)
    for filing, figure, doubt in trust.disagreements(filings, library):
        yield finding("NU518", figure, filing, library, doubt)
