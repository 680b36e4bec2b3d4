"""The columns into which annotations are packed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from annotators.annotation import AnnotationSet, BlockLabel, Entity, Mark, Mention, Span, Statement
from annotators.rows import Column, Growing, Numbers, Plain, Rows, RowsBuilder, Scores, Spans, Words

__all__ = ["LARGE", "PACKED", "builder", "packed", "rows_from"]

LARGE: Final = 1000
"""The least number of annotations of a field that are packed into columns."""

_one: Final = partial(Spans, Span, single=True)
_ALL: Final[dict[str, Callable[[], Growing]]] = {"start": Numbers, "end": Numbers, "score": Scores, "reasons": Words}
_LABELS: Final = BlockLabel, {**_ALL, "kind": Words}
_KINDS: Final[dict[str, tuple[type[Any], dict[str, Callable[[], Growing]]]]] = {
    "blocks": _LABELS,
    "inline": _LABELS,
    "mentions": (Mention, {**_ALL, "label": Words, "entity": Words}),
    "entities": (Entity, {"id": Plain, "name": Plain, "label": Words}),
    "marks": (Mark, {**_ALL, "kind": Words, "closed": Words}),
    "statements": (
        Statement,
        {
            **_ALL,
            "id": Plain,
            "type": Words,
            "content": partial(Spans, Span),
            "cue": _one,
            "speaker": _one,
            "speaker_entity": Words,
            "addressee": _one,
            "medium": _one,
        },
    ),
}

PACKED: Final = tuple(_KINDS)
"""The fields of an `AnnotationSet` that can be columns: all except the reader's own notes."""


def builder(field: str) -> RowsBuilder[Any]:
    """A builder of columns for a field of an `AnnotationSet`."""
    kind, columns = _KINDS[field]
    return RowsBuilder(kind, {name: make() for name, make in columns.items()})


def rows_from(field: str, column: Callable[[str, Column], Column], length: int) -> Rows[Any]:
    """The items of a field from columns; `column` is called with the name and an empty column of the right class."""
    kind, columns = _KINDS[field]
    return Rows(kind, {name: column(name, make()) for name, make in columns.items()}, length)


def packed(annotations: AnnotationSet) -> AnnotationSet:
    """Equal annotations in which fields with at least `LARGE` items are `Rows`."""
    changed: dict[str, Sequence[Any]] = {}
    for field in _KINDS:
        items = getattr(annotations, field)
        if isinstance(items, tuple) and len(items) >= LARGE:
            packing = builder(field)
            packing.add(items)
            changed[field] = packing.rows()
    return annotations.replace(**changed) if changed else annotations
