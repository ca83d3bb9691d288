"""What several renderings say of a target of a plan: what it asks, by when, and where it stands."""

from ..model.plan import Span, Target
from ..model.quantity import plain
from ..model.reading import read
from ..model.subject import Subject
from ..model.wording import read_wording
from ..text import Words
from .facts import cite, clause_text


def asked_text(subject: Subject, say: Words) -> str:
    """What a target asks, in short: op, number and unit."""
    return f"{say(f'op.{subject.target.op}')} {number_text(subject, say)}"


def number_text(subject: Subject, say: Words) -> str:
    """The number of a target with its unit, both ends of a range."""
    values = subject.target.value if isinstance(subject.target.value, tuple) else (subject.target.value,)
    return f"{'–'.join(map(plain, values))}{say.unit(subject.target.unit)}"


def readings_text(target: Target, say: Words) -> str:
    """The qualifiers in the words of a target and what each means, one a line."""
    return "\n".join(f"“{w.words}”{say('colon')}{say(f'wording.{w.slug}')}" for w in read_wording(read(target.as_printed)))


def due_of(subject: Subject, say: Words) -> str:
    """The day a target falls due, the last one where each year is meant."""
    due = subject.target.due
    return say("due.not_stated") if due is None else due.isoformat()


def window_text(span: Span, say: Words) -> str:
    """The first and the last day of a stretch of time."""
    start = say("unknown_start") if isinstance(span.from_, str) else span.from_.isoformat()
    return say("window", start=start, end=span.to.isoformat())


def place_text(subject: Subject, say: Words) -> str:
    """The plan and the clause."""
    return f"{cite(subject.plan, say)} {clause_text(subject.target.clause, say)}"


def cited_text(subject: Subject, say: Words) -> str:
    """The words of a target and, on a line below, where they stand."""
    return f"{subject.target.as_printed}\n{place_text(subject, say)}"
