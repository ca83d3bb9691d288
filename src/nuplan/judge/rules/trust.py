"""Rules on whether figures can be trusted (NU507 and on): one file a rule, registered by what it looks at.

None of them leaves a figure out of the verdict: what is known of other years never changes a status.
"""

from collections.abc import Callable

from ..evidence import Doubt, Evidence
from . import (
    nu507_value_implausible,
    nu508_unit_slip,
    nu509_figures_at_odds,
    nu511_precision_short,
    nu512_value_rounded_over,
    nu513_year_to_date_falls,
    nu514_single_quarter_reported,
    nu515_stock_falls,
    nu516_change_implausible,
    nu517_outlier_in_series,
    nu518_value_revised,
    nu519_differs_from_published,
    nu520_sum_against_whole,
    nu521_equal_to_target,
    nu522_equal_across_areas,
    nu523_equal_to_earlier,
)

Rule = Callable[[Evidence], Doubt | None]

SIZE_RULES: dict[str, Rule] = {
    "NU507": nu507_value_implausible.check,
    "NU513": nu513_year_to_date_falls.check,
    "NU514": nu514_single_quarter_reported.check,
    "NU515": nu515_stock_falls.check,
    "NU516": nu516_change_implausible.check,
    "NU517": nu517_outlier_in_series.check,
}
"""Rules on the size of a figure; what slipped by a unit has told its cause already."""
RECORD_RULES: dict[str, Rule] = {
    "NU518": nu518_value_revised.check,
    "NU519": nu519_differs_from_published.check,
    "NU523": nu523_equal_to_earlier.check,
}
"""Rules that compare a figure with what stands elsewhere."""

BASELINE_RULES: dict[str, Rule] = {check: (SIZE_RULES | RECORD_RULES)[check] for check in ("NU507", "NU518", "NU519")}
"""Rules that look at the baseline of a submission, too."""

beyond = nu507_value_implausible.beyond
slipped = nu508_unit_slip.check
at_odds = nu509_figures_at_odds.check
disagreements = nu518_value_revised.disagreements
precision = nu511_precision_short.check
rounded_over = nu512_value_rounded_over.check
equal_to_target = nu521_equal_to_target.check
against_whole = nu520_sum_against_whole.check
across_areas = nu522_equal_across_areas.check

TRUST_RULES = frozenset({*SIZE_RULES, *RECORD_RULES, "NU508", "NU509", "NU511", "NU512", "NU520", "NU521", "NU522"})
"""Every rule on trust."""
