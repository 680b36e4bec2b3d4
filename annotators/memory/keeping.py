"""The library's format of an article's annotations: packed columns, without the text of the article.

Earlier versions packed one JSON object, which begins differently; `is_columns` tells them apart.
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
    """A message with everything to be kept, and the buffers that follow it."""
    layout, buffers = laid_out(annotations)
    return {"order": sys.byteorder, "columns": layout, "document": without_annotations(article, annotations)}, buffers


def pack(message: Message, buffers: list[Buffer]) -> bytes:
    """A message and its buffers compressed by zlib, after a prefix that tells them from JSON."""
    packing = zlib.compressobj(6)
    pieces = [packing.compress(frame) for frame in frames_of(message, buffers)]
    return b"".join([_BEGINS, *pieces, packing.flush()])


def unpack(packed: bytes) -> Message:
    """The packed message; raises `zlib.error` or `ValueError` if it is damaged or has another byte order."""
    message = read_frame(io.BytesIO(zlib.decompress(memoryview(packed)[len(_BEGINS) :])))
    if message is None or message["order"] != sys.byteorder:
        raise ValueError("not all of it is there, or its numbers are another machine's")
    return message


def annotations_in(message: Message) -> AnnotationSet:
    """The annotations in a message; raises `ValueError`, `KeyError` or `TypeError` if columns do not match."""
    told = {key: message["document"][key] for key in ("notes", "layers")}
    fields: dict[str, Any] = dict(taken_up(message["columns"], message["buffers"]))
    return annotations_from(told).replace(**fields)


def document_in(message: Message) -> dict[str, Any]:
    """The broadsheet/1 object in a message, without text and annotations, but with links and the places of blocks."""
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
