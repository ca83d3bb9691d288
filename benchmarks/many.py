"""Made-up submissions by the thousand: the sixteen cities of the examples over many months, each with figures of its own."""

import random
import re
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "shandong_2025_q4"
FIRST_YEAR, MONTHS = 2021, 63


def write(folder: Path, count: int) -> None:
    """Write submissions, the same ones on every run: bare numbers are moved a little, parts and wholes stay as they fit each other."""
    moved = random.Random(5)
    texts = [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.yaml"))]
    folder.mkdir()
    for index in range(count):
        month, at = divmod(index, len(texts))
        year, rest = divmod(month, 12)
        lines = [
            line if "part:" in line else re.sub(r": ([0-9]+\.[0-9]+)", lambda m: _near(m[1], moved), line)
            for line in texts[at].splitlines()
        ]
        text = re.sub(r", (?:since|of): [0-9-]+", "", "\n".join(lines) + "\n")
        text = text.replace("period: 2025-Q4", f"period: {FIRST_YEAR + year}-{rest + 1:02d}")
        (folder / f"{index:04d}.yaml").write_text(text, "utf-8")
    assert count <= MONTHS * len(texts)


def _near(number: str, moved: random.Random) -> str:
    digits = len(number.partition(".")[2])
    return f": {float(number) * moved.uniform(0.9, 1):.{digits}f}"
