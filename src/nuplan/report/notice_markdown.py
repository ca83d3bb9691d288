"""The draft of a notice as Markdown."""

from .markdown import escaped, render_tables
from .notice import Block


def render_markdown(blocks: list[Block]) -> str:
    """The document; a place that a person has to write is in bold between brackets."""
    return "\n\n".join(_block(block) for block in blocks) + "\n"


def _block(block: Block) -> str:
    if block.listing is not None:
        title = [f"### {escaped(block.listing.title)}"] if block.listing.title else []
        return "\n\n".join([*title, *render_tables(block.listing, below=4), *map(escaped, block.listing.notes)])
    text = escaped(block.text)
    signs = {"title": f"# {text}", "heading": f"## {text}", "annex": f"## {text}", "blank": f"**【{text}】**"}
    return signs.get(block.kind, text)
