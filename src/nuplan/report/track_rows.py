"""The ledger of an area as listings: one a target, a row a period, numbers in the unit of the column; on a terminal a small chart."""

from collections.abc import Sequence
from fractions import Fraction

from ..model.figure import quotient
from ..model.quantity import exact_decimal, plain, rounded
from ..model.track import Step, Track
from ..text import Words
from .check_rows import TONES as STATUS_TONES
from .facts import cite, clause_text, difference_unit, pace_text, status_text
from .pace_facts import known_text
from .pace_rows import TONES
from .rows import Column, Row, Rows

_WIDTH = 12


def track_rows(tracks: Sequence[Track], form: str, say: Words) -> list[Rows]:
    """A listing for each target; as JSON and CSV with its ids in columns, as CSV all in one."""
    if not tracks:
        return [Rows(say("track.nothing"), [])]
    listings = [_track(track, form, say) for track in tracks]
    if form != "csv":
        return listings
    columns = [column._replace(name=say(f"track.label.{column.id}")) for column in listings[0].columns]
    return [Rows("", columns, [row for listing in listings for row in listing.rows])]


def _track(track: Track, form: str, say: Words) -> Rows:
    subject = track.subject
    area = say.name(subject.library.areas[track.area])
    cited = f"{cite(subject.plan, say)} {clause_text(subject.target.clause, say)}"
    title = say("track.title", area=area, name=say.name(subject.indicator), words=subject.target.as_printed, cited=cited)
    columns = _columns(track, say)
    lead: dict[str, str] = {}
    if form in ("csv", "json"):
        lead = {"area": area, "target": subject.id, "indicator": subject.indicator.id, "unit": subject.target.unit}
        lead["yearly_unit"] = _rate(track, say)
        columns = [*(Column(name, say(f"track.label.{name}")) for name in lead), *columns]
    listing = Rows(title, columns)
    marks = [""] * len(track.steps)
    if form == "table" and any(marks := _chart(track)):
        columns.append(Column("chart", say("track.label.chart"), _WIDTH + 4))
        listing.notes.append(say("track.chart"))
    openings = [step.assessment.pacing.opening for step in track.steps if step.assessment is not None]
    for step, mark in zip(track.steps, marks, strict=True):
        row = _row(step, lead, mark, track, say)
        assessment = step.assessment
        if form == "json" and assessment is not None:
            row.cells |= {"pace": assessment.pacing.pace, "status": assessment.status}
        elif step.known in openings and (assessment is None or assessment.pacing.pace == "not_assessable"):
            row.cells["pace"] = say("pace.label.opening")
        listing.rows.append(row)
    return listing


def _columns(track: Track, say: Words) -> list[Column]:
    """The columns of every format; a name is followed by the unit its numbers are in."""
    unit, flow = track.subject.target.unit, track.subject.indicator.kind == "flow"
    points = difference_unit(unit, say)

    def numbers(name: str, unit: str, width: int, narrow: int = 0, under: str = "") -> Column:
        label = say(f"track.label.{'since' if name == 'change' and flow else name}")
        return Column(name, say("track.in_unit", name=label, unit=unit) if unit else label, width, narrow, under, right=True, unit=unit)

    return [
        Column("period", say("track.label.period"), 10),
        numbers("value", unit, 12),
        numbers("change", points, 12),
        numbers("yearly", _rate(track, say), 12),
        numbers("completion", "%", 10),
        numbers("path", unit, 12, 100, "completion"),
        numbers("off_path", points, 12, 150, "path"),
        numbers("ratio", "", 8, 150, "pace"),
        Column("pace", say("track.label.pace"), 16),
        Column("opening", say("track.label.opening"), 18, narrow=150, under="pace"),
        Column("status", say("track.label.status"), 10, narrow=100, under="pace"),
        Column("source", say("track.label.source"), 12, narrow=150, under="period"),
    ]


def _rate(track: Track, say: Words) -> str:
    """The unit of changes on a year: points of what is in per cent, else per cent."""
    return difference_unit(track.subject.target.unit, say) if track.subject.indicator.kind in ("share", "growth") else "%"


def _row(step: Step, lead: dict[str, str], mark: str, track: Track, say: Words) -> Row:
    row, figure = step.assessment, step.known.figure
    pacing = None if row is None else row.pacing
    cells = lead | {
        "period": figure.period.text,
        "value": _number(step.known.number(track.subject.target.measure)),
        "change": _number(step.change),
        "yearly": _number(step.yearly, 2),
        "completion": _number(step.completion, 2),
        "source": say(f"pace.tier.{step.known.tier}") if step.known.tier is not None else say(f"pace.source.{step.known.source}"),
        "chart": mark,
    }
    if row is None or pacing is None:
        return Row(cells, tone="dim")
    cells |= {
        "path": _number(pacing.path, 4),
        "off_path": _number(pacing.off_path, 4),
        "ratio": _number(pacing.ratio, 3),
        "pace": say(f"pace.{pacing.pace}") if pacing.reason is None else pace_text(row, say),
        "opening": "" if pacing.opening is None else known_text(pacing.opening, say),
        "status": status_text(row, say),
    }
    tone = TONES[pacing.pace]
    return Row(cells, tone=tone, tones={"pace": tone, "status": STATUS_TONES[row.status]})


def _number(number: Fraction | None, digits: int = 6) -> str:
    """A number with so many decimals at most, without a unit; empty where there is none."""
    if number is None:
        return ""
    exact = exact_decimal(number)
    return plain(quotient(number) if int(exact.as_tuple().exponent) >= -digits else rounded(number, -digits))


def _chart(track: Track) -> list[str]:
    """A line for each period: where the figure stands (o), and where the path would be (|), between the least and the greatest of all.

    The target is among them, so that it is one of the ends, or passed.
    """
    unit = track.subject.target.measure
    value = track.subject.target.value
    if isinstance(value, tuple):
        return [""] * len(track.steps)
    values = [step.known.number(unit) for step in track.steps]
    paths = [None if step.assessment is None else step.assessment.pacing.path for step in track.steps]
    every = [*values, *(path for path in paths if path is not None), Fraction(value)]
    low, high = min(every), max(every)
    if track.subject.indicator.kind == "flow":
        low = min(low, Fraction(0))
    if low == high:
        return [""] * len(track.steps)

    def at(number: Fraction) -> int:
        return round((number - low) / (high - low) * (_WIDTH - 1))

    lines = []
    for number, path in zip(values, paths, strict=True):
        line = ["."] * _WIDTH
        line[at(Fraction(value))] = "x"
        if path is not None:
            line[at(path)] = "|"
        line[at(number)] = "o"
        lines.append("".join(line))
    return lines
