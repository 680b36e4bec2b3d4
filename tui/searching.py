"""Searching in the text: what matches, and which match comes next."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final

from annotators.annotation import Span

__all__ = ["MOST", "Matches", "find_matches"]

MOST: Final = 10_000
"""Matches that are lit and counted; more than that helps nobody."""


@dataclass(frozen=True, slots=True)
class Matches:
    """All matches of some words, in order, and the place of the current one among them."""

    words: str = ""
    spans: tuple[Span, ...] = ()
    current: int | None = None

    def at_or_after(self, offset: int) -> Matches:
        """With the first match at or after `offset` as the current one, around the end if need be."""
        return self._at(bisect_left(self.spans, (offset, 0)))

    def step(self, offset: int, direction: int) -> Matches:
        """With the next or previous match, seen from `offset`, as the current one; goes around the ends."""
        if direction > 0:
            return self._at(bisect_right(self.spans, (offset, 1 << 62)))
        return self._at(bisect_left(self.spans, (offset, 0)) - 1)

    def _at(self, place: int) -> Matches:
        current = place % len(self.spans) if self.spans else None
        return Matches(self.words, self.spans, current)

    @property
    def span(self) -> Span | None:
        """Where the current match is."""
        return None if self.current is None else self.spans[self.current]

    @property
    def counter(self) -> str:
        """`3/14`, or that there is nothing; a plus where there are more than are counted."""
        if not self.spans:
            return "no match" if self.words else ""
        more = "+" if len(self.spans) >= MOST else ""
        return f"{(self.current or 0) + 1}/{len(self.spans)}{more}"


def find_matches(text: str, words: str) -> Matches:
    """Where `words` are in `text`: as they are, not a pattern.

    All lower case finds every case, a capital makes case count. A space finds any white space,
    so that words are found across the line breaks of a hard-wrapped text.
    """
    parts = [re.escape(part) for part in re.split(r"\s+", words)]
    if not any(parts):
        return Matches(words)
    flags = re.IGNORECASE if words == words.lower() else 0
    spans: list[Span] = []
    for found in re.compile(r"\s+".join(parts), flags).finditer(text):
        if found.end() > found.start():
            spans.append(Span(*found.span()))
            if len(spans) >= MOST:
                break
    return Matches(words, tuple(spans))
