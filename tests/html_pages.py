"""What the tests of pages share: submissions with text that would like to be markup, and a page taken apart."""

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

HOSTILE = """</script><script>window.hit=1</script><img src=x onerror="window.hit=1">'\\u2028\\u202e&amp;{{7*7}}"""
_VOID = {"meta", "br", "input", "col", "img", "link", "hr"}


class Parsed(HTMLParser):
    """A page taken apart: tags in balance, ids, links, the text people read, and scripts and styles apart."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.outside: list[str] = []
        self.text = ""
        self.raw: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags[tag] += 1
        given = dict(attrs)
        self.attributes |= set(given)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        for name in ("href", "src", "action", "data", "poster", "srcset"):
            if given.get(name) is not None:
                (self.links if (given[name] or "").startswith("#") else self.outside).append(given[name] or "")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself."""
        self.tags[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        """Every tag closes the last one opened."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep text apart from scripts and styles."""
        if self.open and self.open[-1] in ("script", "style"):
            self.raw.append(data)
        else:
            self.text += data


def hostile(folder: Path) -> Path:
    """A submission whose note, name of file and department would like to be markup."""
    path = folder / "<img src=x onerror=hit()>.yaml"
    path.write_text(
        'schema: nuplan/submission/v1\narea: heze\nperiod: 2025-Q4\nreported_by: {department: "<b>局</b>"}\nfigures:\n'
        f'  new_urban_jobs: {{value: 3.4万人, note: "{HOSTILE.replace(chr(34), chr(92) + chr(34))}"}}\n'
        '  "<script>window.hit=1</script>": 5\n',
        "utf-8",
    )
    return path
