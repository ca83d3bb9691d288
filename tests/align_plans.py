"""Made-up plans for the tests of alignment: a plan above, plans below it, and the folder that both are read from."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

HEADINGS = [
    {"clause": "一", "title": "目标"},
    {"clause": "1", "under": "一", "title": "指标"},
    {"clause": "2", "under": "一", "title": "其他"},
]


def target(indicator: str, **keys: Any) -> dict[str, Any]:
    """A target with the keys given, a floor of 100 % by the end of 2025 but for them."""
    made: dict[str, Any] = {"id": indicator, "indicator": indicator, "clause": "1", "as_printed": f"{indicator}达到100%", "op": "ge"}
    made |= {"value": 100, "unit": "%", "by": "2025-12-31", "dated": "到2025年", "modality": "shall"}
    if {"each_year", "sum", "mean", "throughout"} & keys.keys():
        del made["by"]
    made |= keys
    return {key: value for key, value in made.items() if value is not None}


def plan(id_: str, area: str, targets: list[dict[str, Any]], **keys: Any) -> dict[str, Any]:
    """A plan of 2024 to 2025 with the targets and keys given."""
    made: dict[str, Any] = {
        "schema": "nuplan/plan/v1",
        "id": id_,
        "version": "1.0.0",
        "changes": [{"version": "1.0.0", "date": "2026-11-26", "what": "编造的规划，只供测试"}],
        "title": {"zh": f"编造的规划{id_}", "en": f"Made-up plan {id_}"},
        "area": area,
        "document": {"number": "not_stated", "issuer": "not_stated", "issued": "not_stated"},
        "period": {"from": "2024-01-01", "to": "2025-12-31"},
        "source": {"kind": "official", "sha256": "0" * 64, "read": "2026-11-26"},
        "outline": HEADINGS,
        "targets": targets,
    }
    return made | keys


def below(id_: str, area: str, targets: list[dict[str, Any]], above: str = "above", **keys: Any) -> dict[str, Any]:
    """A plan that carries out another."""
    return plan(id_, area, targets, implements={"plan": above, "as_printed": "为贯彻落实"}, **keys)


class Plain(yaml.SafeDumper):
    """Writes what stands twice twice, since anchors are refused."""

    def ignore_aliases(self, data: Any) -> bool:
        """No anchors."""
        return True


def write(folder: Path, *plans: Mapping[str, Any]) -> str:
    """The folder with a file for each plan."""
    folder.mkdir(parents=True, exist_ok=True)
    for made in plans:
        (folder / f"{made['id']}.yaml").write_text(yaml.dump(dict(made), Dumper=Plain, allow_unicode=True, sort_keys=False), "utf-8")
    return str(folder)
