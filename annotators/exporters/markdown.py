"""The clean article as Markdown with its links; all other text is escaped, so that none of it becomes markup.

An article that is Markdown already stays as its author wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.cleaning import DEFAULT_STRIPPED, clean_text
from annotators.exporters.kept_blocks import KeptBlock, kept_blocks
from annotators.links import stretches
from annotators.text.hyphens import rejoined

__all__ = ["escape", "joined_blocks", "to_markdown"]

_ANYWHERE: Final = re.compile(r"[\\`*_\[\]<~|$]|&(?=#?\w+;)")
_AT_START: Final = re.compile(r"(?m)^(?:[#>+=:-]|(\d{1,9})(?=[.)](?:\s|$)))")
_CLOSING: Final = re.compile(r"(?<!#)(#+)$")
_LINE_BREAK: Final = re.compile(r"(?<!\s)\s*[\r\n]\s*")
"""The lookbehind makes matches start only at the start of a run of white space; else a run of a hundred thousand
characters would take quadratic time."""
_OPEN, _CLOSE, _END = "\ufdd2", "\ufdd3", "\ufdd4"
"""Marks around the words and the number of a link while the text is escaped: noncharacters, which occur in no text."""
_LINK: Final = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}{_END}]*){_CLOSE}(\\d{{1,9}}){_END}")
_IN_ADDRESS: Final = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "()<>\\"})
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_ITALIC: Final = frozenset({"deck", "caption"})


def to_markdown(article: Article, annotations: AnnotationSet, stripped: Collection[str] = DEFAULT_STRIPPED) -> str:
    """The headline as `#`, subheads as `##`, the deck in italics, and paragraphs."""
    if article.source.media_type == "text/markdown":
        return clean_text(article, annotations, stripped)
    hrefs: list[str] = []
    blocks = kept_blocks(article, annotations, stripped)
    body = joined_blocks((block, _with_links(article, block.start, block.end, hrefs)) for block in blocks)
    body = rejoined(body, article.text) if article.source.media_type == "text/plain" else body
    return _LINK.sub(lambda found: _link(found[1], found[2], hrefs), body)


def _with_links(article: Article, start: int, end: int, hrefs: list[str]) -> str:
    """The text of `[start, end)` with marks around each link and its number in `hrefs`, to which it is added."""
    pieces: list[str] = []
    for words, href in stretches(article.text, article.links, start, end):
        pieces.append(f"{_OPEN}{words}{_CLOSE}{len(hrefs)}{_END}" if href else words)
        if href:
            hrefs.append(href)
    return "".join(pieces)


def _link(words: str, number: str, hrefs: Sequence[str]) -> str:
    place = int(number)
    if place >= len(hrefs):  # the text has these noncharacters after all
        return words
    address = _ENTITY.sub("&amp;", hrefs[place].translate(_IN_ADDRESS))
    return f"[{words}]({address})"


def joined_blocks(blocks: Iterable[tuple[KeptBlock, str]]) -> str:
    """Blocks with their texts as Markdown."""
    parts: list[str] = []
    item_before = False
    number, sign = 0, "."
    for block, text in blocks:
        item = block.is_item
        if parts:
            parts.append("\n" if item and item_before else "\n\n")
        if item and number and block.number != number + 1:
            sign = ")" if sign == "." else "."  # a list with another sign is another list, which counts from its own
        parts.append(_rendered(block, text, f"{block.number}{sign} " if block.number else "- "))
        item_before, number = item, block.number if item else 0
    return "".join(parts) + "\n"


def _rendered(block: KeptBlock, text: str, mark: str) -> str:
    if block.kind == "headline":
        return f"# {_heading(text)}"
    if block.kind == "subhead":
        return f"## {_heading(text)}"
    written = escape(_LINE_BREAK.sub("\n", text))
    if block.kind in _ITALIC:
        return f"*{written}*"
    if block.tag == "li" or block.is_item:
        return mark + written.replace("\n", "\n" + " " * len(mark))
    if block.tag == "blockquote":
        return "> " + written.replace("\n", "\n> ")
    return written


def _heading(text: str) -> str:
    escaped = _escape_anywhere(_LINE_BREAK.sub(" ", text))  # behind the marks of a heading nothing begins a list
    return _CLOSING.sub(r"\\\1", escaped)


def escape(text: str) -> str:
    """The text escaped, so that CommonMark and its usual extensions read it as plain text.

    Its lines are lines of a paragraph, without white space at their edges.
    """
    escaped = _escape_anywhere(text)
    return _AT_START.sub(lambda found: f"{found.group()}\\" if found.group(1) else f"\\{found.group()}", escaped)


def _escape_anywhere(text: str) -> str:
    return _ANYWHERE.sub(lambda found: "\\" + found.group(), text)
