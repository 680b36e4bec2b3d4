"""The clean article: one function of (article, annotations), shared by the view and the export.

Only whole lines are stripped: a kept line is unchanged to the character, and each fold says what it hides.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from annotators.annotation import BOILERPLATE_KINDS, AnnotationSet, BlockLabel
from annotators.article import Article
from annotators.rows import column
from annotators.text.line_breaks import line_end, line_start, lines, with_line_feeds

__all__ = ["DEFAULT_STRIPPED", "Segment", "clean_segments", "clean_text", "mostly_stripped"]

DEFAULT_STRIPPED: frozenset[str] = frozenset(BOILERPLATE_KINDS)

_MAY_BE_ITS_OWN: Final = frozenset(("ad", "body", "deck", "nav", "other", "promo", "related", "share", "widget"))
"""What sentences of an article may have been taken for."""
_ENOUGH: Final = 100
"""Words kept from which on there is an article."""
_SENTENCE, _SOME = 8, 2
"""Words of a sentence, and the fewest sentences of an article."""
_CLOSING: Final = '"”’“«»)]'


class Segment(NamedTuple):
    """A run of whole lines, kept or stripped.

    `[start, end)` are code points. `kinds` are the kinds of the stripped blocks, the most frequent first, and
    `lines` is the number of lines that are not blank. A kept segment has no kinds and 0 lines.
    """

    start: int
    end: int
    kinds: tuple[str, ...] = ()
    lines: int = 0

    @property
    def kept(self) -> bool:
        """Whether the segment is part of the clean article."""
        return not self.kinds

    @property
    def summary(self) -> str:
        """The line shown in place of a stripped segment: `3 lines stripped: caption, credit`."""
        plural = "" if self.lines == 1 else "s"
        return f"{self.lines} line{plural} stripped: {', '.join(self.kinds)}"


def clean_segments(
    article: Article, annotations: AnnotationSet, stripped: Collection[str] = DEFAULT_STRIPPED
) -> tuple[Segment, ...]:
    """The article cut into kept and stripped segments, which together are its text.

    A line is stripped when every block on it has a kind in `stripped`. Blank lines between two stripped lines are
    stripped with them, and so are those below front matter; all others are kept. Takes time in proportion to the
    number of blocks, not of lines.
    """
    segments: list[Segment] = []
    at = 0
    for fold in _folds(with_line_feeds(article.text), annotations.blocks, stripped):
        if _is_front_matter(article, fold):
            fold = fold._replace(end=_past_blank_lines(article.text, fold.end))
        if at < fold.start:
            segments.append(Segment(at, fold.start))
        segments.append(fold)
        at = fold.end
    if at < len(article.text):
        segments.append(Segment(at, len(article.text)))
    return tuple(segments)


def clean_text(article: Article, annotations: AnnotationSet, stripped: Collection[str] = DEFAULT_STRIPPED) -> str:
    """The text without its stripped lines; blank lines stay, except those below front matter."""
    pieces: list[str] = []
    for segment in clean_segments(article, annotations, stripped):
        text = article.text[segment.start : segment.end]
        if segment.kept:
            pieces.append(text)
        elif not _is_front_matter(article, segment):
            pieces += _blank_lines(text)
    return "".join(pieces)


def mostly_stripped(article: Article, annotations: AnnotationSet, stripped: Collection[str] = DEFAULT_STRIPPED) -> bool:
    """Whether little is kept of an article, and more sentences than that are stripped which may be its own.

    Comments and legal notices are no such sentences. Looks at no more of the text than shows that enough is kept.
    """
    labels = annotations.blocks
    rows = zip(column(labels, "kind"), column(labels, "start"), column(labels, "end"), strict=True)
    kept = lost = lines = 0
    for kind, start, end in rows:
        if kind in stripped and kind not in _MAY_BE_ITS_OWN:
            continue
        said = article.text[start:end].split()
        if kind not in stripped:
            kept += len(said)
            if kept >= _ENOUGH:
                return False
        elif len(said) >= _SENTENCE and said[-1].rstrip(_CLOSING).endswith("."):
            lost += len(said)
            lines += 1
    return lines >= _SOME and lost > kept


def _is_front_matter(article: Article, segment: Segment) -> bool:
    """Whether a stripped segment begins with front matter, which the blank lines below it only set apart."""
    return segment.start == 0 and any(block.tag == "front_matter" for block in article.blocks[:1])


def _past_blank_lines(text: str, at: int) -> int:
    """The start of the first line that is not blank, from the line that starts at `at` on."""
    rest = text[at:]
    return at + (line_start(with_line_feeds(rest), len(rest) - len(rest.lstrip())) if rest.strip() else len(rest))


def _blank_lines(text: str) -> Iterator[str]:
    pieces = (text[start:end] for start, end in lines(with_line_feeds(text)))
    return (line for line in pieces if line.isspace())


def _folds(text: str, labels: Sequence[BlockLabel], stripped: Collection[str]) -> Iterator[Segment]:
    """The stripped segments: runs of stripped blocks, without the lines that they share with a kept block."""
    kinds = list(column(labels, "kind"))
    starts, ends = array("I", column(labels, "start")), array("I", column(labels, "end"))
    position = 0
    while position < len(kinds):
        first = position
        while position < len(kinds) and kinds[position] in stripped:
            position += 1
        if position == first:
            position += 1
            continue
        start = line_start(text, starts[first])
        end = line_end(text, ends[position - 1])
        if first and ends[first - 1] > start:
            start = line_end(text, ends[first - 1])
        if position < len(kinds) and starts[position] < end:
            end = line_start(text, starts[position])
        fold = _fold(text, labels[first:position], start, end)
        if fold is not None:
            yield fold


def _fold(text: str, labels: Sequence[BlockLabel], start: int, end: int) -> Segment | None:
    """The stripped segment of the labelled blocks in the lines from `start` to `end`; `None` if there are none."""
    kinds: Counter[str] = Counter()
    first, last = end, start
    for label in labels:
        inside = max(label.start, start), min(label.end, end)
        if inside[0] < inside[1]:
            kinds[label.kind] += text.count("\n", *inside) + 1
            first, last = min(first, inside[0]), max(last, inside[1])
    if not kinds:
        return None
    start, end = line_start(text, first), line_end(text, last)
    inked = sum(1 for begin, stop in lines(text[start:end]) if not text[start + begin : start + stop].isspace())
    return Segment(start, end, tuple(kind for kind, _ in kinds.most_common()), inked)
