"""A form as a submission in YAML with nothing filled in yet: what is asked stands beside each figure as a comment."""

import json
from collections.abc import Iterator

from ..model.form import Form
from ..report.facts import due_text
from ..text import Words, safe
from .lines import Line, lines_of


def render_submission(form: Form, say: Words, by: str) -> str:
    """The submission of one area. A figure without a number is told when it is checked, so that none is left out by mistake."""
    return "".join(f"{line}\n" for line in _lines(form, say, by))


def _lines(form: Form, say: Words, by: str) -> Iterator[str]:
    yield "schema: nuplan/submission/v1"
    yield f"area: {form.area.id}  # {safe(say.name(form.area))}"
    yield f"period: {form.period.text}"
    yield f"# {say('form.yaml.reported_by')}"
    yield f"# {say('form.yaml.fill')}"
    yield f"# {say('form.yaml.missing')}"
    yield "figures:"
    above: tuple[str, ...] = ()
    for line in lines_of(form, say, by):
        if line.headings != above:
            yield f"  # {safe('　'.join(line.headings))}"
            above = line.headings
        yield f"  # {safe(_about(line, say))}"
        yield f"  {line.cells['indicator']}:{_blank(line)}"


def _about(line: Line, say: Words) -> str:
    """The name and unit of a figure, and what is asked."""
    cells = line.cells
    known = [say("form.yaml.last", last=cells["last"])] if cells["last"] else []
    counted = [say("form.yaml.counted")] if line.row.indicator.counts is not None else []
    asked = dict.fromkeys(say("form.yaml.target", words=duty.target.as_printed, due=due_text(duty, say)) for duty in line.row.duties)
    unit = say("form.yaml.unit", unit=cells["unit"]) if cells["unit"] and not counted else ""
    return say.clauses([f"{cells['name']}{unit}", *asked, *counted, *known])


def _blank(line: Line) -> str:
    """What is to be filled in."""
    if line.row.indicator.counts is not None:
        return " {part: , whole: }"
    return f" {{value: , caliber: {json.dumps(line.row.scope, ensure_ascii=False)}}}" if line.row.scope else ""
