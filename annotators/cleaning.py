"""The clean article: one function of (article, annotations) that view and export share.

Only whole lines go: a kept line is unchanged to the character, and what is stripped is said.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator
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
    lines belong to the fold that joins them; all other blank lines are kept.
    """
    flagged = list(_flag_lines(article, annotations, stripped))
    segments: list[Segment] = []
    position = 0
    while position < len(flagged):
        first = position
        kinds: Counter[str] = Counter()
        lines = 0
        if flagged[position].kinds:
            last = position
            while position < len(flagged) and (flagged[position].kinds or flagged[position].blank):
                if flagged[position].kinds:
                    kinds.update(flagged[position].kinds)
                    lines += 1
                    last = position
                position += 1
            position = last + 1
        else:
            while position < len(flagged) and not flagged[position].kinds:
                position += 1
        start, end = flagged[first].start, flagged[position - 1].end
        segments.append(Segment(start, end, tuple(kind for kind, _ in kinds.most_common()), lines))
    return tuple(segments)


def clean_text(article: Article, annotations: AnnotationSet, stripped: Collection[str] = DEFAULT_STRIPPED) -> str:
    """The article without exactly its stripped lines; blank lines stay where they are."""
    lines = _flag_lines(article, annotations, stripped)
    return "".join(article.text[line.start : line.end] for line in lines if not line.kinds)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    kinds: tuple[str, ...]
    blank: bool


def _flag_lines(article: Article, annotations: AnnotationSet, stripped: Collection[str]) -> Iterator[_Line]:
    labels = annotations.blocks
    ends = [label.end for label in labels]
    for start, end in article.lines():
        on_line: list[BlockLabel] = []
        position = bisect_left(ends, start + 1)
        while position < len(labels) and labels[position].start < end:
            on_line.append(labels[position])
            position += 1
        goes = bool(on_line) and all(label.kind in stripped for label in on_line)
        kinds = tuple(label.kind for label in on_line) if goes else ()
        yield _Line(start, end, kinds, article.text[start:end].isspace())
