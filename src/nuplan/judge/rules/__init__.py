"""Rules that look at figures (NU5): one file a rule, each a function from a figure to the values of its finding."""

from collections.abc import Callable, Iterator
from typing import Any

from ...model.figure import Figure, Filing
from ...model.finding import Finding
from ...model.indicator import Indicator
from ...model.library import Library
from . import (
    nu501_value_out_of_range,
    nu502_part_over_whole,
    nu503_empty_whole,
    nu504_value_against_parts,
    nu505_claimed_not_applicable,
    nu506_fractional_count,
)

Rule = Callable[[Figure, Indicator], dict[str, Any] | None]

FIGURE_RULES: dict[str, Rule] = {
    "NU501": nu501_value_out_of_range.check,
    "NU502": nu502_part_over_whole.check,
    "NU503": nu503_empty_whole.check,
    "NU504": nu504_value_against_parts.check,
    "NU505": nu505_claimed_not_applicable.check,
    "NU506": nu506_fractional_count.check,
}
IMPOSSIBLE = frozenset({"NU501", "NU502", "NU503", "NU506"})
"""Rules whose offence leaves nothing that could be held against a target."""


_OF_VALUES = tuple((check, FIGURE_RULES[check]) for check in ("NU501", "NU506"))
"""The rules that can find something where there is a value alone."""
_OF_PARTS = tuple((check, rule) for check, rule in FIGURE_RULES.items() if check != "NU505")
_OF_MISSING = (("NU505", FIGURE_RULES["NU505"]),)


def check_figures(filing: Filing, library: Library) -> Iterator[Finding]:
    """The findings of the rules on every readable figure of a filing."""
    for figure in filing.figures.values():
        if not figure.readable:
            continue
        indicator = library.indicators[figure.indicator]
        for check, rule in _OF_PARTS if figure.part is not None else _OF_MISSING if figure.value is None else _OF_VALUES:
            if (values := rule(figure, indicator)) is not None:
                yield Finding(
                    check,
                    figure.location,
                    {"indicator": indicator.id, "name": indicator.name} | values,
                    area=filing.area,
                    period=filing.period.text,
                    indicator=indicator.id,
                    note=figure.note,
                )
