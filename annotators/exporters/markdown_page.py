"""The clean article of a Markdown file as HTML elements: headings, lists, quotations, emphasis and links.

HTML of the author stays text, and only links to web pages and mailboxes are kept. Names and quotes are marked up inside
each stretch of text, so that no mark crosses an element.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from annotators.article import Article
from annotators.exporters.kept_blocks import KeptBlock

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["ELEMENTS", "markdown_elements"]

Marker: TypeAlias = Callable[[int, int], str]
"""Returns the text of `[start, end)` escaped, with names and quotes marked up."""

ELEMENTS: Final = {"headline": "h1", "subhead": "h2"}
"""The element of a block by its kind; `p` for all others."""

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SAFE: Final = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_CONTAINERS: Final = frozenset(
    ("blockquote", "bullet_list", "ordered_list", "list_item", "table", "thead", "tbody", "tr", "th", "td")
)
_TEXT_ELEMENTS: Final = {"em": "em", "strong": "strong"}
_DEEPEST: Final = 100
_SIGNS: Final = " \t\r\n>|:=+*_#-"
"""The characters of lines without text, such as the underline of a heading or of a table's head."""


class _Written(NamedTuple):
    """The text of a leaf token, with the offset in the article of each of its characters, or -1."""

    text: str
    offsets: Sequence[int]


def markdown_elements(article: Article, blocks: Sequence[KeptBlock], marked: Marker) -> Iterator[str]:
    """The elements of the kept blocks, in order; link definitions are where they are used."""
    return _Page(article, blocks, marked).elements()


class _Page:
    """One walk over the tokens of the article; a container opens with the first kept text inside it."""

    def __init__(self, article: Article, blocks: Sequence[KeptBlock], marked: Marker) -> None:
        self._text = article.text
        self._blocks = blocks
        self._ends = [block.end for block in blocks]
        self._marked = marked
        spans = [match.span() for match in _LINE.finditer(self._text) if match.start() < len(self._text)]
        front = next((block.end for block in article.blocks if block.tag == "front_matter"), 0)
        skipped = bisect_right([end for _, end in spans], front - 1) + 1 if front else 0
        self._lines = spans[skipped:]
        self._parser = _parser()
        self._env: dict[str, Any] = {}
        body = self._text[self._lines[0][0] :] if self._lines else ""
        self._tokens = self._parser.parse(body, self._env)
        self._open: list[tuple[str, str]] = []
        self._opened = 0

    def elements(self) -> Iterator[str]:
        """The elements with their line breaks."""
        written = 0
        told = self._definitions()
        leaf = ""
        hidden = False
        for token in self._tokens:
            name = token.type.removesuffix("_open").removesuffix("_close")
            if name in _CONTAINERS:
                if token.nesting == 1:
                    self._open.append((token.tag, _opening(token)))
                elif self._open:
                    yield from self._close()
            elif token.nesting == 1:
                leaf, hidden = token.tag, token.hidden
            elif token.nesting == 0 and token.map:
                start, end = self._range(token.map)
                yield from self._untold(written, start, told)
                written = max(written, end)
                kept = list(self._kept(start, end))
                if kept:
                    yield from self._begin()
                    yield from self._leaf(token, kept, start, leaf, hidden)
        while self._open:
            yield from self._close()
        yield from self._untold(written, len(self._text), told)

    def _definitions(self) -> list[tuple[int, int]]:
        """The spans of link definitions, which have no text on a page."""
        known = [*self._env.get("references", {}).values(), *self._env.get("duplicate_refs", ())]
        return [self._range(one["map"]) for one in known if one.get("map")]

    def _range(self, lines: Sequence[int]) -> tuple[int, int]:
        first = min(lines[0], len(self._lines) - 1)
        last = min(max(lines[1], first + 1), len(self._lines))
        return self._lines[first][0], self._lines[last - 1][1]

    def _kept(self, start: int, end: int) -> Iterator[KeptBlock]:
        for block in self._blocks[bisect_right(self._ends, start) :]:
            if block.start >= end:
                return
            yield block

    def _untold(self, start: int, end: int, told: Sequence[tuple[int, int]]) -> Iterator[str]:
        """Text that the parser has no token for, such as text nested too deep in quotations."""
        if start >= end:
            return
        for block in self._kept(start, end):
            first, last = max(block.start, start), min(block.end, end)
            if self._text[first:last].strip(_SIGNS) and not any(one <= first and last <= other for one, other in told):
                yield f'<p class="{block.kind}" dir="auto">{self._marked(first, last)}</p>'

    def _begin(self) -> Iterator[str]:
        yield from (tag for _, tag in self._open[self._opened :])
        self._opened = len(self._open)

    def _close(self) -> Iterator[str]:
        tag, _ = self._open.pop()
        if self._opened > len(self._open):
            self._opened = len(self._open)
            yield f"</{tag}>"

    def _leaf(self, token: Token, kept: Sequence[KeptBlock], start: int, tag: str, hidden: bool) -> Iterator[str]:
        if token.type == "hr":
            yield "<hr>"
        elif token.type in {"fence", "code_block"}:
            yield f"<pre><code>{escape(token.content)}</code></pre>"
        elif self._open and self._open[-1][0] in {"td", "th"}:
            yield self._inline(self._placed(token, start))
        else:
            for block, written in self._pieces(self._placed(token, start), kept):
                inner = self._inline(written)
                element = ELEMENTS.get(block.kind, tag)
                name = tag if tag.startswith("h") and block.kind != "headline" else element
                yield inner if hidden and name == "p" else f'<{name} class="{block.kind}" dir="auto">{inner}</{name}>'

    def _pieces(self, written: _Written, kept: Sequence[KeptBlock]) -> Iterator[tuple[KeptBlock, _Written]]:
        """The text of a leaf cut to the kept blocks; characters without an offset stay with those before them."""
        if len(kept) == 1 and all(kept[0].start <= at < kept[0].end for at in written.offsets if at >= 0):
            yield kept[0], written
            return
        ends = [block.end for block in kept]
        places: list[int] = []
        for at in written.offsets:
            place = bisect_right(ends, at) if at >= 0 else max(places[-1] if places else 0, 0)
            inside = place < len(kept) and (at < 0 or kept[place].start <= at)
            places.append(place if inside else -1)
        at = 0
        for place, run in groupby(places):
            length = len(list(run))
            text = written.text[at : at + length]
            if place >= 0 and text.strip():
                yield kept[place], _Written(text, written.offsets[at : at + length])
            at += length

    def _placed(self, token: Token, start: int) -> _Written:
        """The content of a leaf with offsets in the article, found although its lines lack the containers' markers."""
        offsets: list[int] = []
        first = bisect_left(self._lines, (start, start))
        for number, line in enumerate(token.content.split("\n")):
            begin, stop = self._lines[min(first + number, len(self._lines) - 1)]
            found = self._text.find(line, begin, stop)
            offsets += range(found, found + len(line)) if found >= 0 else [-1] * len(line)
            offsets.append(-1)
        return _Written(token.content, offsets[: len(token.content)])

    def _inline(self, written: _Written) -> str:
        tokens: list[Token] = []
        self._parser.inline.parse(written.text, self._parser, self._env, tokens)
        at = 0
        pieces: list[str] = []
        closing: list[str] = []
        for token in tokens:
            if token.type in {"text", "code_inline", "text_special"}:
                source = token.markup if token.type == "text_special" else token.content
                found = written.text.find(source, at) if source else -1
                inner = self._stretch(token, written, found)
                at = found + len(source) if found >= 0 else at
                pieces.append(f"<code>{inner}</code>" if token.type == "code_inline" else inner)
            elif token.type in {"softbreak", "hardbreak"}:
                at = max(at, written.text.find("\n", at) + 1)
                pieces.append("<br>\n" if token.type == "hardbreak" else "\n")
            elif token.type == "image":
                pieces.append(_image(token))
            elif token.nesting == 1:
                opening, end = _inline_tags(token)
                pieces.append(opening)
                closing.append(end)
            elif token.nesting == -1:
                pieces.append(closing.pop())
            else:
                pieces.append(escape(token.content))
        return "".join(pieces)

    def _stretch(self, token: Token, written: _Written, found: int) -> str:
        """The text of one token, marked up if it is in the article literally."""
        text = token.content
        places = written.offsets[found : found + len(text)] if found >= 0 else ()
        alike = text and len(places) == len(text) and places[0] >= 0 and places[-1] - places[0] == len(text) - 1
        if alike and self._text[places[0] : places[0] + len(text)] == text:
            return self._marked(places[0], places[0] + len(text))
        return escape(text)


def _parser() -> MarkdownIt:
    """The parser of leaves; their inline content is parsed later, with escaped characters as tokens of their own."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST}).enable("table").disable(["inline"])


def _opening(token: Token) -> str:
    start = token.attrs.get("start") if token.type == "ordered_list_open" else None
    if start is not None:
        return f'<{token.tag} start="{int(start)}">'
    return f'<{token.tag} dir="auto">' if token.tag in {"li", "td", "th"} else f"<{token.tag}>"


def _inline_tags(token: Token) -> tuple[str, str]:
    if token.type != "link_open":
        tag = _TEXT_ELEMENTS.get(token.tag, "span")
        return f"<{tag}>", f"</{tag}>"
    address = str(token.attrs.get("href", ""))
    title = str(token.attrs.get("title", ""))
    if _SAFE.match(address):
        told = f' title="{escape(title)}"' if title else ""
        return f'<a href="{escape(address)}"{told}>', "</a>"
    words = " – ".join(part for part in (title, address) if part)
    return f'<span title="{escape(words)}">', "</span>"


def _image(token: Token) -> str:
    """A picture as its alternative text, so that the page loads nothing from elsewhere."""
    address = str(token.attrs.get("src", ""))
    words = escape(token.content or str(token.attrs.get("title", "")) or address)
    if _SAFE.match(address):
        return f'<a href="{escape(address)}">{words}</a>'
    return f'<span title="{escape(address)}">{words}</span>'
