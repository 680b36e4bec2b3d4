"""What was found in an article, packed as columns: how a library keeps it. The text of the article is not in it.

What was packed as one JSON object, by earlier versions, begins otherwise; `is_columns` tells them apart.
"""

from __future__ import annotations

import io
import sys
import zlib
from typing import Any, Final

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.document import annotations_from, with_blocks, without_annotations
from annotators.memory.buffers import laid_out, taken_up
from annotators.memory.frames import Buffer, Message, frames_of, read_frame

__all__ = ["annotations_in", "document_in", "is_columns", "kept", "pack", "unpack"]

_BEGINS: Final = b"\0broadsheet columns 1\n"


def is_columns(packed: object) -> bool:
    """Whether this is what `pack` makes."""
    return isinstance(packed, bytes) and packed.startswith(_BEGINS)


def kept(article: Article, annotations: AnnotationSet) -> tuple[Message, list[Buffer]]:
    """All that is to be kept, as a message and the buffers that follow it."""
    layout, buffers = laid_out(annotations)
    return {"order": sys.byteorder, "columns": layout, "document": without_annotations(article, annotations)}, buffers


def pack(message: Message, buffers: list[Buffer]) -> bytes:
    """What is to be kept, compressed by zlib after what tells it from JSON: of a short article half the bytes."""
    packing = zlib.compressobj(6)
    pieces = [packing.compress(frame) for frame in frames_of(message, buffers)]
    return b"".join([_BEGINS, *pieces, packing.flush()])


def unpack(packed: bytes) -> Message:
    """What was packed; raises `zlib.error` or `ValueError` where it is damaged or from a machine of another kind."""
    message = read_frame(io.BytesIO(zlib.decompress(memoryview(packed)[len(_BEGINS) :])))
    if message is None or message["order"] != sys.byteorder:
        raise ValueError("not all of it is there, or its numbers are another machine's")
    return message


def annotations_in(message: Message) -> AnnotationSet:
    """What was found; raises `ValueError`, `KeyError` or `TypeError` where columns do not fit together."""
    told = {key: message["document"][key] for key in ("notes", "layers")}
    fields: dict[str, Any] = dict(taken_up(message["columns"], message["buffers"]))
    return annotations_from(told).replace(**fields)


def document_in(message: Message) -> dict[str, Any]:
    """The broadsheet/1 object in what `unpack` gives, without text and annotations: links, and where the blocks are."""
    document: dict[str, Any] = message["document"]
    if "origins" not in document:
        return with_blocks(document)
    labels = taken_up(message["columns"], message["buffers"])["blocks"]
    blocks = [
        {"start": start, "end": end} for start, end in zip(labels.values("start"), labels.values("end"), strict=True)
    ]
    for number, origin in document["origins"]:
        blocks[number] |= origin
    return {**document, "blocks": blocks}
