"""The clean article with one paragraph a line, and its annotations in words below each.

This is for screen readers, and for programs that work line by line: no line is wrapped, and nothing is expressed by
place, colour or signs alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple, TypeVar

from annotators.annotation import AnnotationSet, Layer, Mention, Spanned, Statement
from annotators.article import Article
from annotators.cleaning import DEFAULT_STRIPPED, clean_segments
from annotators.exporters.kept_blocks import KeptBlock, kept_blocks
from annotators.text.hyphens import rejoined
from annotators.text.markup import without_markup
from annotators.wording.labels import LABEL_WORDS, MARK_WORDS
from annotators.wording.statements import read_out

__all__ = ["to_linear"]

SpannedT = TypeVar("SpannedT", bound=Spanned)

_KINDS: Final = {"subhead": "heading", "author_box": "about the author"}
_HASHES: Final = re.compile(r"^#{1,6}\s+|(?<!\s)\s+#+$")
_SAID: Final = {"direct": "Quote", "mixed": "Quote in part", "indirect": "Reported"}


class _Line(NamedTuple):
    """A line at an offset of the text: a paragraph with words about it, or a remark on what is left out there."""

    at: int
    words: str


def to_linear(
    article: Article,
    annotations: AnnotationSet,
    stripped: Collection[str] = DEFAULT_STRIPPED,
    layers: Collection[Layer] = frozenset(Layer),
) -> str:
    """The paragraphs separated by blank lines, each with a line for each of the `layers` that has annotations in it.

    Structure tells the kind of paragraphs other than body text, and where something was left out.
    """
    teller = _Teller(article, annotations, layers)
    blocks = list(kept_blocks(article, annotations, stripped))
    lines = [
        _Line(block.start, "\n".join((teller.paragraph(block), *found)))
        for block, found in zip(blocks, teller.found_in(blocks), strict=True)
    ]
    if Layer.STRUCTURE in layers:
        segments = clean_segments(article, annotations, stripped)
        lines += [_Line(one.start, f"({_spaced(one.summary)})") for one in segments if not one.kept]
    return "\n\n".join(line.words for line in sorted(lines)) + "\n"


class _Teller:
    """Puts the annotations of a paragraph into words; an entity is introduced at its first mention."""

    def __init__(self, article: Article, annotations: AnnotationSet, layers: Collection[Layer]) -> None:
        self._article = article
        self._annotations = annotations
        self._layers = layers
        self._introduced: set[str] = set()

    def paragraph(self, block: KeptBlock) -> str:
        """The text of a block on one line, after its kind."""
        words = self._words(block)
        if self._article.source.media_type == "text/markdown" and block.kind in {"headline", "subhead"}:
            words = _HASHES.sub("", words)
        if block.is_item and block.number:
            words = f"{block.number}. {words}"
        if Layer.STRUCTURE not in self._layers or block.kind == "body":
            return words
        kind = _spaced(_KINDS.get(block.kind, block.kind)).capitalize()
        return words if words.startswith(f"{kind}:") else f"{kind}: {words}"

    def found_in(self, blocks: Sequence[KeptBlock]) -> Iterator[list[str]]:
        """For each block the lines about the annotations that begin in it."""
        known = self._annotations
        quotes = Layer.QUOTES in self._layers
        said = _by_block(known.statements if quotes else (), blocks)
        marks = _by_block(known.free_marks if quotes else (), blocks)
        named = _by_block(known.mentions if Layer.ENTITIES in self._layers else (), blocks)
        notes = _by_block(known.notes if Layer.NOTES in self._layers else (), blocks)
        for block in range(len(blocks)):
            lines = [self._statement(one) for one in said[block]]
            lines += [f"In quotation marks ({MARK_WORDS[one.kind]}): {self._words(one)}" for one in marks[block]]
            if named[block]:
                lines.append("Named: " + "; ".join(self._names(named[block])))
            lines += [
                f"Your note on “{self._words(one)}”: {one.text}" if one.text else f"Your highlight: {self._words(one)}"
                for one in notes[block]
            ]
            yield lines

    def _statement(self, said: Statement) -> str:
        entity = self._annotations.entity_by_id.get(said.speaker_entity or "")
        words = self._words(said.speaker).rstrip(" ,;:") if said.speaker else "nobody named"
        content = without_markup(" … ".join(self._words(span) for span in read_out(self._article.text, said)))
        return f"{_SAID[said.type]}, {entity.name if entity else without_markup(words)}: {content}"

    def _names(self, mentions: Sequence[Mention]) -> Iterator[str]:
        told: set[str] = set()
        for mention in mentions:
            entity = self._annotations.entity_by_id.get(mention.entity or "")
            name = " ".join((entity.name if entity else self._words(mention)).split())
            if name in told:
                continue
            told.add(name)
            key = f"{name}\n{mention.label}"
            yield (
                name if key in self._introduced else f"{name}, {LABEL_WORDS.get(mention.label, mention.label.lower())}"
            )
            self._introduced.add(key)

    def _words(self, span: Spanned) -> str:
        words = self._article.text[span.start : span.end]
        if self._article.source.media_type == "text/plain":
            words = rejoined(words, self._article.text)
        return " ".join(words.split())


def _by_block(spans: Sequence[SpannedT], blocks: Sequence[KeptBlock]) -> list[list[SpannedT]]:
    """For each block the annotations that begin in it, in order; those that begin in none are left out."""
    starts = [block.start for block in blocks]
    found: list[list[SpannedT]] = [[] for _ in blocks]
    for span in spans:
        place = bisect_right(starts, span.start) - 1
        if place >= 0 and span.start < blocks[place].end:
            found[place].append(span)
    return found


def _spaced(words: str) -> str:
    return words.replace("_", " ")
