"""Annotations: every claim about an article, each a span of its text.

Offsets are code points into `Article.text`, half open. All of it is frozen: an annotator returns
new annotations and `AnnotationSet.replace` puts them in place of the old.
"""

from __future__ import annotations

import dataclasses
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple, Protocol, TypeVar

from annotators.kinds import BOILERPLATE_KINDS, KEPT_KINDS, KINDS
from annotators.layer import Layer
from annotators.rows import Chosen, Columnar, Spans, chosen, column

__all__ = [
    "BOILERPLATE_KINDS",
    "ENTITY_LABELS",
    "KEPT_KINDS",
    "KINDS",
    "MARK_KINDS",
    "Annotation",
    "AnnotationSet",
    "BlockLabel",
    "Entity",
    "Layer",
    "Mark",
    "Mention",
    "Note",
    "Run",
    "Span",
    "Spanned",
    "Statement",
    "flatten",
    "in_order",
    "merge",
]

MARK_KINDS: tuple[str, ...] = ("direct", "fragment", "scare", "nested", "title", "nickname")

ENTITY_LABELS: tuple[str, ...] = (
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
    "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "HANDLE", "HASHTAG",
)  # fmt: skip
"""OntoNotes 5 labels and two of our own."""


class Spanned(Protocol):
    """Anything with a start and an end in code points."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Span(NamedTuple):
    """A stretch of the text: `[start, end)` in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One claim about `[start, end)` of the text.

    `score` is how sure the annotator is, 0 to 1, `None` for what is certain by definition;
    `reasons` say in words what decided, most weighty first; they may be a `said.Reasons` instead of a tuple.
    """

    start: int
    end: int
    score: float | None = None
    reasons: Sequence[str] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"an annotation needs 0 <= start < end, not [{self.start}, {self.end})")

    @property
    def span(self) -> Span:
        """Where it is."""
        return Span(self.start, self.end)


AnnotationT = TypeVar("AnnotationT", bound=Annotation)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockLabel(Annotation):
    """What a block is, or (among `AnnotationSet.inline`) what a part of one is: one of `KINDS`, or of `PART_KINDS`."""

    kind: str

    @property
    def boilerplate(self) -> bool:
        """Whether the clean view strips it."""
        return self.kind in BOILERPLATE_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Annotation):
    """One place where an entity is named; `entity` is the id of its `Entity`, if it has one."""

    label: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something named in the article: `name` is the fullest form that the text gives."""

    id: str
    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark(Annotation):
    """One pair of quotation marks, both marks inside the span, and what it is: one of `MARK_KINDS`.

    `closed` is false where the second mark is missing.
    """

    kind: str
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Annotation):
    """One act of reporting: who said what.

    `type` is `direct`, `mixed` or `indirect`; `content` the spans of what was said, quotation
    marks included, none where someone was asked and said nothing; `[start, end)` runs from the
    first to the last of them, or is the cue. `speaker` is the words that name the speaker here
    and `speaker_entity` the `Entity` they stand for. `addressee` and `medium` ("told Reuters",
    "in a tweet") are `None` where not given.
    """

    id: str
    type: str
    content: tuple[Span, ...]
    cue: Span | None = None
    speaker: Span | None = None
    speaker_entity: str | None = None
    addressee: Span | None = None
    medium: Span | None = None

    @property
    def shown(self) -> tuple[Span, ...]:
        """What there is to show: what was said or, of someone who said nothing, the words that say so."""
        return self.content or ((self.cue,) if self.cue else (self.span,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Annotation):
    """A highlight of the reader's own, with or without words; `created` is seconds since the epoch."""

    id: str
    text: str = ""
    created: float = 0.0


@dataclass(frozen=True)
class AnnotationSet:
    """All annotations of one article. Spans of one field are in order of start, then longest first.

    `ready` names the layers whose annotators have run: an empty layer that is ready has nothing
    in it, one that is not may still be on its way. `unavailable` says, by layer, why it will not
    come and what to do about it, or, of one that is ready, why there is little in it. Fields are
    tuples, or `rows.Columnar` where they are large.
    """

    blocks: Sequence[BlockLabel] = ()
    inline: Sequence[BlockLabel] = ()
    mentions: Sequence[Mention] = ()
    entities: Sequence[Entity] = ()
    marks: Sequence[Mark] = ()
    statements: Sequence[Statement] = ()
    notes: Sequence[Note] = ()
    ready: frozenset[Layer] = frozenset()
    unavailable: Mapping[Layer, str] = field(default_factory=dict)

    def replace(self, **fields: Any) -> AnnotationSet:
        """A copy with some fields replaced."""
        return dataclasses.replace(self, **fields)

    def with_layer(self, layer: Layer, **fields: Any) -> AnnotationSet:
        """A copy with some fields replaced and the layer marked ready."""
        return self.replace(ready=self.ready | {layer}, **fields)

    def layer(self, layer: Layer) -> Sequence[Annotation]:
        """What a reader jumps among in a layer.

        Structure gives the boilerplate blocks and inline labels, not every paragraph. Quotes
        gives the statements and those marks that are in none of them.
        """
        match layer:
            case Layer.ENTITIES:
                return self.mentions
            case Layer.QUOTES:
                return self._quotes
            case Layer.STRUCTURE:
                return self._structure
            case Layer.NOTES:
                return self.notes

    @cached_property
    def _quotes(self) -> Sequence[Annotation]:
        return _joined(self.statements, self.free_marks)

    @cached_property
    def _structure(self) -> Sequence[Annotation]:
        return _joined(self.boilerplate, self.inline)

    @cached_property
    def boilerplate(self) -> Sequence[BlockLabel]:
        """The blocks that are of a kind that may be stripped."""
        kinds = enumerate(column(self.blocks, "kind"))
        return chosen(self.blocks, (position for position, kind in kinds if kind in BOILERPLATE_KINDS))

    @cached_property
    def free_marks(self) -> Sequence[Mark]:
        """Marks that are in no statement: scare quotes, titles, nicknames and the like."""
        starts, ends = _merged(_pairs(self.statements, "content"))
        spans = enumerate(zip(column(self.marks, "start"), column(self.marks, "end"), strict=True))
        free = (at for at, (start, end) in spans if not (k := bisect_right(starts, start)) or end > ends[k - 1])
        return chosen(self.marks, free)

    @cached_property
    def entity_by_id(self) -> dict[str, Entity]:
        """The entities by id."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def mentions_of(self) -> dict[str, Sequence[Mention]]:
        """The mentions of each entity, by its id, in text order."""
        found: dict[str, array[int]] = {entity.id: array("I") for entity in self.entities}
        for position, name in enumerate(column(self.mentions, "entity")):
            if name is not None:
                found.setdefault(name, array("I")).append(position)
        return {name: chosen(self.mentions, positions) for name, positions in found.items()}


def _joined(*parts: Sequence[Annotation]) -> Sequence[Annotation]:
    """All of them in order."""
    if not any(isinstance(part, Columnar) for part in parts):
        return in_order(one for part in parts for one in part)
    if sum(map(bool, parts)) < 2:
        return max(parts, key=len)
    edges = chain.from_iterable(zip(column(part, "start"), column(part, "end"), strict=True) for part in parts)
    order = array("Q", (start << 32 | 0xFFFFFFFF - end for start, end in edges))
    return Chosen(parts, sorted(range(len(order)), key=order.__getitem__))


def in_order(annotations: Iterable[AnnotationT]) -> tuple[AnnotationT, ...]:
    """By start, then longest first."""
    return tuple(sorted(annotations, key=lambda one: (one.start, -one.end)))


def merge(spans: Iterable[Spanned]) -> list[Span]:
    """Overlapping and touching spans joined, in order."""
    return list(map(Span, *_merged((one.start, one.end) for one in spans)))


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Where overlapping and touching spans start once they are joined, and where they end; both in order."""
    starts: list[int] = []
    ends: list[int] = []
    reached = -1
    for start, end in sorted(spans):
        if start > reached:
            starts.append(start)
            ends.append(end)
            reached = end
        elif end > reached:
            ends[-1] = reached = end
    return starts, ends


def _pairs(annotations: Sequence[Any], field: str) -> Iterable[tuple[int, int]]:
    """Starts and ends of all spans that such annotations have in a field."""
    values = column(annotations, field)
    if isinstance(values, Spans):  # as numbers, for there may be tens of thousands
        return zip(values.starts, values.ends, strict=True)
    return chain.from_iterable(values)


class Run(NamedTuple):
    """A stretch over which the same spans lie: `over` holds their positions in what was flattened."""

    start: int
    end: int
    over: tuple[int, ...]


def flatten(spans: Sequence[Spanned]) -> Iterator[Run]:
    """Overlapping spans as runs that do not overlap, in order, without loss.

    Every span is the union of the runs whose `over` holds its position in `spans`; stretches that
    no span covers give no run. Takes O(n log n + total size of `over`).
    """
    edges: list[tuple[int, bool, int]] = []
    for position, span in enumerate(spans):
        if span.start < span.end:
            edges.append((span.start, True, position))
            edges.append((span.end, False, position))
    edges.sort()
    live: set[int] = set()
    at = 0
    for offset, opens, position in edges:
        if offset > at and live:
            yield Run(at, offset, tuple(sorted(live)))
        at = offset
        if opens:
            live.add(position)
        else:
            live.discard(position)
