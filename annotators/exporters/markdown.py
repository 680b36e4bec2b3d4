"""The clean article as Markdown, in which nothing of the article's text is markup.

An article that was Markdown to begin with stays as its author wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Final

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.cleaning import DEFAULT_STRIPPED, clean_text
from annotators.exporters.kept_blocks import KeptBlock, kept_blocks

__all__ = ["escape", "joined_blocks", "to_markdown"]

_ANYWHERE: Final = re.compile(r"[\\`*_\[\]<~|$]|&(?=#?\w+;)")
_AT_START: Final = re.compile(r"(?m)^(?:[#>+=:-]|(\d{1,9})(?=[.)]))")
_CLOSING: Final = re.compile(r"(?<!#)(#+)$")
_LINE_BREAK: Final = re.compile(r"(?<!\s)\s*[\r\n]\s*")
"""Here as in other patterns that may begin with white space, it begins nowhere else in a run: in one that goes on for a
hundred thousand characters each place would be tried, to the end of it each time."""
_ITALIC: Final = frozenset({"deck", "caption"})


def to_markdown(article: Article, annotations: AnnotationSet, stripped: Collection[str] = DEFAULT_STRIPPED) -> str:
    """The headline as `#`, subheads as `##`, the deck in italics, and paragraphs."""
    if article.source.media_type == "text/markdown":
        return clean_text(article, annotations, stripped)
    return joined_blocks(
        (block, article.text[block.start : block.end]) for block in kept_blocks(article, annotations, stripped)
    )


def joined_blocks(blocks: Iterable[tuple[KeptBlock, str]]) -> str:
    """Blocks, each with its text, as Markdown."""
    parts: list[str] = []
    item_before = False
    for block, text in blocks:
        item = block.tag == "li" and block.kind == "body"
        if parts:
            parts.append("\n" if item and item_before else "\n\n")
        parts.append(_rendered(block, text))
        item_before = item
    return "".join(parts) + "\n"


def _rendered(block: KeptBlock, text: str) -> str:
    if block.kind == "headline":
        return f"# {_heading(text)}"
    if block.kind == "subhead":
        return f"## {_heading(text)}"
    written = escape(_LINE_BREAK.sub("\n", text))
    if block.kind in _ITALIC:
        return f"*{written}*"
    if block.tag == "li":
        return "- " + written.replace("\n", "\n  ")
    if block.tag == "blockquote":
        return "> " + written.replace("\n", "\n> ")
    return written


def _heading(text: str) -> str:
    return _CLOSING.sub(r"\\\1", escape(_LINE_BREAK.sub(" ", text)))


def escape(text: str) -> str:
    """`text` so that CommonMark and its usual extensions read it as nothing but text.

    Lines of `text` are lines of a paragraph: without white space at their edges.
    """
    escaped = _ANYWHERE.sub(lambda found: "\\" + found.group(), text)
    return _AT_START.sub(lambda found: f"{found.group()}\\" if found.group(1) else f"\\{found.group()}", escaped)
