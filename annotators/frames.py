"""Messages between the interface and the annotator process: four bytes of length, big endian, then JSON."""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO, Final

__all__ = ["LENGTH", "Message", "encode_frame", "read_frame", "write_frame"]

LENGTH: Final = struct.Struct(">I")

Message = dict[str, Any]


def read_frame(stream: BinaryIO) -> Message | None:
    """The next message, `None` at the end of the stream."""
    header = stream.read(LENGTH.size)
    if len(header) < LENGTH.size:
        return None
    body = stream.read(LENGTH.unpack(header)[0])
    message: Message = json.loads(body)
    return message


def write_frame(stream: BinaryIO, message: Message) -> None:
    """Write one message and flush it."""
    stream.write(encode_frame(message))
    stream.flush()


def encode_frame(message: Message) -> bytes:
    """One message as the bytes of a frame."""
    body = json.dumps(message, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")
    return LENGTH.pack(len(body)) + body
