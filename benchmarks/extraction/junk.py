"""What stripping lines of an extracted text does: junk lines found, words of the story lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from training.boilerplate.cleaned.story_lines import RUN, WORD, Line

__all__ = ["Tally", "kept_offsets", "runs_gone", "tally"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over lines: junk that was stripped, junk at all, lines stripped; and over words of the story.

    Those words are `lost` that are not kept as the story's, and `hidden` that are boilerplate.
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
        """Percent of the lines stripped that are junk."""
        return 100 * self.hits / self.stripped if self.stripped else 0.0

    @property
    def recall(self) -> float:
        """Percent of the junk lines that are stripped."""
        return 100 * self.hits / self.junk if self.junk else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.stripped + self.junk
        return 200 * self.hits / both if both else 0.0

    def percent(self, words: int) -> float:
        """A number of words in percent of those of the story in the text given."""
        return 100 * words / self.story if self.story else 0.0


def runs_gone(text: str, kept: bytearray, body: str) -> tuple[int, int]:
    """How many runs of four words of the body the text has, and how many of these what is kept of it has no more.

    A caption that says words of the story again is a line of the story by `story_lines`, and nothing is gone with it.
    """
    words = [(match.group().lower(), match.start()) for match in WORD.finditer(text)]
    given = _runs(word for word, _ in words) & _runs(match.group().lower() for match in WORD.finditer(body))
    left = _runs(word for word, start in words if kept[start])
    return given.total(), (given - left).total()


def _runs(words: Iterable[str]) -> Counter[tuple[str, ...]]:
    said = list(words)
    return Counter(tuple(said[at : at + RUN]) for at in range(len(said) - RUN + 1))


def kept_offsets(document: Mapping[str, Any], kinds: Iterable[str] | None = None) -> bytearray:
    """A 1 for each character of the document's text that is in a block of these kinds and not cut out of it.

    Without kinds, of any that is no boilerplate.
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


def tally(lines: Iterable[Line], kept: bytearray, clean: bytearray) -> Tally:
    """What keeping these characters makes of the lines; `clean` are those that are no boilerplate.

    A line is stripped when less than half of it is kept.
    """
    total = Tally()
    for line in lines:
        stripped = 2 * kept.count(1, line.start, line.end) < line.end - line.start
        lost = sum(not kept[start] for start in line.story)
        hidden = sum(not clean[start] for start in line.story)
        total += Tally(int(stripped and line.junk), int(line.junk), int(stripped), 1, lost, hidden, len(line.story))
    return total
