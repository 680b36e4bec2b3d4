"""Makes paragraphs of spaCy tokens from a corpus's sentences: labels mapped, unmarked names masked."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from training.encoder.corpora.detokenise import blanks_after
from training.encoder.corpora.paragraphs import OTHER, UNKNOWN, Paragraph, Sentence, Source

__all__ = ["paragraphs", "tags_of_text"]

Marks = list[tuple[int, int, str]]
_GAPS = {"capitals": UNKNOWN, "kinds": OTHER}


@dataclass
class _Chunk:
    """A text with its spans `(start, end, label)` in code points.

    `unknown` are spans without a reliable label, with the tag `UNKNOWN` or `OTHER`.
    """

    text: str = ""
    spans: Marks = field(default_factory=list)
    unknown: Marks = field(default_factory=list)


def paragraphs(source: Source, peoples: frozenset[str], nlp: Any, seed: int) -> Iterator[Paragraph]:
    """The source cut into chunks of neighbouring sentences, tokenised by spaCy."""
    chance = random.Random(f"{seed} {source.name}")
    for document in source.documents:
        at = 0
        while at < len(document):
            size = chance.choice(source.sizes)
            chunk = _Chunk()
            for sentence in document[at : at + size]:
                _add(chunk, sentence, source, peoples)
            at += size
            if chunk.text:
                yield tags_of_text(nlp, chunk.text, chunk.spans, chunk.unknown)


def _add(chunk: _Chunk, sentence: Sentence, source: Source, peoples: frozenset[str]) -> None:
    starts: list[int] = []
    for word, blank in zip(sentence.words, blanks_after(sentence.words, hyphens_join=source.hyphens_join), strict=True):
        starts.append(len(chunk.text))
        chunk.text += word + " " * blank
    covered = [False] * len(starts)
    for first, last, label in sentence.spans:
        reading = source.mapper(label, sentence.words[first:last])
        first += reading.skip
        if reading.label is None or first >= last:
            continue
        covered[first:last] = [True] * (last - first)
        span = (starts[first], starts[last - 1] + len(sentence.words[last - 1]))
        if reading.label in (UNKNOWN, OTHER):
            chunk.unknown.append((*span, reading.label))
        else:
            chunk.spans.append((*span, reading.label))
    if source.masks:
        _mask(chunk, sentence.words, starts, covered, source.masks, peoples)


def _mask(
    chunk: _Chunk, words: Sequence[str], starts: Sequence[int], covered: Sequence[bool], masks: str,
    peoples: frozenset[str],
) -> None:  # fmt: skip
    shouting = sum(word.isupper() for word in words) > len(words) * 0.5
    for position, word in enumerate(words):
        if covered[position]:
            continue
        span = (starts[position], starts[position] + len(word))
        if word in peoples:
            chunk.spans.append((*span, "NORP"))
        elif masks in _GAPS and position and word[:1].isupper() and not (_is_shouted(word) and shouting):
            chunk.unknown.append((*span, _GAPS[masks]))


def _is_shouted(word: str) -> bool:
    return word.isupper() and len(word) > 1


def tags_of_text(
    nlp: Any, text: str, spans: Iterable[tuple[int, int, str]], unknown: Iterable[tuple[int, int, str]]
) -> Paragraph:
    """A text as spaCy tokens with one tag each; of overlapping spans the longest counts.

    `unknown` are spans `(start, end, UNKNOWN or OTHER)`, which count where no other span does.
    """
    marks: list[Any] = [None] * (len(text) + 1)
    for start, end, tag in unknown:
        marks[start:end] = [tag] * (end - start)
    taken: set[int] = set()
    for start, end, label in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            marks[start:end] = [(start, label)] * (end - start)
    doc = nlp.make_doc(text)
    tags: list[str] = []
    before = None
    for token in doc:
        inside = marks[token.idx : token.idx + len(token)]
        mark = next((one for one in inside if isinstance(one, tuple)), None)
        if mark:
            tags.append(("I-" if mark == before else "B-") + mark[1])
        else:
            tags.append(next((tag for tag in (UNKNOWN, OTHER) if tag in inside), "O"))
        before = mark
    return Paragraph([token.text for token in doc], [bool(token.whitespace_) for token in doc], tags)
