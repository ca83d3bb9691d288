"""What a finding says, in the reader's language."""

from typing import TYPE_CHECKING, Any

from ..model.finding import Finding
from ..model.quantity import Quantity
from ..text import Words, safe, shown

if TYPE_CHECKING:
    from ..model.waiver import ReadWaiver

_LONGEST = 200
"""Values are cut here; what a file made longer than that nobody reads in a message."""
_INNER = str.maketrans('“”"', "‘’'")
"""Quotation marks within quotation marks: names stand in them."""


def message(finding: Finding, say: Words) -> str:
    """What is wrong, with its values, and what to do; the related places and the submitter's own word after it."""
    values = {name: _cut(said(value, say)) for name, value in finding.values.items()}
    key = f"{finding.check}.{finding.values.get('why', finding.values.get('expected', ''))}"
    if hasattr(finding.values.get("name"), "zh"):
        values["name"] = values["name"].translate(_INNER)
    if isinstance(choices := finding.values.get("expected"), tuple):
        values["expected"] = say.join(map(say.choice, choices))
    if "problem" in values:
        values["problem"] = say.syntax(values["problem"])
    parts = [say(key if say.has(key) else finding.check, **values)]
    if finding.values.get("suggestion") is not None:
        parts.append(say("suggestion", suggestion=values["suggestion"]))
    if finding.related:
        parts.append(say("related", places=say.join(str(place) for place in finding.related)))
    if finding.note:
        parts.append(say("submitter_note", note=finding.note))
    if finding.waiver is not None:
        parts.append(waived(finding.waiver, say))
    return say("list.stop").join(parts)


def line(finding: Finding, say: Words) -> str:
    """A finding on one line: place, severity, check and message."""
    check = finding.row
    target = "" if finding.target is None else f"{finding.target}: "
    words = f"{target}{message(finding, say)}"
    return f"{safe(str(finding.location))}: {say(f'severity.{check.severity}')} {check.id} {check.slug}: {words}"


def said(value: Any, say: Words) -> str:
    """A value as it stands in a sentence; of a quantity the unit, too, in the reader's language."""
    return shown(value.value) + say.unit(value.unit.name) if isinstance(value, Quantity) else say.shown(value)


def waived(waiver: "ReadWaiver", say: Words) -> str:
    """Why a row is let pass, by whom and until when."""
    return say("waived", why=_cut(waiver.justification), approver=_cut(waiver.approver), until=waiver.until)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
