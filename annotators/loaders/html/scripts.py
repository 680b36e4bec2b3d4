"""Article text that exists only in a page's scripts: HTML in string literals, and the body given in JSON-LD."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from annotators.loaders.html.blocks import PageBlock
from annotators.loaders.html.page import read_page

__all__ = ["blocks_of_scripts", "with_declared"]

_SCRIPT: Final = re.compile(r"<script\b[^<>]{0,1000}>", re.I)
_SCRIPT_END: Final = re.compile(r"</script\s*>", re.I)
_STRING: Final = re.compile(r'"((?:[^"\\\n]|\\.)++)"')
_PARAGRAPH: Final = re.compile(r"(?:<|\\u003c)(?:p|br|div)\b", re.I)
_LEAST: Final = 400
"""Fewest characters to be worth using."""
_WORD: Final = re.compile(r"\w+")
_RUN: Final = 4
_SHOWN: Final = 0.3
"""Share of word runs from which a body in the metadata counts as visible on the page."""
_ALIKE: Final = 60
"""Letters compared to decide that two titles are the same; one is often truncated."""
_PATH: Final = "body/article@articleBody/p"

_Words = tuple[str, ...]


def blocks_of_scripts(text: str) -> list[PageBlock]:
    """The blocks of the longest piece of HTML in a page's string literals; empty if there is none."""
    best: list[PageBlock] = []
    for script in _scripts(text):
        for piece in _pieces(script):
            blocks = read_page(piece).blocks
            if _size(blocks) > max(_LEAST, _size(best)):
                best = blocks
    return best


def _scripts(text: str) -> Iterator[str]:
    at = 0
    while (begin := _SCRIPT.search(text, at)) and (end := _SCRIPT_END.search(text, begin.end())):
        yield text[begin.end() : end.start()]
        at = end.end()


def _pieces(script: str, depth: int = 2) -> Iterator[str]:
    """Yields the strings in a script that are HTML, and those in strings that are scripts themselves."""
    for found in _STRING.finditer(script):
        if found.end() - found.start() < _LEAST or not _PARAGRAPH.search(found.group(1)):
            continue
        try:
            inside = json.loads(found.group())
        except ValueError:
            continue
        if inside.lstrip().startswith("<"):
            yield inside
        elif depth > 1:
            yield from _pieces(inside, depth - 1)


def with_declared(blocks: Sequence[PageBlock], paragraphs: Sequence[str], title: str) -> list[PageBlock] | None:
    """The blocks with the paragraphs of an article inserted that the page hardly shows but has in its metadata.

    They follow the last block that repeats their beginning, else the `title`, which must be on the page because
    metadata may describe other articles. `None` if the page shows them already.
    """
    declared = " ".join(paragraphs)
    if len(declared) < _LEAST:
        return None
    wanted = list(_runs(declared))
    head = Counter(wanted)
    shown = _shown(blocks, head, _SHOWN * len(wanted))
    if shown is None:
        return None
    after = next((number for number in range(len(blocks) - 1, -1, -1) if _is_of(blocks[number], head)), None)
    if after is None:
        wanted_title = _begin(title)
        titles = [number for number, block in enumerate(blocks) if wanted_title and _begin(block.text) == wanted_title]
        if not titles:
            return None
        after = titles[-1]
    whole = {block.text for block in blocks}
    more = [
        PageBlock(paragraph, "p", _PATH)
        for paragraph in paragraphs
        if not (runs <= shown if (runs := set(_runs(paragraph))) else paragraph in whole)
    ]
    return [*blocks[: after + 1], *more, *blocks[after + 1 :]]


def _shown(blocks: Sequence[PageBlock], declared: Mapping[_Words, int], enough: float) -> set[_Words] | None:
    """Which of the declared word runs (with their frequencies) occur in blocks; `None` as soon as enough do.

    Tests the longest blocks first: on almost every page, a few of them suffice.
    """
    shown, count = set[_Words](), 0
    if count >= enough:
        return None
    for text in sorted({block.text for block in blocks}, key=len, reverse=True):
        new = declared.keys() & _runs(text)
        new -= shown
        shown |= new
        count += sum(map(declared.__getitem__, new))
        if count >= enough:
            return None
    return shown


def _is_of(block: PageBlock, declared: Container[_Words]) -> bool:
    runs = list(_runs(block.text))
    return len(runs) > _RUN and sum(run in declared for run in runs) > 0.8 * len(runs)


def _begin(text: str) -> str:
    return "".join(_WORD.findall(text[: 2 * _ALIKE].lower()))[:_ALIKE]


def _runs(text: str) -> Iterator[_Words]:
    words = _WORD.findall(text.lower())
    return zip(*(words[start:] for start in range(_RUN)), strict=False)


def _size(blocks: Sequence[PageBlock]) -> int:
    return sum(len(block.text) for block in blocks)
