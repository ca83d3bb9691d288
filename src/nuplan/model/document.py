"""Documents: the plain text a plan was encoded from, and its clauses by the plan's outline."""

import hashlib
import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from .finding import Location
from .plan import Heading, Plan
from .reading import Reading, Span, as_quoted, as_read, quoted

DIGITS = 16
"""How much of a clause's digest a heading carries."""


class Document:
    """A text with its digest; places in it are counted in letters from its beginning."""

    def __init__(self, path: str, sha256: str, text: str) -> None:
        self.path = path
        self.sha256 = sha256
        self.text = text

    @cached_property
    def _breaks(self) -> list[int]:
        return [match.end() for match in re.finditer("\n", self.text)]

    def place(self, at: int) -> Location:
        """Line and column of a letter."""
        line = bisect_right(self._breaks, at)
        start = self._breaks[line - 1] if line else 0
        return Location(self.path, line + 1, at - start + 1)


class Clauses:
    """A document cut at the headings of a plan: the stretch of each clause, the headings not found, and the body they make up.

    Headings are looked for from the last to the first, so that a table of contents before the document, which has them all, is passed by.
    A clause is blurred where the heading after it is not found, so that it runs into the next. `ends` counts the places where the
    document may end.
    """

    def __init__(self, plan: Plan, document: Document) -> None:
        self.document = document
        self.headings: dict[str, Span] = {}
        self.lost: list[Heading] = []
        self._quoted: dict[str | None, Reading] = {}
        whole = as_quoted(document.text)
        found = whole.spans(quoted(plan.source.ends or ""))
        self.ends = len(found)
        end = found[-1][1] if found else len(document.text)
        before = bisect_left(whole.at, end)
        for heading in reversed(plan.outline):
            words = quoted(heading.printed)
            start = self._heading(whole, words, before)
            if start is None:
                self.lost.append(heading)
            else:
                self.headings[heading.clause] = whole.place(start, start + len(words))
                before = start
        self.lost.reverse()
        self.body = (min((span[0] for span in self.headings.values()), default=0), end)
        self.spans = self._cut(plan)
        self.blurred = {
            one.clause for one, two in zip(plan.outline, plan.outline[1:], strict=False) if two in self.lost and one not in self.lost
        }

    def _heading(self, whole: Reading, words: str, before: int) -> int | None:
        """Where a heading last stands before a place: at the beginning of a line where it stands at one, else anywhere."""
        last = start = whole.text.rfind(words, 0, before)
        while start >= 0:
            line = self.document.text[: whole.at[start]].rstrip(" \t　\ufeff")
            if not line or line.endswith("\n"):
                return start
            start = whole.text.rfind(words, 0, start + len(words) - 1)
        return last if last >= 0 else None

    def _cut(self, plan: Plan) -> dict[str, Span]:
        """Each clause from its heading to the next one found; a clause whose heading is lost lies in the one before it."""
        starts = sorted(span[0] for span in self.headings.values())
        found: dict[str, Span] = {}
        here = self.body
        for heading in plan.outline:
            if (span := self.headings.get(heading.clause)) is not None:
                following = bisect_right(starts, span[0])
                here = (span[0], starts[following] if following < len(starts) else self.body[1])
            found[heading.clause] = here
        return found

    def quoted(self, clause: str | None) -> Reading:
        """A clause, or the body, as quotations are compared; each is made once."""
        if clause not in self._quoted:
            self._quoted[clause] = as_quoted(self.document.text, *(self.body if clause is None else self.spans[clause]))
        return self._quoted[clause]

    def read(self) -> Reading:
        """The body as it is read."""
        return as_read(self.document.text, *self.body)

    def digest(self, clause: str) -> str:
        """The first digits of the digest of a clause as quotations are compared."""
        return hashlib.sha256(self.quoted(clause).text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]

    def clause_at(self, at: int) -> str:
        """The clause a letter stands in."""
        return next((clause for clause, (start, end) in reversed(self.spans.items()) if start <= at < end), "")
