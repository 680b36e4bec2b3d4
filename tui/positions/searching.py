"""Search in the text: the matches, and which one comes next."""

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
"""The most matches that are highlighted and counted."""


class Matches(NamedTuple):
    """All matches of a search in order, and the position of the current one."""

    words: str = ""
    spans: tuple[Span, ...] = ()
    current: int | None = None
    hidden: int = 0
    """The number of matches in lines that are folded away, which are counted but not stepped to."""
    pattern: re.Pattern[str] | None = None
    """The pattern that found them, if it was not `words` literally."""
    everywhere: tuple[Span, ...] | None = None
    """For a typed pattern, all matches, including those in stripped lines."""

    def at_or_after(self, offset: int) -> Matches:
        """A copy with the first match at or after `offset` as the current one, wrapping around the end."""
        return self._at(bisect_left(self.spans, (offset, 0)))

    def step(self, offset: int, direction: int) -> Matches:
        """A copy with the next (1) or previous (-1) match from `offset` as the current one, wrapping around."""
        if direction > 0:
            return self._at(bisect_right(self.spans, (offset, 1 << 62)))
        return self._at(bisect_left(self.spans, (offset, 0)) - 1)

    def _at(self, place: int) -> Matches:
        current = place % len(self.spans) if self.spans else None
        return self._replace(current=current)

    @property
    def span(self) -> Span | None:
        """The span of the current match."""
        return None if self.current is None else self.spans[self.current]

    @property
    def counter(self) -> str:
        """`3/14`, or words for no matches; with a plus if there are more than are counted."""
        hidden = f" (+{self.hidden} stripped)" if self.hidden else ""
        if not self.spans:
            return f"no match{hidden}" if self.words else ""
        more = "+" if len(self.spans) >= MOST else ""
        return f"{(self.current or 0) + 1}/{len(self.spans)}{more}{hidden}"


def find_matches(text: str, words: str, stripped: Sequence[Segment] = ()) -> Matches:
    """The matches of `words`, taken literally, in `text` outside the `stripped` segments.

    Case is ignored unless there is a capital. A space matches any white space, so that words are found across the line
    breaks of a hard-wrapped text.
    """
    parts = [re.escape(part) for part in re.split(r"\s+", words)]
    if not any(parts):
        return Matches(words)
    flags = re.IGNORECASE if words == words.lower() else 0
    return _found(text, words, re.compile(r"\s+".join(parts), flags), stripped)


def find_again(text: str, before: Matches, stripped: Sequence[Segment] = ()) -> Matches:
    """The matches of the search `before`, with other segments stripped."""
    if before.everywhere is not None:
        return matches_at(before.words, before.everywhere, stripped)
    if before.pattern is not None:
        return find_pattern(text, before.words, before.pattern, stripped)
    return find_matches(text, before.words, stripped)


def matches_at(words: str, spans: Sequence[Span], stripped: Sequence[Segment] = ()) -> Matches:
    """The matches of a typed pattern: those of its `spans` that are outside the `stripped` segments."""
    seen = tuple(span for span in spans if not _inside(span, stripped))
    return Matches(words, seen, hidden=len(spans) - len(seen), everywhere=tuple(spans))


def without_accents(text: str) -> str:
    """The text without accents on precomposed letters; of the same length."""
    import unicodedata  # only for what the library has found

    accented = {char for char in set(text) if not char.isascii()}
    plain = {ord(char): unicodedata.normalize("NFD", char)[0] for char in accented}
    return text.translate(plain)


def find_pattern(text: str, words: str, pattern: re.Pattern[str], stripped: Sequence[Segment] = ()) -> Matches:
    """The matches of a pattern for `words` in a text, without regard to accents."""
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
