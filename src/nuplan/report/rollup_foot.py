"""The lines under a roll-up."""

from collections import Counter

from ..model.report import Report
from ..text import Words
from .facts import passed_lines, review_lines, source_lines
from .rollup_facts import rollup_status


def rollup_foot(report: Report, say: Words) -> list[str]:
    """The summary, what was left, what was passed by, whose copy it stands on."""
    lines = [summary_line(report, say)] if report.rollup else []
    if report.left:
        lines.append(say("foot.left", count=report.left))
    lines += passed_lines(report, say)
    parents = {area.parent for area in report.library.areas.values()}
    apart = dict.fromkeys(given.area for given in report.inputs if given.area in {row.area for row in report.rollup} & parents)
    lines += [say("rollup.apart", area=say.name(report.library.areas[area])) for area in apart if area is not None]
    lines += review_lines(report, say)
    if not report.evaluated:
        lines.append(say("rollup.nothing"))
    lines.append(say("foot.verdict", verdict=say(f"verdict.{report.verdict}"), as_of=report.as_of.isoformat()))
    plans = [ref.plan for ref in report.plans if ref.plan is not None]
    return lines + (source_lines(plans, say) if plans else [])


def summary_line(report: Report, say: Words) -> str:
    """How many rows have which status."""
    counts = Counter(rollup_status(row, say) for row in report.rollup)
    statuses = say.join(say("count.format", name=name, count=count) for name, count in counts.items())
    return say("rollup.foot", count=len(report.rollup), statuses=statuses)
