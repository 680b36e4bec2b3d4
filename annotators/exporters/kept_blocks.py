"""The blocks of the clean article, without their stripped lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.cleaning import clean_segments

__all__ = ["KeptBlock", "kept_blocks"]


@dataclass(frozen=True, slots=True)
class KeptBlock:
    """A block of the clean article: its span in code points, its kind, and the element it was made from.

    `number` is that of the numbered item that begins with it, 0 where there is none.
    """

    start: int
    end: int
    kind: str
    tag: str
    number: int = 0

    @property
    def is_item(self) -> bool:
        """Whether an item of a list begins with it."""
        return self.kind == "body" and (self.tag == "li" or self.number > 0)


def kept_blocks(article: Article, annotations: AnnotationSet, stripped: Collection[str]) -> Iterator[KeptBlock]:
    """The blocks in order; without labels every block is body."""
    origins = {block.start: (block.tag, block.number) for block in article.blocks}
    known = [(label.start, label.end, label.kind) for label in annotations.blocks]
    blocks = known or [(block.start, block.end, "body") for block in article.blocks]
    segments = [segment for segment in clean_segments(article, annotations, stripped) if segment.kept]
    position = 0
    for start, end, kind in blocks:
        while position < len(segments) and segments[position].end <= start:
            position += 1
        if position < len(segments) and segments[position].start < end:
            segment = segments[position]
            yield KeptBlock(max(start, segment.start), min(end, segment.end), kind, *origins.get(start, ("", 0)))
