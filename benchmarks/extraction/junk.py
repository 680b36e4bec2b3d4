"""Counts what stripping lines of an extracted text does: junk lines removed, words of the story lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from training.boilerplate.cleaned.story_lines import RUN, WORD, Line

__all__ = ["Tally", "kept_offsets", "runs_gone", "tally", "with_kinds"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of lines: `hits` (junk that is stripped), `junk`, `stripped`, `lines`; and of words of the story.

    Of these words, `lost` are not kept as the story's, and `hidden` are labelled boilerplate.
    """

    hits: int = 0
    junk: int = 0
    stripped: int = 0
    lines: int = 0
    lost: int = 0
    hidden: int = 0
    story: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.hits + other.hits,
            self.junk + other.junk,
            self.stripped + other.stripped,
            self.lines + other.lines,
            self.lost + other.lost,
            self.hidden + other.hidden,
            self.story + other.story,
        )

    @property
    def precision(self) -> float:
        """The percentage of stripped lines that are junk."""
        return 100 * self.hits / self.stripped if self.stripped else 0.0

    @property
    def recall(self) -> float:
        """The percentage of junk lines that are stripped."""
        return 100 * self.hits / self.junk if self.junk else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.stripped + self.junk
        return 200 * self.hits / both if both else 0.0

    def percent(self, words: int) -> float:
        """A number of words as a percentage of the story's words in the text."""
        return 100 * words / self.story if self.story else 0.0


def runs_gone(text: str, kept: bytearray, body: str) -> tuple[int, int]:
    """The number of runs of four words that text and body share, and how many of these are missing in the kept text.

    A caption that repeats words of the story counts as a line of the story in `story_lines`, but removing it loses no
    run.
    """
    words = [(match.group().lower(), match.start()) for match in WORD.finditer(text)]
    given = _runs(word for word, _ in words) & _runs(match.group().lower() for match in WORD.finditer(body))
    left = _runs(word for word, start in words if kept[start])
    return given.total(), (given - left).total()


def _runs(words: Iterable[str]) -> Counter[tuple[str, ...]]:
    said = list(words)
    return Counter(tuple(said[at : at + RUN]) for at in range(len(said) - RUN + 1))


def kept_offsets(document: Mapping[str, Any], kinds: Iterable[str] | None = None) -> bytearray:
    """A 1 for each character of the document's text that is in a block of these kinds and not cut out, else 0.

    Without `kinds`, blocks of any kind that is not boilerplate count.
    """
    wanted = None if kinds is None else frozenset(kinds)
    kept = bytearray(len(document["text"]))
    for block in document["blocks"]:
        if not block["boilerplate"] and (wanted is None or block["kind"] in wanted):
            kept[block["start"] : block["end"]] = b"\1" * (block["end"] - block["start"])
    for part in document.get("inline", ()):
        if part["boilerplate"]:
            kept[part["start"] : part["end"]] = bytes(part["end"] - part["start"])
    return kept


def with_kinds(document: Mapping[str, Any], kinds: Iterable[str], kept: bytearray) -> bytearray:
    """The marks in `kept`, and a 1 for each character of the document's text in a block of these kinds."""
    wanted, found = frozenset(kinds), bytearray(kept)
    for block in document["blocks"]:
        if block["kind"] in wanted:
            found[block["start"] : block["end"]] = b"\1" * (block["end"] - block["start"])
    return found


def tally(lines: Iterable[Line], kept: bytearray, clean: bytearray) -> Tally:
    """The counts of the lines if these characters are kept; `clean` marks those that are not boilerplate.

    A line is stripped if less than half of it is kept.
    """
    total = Tally()
    for line in lines:
        stripped = 2 * kept.count(1, line.start, line.end) < line.end - line.start
        lost = sum(not kept[start] for start in line.story)
        hidden = sum(not clean[start] for start in line.story)
        total += Tally(int(stripped and line.junk), int(line.junk), int(stripped), 1, lost, hidden, len(line.story))
    return total
