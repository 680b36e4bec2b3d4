"""Searching in the text: what matches, and which match comes next."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from annotators.annotation import Span
from annotators.cleaning import Segment

__all__ = ["MOST", "Matches", "find_again", "find_matches", "find_pattern", "matches_at", "without_accents"]

MOST: Final = 10_000
"""Matches that are lit and counted; more than that helps nobody."""


class Matches(NamedTuple):
    """All matches of some words, in order, and the place of the current one among them."""

    words: str = ""
    spans: tuple[Span, ...] = ()
    current: int | None = None
    hidden: int = 0
    """Matches in lines that the clean view has folded away; they are counted, and not gone to."""
    pattern: re.Pattern[str] | None = None
    """What found them, where it was not `words` as they are."""
    everywhere: tuple[Span, ...] | None = None
    """Of a pattern that the reader typed: all matches, those in stripped lines too."""

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
        return self._replace(current=current)

    @property
    def span(self) -> Span | None:
        """Where the current match is."""
        return None if self.current is None else self.spans[self.current]

    @property
    def counter(self) -> str:
        """`3/14`, or that there is nothing; a plus where there are more than are counted."""
        hidden = f" (+{self.hidden} stripped)" if self.hidden else ""
        if not self.spans:
            return f"no match{hidden}" if self.words else ""
        more = "+" if len(self.spans) >= MOST else ""
        return f"{(self.current or 0) + 1}/{len(self.spans)}{more}{hidden}"


def find_matches(text: str, words: str, stripped: Sequence[Segment] = ()) -> Matches:
    """Where `words` are in `text`, as they are and not as a pattern, outside the segments that are `stripped`.

    All lower case finds every case, a capital makes case count. A space finds any white space,
    so that words are found across the line breaks of a hard-wrapped text.
    """
    parts = [re.escape(part) for part in re.split(r"\s+", words)]
    if not any(parts):
        return Matches(words)
    flags = re.IGNORECASE if words == words.lower() else 0
    return _found(text, words, re.compile(r"\s+".join(parts), flags), stripped)


def find_again(text: str, before: Matches, stripped: Sequence[Segment] = ()) -> Matches:
    """The matches of what was looked for `before`, with other segments stripped."""
    if before.everywhere is not None:
        return matches_at(before.words, before.everywhere, stripped)
    if before.pattern is not None:
        return find_pattern(text, before.words, before.pattern, stripped)
    return find_matches(text, before.words, stripped)


def matches_at(words: str, spans: Sequence[Span], stripped: Sequence[Segment] = ()) -> Matches:
    """What a pattern that the reader typed has found: those of its spans that are outside what is `stripped`."""
    seen = tuple(span for span in spans if not _inside(span, stripped))
    return Matches(words, seen, hidden=len(spans) - len(seen), everywhere=tuple(spans))


def without_accents(text: str) -> str:
    """The text with each accented letter that is one character as its letter alone: of the same length."""
    import unicodedata  # only for what the library has found

    accented = {char for char in set(text) if not char.isascii()}
    plain = {ord(char): unicodedata.normalize("NFD", char)[0] for char in accented}
    return text.translate(plain)


def find_pattern(text: str, words: str, pattern: re.Pattern[str], stripped: Sequence[Segment] = ()) -> Matches:
    """Where a pattern for some words is in a text, accents aside."""
    return _found(without_accents(text), words, pattern, stripped)._replace(pattern=pattern)


def _found(text: str, words: str, pattern: re.Pattern[str], stripped: Sequence[Segment]) -> Matches:
    spans: list[Span] = []
    for found in pattern.finditer(text):
        if found.end() > found.start():
            spans.append(Span(*found.span()))
            if len(spans) >= MOST:
                break
    seen = tuple(span for span in spans if not _inside(span, stripped))
    return Matches(words, seen, hidden=len(spans) - len(seen))


def _inside(span: Span, segments: Sequence[Segment]) -> bool:
    place = bisect_right(segments, span.start, key=attrgetter("start")) - 1
    return place >= 0 and span.start < segments[place].end
