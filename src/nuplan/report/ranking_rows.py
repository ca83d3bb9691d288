"""Rankings as rows."""

from ..model.ranking import Ranking
from ..model.report import Report
from ..text import Words
from .facts import figure_text
from .rows import Column, Row, Rows


def ranking_rows(report: Report, say: Words) -> list[Rows]:
    """A listing for each ranking."""
    return [_rows(ranking, report, say) for ranking in report.rankings]


def _rows(ranking: Ranking, report: Report, say: Words) -> Rows:
    columns = [
        Column("place", say("ranking.label.place"), 8, right=True),
        Column("area", say("label.area"), 20),
        Column("figure", say("label.figure"), 24, right=True),
        Column("quality", say("ranking.label.quality"), 12),
    ]
    areas = report.library.areas
    listing = Rows(say("ranking.title", name=say.name(ranking.indicator), period=ranking.period), columns)
    for placed in ranking.placed:
        figure = placed.figure
        quality = "" if figure.quality == "final" else say(f"ranking.quality.{figure.quality}")
        cells = {"place": str(placed.place), "area": say.name(areas[placed.area]), "figure": figure_text(figure), "quality": quality}
        listing.rows.append(Row(cells))
    listing.notes.append(say(f"ranking.note.{ranking.indicator.direction}"))
    if ranking.apart:
        listing.notes.append(say("ranking.apart", names=say.join(say.name(areas[area]) for area, _ in ranking.apart)))
    return listing
