"""Unpacks the stored annotations of an article, which may be damaged.

This runs before the first paint, so each way of reading imports only what it needs.
"""

from __future__ import annotations

import zlib
from operator import lt
from typing import Any, Final

from annotators.annotation import AnnotationSet
from annotators.rows import column

__all__ = ["DAMAGED", "unpacked", "unpacked_blocks", "unpacked_document"]

DAMAGED: Final = (zlib.error, ValueError, LookupError, TypeError, AttributeError, OverflowError)
"""Exceptions that damaged data raise."""


def unpacked(packed: bytes, characters: int) -> AnnotationSet | None:
    """All annotations of a text with this many code points; `None` if the data are damaged."""
    try:
        found = _annotations(packed)
        return found if _fits(found, characters) else None
    except DAMAGED:
        return None


def _annotations(packed: bytes) -> AnnotationSet:
    from annotators.memory.keeping import annotations_in, is_columns, unpack

    if is_columns(packed):
        return annotations_in(unpack(packed))
    from annotators.memory.packing import packed as packed_in_columns
    from annotators.memory.reviving import annotations_of, parse

    return packed_in_columns(annotations_of(parse(zlib.decompress(packed))))


def unpacked_document(packed: bytes) -> dict[str, Any]:
    """The broadsheet/1 object without its text, which has the places of the blocks. Raises one of `DAMAGED`."""
    from annotators.memory.keeping import document_in, is_columns, unpack

    if is_columns(packed):
        return document_in(unpack(packed))
    import json

    document: dict[str, Any] = json.loads(zlib.decompress(packed))
    return document


def unpacked_blocks(packed: bytes, characters: int) -> AnnotationSet | None:
    """Like `unpacked`, but only the blocks; for JSON of earlier versions in a fraction of the time."""
    import json

    from annotators.document import annotations_from

    try:
        document = json.loads(zlib.decompress(packed))
        found = annotations_from({"blocks": document["blocks"]})
        return found if _fits(found, characters) else None
    except DAMAGED:
        return None


def _fits(found: AnnotationSet, characters: int) -> bool:
    """Whether every annotation lies inside the text."""
    every = (found.blocks, found.inline, found.mentions, found.marks, found.statements, found.notes)
    return all(
        max(column(annotations, "end"), default=0) <= characters
        and all(map(lt, column(annotations, "start"), column(annotations, "end")))
        and min(column(annotations, "start"), default=0) >= 0
        for annotations in every
    )
