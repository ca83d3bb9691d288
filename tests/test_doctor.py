"""`nuplan doctor`."""

import json
from pathlib import Path

from conftest import Run

from nuplan import __version__


def test_it_tells_version_plans_sources_and_extras(nuplan: Run) -> None:
    """All is well: exit code 0, the kind of every copy and what it lacks."""
    done = nuplan("doctor")
    assert done.code == 0
    assert f"nuplan 版本\t{__version__}" in done.out
    assert "heze_2024" in done.out
    assert "转载文本" in done.out
    assert "openpyxl" in done.out
    assert "规划文件夹：targets\n" in done.out


def test_it_speaks_of_what_stops_every_other_command(nuplan: Run, tmp_path: Path) -> None:
    """A settings file and a plan file that cannot be used are told, and all the rest as well."""
    (tmp_path / "nuplan.toml").write_text("lang = 3\n", "utf-8")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "bad.yaml").write_text("schema: nuplan/plan/v1\nid: x\n", "utf-8")
    assert nuplan("plans", "list", cwd=tmp_path).code == 2
    done = nuplan("doctor", "--targets", "mine", "--lang", "en", "--format", "json", cwd=tmp_path)
    assert done.code == 2
    told = json.loads(done.out)
    assert "cannot be used" in json.dumps(told["rows"])
    assert any("nuplan.toml:1:1" in note and "NU012" in note for note in told["notes"])
    assert any("mine/bad.yaml" in note for note in told["more"][0]["notes"])
    assert [row["id"] for row in told["more"][0]["rows"]][-1] == "heze_2024"


def test_only_doctor_goes_on_without_settings(nuplan: Run, tmp_path: Path) -> None:
    """A file of that name does not make another command pass over settings that cannot be used."""
    (tmp_path / "nuplan.toml").write_text("lang = 3\n", "utf-8")
    done = nuplan("check", "doctor", cwd=tmp_path)
    assert done.code == 2
    assert "nuplan.toml:1:1" in done.err


def test_it_speaks_of_a_language_that_is_not_known(nuplan: Run, tmp_path: Path) -> None:
    """NUPLAN_LANG stops every other command; doctor names it, and no path tells who runs it."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "bad.yaml").write_text("schema: nuplan/plan/v1\nid: x\n", "utf-8")
    done = nuplan("doctor", "--targets", str(tmp_path / "mine"), env={"NUPLAN_LANG": "fr", "HOME": str(tmp_path)})
    assert done.code == 2
    assert "NUPLAN_LANG\tfr" in done.out
    assert "~/mine/bad.yaml:1:1" in done.out
    assert str(tmp_path) not in done.out


def test_it_says_where_chinese_cannot_be_shown(nuplan: Run) -> None:
    """A console that knows ASCII alone is told of, in what it can show."""
    done = nuplan("doctor", "--lang", "en", env={"PYTHONIOENCODING": "ascii"})
    assert done.code == 0
    assert "cannot be shown" in done.out
