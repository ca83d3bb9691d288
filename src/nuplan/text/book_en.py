"""Sentences of workbooks, in English. Keys and placeholders are the same as in book_zh.py."""

STRINGS: dict[str, str] = {
    "book.font": "Calibri",
    "book.title.check": "Data review and target assessment",
    "book.title.rollup": "Roll-up of areas",
    "book.title.align": "Alignment of plans",
    "book.title.lint": "Review of plan files",
    "book.title.audit": "Plan held against its text",
    "book.scope": "{areas}, {periods}",
    "book.areas": "{count} areas",
    "book.made": "Made by nuplan {version}",
    "book.as_of": "As of {as_of}",
    # names of worksheets
    "book.summary": "Summary",
    "book.findings": "Data review",
    "book.rosters": "Submissions",
    "book.rollup": "Roll-up",
    "book.pairs": "Alignment",
    "book.back": "← Back to Summary",
    # the summary
    "book.paces": "Pace, {period}",
    "book.legend": "Colours",
    "book.tone.good": "Green",
    "book.tone.warn": "Yellow",
    "book.tone.bad": "Red",
    "book.tone.dim": "Grey",
    "book.notes": "Notes",
    "book.index": "Contents",
    "book.department": "Follow-up list: {department}",
    "book.label.check": "Check",
    "book.page": "Page &P of &N",
}
