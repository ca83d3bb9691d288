"""A plan held against the text it was encoded from: every quotation is in its clause, and every number of the text is claimed."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from ..model.dating import dates_of
from ..model.document import Clauses, Document
from ..model.finding import Finding, Location
from ..model.library import Library, Locate
from ..model.numeral import COVERAGE, claimed_by_form, numerals, states
from ..model.plan import Heading, Plan, Target
from ..model.reading import as_read, is_traditional, quoted, read
from ..model.subject import Subject
from .rules import nu603_value_against_words, nu604_date_against_words

_YEAR = re.compile(r"到20[0-9]{2}年|20[0-9]{2}年(?=基本实现|实现|建成|达到|底|年底)")
_PAUSES = re.compile("[、,;]")
_ROLES = {"lead": re.compile(r"牵头(?:[^()]*按职责分工负责)?\)"), "responsible": re.compile(r"按职责分工负责\)")}
_AROUND = 12
"""How many letters on either side of a number are shown."""


class Quotation(NamedTuple):
    """Words that a plan quotes, where they stand in its file, and the clause they are quoted from (None: wherever they stand)."""

    key: tuple[str | int, ...]
    words: str
    clause: str | None
    target: str | None = None


class Tally(NamedTuple):
    """What an audit went through: quotations, numbers and words of full coverage of the body."""

    quotations: int
    numbers: int


def quotations(plan: Plan) -> Iterator[Quotation]:
    """Everything a plan quotes, in its order: but for not_targets without a clause each stands exactly once."""
    for link in ("implements", "supersedes"):
        if (given := getattr(plan, link)) is not None:
            yield Quotation((link, "as_printed"), given.as_printed, None)
    for key in ("targets", "tasks", "not_targets"):
        for index, item in enumerate(getattr(plan, key)):
            yield Quotation((key, index, "as_printed"), item.as_printed, item.clause, item.id if key == "targets" else None)


def audit(plan: Plan, library: Library, document: Document, locate: Locate) -> tuple[list[Finding], Tally]:
    """The findings of a plan against its text, those of the file first, and what was gone through."""
    audit_ = _Audit(plan, library, document, locate)
    return audit_.run()


class _Audit:
    """One plan, one text: what is quoted is looked up, what it claims is marked, and what is left unclaimed is told."""

    def __init__(self, plan: Plan, library: Library, document: Document, locate: Locate) -> None:
        self.plan = plan
        self.library = library
        self.document = document
        self.locate = locate
        self.clauses = Clauses(plan, document)
        self.claimed = bytearray(len(document.text))
        self.inside: list[tuple[int, int, str]] = []
        self.found: list[Finding] = []
        self.looked_up = self.met = 0

    def run(self) -> tuple[list[Finding], Tally]:
        """Everything in turn; where less than half of the quotations stand in the text, it is another one, and only that is told."""
        self._quotations()
        if self.met * 2 < self.looked_up:
            values = {"met": self.met, "quotations": self.looked_up}
            self.found = [Finding("NU651", Location(self.document.path), values)]
            self._end()
            return self.found, Tally(self.looked_up, 0)
        self._head()
        self._end()
        self._headings()
        for index, target in enumerate(self.plan.targets):
            self._target(index, target)
        targets = {target.id: target for target in self.plan.targets}
        for start, end, name in self.inside:
            self._claim_numbers(targets[name], start, end)
        for index, task in enumerate(self.plan.tasks):
            if isinstance(task.by, date):
                self._printed_date(("tasks", index, "by"), task.by, task.clause, task.as_printed)
        numbers = self._coverage()
        return sorted(self.found, key=lambda finding: finding.location.path == self.document.path), Tally(self.looked_up, numbers)

    def _note(self, check: str, place: Sequence[str | int] | int, target: str | None = None, **values: Any) -> None:
        """Note a finding at a place of the plan's file, or of the text."""
        location = self.document.place(place) if isinstance(place, int) else self.locate(place)
        name = None if target is None else f"{self.plan.id}/{target}"
        self.found.append(Finding(check, location, values, target=name))

    def _claim(self, start: int, end: int) -> None:
        self.claimed[start:end] = b"\x01" * (end - start)

    def _quotations(self) -> None:
        """Each quotation where it should stand: once in its clause, once in the body, or anywhere."""
        for quotation in quotations(self.plan):
            part, words = self.clauses.quoted(quotation.clause), quoted(quotation.words)
            spans = part.spans(words)
            self.looked_up += 1
            self.met += bool(spans)
            anywhere = quotation.clause is None and quotation.key[0] == "not_targets"
            if not spans:
                why = "cut" if words in part.text else "clause" if quotation.clause is not None else "text"
                self._note("NU654", quotation.key, quotation.target, words=quotation.words, clause=quotation.clause or "–", why=why)
            elif len(spans) > 1 and not anywhere:
                self._note(
                    "NU655", quotation.key, quotation.target, words=quotation.words, clause=quotation.clause or "–", count=len(spans)
                )
            for start, end in spans:
                if quotation.target is None:
                    self._claim(start, end)
                else:
                    self.inside.append((start, end, quotation.target))

    def _head(self) -> None:
        """The digest, and what the head says of the document: title and issuer where the text is in simplified characters, too."""
        plan, text = self.plan, quoted(self.document.text)
        if self.document.sha256 != plan.source.sha256:
            proven = not self.clauses.lost and all(
                heading.sha256 == self.clauses.digest(heading.clause) for heading in plan.outline if heading.sha256 is not None
            )
            whole = all(heading.sha256 is not None for heading in plan.outline)
            check = "NU652" if proven and whole else "NU653"
            self._note(check, ("source", "sha256"), given=plan.source.sha256, found=self.document.sha256, path=self.document.path)
        said = {("document", "number"): plan.document.number}
        if not is_traditional(text):
            said |= {("title", "zh"): plan.title.zh, ("document", "issuer"): plan.document.issuer}
        for place, words in said.items():
            if words != "not_stated" and quoted(words) not in text:
                self._note("NU657", place, key=".".join(place), words=words)
        if isinstance(plan.document.issued, date) and not any(form in text for form in _printed_dates(plan.document.issued)):
            self._note("NU657", ("document", "issued"), key="document.issued", words=plan.document.issued.isoformat())

    def _end(self) -> None:
        """The last words of the document, which stand once."""
        ends = self.plan.source.ends
        if ends is not None and self.clauses.ends != 1:
            check = "NU655" if self.clauses.ends else "NU654"
            self._note(check, ("source", "ends"), words=ends, clause="–", count=self.clauses.ends, why="ends")

    def _headings(self) -> None:
        """Each heading in its place, and each clause as it was when it was read."""
        for index, heading in enumerate(self.plan.outline):
            if heading in self.clauses.lost:
                self._note("NU656", ("outline", index), clause=heading.clause, words=heading.printed)
                continue
            self._claim(*self.clauses.headings[heading.clause])
            if heading.clause in self.clauses.blurred:
                continue
            self._departments(index, heading)
            found = self.clauses.digest(heading.clause)
            if heading.sha256 is not None and heading.sha256 != found:
                at = self.clauses.headings[heading.clause][0]
                values = {"clause": heading.clause, "title": heading.title, "given": heading.sha256, "found": found}
                self._note("NU658", ("outline", index, "sha256"), **values)
                self.found[-1] = self.found[-1]._replace(related=(self.document.place(at),))

    def _departments(self, index: int, heading: Heading) -> None:
        """The departments of a clause in the order printed; none where none is printed as leading or sharing it."""
        if isinstance(heading.lead, str) or isinstance(heading.responsible, str):
            return
        words = _PAUSES.sub("", self.clauses.quoted(heading.clause).text)
        for key, names in (("lead", heading.lead), ("responsible", heading.responsible)):
            printed = _ROLES[key].search(words) is not None
            if (names and _PAUSES.sub("", quoted("".join(names))) not in words) or (printed and not names):
                at = words.rfind("(")
                self._note("NU662", ("outline", index), key=key, names=names or ("–",), clause=heading.clause, printed=words[at:] or "–")

    def _target(self, index: int, target: Target) -> None:
        """Where the date words stand, and what of number and date no note can excuse, though it silences lint."""
        indicator = self.library.indicators[target.indicator]
        subject = Subject(self.plan, target, indicator, self.library)
        for check, rule in (("NU603", nu603_value_against_words), ("NU604", nu604_date_against_words)):
            values = rule.check(subject) if target.note is not None and rule.certain(subject) else None
            if values is not None:
                self._note(check, ("targets", index, rule.KEY), target.id, **values)
        part = self.clauses.quoted(target.clause)
        words, dated = quoted(target.as_printed), quoted(target.dated)
        start = next(iter(part.starts(words)), -1)
        if target.dated not in ("period", "not_stated") and start >= 0:
            at = max((at for at in part.starts(dated) if at + len(dated) <= start + len(words)), default=-1)
            if at < 0:
                self._note("NU659", ("targets", index, "dated"), target.id, words=target.dated, clause=target.clause, why="absent")
                return
            self._claim(*part.place(at, at + len(dated)))
            if "。" in part.text[at:start] and target.note is None:
                self._note("NU659", ("targets", index, "dated"), target.id, words=target.dated, clause=target.clause, why="sentence")
        elif start >= 0 and target.note is None:
            self._undated(index, target, part.text[part.text.rfind("。", 0, start) + 1 : start + len(words)])

    def _undated(self, index: int, target: Target, sentence: str) -> None:
        """A target without date words whose sentence names a year before it; a window of years is a name more often than a date."""
        if (year := _YEAR.search(sentence)) is not None:
            self._note("NU659", ("targets", index, "dated"), target.id, words=year.group(), clause=target.clause, why="passed_by")

    def _printed_date(self, key: tuple[str | int, ...], day: date, clause: str, words: str) -> None:
        """The date of a task is one that its words name, or others before them in the clause."""
        part = self.clauses.quoted(clause).text
        start = part.find(quoted(words))
        if start >= 0 and day not in dates_of(part[: start + len(quoted(words))], self.plan).ends:
            self._note("NU659", key, words=day.isoformat(), clause=clause, why="absent")

    def _claim_numbers(self, target: Target, start: int, end: int) -> None:
        """What a target claims of its quotation: its own number with the unit, words of full coverage, what the indicator's name holds."""
        part, indicator = as_read(self.document.text, start, end), self.library.indicators[target.indicator]
        values = target.value if isinstance(target.value, tuple) else (target.value,)
        known = [read(text) for text in (*indicator.spellings, indicator.definition.zh)]
        for numeral in numerals(part.text):
            if any(states(numeral, value, target.measure) for value in values):
                self._claim(*part.place(numeral.start, numeral.unit_end))
            elif any(part.text[numeral.start : numeral.end + 1] in name for name in known):
                self._claim(*part.place(numeral.start, numeral.end))
        for match in COVERAGE.finditer(part.text):
            self._claim(*part.place(*match.span()))

    def _coverage(self) -> int:
        """Each number and word of full coverage of the body that nothing claims; how many there are."""
        body = self.clauses.read()
        for span in claimed_by_form(body.text):
            self._claim(*body.place(*span))
        stretches = [(match.start(), match.end()) for match in COVERAGE.finditer(body.text)]
        every = sorted({("NU660", n.start, n.end) for n in numerals(body.text)} | {("NU661", *span) for span in stretches}, key=_order)
        for check, start, end in every:
            places = body.at[start:end]
            if all(self.claimed[place] for place in places):
                continue
            around = "".join(self.document.text[place] for place in body.at[max(0, start - _AROUND) : end + _AROUND])
            target = next((name for first, last, name in self.inside if first <= places[0] < last), None)
            why = "inside" if target is not None else "outside"
            clause = self.clauses.clause_at(places[0])
            self._note(check, places[0], target, words=body.text[start:end], around=around, clause=clause, why=why)
        return len(every)


def _order(item: tuple[str, int, int]) -> tuple[int, str]:
    return item[1], item[0]


def _printed_dates(day: date) -> tuple[str, ...]:
    """The forms a date of issue is printed in."""
    return (f"{day.year}年{day.month}月{day.day}日", f"{day.year}年{day.month:02}月{day.day:02}日", day.isoformat())
