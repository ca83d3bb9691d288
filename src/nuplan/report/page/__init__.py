"""A report, or listings, as one page that opens without a network: style, script and charts are carried inside it."""

from functools import cache
from importlib.resources import files
from typing import Any

from ...model.extras import need
from ...model.report import Report
from ...text import Words, safe
from ..facts import plan_title
from ..rows import Rows
from .sections import page_of
from .tables import table_of

_CHARTS = "vendor/echarts/echarts.common.min.js"


def render_page(report: Report, say: Words, version: str) -> str:
    """A report as a page. Raises NuplanError where Jinja2 is not installed."""
    template = _environment(say).get_template("report.html")
    page = page_of(report, say, version)
    return _written(template.render(page=page, charts=_asset(_CHARTS) if page.pictures else ""))


def render_listing(listings: list[Rows], say: Words) -> str:
    """Listings as a page. Raises NuplanError where Jinja2 is not installed."""
    tables = [table_of(listing, say) for listing in listings]
    return _written(_environment(say).get_template("listing.html").render(tables=tables))


def _environment(say: Words) -> Any:
    """Templates that escape all they are given, and write out what could turn the text around."""
    jinja2 = need("jinja2", "html")
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: _asset(f"templates/{name}")),
        autoescape=True,
        finalize=_shown,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(say=say, plan_title=plan_title, style=_asset("page.css"), script=_asset("page.js"))
    environment.filters["stated"] = lambda value: say("not_stated") if value == "not_stated" else value
    return environment


def _shown(value: Any) -> Any:
    """A value as it is printed: text from files without control characters, what is markup as it is."""
    return safe(value) if type(value) is str else value


def _written(page: str) -> str:
    """A page without the blank space that templates leave."""
    return "\n".join(line for line in map(str.strip, page.split("\n")) if line) + "\n"


@cache
def _asset(name: str) -> str:
    """A file of this package."""
    return files(__package__).joinpath(name).read_text("utf-8")
