"""Bad input: each mistake is told with its place in both languages, nothing else is lost by it, and nothing crashes.

The cases stand in tests/cases/bad_input, a sentence each. A case is a whole file (`text`), figures of a YAML submission of Heze for a
quarter of 2024 (`figures`, from 5:3 on) or the figure of new_urban_jobs in a JSON one (`json`, at 6:23). `findings` are all there are: a
check and its place (one of two where libraries differ), `…` for any between. `stops` says that nothing of the file can be judged. Else a
good figure stands below, which is.
"""

import builtins
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from conftest import COMMAND, ROOT, Result, Run, run_command

import nuplan as api
from nuplan.cli import run as run_command_line
from nuplan.load.walk import Walk
from nuplan.run.shelf import library

FOLDER = ROOT / "tests" / "cases" / "bad_input"
YAML = "schema: nuplan/submission/v1\narea: heze\nperiod: {period}\nfigures:\n{figures}  base_stations_5g: 1.12万个\n"
JSON = """{
  "schema": "nuplan/submission/v1",
  "area": "heze",
  "period": "{period}",
  "figures": {
    "new_urban_jobs": {figure},
    "base_stations_5g": "1.12万个"
  }
}
"""
BOMS = {"utf-16-bom-le": (b"\xff\xfe", "utf-16-le"), "utf-16-bom-be": (b"\xfe\xff", "utf-16-be")}
KEYS = {
    *("name", "text", "figures", "json", "file", "repeat", "encoding", "line_ends"),
    *("exit", "findings", "count", "shows", "says", "stops", "rows", "reads", "prints"),
}
JINAN = "schema: nuplan/submission/v1\narea: jinan\nperiod: 2024-Q2\nfigures:\n  black_odorous_water_eliminated: {part: 3, whole: 3}\n"
QUARTERS = ("2024-Q1", "2024-Q2", "2024-Q3")
WIDE = {"COLUMNS": "1000"}
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
FORMAT_WORDS = {
    *("schema", "area", "period", "figures", "part", "whole", "value", "missing", "unit", "of", "since", "nuplan", "submission", "plan"),
    *("pending", "not_collected", "not_applicable", "final", "provisional", "estimate"),
}


def yaml_of(figures: str, period: str = "2024-Q2") -> str:
    """A YAML submission of Heze with these lines of figures above a good one."""
    return YAML.replace("{figures}", "".join(f"  {line}\n" for line in figures.splitlines())).replace("{period}", period)


def json_of(figure: str, period: str = "2024-Q2") -> str:
    """A JSON submission of Heze with this figure of new_urban_jobs above a good one."""
    return JSON.replace("{figure}", figure).replace("{period}", period)


class Case(NamedTuple):
    """One case of a file, with where it stands among all."""

    group: str
    number: int
    given: dict[str, Any]

    @property
    def name(self) -> str:
        """The sentence that names it."""
        return str(self.given["name"])

    @property
    def path(self) -> str:
        """Where its file is written."""
        return f"{self.group}_{self.number}/{self.file}"

    @property
    def exit(self) -> int:
        """The exit code it expects."""
        return int(self.given["exit"])

    @property
    def file(self) -> str:
        """The name of its file."""
        return str(self.given.get("file", "heze.json" if "json" in self.given else "heze.yaml"))

    @property
    def rows(self) -> dict[str, str]:
        """The statuses it expects, by target."""
        rows: dict[str, str] = self.given.get("rows", {})
        neighbour = not self.given.get("stops") and "text" not in self.given and "base_stations_5g" not in self.in_figures
        return {"base_stations_5g": "not_due", **rows} if neighbour else rows

    @property
    def shares(self) -> bool:
        """Whether it is of no period in particular, and can be run with others of its kind."""
        return self.exit == 3 and "text" not in self.given and not self.given.get("stops") and "2024" not in str(self.given)

    @property
    def period(self) -> str:
        """Its quarter; those that share a run take turns, so that they are not merged into one submission."""
        return QUARTERS[self.number % 3] if self.shares else "2024-Q2"

    @property
    def in_figures(self) -> str:
        """The figures it is about."""
        return str(self.given.get("figures", ""))

    def data(self) -> bytes:
        """The bytes of its file."""
        given = self.given
        if "text" in given:
            text = str(given["text"])
        elif "json" in given:
            text = json_of(given["json"], self.period)
        else:
            text = yaml_of(self.in_figures, self.period)
            if "base_stations_5g" in self.in_figures:
                text = text.removesuffix("  base_stations_5g: 1.12万个\n")
        if "repeat" in given:
            piece, times = given["repeat"]
            many = piece * int(times) if "#" not in piece else "".join(piece.replace("#", str(i)) for i in range(int(times)))
            text = text.replace("⟨…⟩", many)
        text = text.replace("\n", given.get("line_ends", "\n"))
        encoding = given.get("encoding", "utf-8")
        bom, encoding = BOMS.get(encoding, (b"", encoding))
        return bytes(bom + text.encode(encoding))


CASES = [
    Case(path.stem, number, given)
    for path in sorted(FOLDER.glob("*.yaml"))
    for number, given in enumerate(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))
]
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.group}: {case.name}")


class Told(NamedTuple):
    """A finding as printed on a line."""

    check: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.check} {self.place}".rstrip()


English = Callable[[Case], tuple[int, list[Told]]]


def told(out: str, path: str) -> list[Told]:
    """The findings that concise output tells of a file."""
    line = re.compile(rf"{re.escape(path)}(?::(\d+:\d+))?: (?:错误|警告|提示|error|warning|information) (NU\d{{3}}) [a-z-]+: (.*)")
    return [Told(found[2], found[1] or "", found[3]) for found in map(line.fullmatch, out.splitlines()) if found]


def is_as_expected(found: list[str], case: Case) -> bool:
    """Whether the findings are those of the case; their order among different rules is left open."""
    expected: list[str] = case.given["findings"]
    if len(found) == len(expected) == 1 and " or " in expected[0]:
        check, *places = expected[0].replace(" or", "").split()
        return found[0] in {f"{check} {place}" for place in places}
    if "…" not in expected:
        return sorted(found) == sorted(expected)
    cut = expected.index("…")
    first, last = expected[:cut], expected[cut + 1 :]
    return found[:cut] == first and found[len(found) - len(last) :] == last and len(found) == int(case.given.get("count", len(found)))


class Outcome(NamedTuple):
    """What a run printed, and the report it wrote."""

    result: Result
    text: str
    report: dict[str, Any]


def batches() -> list[list[Case]]:
    """The cases of each run: those that stop at once by tens, those that share by threes, the others by themselves."""
    stopping = [case for case in CASES if case.given.get("stops") and case.exit == 3]
    turns = zip_longest(*([case for case in CASES if case.shares and case.period == quarter] for quarter in QUARTERS))
    rest = [[case] for case in CASES if case not in stopping and not case.shares]
    tens = [stopping[start : start + 10] for start in range(0, len(stopping), 10)]
    return [*rest, *tens, *([case for case in turn if case is not None] for turn in turns)]


def run_batch(batch: list[Case], folder: Path) -> Outcome:
    """One run in Chinese with a good file after the bad ones; without it where nothing at all is to be evaluated."""
    paths = [case.path for case in batch] + ([] if batch[0].exit == 4 else ["good.yaml"])
    report = f"{batch[0].group}_{batch[0].number}.json"
    result = run_command("check", *paths, "--format", "concise", "--format", f"json:{report}", "--lang", "zh", cwd=folder)
    text = (folder / report).read_text("utf-8") if (folder / report).exists() else ""
    return Outcome(result, text, json.loads(text, parse_float=str, parse_int=str) if text else {})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a good file of Jinan and, in a folder of its own, the file of each case."""
    base = tmp_path_factory.mktemp("bad_input")
    (base / "good.yaml").write_text(JINAN, "utf-8")
    for case in CASES:
        (base / case.path).parent.mkdir()
        (base / case.path).write_bytes(case.data())
    yield base
    shutil.rmtree(base)


@pytest.fixture(scope="module", autouse=True)
def outcome(folder: Path, request: pytest.FixtureRequest) -> Iterator[Callable[[Case], Outcome]]:
    """The outcome of the installed command on a case; the runs of all that were asked for go on beside the tests."""
    params = (getattr(item, "callspec", None) for item in request.session.items)
    asked = {given.path for given in (spec.params.get("case") for spec in params if spec is not None) if isinstance(given, Case)}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        futures = {}
        for batch in batches():
            if not asked.isdisjoint(case.path for case in batch):
                future = pool.submit(run_batch, batch, folder)
                futures.update({case.path: future for case in batch})
        yield lambda case: futures[case.path].result()
        pool.shutdown(cancel_futures=True)


@pytest.fixture(scope="module")
def english(folder: Path) -> English:
    """The exit code and the findings of the same command line on a case alone, in English; in this process, with plans read once."""
    shelf = library(baselines=True)

    @cache
    def told_in_english(path: str) -> tuple[int, list[Told]]:
        out = (folder / path).parent / "en.txt"
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("nuplan.run.call.library", lambda targets, **_: shelf)
            code = run_command_line(["check", str(folder / path), "--lang", "en", "--format", f"concise:{out}"])
        return code, told(out.read_text("utf-8"), str(folder / path))

    return lambda case: told_in_english(case.path)


def rows_of(report: dict[str, Any], path: str) -> dict[str, dict[str, Any]]:
    """The rows of a file by target."""
    rows = (row for row in report["assessments"] if row["figure"]["location"]["path"] == path)
    return {row["target"]["id"].removeprefix("heze_2024/"): row for row in rows}


def test_the_cases_are_well_formed() -> None:
    """A misspelt key would test nothing, and two cases of one name could not be told apart."""
    for case in CASES:
        assert set(case.given) <= KEYS, case.name
        assert len({"text", "figures", "json"} & set(case.given)) == 1, case.name
        assert ("repeat" in case.given) == ("⟨…⟩" in str(case.given)), case.name
    assert len({(case.group, case.name) for case in CASES}) == len(CASES)


# Paths and streams: what cannot stand in a case file.

GOOD = yaml_of("new_urban_jobs: 3.4万人")
BAD = yaml_of("new_urban_jobs: 三万")


def why(report: api.Report) -> list[tuple[str, str, str]]:
    """Check, reason and place of the findings of a report."""
    return [(finding.check, finding.values["why"], str(finding.location)) for finding in report.findings]


def write(path: Path, text: str) -> Path:
    """A file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("missing", ["absent.yaml", "absent/", "good.yaml/inside.yaml", "loop.yaml", "x" * 300 + ".yaml"])
def test_a_path_that_leads_nowhere_is_told_and_the_next_one_is_read(missing: str, lang: str, tmp_path: Path, nuplan: Run) -> None:
    """No file, no folder, a file in place of a folder, a link to itself, a name too long."""
    write(tmp_path / "good.yaml", GOOD)
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    result = nuplan("check", missing, "good.yaml", "--lang", lang, cwd=tmp_path)
    assert result.code == 3
    assert result.err == ""
    assert [str(line) for line in told(result.out, missing)] == ["NU001"]
    assert "good.yaml:5:19: " in result.out


def test_an_empty_folder_leaves_nothing_to_evaluate(tmp_path: Path, nuplan: Run) -> None:
    """Exit 4; a folder named like a file is a folder."""
    (tmp_path / "heze.yaml").mkdir()
    write(tmp_path / "heze.yaml" / "readme.txt", "no submission")
    result = nuplan("check", "heze.yaml", cwd=tmp_path)
    assert (result.code, result.err) == (4, "")
    assert "NU0" not in result.out


def test_a_folder_is_read_with_the_folders_in_it(tmp_path: Path, nuplan: Run) -> None:
    """YAML and JSON files at any depth, sorted, whatever the case of their ending; a broken one stops none."""
    write(tmp_path / "in" / "a.YML", GOOD)
    write(tmp_path / "in" / "b.yaml", BAD.replace("heze", "jinan"))
    write(tmp_path / "in" / "notes.txt", BAD)
    write(tmp_path / "in" / "城市 cities" / "c.json", json_of('"3.4万人"').replace("heze", "qingdao"))
    result = nuplan("check", "in", "--format", "concise", "--format", "json:out.json", cwd=tmp_path)
    assert (result.code, result.err) == (3, "")
    report = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert [row["path"] for row in report["inputs"]] == ["in/a.YML", "in/b.yaml", "in/城市 cities/c.json"]
    assert [str(line) for line in told(result.out, "in/b.yaml")] == ["NU017 5:19"]
    assert report["summary"]["evaluated"] == len(report["assessments"])
    assert {row["figure"]["location"]["path"] for row in report["assessments"]} == {row["path"] for row in report["inputs"]}


@pytest.mark.parametrize(
    "path", ["二季度 数据/菏泽 市.yaml", f"{'菏泽市新型城镇化' * 8}/{'二季度' * 25}/{'填报数据' * 16}.yaml"], ids=["odd", "long"]
)
def test_a_path_with_spaces_and_chinese_characters_is_read_and_named(path: str, tmp_path: Path, nuplan: Run) -> None:
    """The place of a finding is the path as given, whole, however long."""
    write(tmp_path / path, BAD)
    result = nuplan("check", path, cwd=tmp_path)
    assert (result.code, result.err) == (3, "")
    assert [str(line) for line in told(result.out, path)] == ["NU017 5:19"]


@pytest.mark.parametrize(
    ("data", "code", "expected"),
    [
        (GOOD.encode(), 0, []),
        (b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode(), 0, []),
        (json_of('"3.4万人"').encode(), 0, []),
        (BAD.encode(), 3, ["NU017 5:19"]),
        (json_of("NaN").encode(), 3, ["NU005 6:23"]),
        (GOOD.encode("gb18030"), 3, ["NU003 5:22"]),
        (b"", 3, ["NU004"]),
        (b"x" * (11 * 1024 * 1024), 3, ["NU002"]),
    ],
    ids=["YAML", "YAML of Windows", "JSON", "a bad figure", "bad JSON", "GB18030", "nothing", "eleven megabytes"],
)
def test_standard_input_is_read_as_a_file_is(data: bytes, code: int, expected: list[str], nuplan: Run) -> None:
    """`-` stands for it in the place of a finding, too."""
    result = nuplan("check", "-", stdin=data)
    assert (result.code, result.err) == (code, "")
    assert [str(line) for line in told(result.out, "-")] == expected


def test_a_closed_standard_input_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A scheduler may start the command without one; that is no fault of the program."""
    done = subprocess.run(["sh", "-c", f'"{COMMAND}" check - <&-'], cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert done.stderr.decode() == ""
    assert done.returncode == 3
    assert [str(line) for line in told(done.stdout.decode(), "-")] == ["NU001"]


@pytest.mark.parametrize("form", ["concise", "table", "json"])
@pytest.mark.parametrize("name", ["\x1b[31m红\u202e.yaml", "\x9b31m.yaml", "一\n二.yaml", "[bold]粗.yaml", "{value}%s.yaml"])
def test_the_name_of_a_file_steers_no_reader(name: str, form: str, tmp_path: Path, nuplan: Run) -> None:
    """Escapes, directions, line ends and markup in a name are shown and never obeyed."""
    write(tmp_path / "in" / name, BAD)
    result = nuplan("check", "in", "--format", form, cwd=tmp_path, env=WIDE)
    assert (result.code, result.err) == (3, "")
    assert not RAW.search(result.out)
    shown = re.sub(RAW, lambda match: f"\\u{ord(match[0]):04x}", name).replace("\n", r"\u000a")
    assert f"in/{shown}" in result.out.replace(r"\n", r"\u000a")


@pytest.mark.parametrize("form", ["concise", "table", "json"])
def test_a_name_that_is_no_text_is_written_to_files_as_well(form: str, tmp_path: Path, nuplan: Run) -> None:
    """A folder from another system may hold names in its encoding."""
    (tmp_path / "in").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path / "in") + b"/\xba\xca\xd4\xf3.yaml")).write_text(BAD, "utf-8")
    result = nuplan("check", "in", "--format", f"{form}:out.txt", cwd=tmp_path)
    assert (result.code, result.err) == (3, "")
    assert "NU017" in (tmp_path / "out.txt").read_text("utf-8")


@pytest.mark.parametrize("form", ["concise", "table", "json"])
def test_the_words_of_a_plan_file_steer_no_reader(form: str, tmp_path: Path, nuplan: Run) -> None:
    """A folder given with --targets holds files like any other."""
    plan = (ROOT / "targets" / "heze_2024.yaml").read_text("utf-8")
    for words, other in (
        ("id: heze_2024", "id: heze_copy"),
        ("zh: 菏泽市新型城镇化建设行动提升方案（2024—2025年）", 'zh: "\\e[2J[bold]方案"'),
        ("number: 菏政发〔2024〕11号", 'number: "\\u2066菏政发〔2024〕11号"'),
        ("lead: [市发展改革委", 'lead: ["\\x9b1m市发展改革委"'),
        ("as_printed: 每年城镇新增就业6.5万人以上", 'as_printed: "\\e[31m每年城镇新增就业6.5万人以上\\u202e"'),
    ):
        assert words in plan
        plan = plan.replace(words, other, 1)
    write(tmp_path / "plans" / "plan.yaml", plan)
    write(tmp_path / "good.yaml", GOOD)
    result = nuplan("check", "good.yaml", "--targets", "plans", "--plan", "heze_copy", "--format", form, cwd=tmp_path, env=WIDE)
    assert (result.code, result.err) == (0, "")
    assert "每年城镇新增就业6.5万人以上" in result.out
    assert not RAW.search(result.out)


def test_two_files_that_give_one_figure_differently_are_told_with_both_places(tmp_path: Path, nuplan: Run) -> None:
    """Files of one area and period are merged; neither of two values is chosen."""
    write(tmp_path / "a.yaml", GOOD)
    write(tmp_path / "b.yaml", GOOD.replace("3.4万人", "3.5万人"))
    result = nuplan("check", "a.yaml", "b.yaml", cwd=tmp_path)
    assert result.code == 3
    lines = [*told(result.out, "a.yaml"), *told(result.out, "b.yaml")]
    assert [line.check for line in lines] == ["NU021"]
    assert all(f"{name}.yaml:5:" in "\n".join(result.out.splitlines()[:2]) for name in "ab")


def test_thousands_of_unknown_indicators_are_told_within_seconds(tmp_path: Path) -> None:
    """What is told of a file is bounded, and so is the time it takes; its own processor time, whatever else runs."""
    many = write(tmp_path / "many.yaml", GOOD + "".join(f"  indicator_{number}: 1\n" for number in range(5000)))
    start = time.thread_time()
    report = api.check(str(many))
    assert time.thread_time() - start < 2
    assert report.exit_code == 3
    assert len(report.findings) == 101


def test_a_file_without_read_permission_is_told_and_the_next_one_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told as such, whoever runs the tests: root may read everything."""
    locked, good = write(tmp_path / "locked.yaml", GOOD), write(tmp_path / "good.yaml", GOOD)
    opened = builtins.open

    def refuse(file: Any, *args: Any, **kwargs: Any) -> Any:
        if file == str(locked):
            raise PermissionError(13, "Permission denied", file)
        return opened(file, *args, **kwargs)

    monkeypatch.setattr(builtins, "open", refuse)
    report = api.check([str(locked), str(good)])
    assert report.exit_code == 3
    assert why(report) == [("NU001", "permission", str(locked))]
    assert {row.figure.location.path for row in report.assessments} == {str(good)}


def test_a_folder_without_read_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be looked into is never passed over in silence."""
    write(tmp_path / "good.yaml", GOOD)
    locked = write(tmp_path / "locked" / "heze.yaml", GOOD).parent
    scan = os.scandir

    def refuse(path: Any = ".") -> Any:
        if os.fspath(path) == str(locked):
            raise PermissionError(13, "Permission denied", str(locked))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    report = api.check(str(tmp_path))
    assert why(report) == [("NU001", "permission", str(locked))]
    assert report.exit_code == 3
    assert report.assessments


def test_a_file_that_vanishes_after_its_folder_was_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program may take it away at any time; the files beside it are judged."""
    gone, good = write(tmp_path / "a.yaml", GOOD), write(tmp_path / "b.yaml", GOOD)

    class Vanishing(Walk):
        def __iter__(self) -> Iterator[tuple[str, bool]]:
            listed = list(super().__iter__())
            gone.unlink()
            yield from listed

    monkeypatch.setattr("nuplan.run.filings.Walk", Vanishing)
    report = api.check(str(tmp_path))
    assert report.exit_code == 3
    assert why(report) == [("NU001", "missing", str(gone))]
    assert {row.figure.location.path for row in report.assessments} == {str(good)}


def test_a_disk_that_fails_while_a_file_is_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other error of the system is told in its own words."""
    broken = write(tmp_path / "a.yaml", GOOD)
    opened = builtins.open

    def fail(file: Any, *args: Any, **kwargs: Any) -> Any:
        if file == str(broken):
            raise OSError(5, "Input/output error", file)
        return opened(file, *args, **kwargs)

    monkeypatch.setattr(builtins, "open", fail)
    report = api.check(str(broken))
    assert report.exit_code == 3
    assert [(finding.check, finding.values["error"]) for finding in report.findings] == [("NU001", "Input/output error")]


# The cases.


@every_case
def test_a_bad_file_is_told_with_its_places_and_exit_code(case: Case, outcome: Callable[[Case], Outcome]) -> None:
    """Every mistake of a file is told in one run, where it stands, and nothing that is none."""
    result, _, report = outcome(case)
    found = [str(line) for line in told(result.out, case.path)]
    assert is_as_expected(found, case), found
    assert result.code == case.exit
    places = [(row["check"], row["location"]) for row in report["findings"] if row["location"]["path"] == case.path]
    assert found == [f"{check} {place['line']}:{place['column']}" if place["line"] else check for check, place in places]


@every_case
def test_a_finding_is_the_same_in_both_languages(case: Case, outcome: Callable[[Case], Outcome], english: English) -> None:
    """Check, place, values and exit code do not hang on the language, nor on the other files of a run."""
    code, in_english = english(case)
    in_chinese = told(outcome(case).result.out, case.path)
    assert code == case.exit
    assert [str(line) for line in in_chinese] == [str(line) for line in in_english]
    for lang, lines in (("zh", in_chinese), ("en", in_english)):
        said = "\n".join(line.message for line in lines)
        shows = case.given.get("shows", [])
        for word in [shows] if isinstance(shows, str) else shows:
            assert word in said
        assert case.given.get("says", {}).get(lang, "") in said


@every_case
def test_a_message_is_whole_and_in_the_language_of_its_reader(case: Case, outcome: Callable[[Case], Outcome], english: English) -> None:
    """No sentence has a hole where a value should be, and no Chinese one holds the English of a parser."""
    in_chinese = told(outcome(case).result.out, case.path)
    for line in (*in_chinese, *english(case)[1]):
        assert line.message.strip()
        assert not re.search(r"“”|\"\"|[:：]\s*$|: \.|：。", line.message)
    for line in in_chinese:
        ours = re.sub(r"“[^”]*”|（[^（）]*）|填报说明：.*|\{missing: [^}]*\}|[a-z_0-9/]*heze\.(?:yaml|json)", "", line.message)
        assert set(re.findall(r"[a-z_]{2,}", ours)) <= FORMAT_WORDS


@every_case
def test_nothing_crashes_and_nothing_of_a_file_steers_its_reader(case: Case, outcome: Callable[[Case], Outcome]) -> None:
    """No traceback, no internal error, and no control or direction character of a file."""
    result, text, _ = outcome(case)
    assert result.err == ""
    for printed in (result.out, text):
        assert printed
        assert "Traceback" not in printed
        assert not RAW.search(printed)
        for word in case.given.get("prints", []):
            assert word in printed.replace(r"\n", r"\u000a")


@pytest.mark.parametrize("case", [case for case in CASES if case.group == "notes"], ids=lambda case: case.name)
def test_the_words_of_a_submission_stand_in_the_table_as_they_are(case: Case, folder: Path, nuplan: Run) -> None:
    """Markup of the table is shown, escapes and directions are written out; drawn so wide that no word is broken."""
    result = nuplan("check", case.path, "--format", "table", cwd=folder, env=WIDE)
    assert (result.code, result.err) == (case.exit, "")
    assert not RAW.search(result.out)
    shows = case.given.get("shows", [])
    for word in [*case.given.get("prints", []), *([shows] if isinstance(shows, str) else shows)]:
        assert word in result.out


@every_case
def test_what_is_good_is_still_judged(case: Case, outcome: Callable[[Case], Outcome]) -> None:
    """A figure that cannot be read is undecided; the other figures of its file and the other files of the run are judged."""
    result, _, report = outcome(case)
    rows = rows_of(report, case.path)
    assert not (case.given.get("stops") and rows)
    for target, status in case.rows.items():
        assert rows[target]["status"] == status
    for target, value in case.given.get("reads", {}).items():
        figure = rows[target]["figure"]
        assert f"{figure['value']}{figure['unit']}" == value
    assert case.exit == 4 or "good.yaml:5:35: 提前完成" in result.out
