"""HTML to an `Article`. The text is the page's blocks in document order, separated by blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from annotators.article import Article, Block, Source
from annotators.loaders.decoding import byte_order_mark
from annotators.loaders.errors import LoadError
from annotators.loaders.html.blocks import PageBlock
from annotators.loaders.html.encoded_twice import read_back
from annotators.loaders.html.encoding import decode_page
from annotators.loaders.html.framed import blocks_of_frame
from annotators.loaders.html.links import links_of
from annotators.loaders.html.page import Page, read_damaged_page, read_page
from annotators.loaders.html.passages import Passages
from annotators.loaders.html.scripts import blocks_of_scripts, with_declared
from annotators.memory.uncollected import uncollected
from annotators.rows import Late

__all__ = ["load_html"]

_APART: Final = "\n\n"
_WITHIN: Final = re.compile(r"[^\W_]+")
_NO_LETTERS: Final = bytes(code for code in range(128) if not chr(code).isalnum())
_LOWER: Final = bytes(range(256)).lower()
_MARKS: Final = "’“”‘–—…\xa0•·"
"""Non-ASCII characters that are common in English texts and are not letters."""
_TWICE: Final = "the page was encoded twice; it is shown as it was meant"
_LEAST_TOLD: Final = 20
_ALIKE: Final = 60
"""Letters compared to decide that two texts are the same; descriptions are often truncated."""


@uncollected
def load_html(data: bytes, location: str, *, charset: str | None = None, base: str = "") -> Article:
    """The article in a page of any nesting depth and character set; raises `LoadError` if it has no text.

    `charset` is the one from the HTTP header. `base` is the URL of the page if it is known from elsewhere than
    `location`.
    """
    decoded = decode_page(data, location, charset)
    if (meant := read_back(decoded.text)) is not decoded.text:
        decoded = decoded._replace(text=meant, notices=(*decoded.notices, _TWICE))
    as_it_is = decoded.encoding == "utf-8" and not decoded.notices and not byte_order_mark(data)[0]
    page, notice = _read(decoded.text, data if as_it_is else None)
    if not page.blocks:
        what = "has no text on it" if decoded.text.strip() else "is empty"
        raise LoadError(f"{location} {what}", "save the page from the browser once it has loaded")
    metadata, (body, deck) = page.metadata.result(base or location), page.metadata.told()
    more = with_declared(page.blocks, _paragraphs(body), metadata.title or "")
    if more is not None:
        notice = (*notice, "most of the article stands only in what the page tells machines; it is shown from there")
    found = more or page.blocks
    blocks = tuple(_placed(found, body, deck))
    text = _APART.join(block.text for block in found)
    start = page.metadata.base_of(base or location)
    # computed on demand, since most articles are read without them
    links = Late(lambda: links_of(((block.text, block.anchored) for block in found), start, len(_APART)))
    return Article(text, blocks, Source(location, "text/html"), metadata, (*decoded.notices, *notice), links)


def _paragraphs(text: str) -> list[str]:
    return [paragraph for line in text.split("\n") if (paragraph := " ".join(line.split()))]


def _read(text: str, encoded: bytes | None) -> tuple[Page, tuple[str, ...]]:
    """The page as a browser shows it, or, if that is empty, with its hidden text and a warning."""
    page = read_page(text, encoded=encoded)
    if framed := blocks_of_frame(text, page.blocks):
        page.blocks += framed
        return page, ("the page keeps its text in a frame; it is shown from there",)
    if page.blocks:
        return page, ()
    if blocks := blocks_of_scripts(text):
        page.blocks = blocks
        return page, ("the page keeps its text in a script; it is shown here as it stands",)
    hidden = read_page(text, hidden=True)
    if hidden.blocks:
        return hidden, ("the page hides all of its text until a script shows it; it is shown here as it stands",)
    return read_damaged_page(text), ("the page is damaged; what could be read is shown",)


def _placed(blocks: Sequence[PageBlock], body: str, deck: str) -> Iterator[Block]:
    """Yields the blocks with their offsets in the text, and whether the page's metadata contains them, too."""
    told_body, deck = Passages(_letters(body)), _letters(deck)[:_ALIKE]
    at = 0
    for text, tag, path, linked, links, pictured, _, number in blocks:
        told = ""
        if len(text) >= _LEAST_TOLD:
            if told_body and told_body.have(_letters(text)):
                told = "body"
            elif deck and _may_begin(text, deck) and _begins(text) == deck:
                told = "deck"
        end = at + len(text)
        yield Block(at, end, tag, path, linked, links, told, pictured, number)
        at = end + len(_APART)


def _may_begin(text: str, letters: str) -> bool:
    """Whether a text that begins with a letter or digit may begin with given letters: a quick test that most fail."""
    first = text[0]
    return not first.isalnum() or letters.startswith(first.lower())


def _begins(text: str) -> str:
    """The first letters of a text."""
    letters = _letters(text[: 4 * _ALIKE])
    return (letters if len(letters) > _ALIKE else _letters(text))[:_ALIKE]


def _letters(text: str) -> str:
    data = text.encode("ascii", "ignore")  # deleting bytes takes a tenth of the time of a search for letters
    beyond = len(text) - len(data)
    if beyond and beyond != sum(map(text.count, _MARKS)):
        return "".join(_WITHIN.findall(text)).lower()
    return data.translate(_LOWER, _NO_LETTERS).decode()
