"""Sphinx makes of one language's Markdown a static site that needs no network: `make docs` builds both into build/docs."""

import re
from typing import Any, ClassVar

from pygments.lexers.data import YamlLexer
from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.search import SearchLanguage

project = "nuplan"
extensions = ["myst_parser"]
exclude_patterns = ["_build"]
html_theme = "furo"
templates_path = ["_templates"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_copyright = False
html_show_search_summary = False  # its excerpts are fetched, which a page opened from disk may not do
html_use_index = False
myst_heading_anchors = 3
smartquotes = False
suppress_warnings = ["misc.highlighting_failure"]  # the lexer of YAML does not know a full-width blank, which is text

TITLES = {"zh_CN": "nuplan 使用手册", "en": "nuplan documentation"}
OTHER = {"zh_CN": ("en", "English"), "en": ("zh", "中文")}


class Chinese(SearchLanguage):
    """Search in Chinese by characters and pairs of them, so that no dictionary decides what can be found."""

    lang = "zh"
    language_name = "Chinese"
    stopwords: ClassVar[set[str]] = set()
    js_splitter_code = """
var splitQuery = (query) => (query.match(/[\\u4e00-\\u9fff]+|[a-zA-Z0-9_]+/g) || []).flatMap((run) =>
  run.length < 2 || run < "\\u4e00" ? [run] : Array.from(run.slice(1), (next, at) => run[at] + next));
"""

    def split(self, input: str) -> list[str]:  # noqa: A002
        """The Latin words of a text, its Chinese characters, and each two of them that stand together."""
        words = re.findall("[a-zA-Z0-9_]+", input)
        for run in re.findall("[\u4e00-\u9fff]+", input):
            words += [*run, *(run[at : at + 2] for at in range(len(run) - 1))]
        return words

    def stem(self, word: str) -> str:
        """Words as they are."""
        return word.lower()

    def word_filter(self, stemmed_word: str) -> bool:
        """Every word, a single character too."""
        return True


def _speak(app: Sphinx, config: Config) -> None:
    """Title and the way to the other language."""
    config.html_title = TITLES[config.language]
    config.html_context = {"other": OTHER[config.language]}


def setup(app: Sphinx) -> dict[str, Any]:
    """What the pages need beside the theme."""
    app.add_search_language(Chinese)
    app.add_lexer("csv", TextLexer)
    app.add_lexer("yml", YamlLexer)
    app.connect("config-inited", _speak)
    return {"parallel_read_safe": True}
