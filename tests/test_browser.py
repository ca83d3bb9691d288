"""The page in a browser: opened, clicked, filtered, printed. Run by `python -m pytest -m browser` where Chromium is installed."""

import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import run_command
from html_pages import hostile

pytestmark = pytest.mark.browser
HISTORY = ("--history", "examples/heze_history", "--as-of", "2026-02-01")
COLOURS = ("ink", "soft", "main", "good", "near", "bad", "warn", "dim")
CONTRAST = """names => {
    const style = getComputedStyle(document.documentElement);
    const light = name => {
        const [r, g, b] = style.getPropertyValue('--' + name).trim().match(/[0-9a-f]{2}/gi).map(part => parseInt(part, 16) / 255)
            .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ratio = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const grounds = name => ['page', 'card', 'faint', ...(['good', 'near', 'bad', 'warn', 'dim'].includes(name) ? [name + '-pale'] : [])];
    return Math.min(...names.flatMap(name => grounds(name).map(ground => ratio(light(name), light(ground)))));
}"""
UNNAMED = """() => [...document.querySelectorAll('a, button, input, select, summary, nav, form, article, section, [role]:not(table *)')]
    .filter(part => !part.ariaLabel && !part.getAttribute('aria-labelledby') && !(part.labels || []).length && !part.textContent.trim())
    .map(part => part.outerHTML.slice(0, 120))"""
LEVELS = "() => [...document.querySelectorAll('h1, h2, h3, h4')].map(head => Number(head.tagName[1]))"


class Opened(NamedTuple):
    """A page in the browser, and what it complained of or asked for."""

    page: Any
    said: list[str]
    asked: list[str]


class Visit:
    """One browser for all tests, and the pages they look at, made once."""

    def __init__(self, browser: Any, folder: Path) -> None:
        self.browser = browser
        self.folder = folder
        for name, argv in {
            "cities": ("check", "examples/shandong_2025_q4", "--rollup", *HISTORY),
            "heze": ("check", "examples/heze_2024_q2.yaml", *HISTORY),
            "english": ("check", "examples/heze_2024_q2.yaml", *HISTORY, "--lang", "en"),
            "align": ("align", "heze_2024"),
            "hostile": ("check", str(hostile(folder))),
        }.items():
            run_command(*argv, "--format", f"html:{folder / name}.html")

    def open(self, name: str, width: int = 1280, **options: Any) -> Opened:
        """Open a page in a window of its own."""
        page = self.browser.new_context(viewport={"width": width, "height": 900}, **options).new_page()
        opened = Opened(page, [], [])
        page.on("console", lambda message: opened.said.append(message.text))
        page.on("pageerror", lambda error: opened.said.append(str(error)))
        page.on("dialog", lambda dialog: opened.said.append(dialog.message))
        page.on("request", lambda request: opened.asked.append(request.url))
        page.goto((self.folder / f"{name}.html").as_uri())
        return opened


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """The browser that is installed, without a network."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield Visit(browser, tmp_path_factory.mktemp("pages"))
        browser.close()


def rows(page: Any) -> int:
    """How many targets are shown."""
    return int(page.locator(".targets tr[id]:visible").count())


def test_sixteen_cities_open_at_once_and_ask_for_nothing(visit: Visit) -> None:
    """Open within two seconds, without a request beside the file itself, and without a word on the console."""
    page, said, asked = visit.open("cities")
    timing = page.evaluate("() => performance.getEntriesByType('navigation')[0].loadEventEnd")
    assert 0 < timing < 2000
    page.mouse.wheel(0, 6000)
    page.wait_for_timeout(200)
    assert said == []
    assert len(asked) == 1
    names = "() => Object.keys(window)"
    assert set(page.evaluate(names)) - set(visit.open("align").page.evaluate(names)) == {"echarts"}
    page.context.close()


def test_a_tile_opens_its_city_and_back_returns(visit: Visit) -> None:
    """The city alone is shown and has the focus; back shows all of them, with the focus on the tile; so does the keyboard."""
    page = visit.open("cities").page
    everything = rows(page)
    for key in ("", "Enter"):
        if key:
            page.keyboard.press(key)
        else:
            page.click('a.tile[href="#city-heze"]')
        page.locator("#city-heze-head:focus").wait_for()
        assert page.locator(".city:visible").count() == 1
        assert page.locator("#filter output").inner_text() == f"显示 {rows(page)} 项，共 {rows(page)} 项"
        page.go_back()
        page.locator('a.tile[href="#city-heze"]:focus').wait_for()
        assert rows(page) == everything
    page.click('.matrix td a[title="未完成"] >> nth=0')
    page.locator(".targets tr:focus").wait_for()
    assert page.locator(".targets tr:focus .k-missed").count() == 1
    assert page.locator(".targets tr:focus details[open]").count() == 1
    page.context.close()


def test_filters_hide_rows_and_say_how_many_are_left(visit: Visit) -> None:
    """Status, pace, department and words narrow what is shown, together; the count is announced, and can be cleared."""
    page = visit.open("heze").page
    output = page.locator("#filter output[aria-live=polite]")
    assert output.inner_text() == "显示 66 项，共 66 项"
    page.click('.counts a[data-value="behind"]')
    assert (rows(page), output.inner_text()) == (2, "显示 2 项，共 66 项")
    page.select_option("[name=pace]", "")
    page.select_option("[name=status]", "met")
    assert rows(page) == page.locator('.targets tr[data-status="met"]').count() == 5
    page.select_option("[name=department]", label="市水务局")
    few = rows(page)
    assert 0 < few < 5
    page.fill("[name=words]", "没有这样的指标")
    assert output.inner_text() == "没有符合条件的目标 · 显示 0 项，共 66 项"
    assert page.locator(".targets:visible").count() == 0
    page.click("button[type=reset]")
    page.locator("#filter output", has_text="显示 66 项").wait_for()
    page.fill("[name=words]", "5G 基站")
    assert rows(page) == 1
    page.context.close()


def test_pictures_are_drawn_with_their_labels(visit: Visit) -> None:
    """What is in sight is drawn, with opening, actual and target written beside it."""
    page = visit.open("heze").page
    picture = page.locator('[aria-label^="常住人口城镇化率：基期"]')
    picture.scroll_into_view_if_needed()
    picture.locator("svg").wait_for()
    texts = picture.locator("svg text").all_text_contents()
    assert {"57%", "53.83%", "2020 50.73%", "2025"} <= set(texts)
    assert picture.evaluate("part => part.getBoundingClientRect().width") <= 240
    page.context.close()


def test_nothing_runs_out_of_a_narrow_window(visit: Visit) -> None:
    """At 400 pixels, and enlarged twofold, the page is not moved sideways; tables become cards, the matrix moves in its box."""
    for name, width in (("cities", 400), ("english", 400), ("align", 400), ("english", 640), ("english", 970)):
        page = visit.open(name, width).page
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width, name
        assert page.evaluate("() => Math.min(...[...document.querySelectorAll('tbody th')].map(head => head.offsetWidth))") >= 110, name
        page.context.close()


def test_text_from_files_stays_text(visit: Visit) -> None:
    """No script of a submission is run, and no element comes of its text."""
    page, said, asked = visit.open("hostile")
    page.wait_for_timeout(200)
    assert page.evaluate("() => window.hit") is None
    assert page.locator("main img, main script").count() == 0
    assert "<script>window.hit=1</script>" in page.locator("#review").inner_text()
    assert (said, len(asked)) == ([], 1)
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_can_be_read_by_everyone(visit: Visit, scheme: str) -> None:
    """Contrast is WCAG AA, everything has a name, headings step down one by one, the first tab skips to the report."""
    page = visit.open("cities", color_scheme=scheme).page
    assert page.evaluate(CONTRAST, list(COLOURS)) >= 4.5
    assert page.evaluate(UNNAMED) == []
    levels = page.evaluate(LEVELS)
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("() => location.hash") == "#main"
    page.keyboard.press("Tab")
    assert page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.context.close()


def test_on_paper_all_cities_stand_on_pages_of_their_own(visit: Visit) -> None:
    """Printed on A4, every city begins a page, every picture is drawn, and no control is left."""
    page = visit.open("cities").page
    paper = page.pdf(prefer_css_page_size=True)
    assert re.search(rb"/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]", paper)
    assert len(re.findall(rb"/Type /Page\b", paper)) > 16
    assert page.evaluate("() => [...document.querySelectorAll('.picture')].every(part => part.querySelector('svg'))")
    page.emulate_media(media="print")
    assert page.locator(".city:visible").count() == 16
    assert page.locator("#filter:visible, nav:visible, .skip:visible").count() == 0
    page.context.close()


def test_without_scripts_everything_can_be_read(visit: Visit) -> None:
    """All cities stand in order; only filters and pictures are missing."""
    page = visit.open("cities", java_script_enabled=False).page
    assert page.locator(".city:visible").count() == 16
    assert page.locator("#filter:visible, .picture:visible").count() == 0
    page.context.close()
