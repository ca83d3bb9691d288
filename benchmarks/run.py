"""Ratios of whole processes, measured in pairs: nuplan and its yardstick in turn, median of the ratios pair by pair.

Run by `make bench`. nuplan is installed as a wheel into an environment of its own, with bytecode, as its users have it. Goals, to be
beaten, for one city: JSON at most 1.25 times hello, table at most 1.40 times hello_table, JSON at most 0.75 times check-jsonschema,
peak memory at most 40 MiB. For 900 submissions in one process, concise: at most 1.2 times CSafeLoader alone, at most 0.10 times
check-jsonschema; memory grows by at most 400 bytes a row.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import many

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
EXAMPLE = ROOT / "examples" / "heze_2024_q2.yaml"
PAIRS, PAIRS_OF_MANY = 21, 15
MANY, HALF = 900, 450


def installed(folder: Path) -> Path:
    """A fresh environment with nuplan and the yardsticks' packages; its folder of commands."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--python", str(folder)]
    subprocess.run([*pip, "install", str(ROOT), "check-jsonschema"], check=True)
    subprocess.run([str(folder / "bin" / "python"), "-m", "compileall", "-q", str(HERE)], check=False)
    return folder / "bin"


def seconds(command: list[str]) -> float:
    """The wall time of one run, its output thrown away; a gate that blocks has run, too."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    begin = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False, env=clean)
    assert done.returncode in (0, 1), command
    return time.perf_counter() - begin


def ratio(command: list[str], yardstick: list[str], count: int = PAIRS) -> tuple[float, float, float]:
    """Median times of both and the median of their ratios, after one run of each to warm up."""
    seconds(command), seconds(yardstick)
    pairs = [(seconds(command), seconds(yardstick)) for _ in range(count)]
    ours, theirs = zip(*pairs, strict=True)
    return statistics.median(ours), statistics.median(theirs), statistics.median(a / b for a, b in pairs)


def peak(command: list[str]) -> float:
    """The largest memory of one run, in MiB."""
    code = f"import subprocess, resource; subprocess.run({command!r}, stdout=subprocess.DEVNULL, check=False); "
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024


def measure_many(folder: Path, bin_: Path) -> None:
    """Measure a folder of many submissions."""
    every, half = folder / "every", folder / "half"
    many.write(every, MANY)
    many.write(half, HALF)
    command = [str(bin_ / "nuplan"), "check", "--format", "concise", "--no-align"]
    yaml = [str(bin_ / "python"), str(HERE / "load_yaml.py"), str(every)]
    schema = [str(bin_ / "check-jsonschema"), "--schemafile", str(HERE / "submission.schema.json"), *map(str, every.iterdir())]
    for name, goal, yardstick, count in (("many / CSafeLoader", 1.2, yaml, PAIRS_OF_MANY), ("many / check-jsonschema", 0.10, schema, 3)):
        a, b, both = ratio([*command, str(every)], yardstick, count)
        print(f"{name:26} {a * 1000:6.0f} ms / {b * 1000:6.0f} ms  ratio {both:5.3f}  goal {goal}")
    rows = [rows_of([*command, str(place)]) for place in (half, every)]
    sizes = [peak([*command, str(place)]) for place in (half, every)]
    print(f"{'memory a row':26} {(sizes[1] - sizes[0]) * 1024 * 1024 / (rows[1] - rows[0]):6.0f} bytes  goal 400")


def rows_of(command: list[str]) -> int:
    """How many rows a run has."""
    code = "import sys, nuplan; print(len(nuplan.check(sys.argv[1], aligned=False).assessments))"
    python = str(Path(command[0]).parent / "python")
    return int(subprocess.run([python, "-c", code, command[-1]], capture_output=True, text=True, check=True).stdout)


def main() -> None:
    """Measure and print one line a goal."""
    with tempfile.TemporaryDirectory() as folder:
        bin_ = installed(Path(folder) / "env")
        python, nuplan = str(bin_ / "python"), str(bin_ / "nuplan")
        json_, table = [nuplan, "check", str(EXAMPLE), "--format", "json"], [nuplan, "check", str(EXAMPLE), "--format", "table"]
        hello = [python, str(HERE / "hello.py"), str(HERE / "hello.yaml")]
        hello_table = [python, str(HERE / "hello_table.py"), str(HERE / "hello.yaml")]
        schema = [str(bin_ / "check-jsonschema"), "--schemafile", str(HERE / "submission.schema.json"), str(EXAMPLE)]
        for name, goal, ours, yardstick in (
            ("json / hello", 1.25, json_, hello),
            ("table / hello_table", 1.40, table, hello_table),
            ("json / check-jsonschema", 0.75, json_, schema),
        ):
            a, b, both = ratio(ours, yardstick)
            print(f"{name:26} {a * 1000:6.0f} ms / {b * 1000:6.0f} ms  ratio {both:5.3f}  goal {goal}")
        measure_many(Path(folder), bin_)
        for name, command in (("json peak memory", json_), ("table peak memory", table)):
            print(f"{name:26} {peak(command):6.1f} MiB  goal 40")


if __name__ == "__main__":
    main()
