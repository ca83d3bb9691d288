"""What a run loads and how often it reads: the part of speed that is the same on every machine."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from conftest import ROOT

EXAMPLE = ROOT / "examples" / "heze_2024_q2.yaml"
TRACE = """
import json, sys
import yaml
from collections import Counter
from nuplan.load import file, yaml_
read = Counter()
parse = file.parse_yaml
def counted(text, problems):
    read[problems.path] += 1
    return parse(text, problems)
file.parse_yaml = counted
from nuplan.cli import run
code = run(sys.argv[1:])
sys.stdout.flush()
print(json.dumps({"code": code, "modules": sorted(sys.modules), "read": read}), file=sys.stderr)
"""


def trace(*argv: str) -> dict[str, Any]:
    """Run a command line in a fresh interpreter and tell which modules it loaded and which files it parsed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NUPLAN_")}
    done = subprocess.run([sys.executable, "-c", TRACE, *argv], capture_output=True, text=True, check=True, env=kept, encoding="utf-8")
    result: dict[str, Any] = json.loads(done.stderr.splitlines()[-1])
    return result


def test_json_never_loads_rich() -> None:
    """A gate that reads JSON does not pay for the table."""
    modules = trace("check", str(EXAMPLE), "--format", "json")["modules"]
    assert "rich" not in modules
    assert "nuplan.report.table" not in modules


def test_a_pipe_never_loads_rich() -> None:
    """Neither does a pipe."""
    assert "rich" not in trace("check", str(EXAMPLE))["modules"]


def test_only_the_called_command_is_loaded() -> None:
    """Starting `check` does not load the other commands, the docs of the checks or the other language."""
    modules = trace("check", str(EXAMPLE), "--format", "json")["modules"]
    for name in ("nuplan.cli.plans", "nuplan.cli.explain", "nuplan.text.checks_zh", "nuplan.text.checks_en", "nuplan.text.en"):
        assert name not in modules
    for name in ("nuplan.judge.lint", "nuplan.text.plans_zh", "nuplan.text.align_zh", "nuplan.report.schema", "nuplan.model.reading"):
        assert name not in modules
    for name in ("nuplan.judge.implied", "nuplan.judge.rollup", "nuplan.judge.track", "nuplan.load.waivers", "nuplan.gate.waivers"):
        assert name not in modules
    for name in ("openpyxl", "nuplan.load.xlsx_", "nuplan.load.package", "nuplan.load.table", "nuplan.text.sheets_zh"):
        assert name not in modules
    for name in ("tomllib", "nuplan.load.config", "nuplan.run.config"):
        assert name not in modules


def test_without_alignment_nothing_of_it_is_loaded() -> None:
    """Whoever leaves it out does not pay for it."""
    modules = trace("check", str(EXAMPLE), "--no-align", "--format", "json")["modules"]
    for name in ("nuplan.judge.align", "nuplan.judge.pairing", "nuplan.report.align_json"):
        assert name not in modules


def test_each_file_is_parsed_once(tmp_path: Path) -> None:
    """One pass of YAML a file, however many formats are written."""
    out = tmp_path / "report.json"
    read = trace("check", str(EXAMPLE), "--format", "concise", "--format", f"json:{out}")["read"]
    assert len(read) == len({EXAMPLE, *(ROOT / "targets").glob("*.yaml")})
    assert set(read.values()) == {1}
