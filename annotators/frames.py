"""Messages between the interface and the annotator process: four bytes of length, big endian, then JSON.

The text of an article follows the message that asks about it, in pieces of their own, each with its
length: as a string of JSON it would be there four times over before it is sent.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Final

__all__ = [
    "LENGTH",
    "Message",
    "encode_frame",
    "encoded_pieces",
    "read_frame",
    "read_pieces",
    "text_pieces",
    "write_frame",
]

_PIECE: Final = 1 << 16
"""Characters of a text that are sent at a time."""

LENGTH: Final = struct.Struct(">I")

Message = dict[str, Any]


def read_frame(stream: BinaryIO) -> Message | None:
    """The next message; `None` at the end of the stream, and for a message of which the end is missing."""
    try:
        body = _all_of(stream, LENGTH.unpack(_all_of(stream, LENGTH.size))[0])
        message: Message = json.loads(body)
        if message.pop("text_follows", False):
            message["document"]["text"] = "".join(read_pieces(stream))
    except EOFError:
        return None
    return message


def text_pieces(text: str) -> Iterator[bytes]:
    """A text as it follows a message whose `text_follows` is true."""
    return encoded_pieces(text[start : start + _PIECE] for start in range(0, len(text), _PIECE))


def encoded_pieces(pieces: Iterable[str]) -> Iterator[bytes]:
    """Any pieces of text, none of them empty, as they follow a message."""
    for piece in pieces:
        encoded = piece.encode("utf-8", "surrogatepass")
        yield LENGTH.pack(len(encoded)) + encoded
    yield LENGTH.pack(0)


def read_pieces(stream: BinaryIO) -> Iterator[str]:
    """The pieces of a text that follows a message; raises `EOFError` where whoever sent them ended before they did."""
    while size := LENGTH.unpack(_all_of(stream, LENGTH.size))[0]:
        yield _all_of(stream, size).decode("utf-8", "surrogatepass")


def _all_of(stream: BinaryIO, size: int) -> bytes:
    read = stream.read(size)
    if len(read) < size:
        raise EOFError("the message is not complete")
    return read


def write_frame(stream: BinaryIO, message: Message) -> None:
    """Write one message and flush it."""
    stream.write(encode_frame(message))
    stream.flush()


def encode_frame(message: Message) -> bytes:
    """One message as the bytes of a frame."""
    body = json.dumps(message, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")
    return LENGTH.pack(len(body)) + body
