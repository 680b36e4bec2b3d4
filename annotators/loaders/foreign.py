"""Recognises file formats that are not read here, and says what to do instead."""

from __future__ import annotations

from typing import Final

from annotators.loaders.errors import LoadError

__all__ = ["refuse_foreign"]

_KINDS: Final = (
    (b"%PDF-", "a PDF, which is laid out for paper", "read the page it was made from, or make text of it (pdftotext)"),
    (b"{\\rtf", "a document of a word processor (RTF)", "save it as plain text from there"),
    (b"\xd0\xcf\x11\xe0", "a document of a word processor", "save it as plain text from there"),
    (b"PK\x03\x04\x14\x00\x06\x00", "a document of an office program", "save it as plain text from there"),
    (b"PK\x03\x04", "a zip archive", "unpack it and open what is in it"),
    (b"\x1f\x8b", "packed (gzip)", "unpack it (gunzip) and open what was in it"),
    (b"BZh", "packed (bzip2)", "unpack it (bunzip2) and open what was in it"),
    (b"\xfd7zXZ", "packed (xz)", "unpack it (unxz) and open what was in it"),
    (b"\x89PNG", "a picture", "give an article"),
    (b"\xff\xd8\xff", "a picture", "give an article"),
    (b"GIF8", "a picture", "give an article"),
)
"""The first bytes of each format, its name, and what to do."""


def refuse_foreign(data: bytes, name: str) -> None:
    """Raise `LoadError` for a file whose first bytes are those of a format that is not read here."""
    for begins, what, what_to_do in _KINDS:
        if data.startswith(begins) and not (begins.isalnum() and data[:64].isascii() and b"\0" not in data):
            raise LoadError(f"{name} is {what}", what_to_do)
