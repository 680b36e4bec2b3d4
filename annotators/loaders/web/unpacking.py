"""Decompresses the body of an answer up to a limit.

httpx decompresses each piece completely, once for every name in `Content-Encoding`: half a kilobyte that was compressed
twice becomes two hundred megabytes before its size can be checked. So at most one encoding is accepted, and zlib is
asked for no more bytes than the limit allows.
"""

from __future__ import annotations

import zlib
from typing import Final

from annotators.loaders.web.guarding import Refused

__all__ = ["Unpacker"]

_GZIP: Final = frozenset({"gzip", "x-gzip"})
_PLAIN: Final = frozenset({"", "identity"})
_GZIP_BEGINS: Final = b"\x1f\x8b"
_GZIP_BITS, _ZLIB_BITS, _BARE_BITS = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS


class Unpacker:
    """Takes a body as it was sent, in pieces of any size, and decompresses it to at most `size` bytes.

    The constructor raises `Refused` for a `Content-Encoding` that was not asked for; `feed` does for a body that is too
    large or not in its encoding.
    """

    def __init__(self, encoding: str, size: int) -> None:
        name = encoding.strip().lower()
        if name not in _PLAIN and name not in _GZIP and name != "deflate":
            raise Refused("is compressed in a way that broadsheet cannot read")
        self._size = size
        self._body = bytearray()
        self._is_gzip = name in _GZIP
        self._bare_may_be = name == "deflate"
        self._inflating = None if name in _PLAIN else zlib.decompressobj(_GZIP_BITS if self._is_gzip else _ZLIB_BITS)

    @property
    def body(self) -> bytes:
        """The decompressed bytes so far."""
        return bytes(self._body)

    def feed(self, piece: bytes) -> None:
        """The next piece of the body, as it was sent."""
        room = self._size + 1 - len(self._body)
        self._body += piece if self._inflating is None else self._inflated(piece, room)
        if len(self._body) > self._size:
            raise Refused(f"is larger than {self._size >> 20} MB")

    def close(self) -> None:
        """End the body; raises `Refused` if the compressed data are incomplete."""
        if self._inflating is not None and self._body and not self._inflating.eof:
            raise Refused("broke off before its end")

    def _inflated(self, piece: bytes, room: int) -> bytes:
        """A decompressed piece, at most as long as there is room; gzip may have several members (RFC 1952, 2.2)."""
        assert self._inflating is not None
        found = bytearray()
        while piece and len(found) < room:
            if self._inflating.eof:
                if not self._is_gzip or not piece.startswith(_GZIP_BEGINS[: len(piece)]):
                    break  # what some servers pad the end with
                self._inflating = zlib.decompressobj(_GZIP_BITS)
            try:
                found += self._inflating.decompress(piece, room - len(found))
                piece = self._inflating.unused_data
            except zlib.error as error:
                if not self._bare_may_be or self._body:
                    raise Refused("is damaged: its compressed data cannot be unpacked") from error
                # Some servers send what zlib packs without zlib's own first two bytes, and call that deflate, too.
                self._bare_may_be, self._inflating = False, zlib.decompressobj(_BARE_BITS)
        return bytes(found)
