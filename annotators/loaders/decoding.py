"""Decodes bytes: UTF-8, UTF-16, UTF-32, a character set guessed from the letters, else Windows-1252.

No newline is translated and no character folded; only a byte order mark at the start is left out.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from annotators.loaders.errors import LoadError

__all__ = ["Decoded", "byte_order_mark", "decode", "decode_as", "told_by_letters"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its first two bytes are the same
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WHITE = b"\t\n\x0b\x0c\r\x1b"
_CONTROL = bytes(code for code in range(0x20) if code not in _WHITE)
_FOREIGN = frozenset((b"%", b"{", b"\xd0", b"P", b"\x1f", b"B", b"\xfd", b"\x89", b"\xff", b"G"))
"""The first bytes of the file formats in `foreign`."""
_BEYOND = bytes(range(0x80, 0x100))
_SAMPLE = 1 << 16
_COUNTED = 1 << 15
"""The most bytes of which all are counted; of a larger file every `_STEP`th is."""
_STEP = 17


class Decoded(NamedTuple):
    """A text, the name of its character set, and notices for the reader about how it was decoded."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file; raises `LoadError` with `name` if the bytes are not text."""
    if data[:1] in _FOREIGN:
        from annotators.loaders.foreign import refuse_foreign

        refuse_foreign(data, name)
    mark, encoding = byte_order_mark(data)
    if encoding == "utf-8":
        return _utf8(data[len(mark) :], name)
    if encoding:
        return decode_as(data[len(mark) :], encoding)
    wide = _wide_without_mark(data)
    if wide:
        found = decode_as(data, wide)
        return Decoded(found.text, wide, (_not_said(wide), *found.notices))
    return _utf8(data, name)


def byte_order_mark(data: bytes) -> tuple[bytes, str]:
    """The byte order mark at the start of `data` and its character set, or two empty values."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    return b"", ""


def decode_as(data: bytes, encoding: str) -> Decoded:
    """The text in a given character set; invalid bytes become U+FFFD, with a notice.

    Raises `LookupError` for a character set that Python does not know.
    """
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        from annotators.loaders.guessing import name_of_charset

        return Decoded(text, encoding, (f"some bytes are not {name_of_charset(encoding)} and are shown as \ufffd",))


def _utf8(data: bytes, name: str) -> Decoded:
    controls = _count(data, _CONTROL)
    nuls = data.count(0) if b"\0" in data else 0
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        if _is_mostly_other(data) and (found := told_by_letters(data)):
            return found
        if nuls * 100 > len(data) or controls * 50 > len(data):
            raise _binary(name) from None
        text = data.decode("utf-8", "broadsheet-cp1252")
        return Decoded(text, "cp1252", ("some bytes are not UTF-8 and were read as Windows-1252",))
    refused = nuls > max(3, len(data) // 10) or controls > max(64, len(data) // 3)
    if (refused or (b"\x1b" in data and b"\x1b$" in data)) and (found := told_by_letters(data)):
        return found
    if refused:
        raise _binary(name)
    return Decoded(text, "utf-8")


def told_by_letters(data: bytes) -> Decoded | None:
    """The text in a character set guessed from its letters, with a notice; `None` if none can be guessed."""
    from annotators.loaders.guessing import guessed_charset  # few files need it

    encoding = guessed_charset(data)
    if not encoding:
        return None
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, (_not_said(encoding),))


def _not_said(encoding: str) -> str:
    from annotators.loaders.guessing import name_of_charset

    return f"read as {name_of_charset(encoding)}, which the file does not say"


def _is_mostly_other(data: bytes) -> bool:
    """Whether most bytes beyond ASCII are not valid UTF-8; a few of another set are pasted from elsewhere."""
    sample = data[:_SAMPLE]
    beyond = len(sample) - len(sample.translate(None, _BEYOND))
    kept = sample.decode("utf-8", "ignore").encode()
    return 2 * (len(kept) - len(kept.translate(None, _BEYOND))) < beyond


def _binary(name: str) -> LoadError:
    return LoadError(
        f"{name} is not text (it looks like a binary file)", "give text, Markdown, HTML, a saved page, mail or an .epub"
    )


def _count(data: bytes, wanted: bytes) -> int:
    step = _STEP if len(data) > _COUNTED else 1
    sample = data[::step]
    return step * (len(sample) - len(sample.translate(None, wanted)))


def _wide_without_mark(data: bytes) -> str:
    """UTF-16 without a byte order mark, recognised by zeros that are nearly all at odd or all at even places."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2 or b"\0" not in sample:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd * 10 >= half * 4 and even * 20 <= half:
        return "utf-16-le"
    if even * 10 >= half * 4 and odd * 20 <= half:
        return "utf-16-be"
    return ""


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Decode invalid UTF-8 byte by byte as Windows-1252; the five bytes that it does not define keep their code."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    read = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in wrong)
    return read, error.end


codecs.register_error("broadsheet-cp1252", _as_windows)
