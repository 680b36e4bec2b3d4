"""The surroundings of a place in an article: its block, its sentence, a line of context."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import Final, NamedTuple

from rich.cells import cell_len

from annotators.annotation import Span, Spanned
from annotators.article import Article

__all__ = ["Context", "block_at", "context_of", "on_one_line", "sentence_at", "wrap"]

_SENTENCE_END: Final = r"[.!?…]['\"”’»)\]]*(?=\s)"
_LINE_BREAK: Final = r"(?:(?<![ \t])[ \t]+)?(?:\r\n|[\n\r\u2028\x85])[ \t]*"
_ABBREVIATION: Final = (
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|St|Jr|Sr|No|vs|etc|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.$"
)
# Compiled where they are used, which may be never; `re` keeps what it has compiled.


class Context(NamedTuple):
    """A line of context around a span, and the place of the span in it, in code points."""

    text: str
    start: int
    end: int


def block_at(article: Article, offset: int) -> Span:
    """The block at an offset, or the one before it if the offset is in white space."""
    place = bisect_right(article.blocks, offset, key=attrgetter("start")) - 1
    if not article.blocks:
        return Span(0, len(article.text))
    block = article.blocks[max(0, place)]
    return Span(block.start, block.end)


def sentence_at(article: Article, offset: int) -> Span:
    """The sentence at an offset, inside its block; a common abbreviation does not end one."""
    block = block_at(article, offset)
    start = block.start
    for found in re.compile(_SENTENCE_END).finditer(article.text, block.start, block.end):
        if re.compile(_ABBREVIATION).search(article.text, max(block.start, found.end() - 6), found.end()):
            continue
        if found.end() > offset:
            return Span(start, found.end())
        start = found.end()
        while start < block.end and article.text[start].isspace():
            start += 1
    return Span(start, block.end) if start < block.end else block


def context_of(article: Article, span: Spanned, width: int) -> Context:
    """A line of about `width` characters with `span` near its middle, cut at the edges of its block."""
    block = block_at(article, span.start)
    around = max(8, (width - (span.end - span.start)) // 2)
    start = max(block.start, span.start - around)
    end = min(max(block.end, span.end), span.end + around + max(0, around - (span.start - start)))
    if start > block.start:
        space = article.text.find(" ", start, span.start)
        start = space + 1 if space >= 0 else start
    lead = "…" if start > block.start else ""
    tail = "…" if end < block.end else ""
    shift = len(lead) - start
    return Context(lead + article.text[start:end] + tail, span.start + shift, span.end + shift)


def on_one_line(article: Article, span: Spanned) -> str:
    """The text of a span with spaces for the line breaks that only wrap a paragraph of plain text or Markdown."""
    text, pieces, at = article.text, [], span.start
    markdown = article.source.media_type == "text/markdown"
    first = bisect_right(article.blocks, span.start, key=attrgetter("end"))
    for block in article.blocks[first:]:
        if block.start >= span.end:
            break
        start, end = max(block.start, at), min(block.end, span.end)
        wraps = not block.tag or (markdown and block.tag == "p")
        pieces += [text[at:start], re.sub(_LINE_BREAK, " ", text[start:end]) if wraps else text[start:end]]
        at = end
    return "".join((*pieces, text[at : span.end]))


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells, broken at white space where there is any."""
    lines: list[str] = []
    line, cells = "", 0
    for word in text.split():
        room = cell_len(word)
        if line and cells + 1 + room > width:
            lines.append(line)
            line, cells = "", 0
        while room > width > 0:
            cut = max(1, next((n for n in range(len(word)) if cell_len(word[: n + 1]) > width), len(word)))
            lines.append(word[:cut])
            word = word[cut:]
            room = cell_len(word)
        line, cells = (f"{line} {word}", cells + 1 + room) if line else (word, room)
    return [*lines, line] if line else lines
