"""What the tests share: the installed command, run as a user would run it."""

import os
import pty
import select
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
COMMAND = Path(sys.executable).parent / "nuplan"


class Result(NamedTuple):
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` rewrites the files that outputs are compared with."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected outputs")


Run = Callable[..., Result]


def run_command(*argv: str, cwd: Path | None = None, env: Mapping[str, str] | None = None, stdin: bytes | None = None) -> Result:
    """Run the installed command in a clean environment and decode what it printed as UTF-8."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NUPLAN_", "PYTHON", "COLUMNS", "NO_COLOR"))}
    done = subprocess.run(
        [str(COMMAND), *argv],
        cwd=cwd or ROOT,
        env={**kept, **(env or {})},
        input=stdin if stdin is not None else b"",
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def on_terminal(*argv: str, columns: int = 120, env: dict[str, str] | None = None) -> tuple[int, bytes]:
    """Run the command on a terminal of its own; its exit code and the bytes it drew."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NUPLAN_", "PYTHON", "NO_COLOR"))}
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [str(COMMAND), *argv],
        cwd=ROOT,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=kept | {"TERM": "xterm-256color", "COLUMNS": str(columns), "PYTHONIOENCODING": "utf-8"} | (env or {}),
    )
    os.close(slave)
    drawn = b""
    while True:
        ready, _, _ = select.select([master], [], [], 60)
        try:
            piece = os.read(master, 65536) if ready else b""
        except OSError:
            break
        if not piece:
            break
        drawn += piece
    os.close(master)
    return process.wait(timeout=60), drawn


@pytest.fixture
def nuplan() -> Run:
    """The installed command: `nuplan("check", "file.yaml", cwd=…, env=…, stdin=…)` gives code, out and err."""
    return run_command


@pytest.fixture
def submission(tmp_path: Path) -> Callable[..., Path]:
    """Write a submission of Heze and return its path: `submission("new_urban_jobs: 3.4万人", period="2024-Q2")`."""

    def write(*figures: str, area: str = "heze", period: str = "2024-Q2", name: str = "heze.yaml") -> Path:
        path = tmp_path / name
        lines = "".join(f"  {figure}\n" for figure in figures)
        path.write_text(f"schema: nuplan/submission/v1\narea: {area}\nperiod: {period}\nfigures:\n{lines}", "utf-8")
        return path

    return write
