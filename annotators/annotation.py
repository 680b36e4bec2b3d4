"""Annotations: every claim about an article, each a span of its text.

Offsets are code points into `Article.text`, half open. Everything here is frozen: an annotator returns
new annotations, and `AnnotationSet.replace` makes a set that has them in place of the old ones.
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

    `score` is the annotator's confidence, 0 to 1, or `None` for what is certain by definition.
    `reasons` say in words what decided, the weightiest first: a tuple, or `memory.lazy_reasons.Reasons`.
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
        """`[start, end)` of the annotation."""
        return Span(self.start, self.end)


AnnotationT = TypeVar("AnnotationT", bound=Annotation)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockLabel(Annotation):
    """What a block is: one of `KINDS`. In `AnnotationSet.inline`, what a part of a block is: `PART_KINDS` as well."""

    kind: str

    @property
    def boilerplate(self) -> bool:
        """Whether the clean view strips it."""
        return self.kind in BOILERPLATE_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Annotation):
    """One place where something is named; `entity` is the id of the `Entity`, `None` where it is not linked to one."""

    label: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something named in the article; `name` is the fullest form in the text."""

    id: str
    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark(Annotation):
    """One pair of quotation marks and what stands between them; `kind` is one of `MARK_KINDS`.

    The span includes both marks. `closed` is false where the second mark is missing.
    """

    kind: str
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Annotation):
    """One act of reporting: who said what.

    `type` is `direct`, `mixed` or `indirect`. `content` are the spans of what was said, with their quotation
    marks; it is empty where somebody declined to speak. `[start, end)` reaches from the first content span to
    the last, or is the cue where there is none. `speaker` is the span of the words that name the speaker, and
    `speaker_entity` the id of the `Entity` that they refer to. `addressee` and `medium` ("told Reuters",
    "in a tweet") are `None` where they are not given.
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
        """The spans to highlight: the content, or the cue where nothing was said."""
        return self.content or ((self.cue,) if self.cue else (self.span,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Annotation):
    """A highlight that the reader has made, with or without a comment; `created` is in seconds since the epoch."""

    id: str
    text: str = ""
    created: float = 0.0


@dataclass(frozen=True)
class AnnotationSet:
    """All annotations of one article. Each field is in order of start, then longest first.

    `ready` names the layers whose annotators have run: a layer that is empty and ready has no annotations, one
    that is not ready may still get some. `unavailable` gives, by layer, a sentence that says why the layer
    will not come and what to do about it, or why a layer that is ready is incomplete. Fields are tuples, or
    `rows.Columnar` where they are large.
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
        """The annotations of a layer that the reader's keys step through.

        For structure these are boilerplate blocks and inline labels, not every paragraph; for quotes, the
        statements and those marks that are outside all of them.
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
        """The blocks whose kind is one of `BOILERPLATE_KINDS`."""
        kinds = enumerate(column(self.blocks, "kind"))
        return chosen(self.blocks, (position for position, kind in kinds if kind in BOILERPLATE_KINDS))

    @cached_property
    def free_marks(self) -> Sequence[Mark]:
        """Marks that lie in the content of no statement: scare quotes, titles, nicknames and the like."""
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
    """The items of several sequences as one sequence, in order of start, then longest first."""
    if not any(isinstance(part, Columnar) for part in parts):
        return in_order(one for part in parts for one in part)
    if sum(map(bool, parts)) < 2:
        return max(parts, key=len)
    edges = chain.from_iterable(zip(column(part, "start"), column(part, "end"), strict=True) for part in parts)
    order = array("Q", (start << 32 | 0xFFFFFFFF - end for start, end in edges))
    return Chosen(parts, sorted(range(len(order)), key=order.__getitem__))


def in_order(annotations: Iterable[AnnotationT]) -> tuple[AnnotationT, ...]:
    """The annotations in order of start, then longest first."""
    return tuple(sorted(annotations, key=lambda one: (one.start, -one.end)))


def merge(spans: Iterable[Spanned]) -> list[Span]:
    """The spans in order, with those that overlap or touch joined."""
    return list(map(Span, *_merged((one.start, one.end) for one in spans)))


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """The starts and the ends of the spans in order, once those that overlap or touch are joined."""
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
    """The start and end of every span in one field of the annotations."""
    values = column(annotations, field)
    if isinstance(values, Spans):  # as numbers, for there may be tens of thousands
        return zip(values.starts, values.ends, strict=True)
    return chain.from_iterable(values)


class Run(NamedTuple):
    """A stretch of text covered by the same spans throughout; `over` are their positions in the flattened sequence."""

    start: int
    end: int
    over: tuple[int, ...]


def flatten(spans: Sequence[Spanned]) -> Iterator[Run]:
    """Overlapping spans as runs that do not overlap, in order, without loss.

    Every span is the union of the runs whose `over` holds its position in `spans`. There is no run where no
    span lies. Takes O(n log n + total size of `over`).
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
