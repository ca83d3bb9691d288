"""What nuplan knows of a target, an indicator or a check, as rows of label and text."""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from ..model.catalogue import Check
from ..model.duty import Duty
from ..model.identity import Identity
from ..model.indicator import Indicator, Range
from ..model.library import Library
from ..model.quantity import exact_decimal, plain
from ..text import Words
from ..text.docs import doc_of
from .facts import clause_text, difference_unit, due_text, lead_text, plan_title, section_text, source_lines
from .rows import Column, Row, Rows
from .targets import readings_text


def explain_duty(duty: Duty, library: Library, say: Words) -> Rows:
    """The words of a target, where they stand, how they are read and whom they bind."""
    target, plan, indicator = duty.target, duty.plan, duty.indicator
    listing = labelled(f"{duty.id}　{say.name(indicator)}")
    heading, action = plan.headings[target.clause], plan.action(target.clause)
    place = section_text(action)
    if heading is not action:
        place += f" / {clause_text(target.clause, say)} {heading.title}"
    add = adder(listing, say)
    add("label.words", target.as_printed)
    add("label.clause", f"{plan_title(plan, say)}\n{place}")
    add("label.lead", lead_text(plan, target.clause, say))
    add("label.op", f"{say(f'op.{target.op}')} {_value(target.value)}{say.unit(target.unit)}")
    add("label.reading", readings_text(target, say))
    add("label.tolerance", tolerance_text(duty, say))
    add("label.time", _time(duty, say))
    add("label.dated", say(f"by.{target.dated}") if target.dated in ("period", "not_stated") else target.dated)
    add("label.modality", say(f"modality.{target.modality}"))
    add("label.nature", say(f"nature.{target.nature}"))
    add("label.binds", _binds(duty, library, say))
    add("label.scope", target.scope)
    add("label.note", target.note)
    add("label.unit", indicator.unit or "–")
    add("label.definition", _definition(indicator, say))
    add("label.look_alikes", _look_alikes(indicator, library, say))
    listing.notes += source_lines([plan], say)
    return listing


def explain_indicator(indicator: Indicator, library: Library, say: Words) -> Rows:
    """What an indicator means, how it is reported, and which targets use it."""
    listing = labelled(f"{indicator.id}　{say.name(indicator)}")
    add = adder(listing, say)
    add("label.definition", _definition(indicator, say))
    add("label.aliases", say.join(indicator.aliases))
    add("label.unit", indicator.unit or "–")
    add("label.kind", say(f"kind.{indicator.kind}"))
    add("label.counts", indicator.counts)
    add("label.direction", say(f"direction.{indicator.direction}"))
    add("label.frequency", say(f"frequency.{indicator.frequency}"))
    add("explain.path", say(f"explain.path.{indicator.path}"))
    add("explain.bounds", _bounds(indicator, say))
    add("explain.identities", "\n".join(_in_words(one, library, say) for one in library.identities if indicator.id in one.names))
    add("explain.vintages", say.join(say("explain.vintage", name=one.name, day=one.from_) for one in indicator.vintages))
    add("label.look_alikes", _look_alikes(indicator, library, say))
    used = [duty for plan in library.plans.values() for duty in library.duties_of(plan) if duty.indicator.id == indicator.id]
    add("label.used_by", "\n".join(f"{duty.id}{say('colon')}{duty.target.as_printed}" for duty in used))
    plans = list({duty.plan.id: duty.plan for duty in used}.values())
    if plans:
        listing.notes += source_lines(plans, say)
    return listing


def explain_check(check: Check, say: Words) -> Rows:
    """What a check finds, why, an example, what to do and where the rule comes from."""
    listing = labelled(f"{check.id}　{check.slug}")
    doc = doc_of(check.id, say.lang)
    add = adder(listing, say)
    add("label.severity", say(f"severity.{check.severity}"))
    add("label.family", check.family)
    add("label.finds", doc.finds)
    add("label.why", doc.why)
    add("label.example", doc.example)
    add("label.do", doc.do)
    add("label.check_source", doc.source)
    return listing


def labelled(title: str) -> Rows:
    """An empty explanation: rows of a label and its text."""
    return Rows(title, [Column("label", "", 14), Column("text", "", 66)])


def adder(listing: Rows, say: Words) -> Callable[[str, str | None], None]:
    """A function that adds a labelled row where there is something to say."""

    def add(label: str, text: str | None) -> None:
        if text:
            listing.rows.append(Row({"label": say(label), "text": text}))

    return add


def _value(value: Decimal | tuple[Decimal, Decimal]) -> str:
    return "–".join(plain(number) for number in value) if isinstance(value, tuple) else plain(value)


def tolerance_text(duty: Duty, say: Words) -> str | None:
    """How far 左右 reaches, and from where on it holds; None for any other op."""
    if duty.tolerance is None or isinstance(duty.target.value, tuple):
        return None
    direction = duty.indicator.direction
    value = Fraction(duty.target.value)
    low = value + duty.tolerance if direction == "down" else value - duty.tolerance
    key = {"up": "tolerance.value", "down": "tolerance.down", "none": "tolerance.both"}[direction]
    return say(
        key,
        tolerance=exact_decimal(duty.tolerance),
        low=f"{plain(exact_decimal(low))}{say.unit(duty.target.unit)}",
        unit=difference_unit(duty.target.unit, say),
    )


def _time(duty: Duty, say: Words) -> str:
    form = duty.target.form
    if form == "by" and duty.due is None:
        return say("form.by_not_stated")
    start = say("unknown_start") if duty.start is None else duty.start.isoformat()
    years = say.join(str(year) for year in duty.target.each_year or ())
    return say(f"form.{form}", start=start, due=due_text(duty, say), years=years)


def _binds(duty: Duty, library: Library, say: Words) -> str:
    target = duty.target
    parts = []
    if isinstance(target.applies_to, tuple):
        parts.append(say.join(say.name(library.areas[area]) for area in target.applies_to))
    elif target.applies_to is not None:
        parts.append(say(f"who.{target.applies_to}"))
    else:
        parts.append(say.name(library.areas[duty.plan.area]))
    if target.cascade is not None:
        parts += [say(f"cascade.{target.cascade.as_}"), target.cascade.why]
    else:
        parts.append(say("cascade.own"))
    return "\n".join(parts)


def _definition(indicator: Indicator, say: Words) -> str:
    source = indicator.definition.source
    return indicator.definition.zh if source == "not_stated" else f"{indicator.definition.zh}（{source}）"


def _in_words(identity: Identity, library: Library, say: Words) -> str:
    """An identity with the names of its indicators."""
    return re.sub("[a-z][a-z0-9_]*", lambda match: say.name(library.indicators[match[0]]), identity.text)


def _bounds(indicator: Indicator, say: Words) -> str:
    """What is impossible, and what is unlikely, with the unit of each bound."""
    unit, plausible = indicator.unit, indicator.plausible
    said = [_span("range", indicator.range, unit, say)]
    if plausible is not None:
        said.append(_span("plausible" if plausible.per is None else "per", plausible, unit, say))
        said.append(_span("yearly", plausible.yearly, difference_unit(unit, say), say))
        said.append(_span("yearly", plausible.yearly_rate, "%", say))
    if indicator.accumulates:
        said.append(say("explain.accumulates"))
    return "\n".join(filter(None, said))


def _span(kind: str, bounds: Range | None, unit: str, say: Words) -> str:
    if bounds is None or (bounds.min is None and bounds.max is None):
        return ""
    ends = ["" if end is None else plain(end) + say.unit(unit) for end in (bounds.min, bounds.max)]
    side = "both" if all(ends) else "least" if ends[0] else "most"
    return say(f"explain.{kind}", span=say(f"explain.span.{side}", low=ends[0], high=ends[1]))


def _look_alikes(indicator: Indicator, library: Library, say: Words) -> str:
    alikes = library.look_alikes(indicator.id)
    return "\n".join(f"{say.name(library.indicators[other])}{say('colon')}{why}" for other, why in alikes.items())
