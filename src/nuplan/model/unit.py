"""Units: a closed table, exact factors, conversion only within a dimension.

Measure words of things (个 家 所 处 …) are one unit; 人, 人次 and 户 are three; 万 and 亿 scale any unit but %, ‰ and
个百分点; 个百分点 is not %.
"""

from fractions import Fraction
from typing import NamedTuple

from .finding import Problem
from .suggest import nearest

NUMBER, COUNT, PERSON, PERSON_TIME, HOUSEHOLD = "number", "count", "person", "person_time", "household"
PERCENT, POINTS = "percent", "points"
COUNTED = frozenset({COUNT, PERSON, PERSON_TIME, HOUSEHOLD})


class Unit(NamedTuple):
    """A unit as written: `factor` base units of its dimension, exactly."""

    name: str
    dimension: str
    factor: Fraction

    def accepts(self, other: "Unit") -> bool:
        """Whether a figure in `other` can be converted into this unit; a bare number (1.3万) stands for a plain count."""
        return self.dimension == other.dimension or (self.dimension == COUNT and other.dimension == NUMBER)


# name: dimension, factor, other spellings (after folding: ㎡ reads m2, ％ reads %)
_TABLE: dict[str, tuple[str, Fraction, str]] = {
    "": (NUMBER, Fraction(1), ""),
    "%": (PERCENT, Fraction(1), ""),
    "‰": (PERCENT, Fraction(1, 10), ""),
    "个百分点": (POINTS, Fraction(1), "百分点"),
    "个": (COUNT, Fraction(1), "家 所 处 座 项 条 张 辆 台 件 只 枚 套 部 片 块"),
    "人": (PERSON, Fraction(1), "名"),
    "人次": (PERSON_TIME, Fraction(1), ""),
    "户": (HOUSEHOLD, Fraction(1), ""),
    "米": ("length", Fraction(1), "m"),
    "公里": ("length", Fraction(1000), "千米 km"),
    "公里/百平方公里": ("density", Fraction(1), ""),
    "平方米": ("area", Fraction(1), "m2 平米"),
    "亩": ("area", Fraction(2000, 3), ""),
    "公顷": ("area", Fraction(10_000), "hm2 ha"),
    "平方公里": ("area", Fraction(1_000_000), "km2 平方千米"),
    "立方米": ("volume", Fraction(1), "m3"),
    "千瓦": ("power", Fraction(1), "kW"),
    "兆瓦": ("power", Fraction(1000), "MW"),
    "吉瓦": ("power", Fraction(1_000_000), "GW"),
    "吨": ("mass", Fraction(1), "t"),
    "公斤": ("mass", Fraction(1, 1000), "千克 kg"),
    "斤": ("mass", Fraction(1, 2000), ""),
    "吨标准煤": ("energy", Fraction(1), ""),
    "吨/万平方米": ("intensity", Fraction(1), ""),
    "元": ("money", Fraction(1), ""),
    "岁": ("age", Fraction(1), ""),
    "年": ("years", Fraction(1), ""),
    "微克/立方米": ("concentration", Fraction(1), "μg/m3"),
    "天": ("days", Fraction(1), "日"),
    "分钟": ("minutes", Fraction(1), ""),
    "小时": ("minutes", Fraction(60), ""),
}
_SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
_UNSCALED = frozenset({PERCENT, POINTS})

UNITS: dict[str, Unit] = {}
for _name, (_dimension, _factor, _spellings) in _TABLE.items():
    for _spelling in (_name, *_spellings.split()):
        UNITS[_spelling] = Unit(_spelling, _dimension, _factor)
KNOWN = dict(UNITS)
"""The units met so far, those of the table and scaled ones: a spelling is one object."""


def parse_unit(text: str) -> Unit:
    """The unit a folded text names. Raises Problem NU019 for one that is not in the table."""
    if (unit := KNOWN.get(text)) is not None:
        return unit
    for scale, factor in _SCALES.items():
        if text.startswith(scale) and (base := UNITS.get(text[len(scale) :])) is not None:
            if base.dimension in _UNSCALED:
                break
            return KNOWN.setdefault(text, Unit(text, base.dimension, base.factor * factor))
    near = nearest(text, filter(None, UNITS))
    raise Problem("NU019", unit=text, suggestion=None if near is not None and text.endswith(near) else near)


def accepted_units(unit: Unit) -> tuple[str, ...]:
    """Spellings a figure of this unit's dimension may use, the indicator's own first."""
    names = [name for name, (dimension, _, _) in _TABLE.items() if dimension == unit.dimension and name]
    own = next((name for name in names if unit.name.endswith(name)), None)
    scaled = [scale + own for scale in ("万", "亿")] if own is not None and unit.dimension not in _UNSCALED else []
    return tuple(dict.fromkeys((unit.name, *names, *scaled)))
