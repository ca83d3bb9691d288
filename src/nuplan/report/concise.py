"""A check as lines: one a row, nothing cut, made for pipes."""

from collections.abc import Iterator

from ..model.duty import Duty
from ..model.report import Assessment, Report
from ..text import Words, safe
from .facts import cite, clause_text, due_text, figure_text, foot_lines, gap_text, has_pace, name_of, reason_text, status_text
from .messages import line
from .pace_facts import pace_line


def concise_lines(report: Report, say: Words) -> Iterator[str]:
    """Findings, then assessments, then what is added up and what plans come to, then the foot; each row names its place.

    A line is made when it is asked for, so that a report of many areas is never held as text.
    """
    for finding in report.findings:
        yield _ended(line(finding, say))
    made = _Lines(say)
    for row in report.assessments:
        yield _ended(made.of(row))
    foot: list[str] = []
    if report.act != "align" and (report.rollup or report.totals):
        from .rollup_concise import rollup_lines

        yield from map(_ended, rollup_lines(report, say))
    if report.act == "rollup":
        from .rollup_foot import rollup_foot

        foot = rollup_foot(report, say)
    elif report.act != "align":
        foot = foot_lines(report, say)
    if report.pairs or report.act == "align":
        from .align_concise import align_lines

        yield from map(_ended, align_lines(report, say))
    yield from map(_ended, foot)


def _ended(text: str) -> str:
    return f"{safe(text)}\n"


class _Lines:
    """Makes the line of each row; what it says of a duty is made once, since the rows of all areas stand on the same."""

    def __init__(self, say: Words) -> None:
        self._say = say
        self._figure, self._target, self._gap, self._due = (f"{say(f'label.{name}')} " for name in ("figure", "target", "gap", "due"))
        self._pace = f"{say('label.pace')} "
        self._said: dict[Duty, tuple[str, str, str]] = {}

    def of(self, row: Assessment) -> str:
        """One line, nothing cut."""
        say, duty = self._say, row.duty
        if duty not in self._said:
            name = f"{duty.id} | {name_of(duty, say)} | {self._figure}"
            cited = f"{cite(duty.plan, say)} {clause_text(duty.target.clause, say)}"
            self._said[duty] = (
                name,
                f" | {self._target}{duty.target.as_printed} | {self._gap}",
                f" | {self._due}{due_text(duty, say)} | {cited}",
            )
        name, asked, due = self._said[duty]
        place, status, reason = row.figure.location, status_text(row, say), reason_text(row, say)
        line = f"{place}: {status} | {name}{figure_text(row.figure) or '–'}{asked}{gap_text(row, say) or '–'}{due}"
        if has_pace(row):
            line += f" | {self._pace}{pace_line(row, say)}"
        return f"{line} | {reason}" if reason else line
