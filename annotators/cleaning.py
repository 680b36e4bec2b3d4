"""The clean article: one function of (article, annotations) that view and export share.

Only whole lines go: a kept line is unchanged to the character, and what is stripped is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from annotators.annotation import BOILERPLATE_KINDS, AnnotationSet, BlockLabel
from annotators.article import Article

__all__ = ["DEFAULT_STRIPPED", "Segment", "clean_segments", "clean_text"]

DEFAULT_STRIPPED: frozenset[str] = frozenset(BOILERPLATE_KINDS)


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of whole lines that is kept, or stripped and why.

    `[start, end)` are code points. `kinds` holds the kinds of the stripped blocks, most frequent
    first, and `lines` their number of lines that are not blank; both empty for a kept segment.
    """

    start: int
    end: int
    kinds: tuple[str, ...] = ()
    lines: int = 0

    @property
    def kept(self) -> bool:
        """Whether the clean article holds it."""
        return not self.kinds

    @property
    def summary(self) -> str:
        """What a fold says: `3 lines stripped: caption, credit`."""
        plural = "" if self.lines == 1 else "s"
        return f"{self.lines} line{plural} stripped: {', '.join(self.kinds)}"


def clean_segments(
    article: Article, annotations: AnnotationSet, stripped: Collection[str] = DEFAULT_STRIPPED
) -> tuple[Segment, ...]:
    """The article cut into kept and stripped segments, which together are its text.

    A line goes when every block on it has a kind in `stripped`. Blank lines between two stripped
    lines belong to the fold that joins them; all other blank lines are kept. Takes time with the
    number of blocks, not of lines.
    """
    segments: list[Segment] = []
    at = 0
    for fold in _folds(article.text, annotations.blocks, stripped):
        if at < fold.start:
            segments.append(Segment(at, fold.start))
        segments.append(fold)
        at = fold.end
    if at < len(article.text):
        segments.append(Segment(at, len(article.text)))
    return tuple(segments)


def clean_text(article: Article, annotations: AnnotationSet, stripped: Collection[str] = DEFAULT_STRIPPED) -> str:
    """The article without exactly its stripped lines; blank lines stay where they are."""
    pieces: list[str] = []
    for segment in clean_segments(article, annotations, stripped):
        text = article.text[segment.start : segment.end]
        pieces += [text] if segment.kept else [line for line in _lines(text) if line.isspace()]
    return "".join(pieces)


def _folds(text: str, labels: Sequence[BlockLabel], stripped: Collection[str]) -> Iterator[Segment]:
    """The stripped segments: runs of stripped blocks, but for lines they share with a kept one."""
    position = 0
    while position < len(labels):
        first = position
        while position < len(labels) and labels[position].kind in stripped:
            position += 1
        if position == first:
            position += 1
            continue
        start = text.rfind("\n", 0, labels[first].start) + 1
        end = _line_end(text, labels[position - 1].end)
        if first and labels[first - 1].end > start:
            start = _line_end(text, labels[first - 1].end)
        if position < len(labels) and labels[position].start < end:
            end = text.rfind("\n", 0, labels[position].start) + 1
        fold = _fold(text, labels[first:position], start, end)
        if fold is not None:
            yield fold


def _fold(text: str, labels: Sequence[BlockLabel], start: int, end: int) -> Segment | None:
    """The fold of what of some blocks lies in whole lines from `start` to `end`, if there is any."""
    kinds: Counter[str] = Counter()
    first, last = end, start
    for label in labels:
        inside = max(label.start, start), min(label.end, end)
        if inside[0] < inside[1]:
            kinds[label.kind] += text.count("\n", *inside) + 1
            first, last = min(first, inside[0]), max(last, inside[1])
    if not kinds:
        return None
    start, end = text.rfind("\n", 0, first) + 1, _line_end(text, last)
    lines = sum(1 for line in _lines(text[start:end]) if not line.isspace())
    return Segment(start, end, tuple(kind for kind, _ in kinds.most_common()), lines)


def _line_end(text: str, offset: int) -> int:
    """Where the line ends that holds the character before `offset`, its line break included."""
    found = text.find("\n", offset - 1)
    return len(text) if found < 0 else found + 1


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their breaks, which are line feeds alone: `str.splitlines` knows ten more."""
    start = 0
    while start < len(text):
        end = _line_end(text, start + 1)
        yield text[start:end]
        start = end
