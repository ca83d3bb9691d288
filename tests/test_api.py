"""The public API: its names, what they return and raise."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT

import nuplan

Submission = Callable[..., Path]


def test_the_public_names_are_exactly_these() -> None:
    """A name is public when its command exists."""
    assert nuplan.__all__ == ["NuplanError", "Report", "__version__", "align", "check", "load_plan", "load_submissions", "rollup"]
    assert dir(nuplan) == nuplan.__all__
    for name in nuplan.__all__:
        assert getattr(nuplan, name) is not None
    with pytest.raises(AttributeError, match="track"):
        nuplan.track  # noqa: B018  # reading the name is the act under test


def test_importing_nuplan_loads_nothing_else() -> None:
    """Names are resolved on first use."""
    code = "import sys, nuplan; print(sorted(name for name in sys.modules if name.startswith('nuplan.') or name == 'pydantic'))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_check_returns_a_report_with_the_exit_code(submission: Submission) -> None:
    """A script reads the verdict, the rows and the findings from one object."""
    report = nuplan.check(str(submission("new_urban_jobs: 3.4万人")), as_of=date(2024, 7, 15))
    assert isinstance(report, nuplan.Report)
    assert (report.exit_code, report.verdict, report.as_of) == (0, "pass", date(2024, 7, 15))
    assert {row.area for row in report.assessments} == {"heze"}


def test_check_takes_several_paths(submission: Submission) -> None:
    """Each file of a run has its row among the inputs, in the order given."""
    first = submission("new_urban_jobs: 3.4万人")
    second = submission("new_urban_jobs: 2万人", area="jinan", name="jinan.yaml")
    report = nuplan.check([str(second), str(first)])
    assert [given.area for given in report.inputs] == ["jinan", "heze"]
    assert [row.area for row in report.assessments] == sorted((row.area for row in report.assessments), key=["jinan", "heze"].index)


def test_an_unknown_plan_is_an_error_that_names_the_nearest() -> None:
    """A call that cannot be made raises; it never returns an empty report."""
    with pytest.raises(nuplan.NuplanError) as caught:
        nuplan.load_plan("heze_2042")
    assert caught.value.slug == "unknown-plan"
    assert caught.value.values["suggestion"] == "heze_2024"


def test_load_plan_gives_the_typed_plan() -> None:
    """A plan is a typed model with its document, its headings and its targets."""
    plan = nuplan.load_plan("heze_2024")
    assert plan.document.number == "菏政发〔2024〕11号"
    assert plan.action("14").title == "实施农业转移人口市民化行动"


def test_load_submissions_gives_the_figures() -> None:
    """Figures are keyed by indicator id whatever name the file used."""
    (filing,) = nuplan.load_submissions(str(ROOT / "examples" / "heze_2024_q2.yaml"))
    assert (filing.area, filing.period.text) == ("heze", "2024-Q2")
    assert str(filing.figures["new_urban_jobs"].value.value) == "3.4"  # type: ignore[union-attr]  # there is a value


def test_load_submissions_raises_with_every_problem(submission: Submission) -> None:
    """A script that wants figures is told of every one that could not be read."""
    path = submission("new_urban_jobs: 3.4", "no_such_thing: 1")
    with pytest.raises(nuplan.NuplanError) as caught:
        nuplan.load_submissions(str(path))
    assert [finding.check for finding in caught.value.findings] == ["NU018", "NU016"]
    assert "NU018" in str(caught.value)
