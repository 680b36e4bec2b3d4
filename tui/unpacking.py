"""What was found in an article before, as the library keeps it: packed, and perhaps damaged.

It is asked before the first paint, so what each way of reading needs is imported where it is needed.
"""

from __future__ import annotations

import zlib

from annotators.annotation import AnnotationSet
from annotators.rows import column

__all__ = ["unpacked", "unpacked_blocks"]


def unpacked(packed: bytes, characters: int) -> AnnotationSet | None:
    """All annotations of a text of so many code points; `None` where they are damaged: that is no cache."""
    from annotators.packing import packed as packed_in_columns
    from annotators.reviving import annotations_of, parse

    try:
        found = packed_in_columns(annotations_of(parse(zlib.decompress(packed))))
        return found if _fits(found, characters) else None
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return None


def unpacked_blocks(packed: bytes, characters: int) -> AnnotationSet | None:
    """As `unpacked`, with the blocks alone, which takes a fraction of the time where there is much."""
    import json

    from annotators.document import annotations_from

    try:
        document = json.loads(zlib.decompress(packed))
        found = annotations_from({"blocks": document["blocks"]})
        return found if _fits(found, characters) else None
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError):
        return None


def _fits(found: AnnotationSet, characters: int) -> bool:
    every = (found.blocks, found.inline, found.mentions, found.marks, found.statements, found.notes)
    return all(
        0 <= start <= end <= characters
        for annotations in every
        for start, end in zip(column(annotations, "start"), column(annotations, "end"), strict=True)
    )
