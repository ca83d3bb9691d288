"""Pace as a listing: what each was counted from, where the path would be, the speeds, where they lead."""

from ..model.report import Assessment, Report
from ..text import Words
from .facts import difference_unit, name_of, pace_text, plan_title, signed_text
from .pace_facts import amount, flag_parts, known_text, projection_text, reading_text, rounded_to, share_parts
from .rows import Column, Row, Rows, Tone

TONES: dict[str, Tone] = {
    "ahead": "good",
    "on_track": "good",
    "slightly_behind": "warn",
    "behind": "warn",
    "far_behind": "bad",
    "reversing": "bad",
    "lost": "bad",
    "not_assessable": "dim",
}


def pace_rows(report: Report, key: tuple[str, str], say: Words) -> list[Rows]:
    """The listing of an area and a period; none where no pace was worked out."""
    columns = [
        Column("name", say("label.indicator"), 18),
        Column("opening", say("pace.label.opening"), 18),
        Column("latest", say("pace.label.latest"), 18),
        Column("path", say("pace.label.path"), 20, narrow=100, under="latest"),
        Column("speed", say("pace.label.speed"), 16, narrow=100, under="pace"),
        Column("projection", say("pace.label.projection"), 14, narrow=100, under="pace"),
        Column("pace", say("label.pace"), 24),
    ]
    area, period = key
    listing = Rows(say("pace.title", area=say.name(report.library.areas[area]), period=period), columns)
    for row in report.assessments:
        if (row.area, row.period) == key and (row.pacing.opening is not None or row.pacing.lead is not None or row.pacing.readings):
            listing.rows.append(_row(row, say))
    return [listing] if listing.rows else []


def _row(row: Assessment, say: Words) -> Row:
    pacing, unit = row.pacing, row.duty.target.unit
    cells = {"name": name_of(row.duty, say)}
    if pacing.opening is not None:
        cells["opening"] = known_text(pacing.opening, say)
    if pacing.latest is not None:
        cells["latest"] = known_text(pacing.latest, say)
    if pacing.lead is not None:
        cells["path"] = say.clauses(share_parts(pacing, say))
    elif pacing.path is not None and pacing.off_path is not None:
        gap = signed_text(rounded_to(pacing.off_path), unit, say)
        cells["path"] = say("pace.cell.path", value=amount(pacing.path) + say.unit(unit), gap=gap)
    if pacing.observed is not None:
        per = difference_unit(unit, say)
        needed = [] if pacing.needed is None else [say("pace.cell.needed", value=amount(pacing.needed) + per)]
        cells["speed"] = "\n".join([*needed, say("pace.cell.observed", value=amount(pacing.observed) + per)])
    if pacing.projection is not None:
        cells["projection"] = projection_text(row, say)
    said = [pace_text(row, say), *(reading_text(reading, row, say) for reading in pacing.readings), *flag_parts(pacing, say)]
    return Row(cells | {"pace": "\n".join(said)}, group=(plan_title(row.duty.plan, say),), tone=TONES[pacing.pace])
