"""Comparisons of plans as rows: what differs between two, where several ask differently, and which targets have a note."""

from collections.abc import Sequence

from ..model.comparison import Change, Conflict, Conflicts, NotCompared, Noted, Path
from ..model.library import Library
from ..model.plan import Plan
from ..model.subject import Subject
from ..text import Words
from .facts import cite, clause_text, plan_title, source_lines
from .messages import message
from .rows import Column, Row, Rows, Tone
from .targets import asked_text, cited_text, due_of, place_text, window_text

_TONES: dict[str, Tone] = {"stronger": "good", "weaker": "bad", "": ""}


def diff_rows(one: Plan, other: Plan, changes: Sequence[Change], say: Words) -> Rows:
    """Each target that was added, left out or changed, with the words of both plans."""
    columns = [
        Column("status", say("label.change"), 16),
        Column("name", say("label.indicator"), 18),
        Column("one", say("label.before"), 26),
        Column("other", say("label.after"), 26),
        Column("one_id", say("label.before_id"), 18, narrow=130, under="one"),
        Column("other_id", say("label.after_id"), 18, narrow=130, under="other"),
    ]
    listing = Rows(say("title.diff", one=_version(one, say), other=_version(other, say)), columns)
    for change in changes:
        pair = change.pair
        subject = pair.one or pair.other
        assert subject is not None
        senses = {difference.sense for difference in change.differences} - {""}
        listing.rows.append(
            Row(
                {
                    "status": _change(change, say, versions=one.id == other.id),
                    "name": say.name(subject.indicator),
                    "one": _words(pair.one, say),
                    "other": _words(pair.other, say),
                    "one_id": "" if pair.one is None else pair.one.id,
                    "other_id": "" if pair.other is None else pair.other.id,
                },
                tone=_TONES[senses.pop()] if len(senses) == 1 else "",
            )
        )
    same = len(other.targets) - sum(change.pair.other is not None for change in changes)
    listing.notes.append(say("foot.diff", count=len(changes), same=same))
    listing.notes += source_lines([one] if one.id == other.id else [one, other], say)
    return listing


def _version(plan: Plan, say: Words) -> str:
    return say("version_of", plan=plan_title(plan, say), version=plan.version)


def _change(change: Change, say: Words, *, versions: bool) -> str:
    """What happened to a target, one thing a line; of two plans, which of them has it."""
    if change.pair.one is None:
        return say("diff.added" if versions else "diff.only_after")
    if change.pair.other is None:
        return say("diff.removed" if versions else "diff.only_before")
    lines = []
    for difference in change.differences:
        if difference.moved is not None:
            moved = say(f"diff.{difference.moved}")
            lines.append(say(f"sense.{difference.sense}", what=moved) if difference.sense else moved)
        else:
            key = f"diff.{difference.kind}.{difference.sense}"
            lines.append(say(key if say.has(key) else f"diff.{difference.kind}"))
    return "\n".join(lines)


def _words(subject: Subject | None, say: Words) -> str:
    """A target's words and their clause."""
    return "–" if subject is None else f"{subject.target.as_printed}\n{clause_text(subject.target.clause, say)}"


def conflict_rows(found: Conflicts, library: Library, say: Words) -> list[Rows]:
    """The four lists of one area: conflicts first, then what is none and why; the documents they stand on under the last."""
    head = say.name(library.areas[found.area])
    listings = [
        _conflicts(found.conflicts, say("title.conflicts", area=head), say),
        _conflicts(found.wordings, say("title.wordings", area=head), say),
        _paths(found.paths, say("title.paths", area=head), say),
        _not_compared(found.not_compared, say("title.not_compared", area=head), say),
    ]
    for listing in listings:
        if not listing.rows:
            listing.notes.append(say("foot.none"))
    listings[-1].notes += source_lines([plan for plan in library.plans.values() if plan.area == found.area], say)
    return listings


def _conflicts(conflicts: Sequence[Conflict], title: str, say: Words) -> Rows:
    columns = [
        Column("name", say("label.indicator"), 16),
        Column("due", say("label.due"), 10, narrow=110, under="name"),
        Column("one", say("label.one_plan"), 28),
        Column("other", say("label.other_plan"), 28),
        Column("stricter", say("label.stricter"), 18),
        Column("later", say("label.later"), 18, narrow=110, under="stricter"),
    ]
    listing = Rows(title, columns)
    for conflict in conflicts:
        listing.rows.append(
            Row(
                {
                    "name": say.name(conflict.one.indicator),
                    "due": due_of(conflict.one, say),
                    "one": cited_text(conflict.one, say),
                    "other": cited_text(conflict.other, say),
                    "stricter": say("none_stricter")
                    if conflict.stricter is None
                    else say("is_stricter", words=asked_text(conflict.stricter, say), plan=cite(conflict.stricter.plan, say)),
                    "later": say("later_unknown") if conflict.later is None else say("is_later", plan=cite(conflict.later, say)),
                }
            )
        )
    return listing


def _remark(path: Path) -> str:
    """The key of what is said of a path; one that holds a conflict points to it."""
    dues = [step.target.due for step in path.steps]
    if path.reversing:
        return "path.reversing"
    if None in dues:
        return "path.undated"
    return "path.no_conflict" if len(set(dues)) == len(dues) else "path.also_same"


def _paths(paths: Sequence[Path], title: str, say: Words) -> Rows:
    columns = [Column("name", say("label.indicator"), 18), Column("path", say("label.path"), 60), Column("reason", say("label.reason"), 16)]
    listing = Rows(title, columns)
    for path in paths:
        steps = [say("path.step", due=due_of(step, say), asked=asked_text(step, say), place=place_text(step, say)) for step in path.steps]
        cells = {"name": say.name(path.steps[0].indicator), "path": "\n".join(steps), "reason": say(_remark(path))}
        listing.rows.append(Row(cells, tone="warn" if path.reversing else ""))
    return listing


def _not_compared(found: Sequence[NotCompared], title: str, say: Words) -> Rows:
    columns = [
        Column("one", say("label.one_plan"), 30),
        Column("other", say("label.other_plan"), 30),
        Column("reason", say("label.reason"), 24),
    ]
    listing = Rows(title, columns)
    for row in found:
        reason = say(f"apart.{row.why}", one=_window(row.one, say), other=_window(row.other, say), words=row.words)
        listing.rows.append(Row({"one": cited_text(row.one, say), "other": cited_text(row.other, say), "reason": reason}))
    return listing


def _window(subject: Subject, say: Words) -> str:
    span = subject.target.span
    return due_of(subject, say) if span is None else window_text(span, say)


def note_rows(noted: Sequence[Noted], say: Words) -> Rows:
    """The targets whose note tells how they were read, with what the note silences."""
    columns = [
        Column("id", say("label.id"), 26),
        Column("target", say("label.target"), 28),
        Column("note", say("label.note"), 36),
        Column("silenced", say("label.silenced"), 30),
    ]
    listing = Rows(say("title.notes"), columns)
    for row in noted:
        silenced = "\n".join(f"{finding.check} {message(finding, say)}" for finding in row.silenced)
        target = row.subject.target
        cells = {"id": row.subject.id, "target": target.as_printed, "note": target.note or "", "silenced": silenced or "–"}
        listing.rows.append(Row(cells))
    return listing
