"""Messages between the interface and the annotator process: four bytes of length, big endian, then JSON.

The text of an article follows its message in pieces with their lengths, because as a JSON string it would be copied
four times before it is sent. So do columns of numbers, as they are in memory; `follow` in the message has their types.
"""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, Final, TypeAlias

__all__ = [
    "LENGTH",
    "Buffer",
    "Message",
    "buffer_from",
    "encode_frame",
    "frames_of",
    "read_frame",
    "text_pieces",
    "write_frame",
]

_PIECE: Final = 1 << 16
"""Characters of a text in one piece."""

LENGTH: Final = struct.Struct(">I")

Message = dict[str, Any]

Buffer: TypeAlias = "array[Any] | str"
"""A column or a part of one: numbers, or the joined text of its strings."""

_TEXT: Final = "s"
"""The type of a buffer of text; that of numbers is the type code of their array."""


def read_frame(stream: BinaryIO) -> Message | None:
    """The next message; `None` at the end of the stream, and for an incomplete message.

    What followed it is added: buffers as `buffers`, a text as that of its document.
    """
    try:
        body = _all_of(stream, LENGTH.unpack(_all_of(stream, LENGTH.size))[0])
        message: Message = json.loads(body)
        if follow := message.pop("follow", ""):
            message["buffers"] = [
                buffer_from(code, _all_of(stream, LENGTH.unpack(_all_of(stream, LENGTH.size))[0])) for code in follow
            ]
        if message.pop("text_follows", False):
            message["document"]["text"] = "".join(_read_pieces(stream))
    except EOFError:
        return None
    return message


def text_pieces(text: str) -> Iterator[bytes]:
    """A text to follow a message with `text_follows`: pieces of UTF-8, each after its length, then a 0."""
    for start in range(0, len(text), _PIECE):
        encoded = text[start : start + _PIECE].encode("utf-8", "surrogatepass")
        yield LENGTH.pack(len(encoded)) + encoded
    yield LENGTH.pack(0)


def _read_pieces(stream: BinaryIO) -> Iterator[str]:
    """The pieces of a text that follows a message; raises `EOFError` if the stream ends before they do."""
    while size := LENGTH.unpack(_all_of(stream, LENGTH.size))[0]:
        yield _all_of(stream, size).decode("utf-8", "surrogatepass")


def _all_of(stream: BinaryIO, size: int) -> bytes:
    read = stream.read(size)
    if len(read) < size:
        raise EOFError("the message is not complete")
    return read


def buffer_from(code: str, data: bytes) -> Buffer:
    """The buffer in these bytes: a text for code `s`, else numbers with that type code of `array`.

    Raises `ValueError` if the bytes are not of that type.
    """
    if code == _TEXT:
        return data.decode("utf-8", "surrogatepass")
    numbers = array(code)
    numbers.frombytes(data)
    return numbers


def frames_of(message: Message, buffers: Sequence[Buffer]) -> Iterator[bytes]:
    """The bytes of a message and of the buffers that follow it, each after its length."""
    follow = "".join(_TEXT if isinstance(buffer, str) else buffer.typecode for buffer in buffers)
    yield encode_frame({**message, "follow": follow} if follow else message)
    for buffer in buffers:
        data = buffer.encode("utf-8", "surrogatepass") if isinstance(buffer, str) else buffer.tobytes()
        yield LENGTH.pack(len(data)) + data


def write_frame(stream: BinaryIO, message: Message) -> None:
    """Write one message and flush it."""
    stream.write(encode_frame(message))
    stream.flush()


def encode_frame(message: Message) -> bytes:
    """One message as the bytes of a frame."""
    body = json.dumps(message, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")
    return LENGTH.pack(len(body)) + body
