"""Loads Markdown: the text is the file as decoded, and the blocks are the lines of its block tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from annotators.article import Article, Block, Metadata, Source
from annotators.loaders.decoding import Decoded, decode
from annotators.loaders.errors import LoadError
from annotators.loaders.markdown.front_matter import read_front_matter
from annotators.loaders.markdown.links import markdown_links
from annotators.text.footnotes import begins_footnote, without_references
from annotators.text.patterns import compiled_late

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["article_from_markdown", "load_markdown"]

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_LEAVES: Final = {
    "heading_open": "",
    "paragraph_open": "p",
    "fence": "pre",
    "code_block": "pre",
    "html_block": "html",
    "hr": "hr",
    "tr_open": "tr",
}
"""The tokens that become blocks, each with the tag of the block; a heading has its own tag."""

_LONGEST_FRONT: Final = 1000
"""The most lines of front matter."""
_LINK: Final = r"!?\[(?:[^\[\]]|\[[^\]]*\](?:\([^)]*\))?)*\](?:\([^)]*\)|\[[^\]]*\])"
_ONLY_LINKS: Final = compiled_late(rf"[\s>]*{_LINK}(?:[\s|·•,/]*{_LINK})*\s*")
_ONLY_IMAGE: Final = re.compile(r"\s*!\[[^\]]*\]\([^)]*\)\s*")
_HEADING: Final = re.compile(r"^\s*#{1,6}\s+|(?<!\s)\s+#+\s*$|\n[^\S\n]*(?:=+|-+)\s*$")


class _Lines(NamedTuple):
    """A run of lines `[first, last)` with the tag and path of its block."""

    first: int
    last: int
    tag: str
    path: str


def load_markdown(data: bytes, location: str) -> Article:
    """The article in the bytes of a Markdown file; `LoadError` when there is no text in them."""
    return article_from_markdown(decode(data, location), location)


def article_from_markdown(decoded: Decoded, location: str) -> Article:
    """The article of a Markdown text; `LoadError` when it has nothing but white space in it."""
    text = decoded.text
    if not text.strip():
        what = "holds nothing but white space" if text else "is empty"
        raise LoadError(f"{location} {what}", "give a file with an article in it")
    spans = [match.span() for match in _LINE.finditer(text) if match.start() < len(text)]
    front = read_front_matter([text[start:end].rstrip("\r\n") for start, end in spans[:_LONGEST_FRONT]])
    runs = [_Lines(0, front.lines, "front_matter", "")] if front.lines else []
    body = text[spans[front.lines - 1][1] :] if front.lines else text
    tokens, references = _parse(body)
    runs += [run._replace(first=run.first + front.lines, last=run.last + front.lines) for run in _token_lines(tokens)]
    blocks = tuple(_blocks(text, spans, runs))
    metadata = front.metadata if front.metadata.title else replace(front.metadata, title=_first_heading(text, blocks))
    base = location if location.startswith(("http://", "https://")) else metadata.url or ""
    links = markdown_links(text, blocks, references, base)
    return Article(text, blocks, Source(location, "text/markdown"), metadata, decoded.notices, links)


def _parse(text: str) -> tuple[Sequence[Token], Mapping[str, Mapping[str, Any]]]:
    """The block tokens and the link definitions; inline content is not parsed, because it is shown as it is written."""
    from markdown_it import MarkdownIt

    known: dict[str, Any] = {}
    tokens = MarkdownIt("commonmark").enable("table").disable(["inline"]).parse(text, known)
    return tokens, known.get("references", {})


def _token_lines(tokens: Sequence[Token]) -> Iterator[_Lines]:
    """The lines of each leaf, in order and without overlap, with its containers as path."""
    containers: list[str] = []
    end = 0
    for token in tokens:
        if token.type in _LEAVES and token.map and token.map[1] > max(end, token.map[0]):
            first = max(end, token.map[0])
            end = token.map[1]
            yield _Lines(first, end, _tag(token, containers), "/".join((*containers, token.tag)))
        if token.nesting == 1 and token.type not in _LEAVES:
            containers.append(token.tag)
        elif token.nesting == -1 and containers and token.tag == containers[-1]:
            containers.pop()


def _tag(token: Token, containers: Sequence[str]) -> str:
    if token.type == "heading_open":
        return token.tag
    if token.type == "paragraph_open" and containers and containers[-1] in {"li", "blockquote"}:
        return containers[-1]
    return _LEAVES[token.type]


def _blocks(text: str, spans: Sequence[tuple[int, int]], runs: Sequence[_Lines]) -> Iterator[Block]:
    """The blocks of the runs, and of the lines between them that have no token, such as link definitions."""
    at = 0
    for run in (*runs, _Lines(len(spans), len(spans), "", "")):
        for number in range(at, min(run.first, len(spans))):
            yield from _trimmed(text, *spans[number], "", "")
        at = min(run.last, len(spans))
        lines = spans[run.first : at]
        if run.tag == "p" and len(lines) > 1 and all(_ONLY_LINKS.fullmatch(text, *line) for line in lines):
            for line in lines:
                yield from _trimmed(text, *line, "a", f"{run.path}/a")
        elif run.tag == "p" and begins_footnote(text, lines[0][0]):
            yield from _footnotes(text, lines, run.path)
        elif lines:
            image = run.tag == "p" and _ONLY_IMAGE.fullmatch(text, lines[0][0], lines[-1][1])
            yield from _trimmed(text, lines[0][0], lines[-1][1], "img" if image else run.tag, run.path)


def _footnotes(text: str, lines: Sequence[tuple[int, int]], path: str) -> Iterator[Block]:
    """The blocks of a paragraph of footnotes: each with the lines that go on with it."""
    starts = [start for start, _ in lines if begins_footnote(text, start)]
    for start, end in zip(starts, (*starts[1:], lines[-1][1]), strict=True):
        yield from _trimmed(text, start, end, "p", path)


def _trimmed(text: str, start: int, end: int, tag: str, path: str) -> Iterator[Block]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Block(start, end, tag, path)


def _first_heading(text: str, blocks: Sequence[Block]) -> str | None:
    heading = next((block for block in blocks if block.tag == "h1"), None)
    if heading is None:
        return Metadata().title
    words = _HEADING.sub("", without_references(text[heading.start : heading.end]))
    return " ".join(re.sub(r"[*`]|\\(?=[^\w\s])", "", words).split()) or None
