"""Offsets of a page's links in the article's text, after white space was collapsed and blocks were formed.

While a page is parsed, only strings and integers are recorded. `Link` objects are made on demand, since most articles
are read without their links.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any, Final

from annotators.links import Link, LinksBuilder
from annotators.text.patterns import compiled_late

__all__ = ["Anchor", "Anchored", "anchored_in", "links_of"]

_INK: Final = compiled_late(r"[^\s\u00ad\u200b-\u200d\u2060\ufeff]+")

Anchor = tuple[int, int, str]
"""Start, end and URL (as written) of a link: a half-open range in code points."""

Anchored = str | tuple[Any, ...]
"""The links of a block: an empty string if there are none; the URL if all of the block is one link; else a tuple of the
source text followed by start, end and URL of each link. The block is that text with collapsed white space, or a part of
it."""


def anchored_in(text: str, pieces: Sequence[str], anchors: list[Anchor]) -> Anchored:
    """The links of a text given in pieces. `anchors` has piece indexes instead of offsets and is emptied."""
    first, last, href = anchors[0]
    if not first and (last == len(pieces) or (last + 1 == len(pieces) and pieces[last].isspace())):
        anchors.clear()
        return href
    at = [0, *accumulate(map(len, pieces))]
    flat: list[Any] = [text]
    for first, last, href in anchors:
        flat += (at[first], at[last], href)
    anchors.clear()
    return tuple(flat)


def links_of(blocks: Iterable[tuple[str, Anchored]], base: str, apart: int) -> Sequence[Link]:
    """The links in a text of blocks with `apart` characters between them. `base` resolves relative URLs."""
    builder = LinksBuilder(base)
    at = 0
    whole: Anchored = ""
    counted: list[Anchor] = []
    done = 0
    for text, here in blocks:
        size = len(text)
        if isinstance(here, str):
            if here:
                builder.add(at, at + size, here)
        else:
            if here[0].strip() == text:  # the usual case
                for start, end, href in _trimmed(here, text):
                    builder.add(at + start, at + end, href)
                at += size + apart
                continue
            if here is not whole:  # else a further part of the same text
                whole, counted, done = here, list(_counted(here)), 0
            ink = _Ink(text)
            for start, end, href in ink.anchors(counted, done):
                builder.add(at + start, at + end, href)
            done += ink.amount
        at += size + apart
    return builder.links()


def _trimmed(flat: Sequence[Any], text: str) -> Iterator[Anchor]:
    """Yields links with offsets in the stripped text, each without white space at its edges."""
    before = len(flat[0]) - len(flat[0].lstrip())
    for place in range(1, len(flat), 3):
        start, end = max(0, flat[place] - before), min(len(text), max(0, flat[place + 1] - before))
        start += len(text[start:end]) - len(text[start:end].lstrip())
        yield start, start + len(text[start:end].rstrip()), flat[place + 2]


def _counted(flat: Sequence[Any]) -> Iterator[Anchor]:
    """Yields links with offsets that count visible characters only."""
    ink = _Ink(flat[0])
    for place in range(1, len(flat), 3):
        yield ink.before(flat[place]), ink.before(flat[place + 1]), flat[place + 2]


class _Ink:
    """A text's visible characters, whose number does not change when white space is collapsed."""

    def __init__(self, text: str) -> None:
        self._starts, self._counts = array("I"), array("I")
        self.amount = 0
        for word in _INK.finditer(text):
            self._starts.append(word.start())
            self._counts.append(self.amount)
            self.amount += word.end() - word.start()

    def before(self, offset: int) -> int:
        """Number of visible characters before an offset."""
        word = bisect_right(self._starts, offset) - 1
        if word < 0:
            return 0
        size = (self._counts[word + 1] if word + 1 < len(self._counts) else self.amount) - self._counts[word]
        return self._counts[word] + min(offset - self._starts[word], size)

    def anchors(self, counted: Sequence[Anchor], done: int) -> Iterator[Anchor]:
        """Yields the links in this text, from offsets `counted` in visible characters, of which `done` precede it."""
        for place in range(bisect_right(counted, done, key=lambda one: one[1]), len(counted)):
            start, end, href = counted[place]
            first, last = max(0, start - done), min(self.amount, end - done)
            if first >= self.amount:
                return
            if first < last:
                yield self._place(first), self._place(last - 1) + 1, href

    def _place(self, number: int) -> int:
        word = bisect_right(self._counts, number) - 1
        return self._starts[word] + number - self._counts[word]
