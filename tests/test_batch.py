"""Many submissions in one run: folders, rosters, names, merged files, matrices, several processes, and runs that are interrupted."""

import json
import os
import re
import shutil
import signal
import subprocess
from datetime import date
from pathlib import Path

import pytest
from conftest import COMMAND, ROOT, Run, on_terminal
from rich.cells import cell_len

import nuplan as api
from nuplan.load.walk import Walk
from nuplan.model.report import Report
from nuplan.report.check_rows import check_rows
from nuplan.report.table import render_table
from nuplan.text import Lang, Words

CITIES = ROOT / "examples" / "shandong_2025_q4"
HEAD = "schema: nuplan/submission/v1\n"


def write(folder: Path, name: str, area: str, *figures: str, period: str = "2025-Q4", by: str = "") -> Path:
    """A small submission."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"  {figure}\n" for figure in figures or ("new_urban_jobs: 6.6万人",))
    path.write_text(f"{HEAD}area: {area}\nperiod: {period}\n{by}figures:\n{lines}", "utf-8")
    return path


def filed(day: str, department: str = "市发展改革委") -> str:
    """Who reported, and when."""
    return f"reported_by: {{department: {department}, date: {day}}}\n"


def states(report: Report) -> dict[str, tuple[str, ...]]:
    """What the only roster says of each area that has more to it than having filed."""
    (roster,) = report.rosters
    return {entry.area: entry.states for entry in roster.entries if entry.states != ("filed",)}


def told(report: Report) -> list[tuple[str, str | None]]:
    """The findings of the roster and of names, with their areas."""
    return [(finding.check, finding.area) for finding in report.findings if finding.check > "NU550"]


def test_the_sixteen_cities_run_in_one_command(nuplan: Run, tmp_path: Path) -> None:
    """Matrix, JSON, JUnit and SARIF beside each other; every status occurs, and each city has its row."""
    files = [f"{name}:{tmp_path / name}" for name in ("json", "junit", "sarif", "csv", "markdown", "github")]
    options = [word for file in files for word in ("--format", file)]
    result = nuplan("check", str(CITIES), "--due", "2026-01-20", "--as-of", "2026-02-01", "--format", "table", *options)
    assert (result.code, result.err) == (1, "")
    report = json.loads((tmp_path / "json").read_text("utf-8"))
    assert all(report["summary"]["by_status"].values())
    assert len(report["rosters"][0]["entries"]) == 16
    for area in ("济南市", "菏泽市", "威海市"):
        assert re.search(rf"^{area} .*[0-9]", result.out, re.MULTILINE)
    assert all((tmp_path / name).stat().st_size for name in ("junit", "sarif", "csv", "markdown", "github"))


def test_an_area_without_a_plan_of_its_own_is_named_in_every_summary(nuplan: Run) -> None:
    """Table, concise, Markdown and JSON."""
    for format_ in ("table", "concise", "markdown"):
        out = re.sub(r"\s", "", nuplan("check", str(CITIES), "--format", format_).out)
        assert "滨州市没有本级规划" in out
    summary = json.loads(nuplan("check", str(CITIES), "--format", "json").out)["summary"]
    assert len(summary["without_own_plan"]) == 15
    assert "heze" not in summary["without_own_plan"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("view", ["area", "indicator", "department", "target"])
def test_every_view_is_whole_at_every_width(lang: Lang, view: str) -> None:
    """No line is wider than the page, and nothing is cut."""
    report = api.check([CITIES / "heze.yaml", CITIES / "zibo.yaml"], rolled=True, due=date(2026, 1, 20), as_of=date(2026, 2, 1))
    listings = check_rows(report, Words(lang), view)
    for width in (80, 120, 200):
        drawn = render_table(listings, width)
        assert "…" not in drawn
        assert [line for line in drawn.splitlines() if cell_len(line) > width] == []


def test_the_department_view_lists_what_each_has_to_follow_up(nuplan: Run) -> None:
    """调度单: the departments printed under the clause, and nothing that needs no person."""
    out = nuplan("check", str(CITIES), "--by", "department", "--format", "csv").out
    rows = [row for row in out.splitlines() if row.startswith("市住房城乡建设局")]
    assert any("超10亿级建筑业企业集团" in row and "未完成" in row for row in rows)
    assert "已完成" not in re.sub(r"按修约值比较为已完成", "", out)


def test_an_unknown_view_is_an_error(nuplan: Run) -> None:
    """With the views there are."""
    result = nuplan("check", str(CITIES), "--by", "city")
    assert result.code == 2
    assert "department" in result.err


class TestFolders:
    """What a folder stands for."""

    def test_one_bad_file_never_stops_the_others(self, tmp_path: Path) -> None:
        """Half of the files are broken, each in another way."""
        broken = (b"", b"\xff\xfe", b"[1, 2", b"schema: nuplan/submission/v9\n", HEAD.encode() + b"area: mars\nperiod: 2025\nfigures: {}\n")
        for index, (path, data) in enumerate(zip(sorted(CITIES.iterdir())[:10], [*broken, *[b""] * 5], strict=True)):
            if index < 5:
                (tmp_path / f"{index}.yaml").write_bytes(data)
            else:
                shutil.copy(path, tmp_path)
        report = api.check(tmp_path)
        assert report.exit_code == 2  # the file of version 9 needs a newer nuplan
        assert len({row.area for row in report.assessments}) == 5
        assert {Path(finding.location.path).name for finding in report.findings if finding.check < "NU100"} == {
            f"{n}.yaml" for n in range(5)
        }

    def test_what_is_not_opened_is_counted(self, tmp_path: Path) -> None:
        """By suffix; hidden files and folders apart."""
        write(tmp_path, "a/heze.yaml", "heze")
        for name in ("a/表.xls", "a/b.XLS", "c.docx", "README", ".hidden.yaml", "~$c.docx"):
            (tmp_path / name).write_text("x", "utf-8")
        (tmp_path / ".git").mkdir()
        write(tmp_path, ".git/heze.yaml", "jinan")
        report = api.check(tmp_path)
        assert dict(report.passed_by) == {".xls": 2, ".docx": 1, "–": 1, ".": 3}
        assert [given.area for given in report.inputs] == ["heze"]

    def test_a_loop_of_links_ends(self, tmp_path: Path) -> None:
        """A linked folder is read once, by whatever path it is reached."""
        write(tmp_path, "a/heze.yaml", "heze")
        (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "b").symlink_to(tmp_path / "a", target_is_directory=True)
        (tmp_path / "self").symlink_to("self")
        (tmp_path / "c.yaml").symlink_to(tmp_path / "a" / "heze.yaml")
        assert [Path(path).name for path, _ in Walk([str(tmp_path)])] == ["c.yaml"]

    def test_a_file_given_twice_is_read_once(self, tmp_path: Path) -> None:
        """By its name and by its folder."""
        path = write(tmp_path, "heze.yaml", "heze")
        assert len(api.check([path, tmp_path, str(path)]).inputs) == 1

    def test_periods_named_differently_are_one(self, tmp_path: Path) -> None:
        """2025 and 2025-Q4: one matrix, and every finding in its area's row."""
        write(tmp_path, "a.yaml", "heze", period="2025")
        write(tmp_path, "b.yaml", "heze", "urbanization_rate: 120%")
        write(tmp_path, "c.yaml", "jinan", period="2025-12")
        report = api.check(tmp_path)
        assert {row.period for row in report.assessments} == {finding.period for finding in report.findings} == {"2025-Q4"}

    def test_an_output_over_a_file_of_the_folder_is_refused(self, tmp_path: Path, nuplan: Run) -> None:
        """A submission is never written over, however it was found; a report of the last run is."""
        path = write(tmp_path, "heze.yaml", "heze")
        before = path.read_bytes()
        assert nuplan("check", str(tmp_path), "--format", f"json:{path}").code == 2
        assert path.read_bytes() == before
        for _ in range(2):
            assert nuplan("check", str(tmp_path), "--fail-on", "align", "--format", f"json:{tmp_path / 'report.json'}").code == 0

    def test_odd_names_are_read_and_shown_safely(self, tmp_path: Path, nuplan: Run) -> None:
        """Chinese, spaces, a newline, a percent sign."""
        for index, name in enumerate(("菏 泽 %41.yaml", "换\n行.yaml", "-x.yaml", "[red]heze.yaml")):
            write(tmp_path, name, "heze", f"iot_terminals: {index}万份", period=f"2025-{index + 1:02d}")
        result = nuplan("check", str(tmp_path), "--format", "concise")
        assert result.code == 3
        assert len(re.findall(r"^.*NU019.*$", result.out, re.MULTILINE)) == 4
        assert "换\\u000a行.yaml" in result.out

    def test_ten_thousand_files_are_read(self, tmp_path: Path) -> None:
        """Of which one is a submission."""
        for index in range(100):
            (tmp_path / f"{index:02d}").mkdir()
            for at in range(100):
                (tmp_path / f"{index:02d}" / f"{at:02d}.json").write_text('{"a": 1}', "utf-8")
        write(tmp_path, "50/heze.yaml", "heze")
        report = api.check(tmp_path)
        assert (report.skipped, len(report.inputs)) == (10_000, 1)


class TestRoster:
    """Who has reported."""

    def test_who_is_missing_is_told_where_several_report(self, tmp_path: Path) -> None:
        """Without a due day it is no finding."""
        write(tmp_path, "heze.yaml", "heze")
        write(tmp_path, "jinan.yaml", "jinan")
        report = api.check(tmp_path)
        (roster,) = report.rosters
        assert len(roster.missing) == 14
        assert told(report) == []

    def test_one_city_alone_has_no_roster(self, tmp_path: Path) -> None:
        """Unless it is asked for."""
        path = write(tmp_path, "heze.yaml", "heze")
        assert api.check(path).rosters == []
        assert len(api.check(path, roster="山东省").rosters[0].missing) == 15

    def test_who_is_missing_past_the_due_day_is_an_error(self, tmp_path: Path) -> None:
        """And blocks a gate on data; on the due day itself nobody is missing yet."""
        for path in CITIES.iterdir():
            if path.stem not in ("weihai", "heze"):
                shutil.copy(path, tmp_path)
        due = date(2026, 1, 20)
        late = api.check(tmp_path, due=due, as_of=date(2026, 1, 21), fail_on="data")
        assert told(late) == [("NU551", "weihai"), ("NU551", "heze")]
        assert all(finding.blocking for finding in late.findings if finding.check == "NU551")
        assert told(api.check(tmp_path, due=due, as_of=due)) == []

    def test_late_and_undated_submissions_are_warnings(self, tmp_path: Path) -> None:
        """By reported_by.date; on the due day is in time."""
        write(tmp_path, "heze.yaml", "heze", by=filed("2026-01-20"))
        write(tmp_path, "jinan.yaml", "jinan", by=filed("2026-01-21"))
        write(tmp_path, "zibo.yaml", "zibo")
        report = api.check(tmp_path, due=date(2026, 1, 20), as_of=date(2026, 1, 20))
        assert told(report) == [("NU552", "jinan"), ("NU553", "zibo")]
        assert states(report)["jinan"] == ("filed", "late")
        assert states(report)["zibo"] == ("filed", "undated")

    def test_another_period_is_told(self, tmp_path: Path) -> None:
        """Three report for the quarter, one for the one before."""
        for area in ("heze", "jinan", "zibo"):
            write(tmp_path, f"{area}.yaml", area)
        write(tmp_path, "weihai.yaml", "weihai", period="2025-Q3")
        report = api.check(tmp_path)
        assert told(report) == [("NU554", "weihai")]
        assert states(report)["weihai"] == ("missing", "other_period")

    def test_every_period_with_many_has_a_roster(self, tmp_path: Path) -> None:
        """A folder of two quarters."""
        for period in ("2025-Q3", "2025-Q4"):
            for area in ("heze", "jinan", "zibo"):
                write(tmp_path, f"{period}/{area}.yaml", area, period=period)
        report = api.check(tmp_path)
        assert [roster.period.text for roster in report.rosters] == ["2025-Q3", "2025-Q4"]
        assert told(report) == []

    def test_departments_are_merged(self, tmp_path: Path) -> None:
        """One file each, whatever their names; 2025, 2025-Q4 and 2025-12 are one period."""
        write(tmp_path, "a.yaml", "heze", "new_urban_jobs: 6.6万人", by=filed("2026-01-10", "市人力资源社会保障局"))
        write(tmp_path, "b.yaml", "heze", "iot_terminals: 900万个", period="2025", by=filed("2026-01-12", "市工业和信息化局"))
        write(tmp_path, "c.yaml", "jinan")
        report = api.check(tmp_path)
        assert states(report)["heze"] == ("merged",)
        (roster,) = report.rosters
        heze = next(entry for entry in roster.entries if entry.area == "heze")
        assert heze.departments == ("市人力资源社会保障局", "市工业和信息化局")
        assert heze.reported == date(2026, 1, 12)
        judged = {row.duty.indicator.id for row in report.assessments if row.area == "heze" and row.figure.reported}
        assert {"new_urban_jobs", "iot_terminals"} <= judged

    def test_a_file_that_only_repeats_another_is_doubled(self, tmp_path: Path) -> None:
        """A warning; the figure still counts, once."""
        write(tmp_path, "heze.yaml", "heze")
        write(tmp_path, "heze copy.yaml", "heze")
        write(tmp_path, "jinan.yaml", "jinan")
        report = api.check(tmp_path)
        assert told(report) == [("NU555", "heze")]
        assert states(report)["heze"] == ("doubled",)
        assert next(row for row in report.assessments if row.duty.id == "heze_2024/new_urban_jobs@2025").status == "met"

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_a_changed_figure_is_told_with_both_values(self, lang: str, tmp_path: Path, nuplan: Run) -> None:
        """Whatever the order of the files: what was reported first, what later; neither is used, and the run is not clean."""
        write(tmp_path, "z.yaml", "heze", "new_urban_jobs: 6.4万人", by=filed("2026-01-10"))
        write(tmp_path, "a.yaml", "heze", "new_urban_jobs: 6.6万人", by=filed("2026-01-18"))
        write(tmp_path, "jinan.yaml", "jinan")
        result = nuplan("check", str(tmp_path), "--format", "json", "--lang", lang)
        assert result.code == 3
        report = json.loads(result.out)
        (finding,) = (finding for finding in report["findings"] if finding["check"] == "NU021")
        words = ("2026-01-10", "2026-01-18") if lang == "zh" else ("6.4万人", "6.6万人")
        first, second = (finding["message"].index(word) for word in words)
        assert first < second
        assert (finding["values"]["earlier"], finding["values"]["later"]) == ("6.4万人", "6.6万人")
        entry = next(entry for entry in report["rosters"][0]["entries"] if entry["area"] == "heze")
        assert entry["states"] == ["resubmitted"]
        assert entry["changes"] == [{"indicator": "new_urban_jobs", "earlier": "6.4万人", "later": "6.6万人"}]

    def test_who_reported_first_is_told_by_the_right_file(self, tmp_path: Path) -> None:
        """Of three files, one without a number: each day stands with its own value."""
        write(tmp_path, "a.yaml", "heze", "new_urban_jobs: {missing: pending}", by=filed("2026-01-01"))
        write(tmp_path, "b.yaml", "heze", "new_urban_jobs: 6.4万人", by=filed("2026-01-10"))
        write(tmp_path, "c.yaml", "heze", "new_urban_jobs: 6.6万人", by=filed("2026-01-05"))
        (finding,) = (finding for finding in api.check(tmp_path).findings if finding.check == "NU021")
        assert (str(finding.values["first"]), finding.values["earlier"]) == ("2026-01-05", "6.6万人")
        assert (str(finding.values["second"]), finding.values["later"]) == ("2026-01-10", "6.4万人")

    @pytest.mark.parametrize("swap", [False, True])
    def test_a_value_and_the_parts_it_is_rounded_from_agree(self, swap: bool, tmp_path: Path) -> None:
        """In whatever order the files come, the exact fraction stands."""
        figures = ("reclaimed_water_rate: 51.2%", "reclaimed_water_rate: {part: 7840万立方米, whole: 15306万立方米}")
        for name, figure in zip("ab", reversed(figures) if swap else figures, strict=True):
            write(tmp_path, f"{name}.yaml", "heze", figure)
        report = api.check(tmp_path)
        assert [finding for finding in report.findings if finding.check == "NU021"] == []
        row = next(row for row in report.assessments if row.duty.id == "heze_2024/reclaimed_water_rate_2025")
        assert row.figure.part is not None

    def test_a_folder_with_a_day_due_asks_for_the_others_of_one(self, tmp_path: Path) -> None:
        """A file alone does not: a city's own gate is not the province's."""
        path = write(tmp_path, "heze.yaml", "heze", by=filed("2026-01-10"))
        due, as_of = date(2026, 1, 20), date(2026, 2, 1)
        assert len([one for one in api.check(tmp_path, due=due, as_of=as_of).findings if one.check == "NU551"]) == 15
        assert [one for one in api.check(path, due=due, as_of=as_of).findings if one.check == "NU551"] == []

    def test_the_latest_period_has_a_roster_however_few_have_reported(self, tmp_path: Path) -> None:
        """Sixteen for the last quarter do not hide that seven have reported for this one."""
        for index, path in enumerate(sorted(CITIES.glob("*.yaml"))):
            write(tmp_path, f"q3/{path.name}", path.stem, period="2025-Q3")
            if index < 7:
                write(tmp_path, f"q4/{path.name}", path.stem)
        assert [len(roster.missing) for roster in api.check(tmp_path).rosters] == [1, 9]

    @pytest.mark.parametrize(("roster", "slug"), [("mars", "unknown-area"), ("heze", "no-places-below")])
    def test_a_roster_that_cannot_be_made_is_an_error(self, roster: str, slug: str, tmp_path: Path) -> None:
        """Of an area that there is not, or without places below it."""
        with pytest.raises(api.NuplanError, match=slug):
            api.check(write(tmp_path, "heze.yaml", "heze"), roster=roster)

    def test_a_roster_asked_for_is_made_where_nobody_has_reported(self, tmp_path: Path) -> None:
        """The province's own file gives the period."""
        path = write(tmp_path, "shandong.yaml", "shandong", "new_urban_jobs: 118万人")
        report = api.check(path, roster="shandong", due=date(2026, 1, 20), as_of=date(2026, 2, 1))
        assert len([one for one in report.findings if one.check == "NU551"]) == 16


class TestNames:
    """A file's name against its content."""

    @pytest.mark.parametrize(
        ("name", "area", "period", "why"),
        [
            ("heze_2025_q4.yaml", "jinan", "2025-Q4", "area"),
            ("菏泽市2025年四季度.yaml", "济南市", "2025-Q4", "area"),
            ("371700.yaml", "jinan", "2025-Q4", "area"),
            ("heze_2025_q3.yaml", "heze", "2025-Q4", "period"),
            ("菏泽2025年上半年.yaml", "heze", "2025-Q4", "period"),
            ("heze_2024.yaml", "heze", "2025-Q4", "period"),
            ("heze-2025-06.yaml", "heze", "2025-Q4", "period"),
            ("heze_2025_q4.yaml", "heze", "2025-Q4", None),
            ("菏泽市2025年第四季度.yaml", "heze", "2025-Q4", None),
            ("heze_2025.yaml", "heze", "2025-Q4", None),
            ("2025-12 heze.yaml", "heze", "2025-Q4", None),
            ("shandong_heze.yaml", "heze", "2025-Q4", None),
            ("report 20260118.yaml", "heze", "2025-Q4", None),
            ("heze_2026-01-18.yaml", "heze", "2025-Q4", None),
            ("2026年1月报送_heze.yaml", "heze", "2025-Q4", None),
            ("heze_2025-03-15.yaml", "heze", "2025-Q4", None),
            ("jinan_to_heze.yaml", "heze", "2025-Q4", None),
            ("山东省新型城镇化.yaml", "heze", "2025-Q4", None),
            ("数据.yaml", "heze", "2025-Q4", None),
        ],
    )
    def test_a_name_that_tells_of_another_is_told(self, name: str, area: str, period: str, why: str | None, tmp_path: Path) -> None:
        """Another area is an error, an earlier period a warning; a name need not tell of either, and may say when it was made."""
        report = api.check(write(tmp_path, name, area, period=period))
        found = [finding for finding in report.findings if finding.check in ("NU556", "NU557")]
        assert [finding.check for finding in found] == {"area": ["NU556"], "period": ["NU557"], None: []}[why]
        assert all(finding.blocking == (why == "area") for finding in found)

    def test_a_table_of_several_areas_has_no_name_of_one(self, tmp_path: Path) -> None:
        """It is held against its content only where it holds one submission."""
        path = tmp_path / "heze.csv"
        path.write_text("period,indicator,heze,jinan\n2025-Q4,5G基站,1万个,2万个\n", "utf-8")
        assert told(api.check(path)) == []


class TestRun:
    """How a long run behaves."""

    def test_several_processes_say_the_same(self, nuplan: Run, tmp_path: Path) -> None:
        """To the byte, broken files included."""
        shutil.copytree(CITIES, tmp_path / "all")
        for index in range(10):
            write(tmp_path / "all", f"{index}.yaml", "heze", f"iot_terminals: {index}万份", period=f"2025-{index + 1:02d}")
        one, two = (nuplan("check", str(tmp_path / "all"), "--jobs", jobs, "--format", "json") for jobs in ("1", "2"))
        assert one.code == two.code == 3
        assert one.out == two.out

    @pytest.mark.parametrize("given", ["0", "-1", "two", "1.5", "", "9999", "４"])
    def test_a_number_of_processes_that_is_none_is_an_error(self, given: str, nuplan: Run) -> None:
        """With the range."""
        result = nuplan("check", str(CITIES), "--jobs", given)
        assert result.code == 2
        assert "64" in result.err

    def test_a_pipe_has_no_progress_bar(self, nuplan: Run, tmp_path: Path) -> None:
        """Nothing is written to standard error."""
        for index in range(210):
            write(tmp_path, f"{index}.yaml", "heze", period=f"{2000 + index // 12}-{index % 12 + 1:02d}")
        assert nuplan("check", str(tmp_path)).err == ""

    def test_a_terminal_has_one_that_leaves_nothing(self, tmp_path: Path) -> None:
        """It is drawn while files are read, and wiped before the table."""
        for index in range(210):
            write(tmp_path, f"{index}.yaml", "heze", period=f"{2000 + index // 12}-{index % 12 + 1:02d}")
        _, drawn = on_terminal("check", str(tmp_path), "--quiet")
        assert "读取文件".encode() in drawn
        assert drawn.rstrip().endswith((b"\x1b[2K", b"\x1b[?25h"))

    @pytest.mark.parametrize("jobs", ["1", "2"])
    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_an_interrupted_run_leaves_nothing_half_written(self, number: signal.Signals, jobs: str, tmp_path: Path) -> None:
        """Ctrl-C or SIGTERM while files are read: exit 130, one line, no file, no traceback, no process left."""
        files = [str(write(tmp_path / "in", f"{index}.yaml", "heze", period=f"2020-{index + 1:02d}")) for index in range(12)]
        files += [str(write(tmp_path / "in", f"{index}.yaml", "jinan", period=f"2020-{index - 11:02d}")) for index in range(12, 24)]
        held = tmp_path / "held.yaml"
        os.mkfifo(held)
        out = tmp_path / "out"
        out.mkdir()
        process = subprocess.Popen(
            [str(COMMAND), "check", *files, str(held), "--jobs", jobs, "--format", f"json:{out / 'report.json'}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        writer = os.open(held, os.O_WRONLY)  # waits until the run has come to this file, which it then waits for
        os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
        _, err = process.communicate(timeout=60)
        os.close(writer)
        assert process.returncode == 130
        assert err.decode("utf-8").splitlines() == ["已中断"]
        assert list(out.iterdir()) == []

    def test_a_closed_pipe_ends_in_silence(self) -> None:
        """As other programs of a pipe do."""
        done = subprocess.run(["sh", "-c", f'"{COMMAND}" check "{CITIES}" | head -n 1'], capture_output=True, timeout=60, check=True)
        assert (done.stderr, done.stdout.count(b"\n")) == (b"", 1)

    def test_a_full_disk_leaves_no_half_written_file(self, tmp_path: Path) -> None:
        """A message, exit 2, and the file that stood there before is whole."""
        old = tmp_path / "report.json"
        old.write_text("old", "utf-8")
        script = f'ulimit -f 8; trap "" XFSZ; exec "{COMMAND}" check "{CITIES}" --quiet --format "json:{old}"'
        done = subprocess.run(["bash", "-c", script], capture_output=True, timeout=60, check=False)
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
        assert old.read_text("utf-8") == "old"
        assert [path.name for path in tmp_path.iterdir()] == ["report.json"]

    def test_the_summary_of_a_job_is_added_to(self, nuplan: Run, tmp_path: Path) -> None:
        """Other steps write to the file as well; any other file is replaced."""
        summary, other = tmp_path / "summary.md", tmp_path / "other.md"
        for path in (summary, other):
            path.write_text("before\n", "utf-8")
        options = ("--format", f"markdown:{summary}", "--format", f"csv:{other}")
        nuplan("check", str(CITIES), *options, env={"GITHUB_STEP_SUMMARY": str(summary)})
        assert summary.read_text("utf-8").startswith("before\n## ")
        assert not other.read_text("utf-8").startswith("before")


def flat(text: str) -> list[dict[str, str]]:
    """The rows of a flat table."""
    import csv
    import io

    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_csv_is_one_table_that_spreadsheets_open(nuplan: Run, tmp_path: Path) -> None:
    """A row a finding and an assessment, with a byte order mark in a file, and no cell that is run as a formula."""
    path = write(
        tmp_path, "jinan.yaml", "jinan", "coastal_deepwater_berths: {missing: not_applicable, note: '=1+2'}", "green_building_share: 99%"
    )
    out = tmp_path / "out.csv"
    nuplan("check", str(path), "--format", f"csv:{out}")
    text = out.read_bytes().decode("utf-8")
    assert text.startswith("\ufeff类型,地区")
    rows = flat(text)
    assert {row["类型"] for row in rows} == {"finding", "assessment"}
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())
    green = next(row for row in rows if row["目标编号"] == "shandong_2024/green_building_share_2025")
    assert (green["填报值"], green["差距"], green["判定"], green["是否阻断"]) == ("99%", "-1", "未完成", "是")


def test_memory_grows_with_the_rows_and_not_with_the_files(tmp_path: Path) -> None:
    """No parsed file is kept: a thousand lines of notes in every file cost nothing in the end."""
    import tracemalloc

    def kept(folder: Path, filler: str) -> float:
        for index in range(60):
            path = write(folder, f"{index}.yaml", "heze", period=f"{2021 + index // 12}-{index % 12 + 1:02d}")
            path.write_text(
                filler + path.read_text("utf-8").replace("\nfigures", f"\nreported_by: {{person: {'x' * len(filler)}}}\nfigures"), "utf-8"
            )
        tracemalloc.start()
        report = api.check(folder)
        size, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert len(report.assessments) > 300
        return size

    few, many = kept(tmp_path / "few", "# x\n"), kept(tmp_path / "many", "# x\n" * 5000)
    assert many - few < 60 * 2000
