"""Forms as one long table, a line a figure."""

from collections.abc import Iterable

from ..model.form import Form
from ..report.csv_ import render_csv
from ..report.rows import Column, Row, Rows
from ..text import Words
from .lines import FILLED, lines_of, spelling

_COLUMNS = ("area", "period", "indicator", "name", "unit", *FILLED, "target", "clause", "due", "lead", "last", "definition")


def render_table(forms: Iterable[Form], say: Words, by: str) -> str:
    """Every form below the other, under one head."""
    listing = Rows("", [Column(name, say(f"form.column.{name}")) for name in _COLUMNS])
    for form in forms:
        whose = {"area": spelling(form.area, say), "period": form.period.text}
        listing.rows += [Row(whose | line.cells) for line in lines_of(form, say, by)]
    return render_csv([listing])
