"""The rooms of the house and what each may import of nuplan; a new room is a new row."""

import ast
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGE = ROOT / "src" / "nuplan"
MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "load": {"model"},
    "judge": {"model"},
    "gate": {"model"},
    "text": set(),
    "report": {"model", "text"},
    "forms": {"model", "text", "report"},
    "run": {"model", "load", "judge", "gate"},
    "cli": {"run", "report", "forms", "text", "model", "__init__"},
    "__main__": {"cli"},
    "__init__": {"run", "model"},
}


def room_of(path: Path) -> str:
    """The room a module stands in: its folder, or the module itself at the top."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def imported_rooms(path: Path) -> set[str]:
    """The other rooms of nuplan that a module imports, anywhere in it."""
    depth = len(path.relative_to(PACKAGE).parts)
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("nuplan.")}
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            found |= {node.module.split(".")[0]} if node.module else {alias.name for alias in node.names}
    known = set(MAY_IMPORT)
    return {name if name in known else "__init__" for name in found} - {room_of(path)}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    """Imports go one way."""
    assert imported_rooms(path) <= MAY_IMPORT[room_of(path)]


def test_the_catalogue_imports_nothing_of_nuplan() -> None:
    """Every room can read the catalogue without loading anything else."""
    assert imported_rooms(PACKAGE / "model" / "catalogue.py") == set()


def test_only_load_and_the_streams_open_files() -> None:
    """Files are opened in one room; written files and standard streams have theirs."""
    opening = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open"
    }
    assert opening == {"load/file.py", "cli/streams.py"}


def test_the_judge_reads_no_clock() -> None:
    """What day it is comes in from outside, so that the same inputs give the same bytes."""
    for path in (PACKAGE / "judge").rglob("*.py"):
        assert not {"today", "now", "utcnow"} & {
            node.attr for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Attribute)
        }
