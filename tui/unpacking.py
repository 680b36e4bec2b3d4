"""What was found in an article before, as the library keeps it: packed, and perhaps damaged.

It is asked before the first paint, so what each way of reading needs is imported where it is needed.
"""

from __future__ import annotations

import zlib
from itertools import chain

from annotators.annotation import AnnotationSet

__all__ = ["unpacked", "unpacked_blocks"]


def unpacked(packed: bytes, characters: int) -> AnnotationSet | None:
    """All annotations of a text of so many code points; `None` where they are damaged: that is no cache."""
    from annotators.reviving import annotations_of, parse

    try:
        found = annotations_of(parse(zlib.decompress(packed)))
        return found if _fits(found, characters) else None
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError):
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
    return all(0 <= one.start <= one.end <= characters for one in chain.from_iterable(every))
