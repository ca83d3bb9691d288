"""The two languages say the same: equal keys, equal placeholders, a doc for every check."""

import string

import pytest

from nuplan.model.catalogue import CHECKS
from nuplan.model.finding import Finding, Location
from nuplan.report.messages import message
from nuplan.text import (
    Words,
    align_en,
    align_zh,
    batch_en,
    batch_zh,
    en,
    gate_en,
    gate_zh,
    pace_en,
    pace_zh,
    plans_en,
    plans_zh,
    safe,
    sheets_en,
    sheets_zh,
    syntax_en,
    syntax_zh,
    trust_en,
    trust_zh,
    zh,
)
from nuplan.text.docs import doc_of, docs

PARTS_ZH = (
    zh.STRINGS,
    pace_zh.STRINGS,
    gate_zh.STRINGS,
    align_zh.STRINGS,
    batch_zh.STRINGS,
    plans_zh.STRINGS,
    syntax_zh.STRINGS,
    trust_zh.STRINGS,
    sheets_zh.STRINGS,
)
PARTS_EN = (
    en.STRINGS,
    pace_en.STRINGS,
    gate_en.STRINGS,
    align_en.STRINGS,
    batch_en.STRINGS,
    plans_en.STRINGS,
    syntax_en.STRINGS,
    trust_en.STRINGS,
    sheets_en.STRINGS,
)
ZH = {key: text for part in PARTS_ZH for key, text in part.items()}
EN = {key: text for part in PARTS_EN for key, text in part.items()}


def placeholders(text: str) -> set[str]:
    """The names a sentence leaves open."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys() -> None:
    """No sentence is missing in one language, they stand in the same order, and no key stands twice."""
    assert [list(part) for part in PARTS_ZH] == [list(part) for part in PARTS_EN]
    assert sum(map(len, PARTS_ZH)) == len(ZH)


@pytest.mark.parametrize("key", ZH)
def test_a_sentence_has_the_same_placeholders_in_both_languages(key: str) -> None:
    """A value shown to one reader is shown to the other."""
    assert placeholders(ZH[key]) == placeholders(EN[key])


@pytest.mark.parametrize("check", CHECKS)
def test_every_check_has_a_message_and_a_whole_doc_in_both_languages(check: str) -> None:
    """What it finds, why, an example, what to do and the source are all there."""
    assert check in ZH
    for lang in ("zh", "en"):
        assert all(part.strip() for part in doc_of(check, lang))
    assert doc_of(check, "zh") != doc_of(check, "en")


def test_no_doc_is_left_over() -> None:
    """A doc without a check would never be read."""
    assert list(docs("zh")) == list(docs("en")) == list(CHECKS)


def test_control_characters_and_turned_text_are_written_out() -> None:
    """Text from a file cannot steer the terminal that shows it."""
    assert safe("a\x1b[31mb\u202ec\u200bd\n") == "a\\u001b[31mb\\u202ec\\u200bd\\u000a"


def test_a_value_too_long_to_read_is_cut_with_a_mark() -> None:
    """A message stays a message."""
    finding = Finding("NU017", Location("a.yaml"), {"text": "9" * 500, "why": "not_a_number"})
    assert "9" * 200 + "…" in message(finding, Words("zh"))
    assert "9" * 201 not in message(finding, Words("zh"))


def test_an_unknown_complaint_of_a_parser_is_shown_as_it_is() -> None:
    """Better the parser's English than nothing."""
    assert Words("zh").syntax("some new complaint") == "some new complaint"
    assert "Tab" in Words("zh").syntax("found character that cannot start any token")
