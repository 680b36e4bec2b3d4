"""Detects the character set of a page: byte order mark, declaration, else as for plain text."""

from __future__ import annotations

import codecs
import re
from typing import Final

from annotators.loaders.decoding import Decoded, byte_order_mark, decode, decode_as, told_by_letters
from annotators.loaders.errors import LoadError
from annotators.loaders.guessing import charset_of_language

__all__ = ["decode_page"]

_HEAD: Final = 4096
_DECLARED: Final = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']\s*([\w.:-]+)|<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)",
    re.I,
)
_LANGUAGE: Final = re.compile(rb"<html\b[^>]{0,500}?\slang\s*=\s*[\"']?\s*([A-Za-z]{2,3})\b", re.I)
_OF_LATIN: Final = frozenset(("cp1250", "cp1252", "cp1254", "cp1257", "iso8859-15", "iso8859-2"))
_CONTROL: Final = bytes(code for code in range(0x20) if code not in b"\t\n\f\r")
_LOOKED_AT: Final = 1 << 16
_SURE_TAG: Final = re.compile(
    rb"</?(?:html|head|body|div|p|span|a|li|ul|h[1-6]|table|td|tr|article|main|nav)(?=[\s>])", re.I
)
_LEAST_TAGS: Final = 3
_NEVER: Final = frozenset(("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"))
"""Python codecs that no page uses, by their normalised names."""
_READ_AS: Final = {
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "tis-620": "cp874",
    "utf-16": "utf-8",
    "utf-16-be": "utf-8",
    "utf-16-le": "utf-8",
    "utf-32": "utf-8",
    "utf-32-be": "utf-8",
    "utf-32-le": "utf-8",
}
"""Character sets that browsers replace by another, mostly a superset (Encoding Standard), by Python's names."""


def decode_page(data: bytes, name: str, told: str | None = None) -> Decoded:
    """The page as text; raises `LoadError` if the bytes are not text.

    `told` is the character set from the HTTP header and precedes the page's declaration. Bytes that are valid UTF-8
    with non-ASCII characters are decoded as such in any case: they do not occur by chance, and programs that save pages
    often leave an outdated declaration. A Latin character set is ignored if the bytes indicate another script, because
    many servers declare one for all their pages.
    """
    declared = "" if byte_order_mark(data)[1] else _codec(told or "") or _declared(data)
    if declared in _OF_LATIN and not data.isascii() and not _is_utf8(data) and (found := told_by_letters(data)):
        return found
    if not declared and not byte_order_mark(data)[1] and not data.isascii() and not _is_utf8(data):
        declared = _by_language(data)
    if declared in {"", "utf-8"} or _has_many_zeros(data) or _is_utf8(data):
        try:
            return decode(data, name)
        except LoadError:
            bare = data.translate(None, _CONTROL)
            if not _is_marked_up(bare):  # without the bytes between letters of UTF-16 that has lost a byte
                raise
            found = decode_as(bare, "utf-8" if _is_utf8(bare) else "cp1252")
            return Decoded(found.text, found.encoding, ("the page is damaged; what could be read is shown",))
    return decode_as(data, declared)


def _by_language(data: bytes) -> str:
    """The usual character set for the page's declared language, unless its bytes indicate another script."""
    said = _LANGUAGE.search(data, 0, _HEAD)
    if said is None or told_by_letters(data) is not None:
        return ""
    return charset_of_language(said.group(1).decode("ascii"), data)


def _has_many_zeros(data: bytes) -> bool:
    return b"\0" in data and data.count(0) > len(data) // 100


def _is_marked_up(data: bytes) -> bool:
    """Whether tags identify the bytes as a page, even if other bytes look binary."""
    return len(set(_SURE_TAG.findall(data, 0, _LOOKED_AT))) >= _LEAST_TAGS


def _is_utf8(data: bytes) -> bool:
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> str:
    """The Python codec for the page's declared character set; empty if there is none or it is unusable."""
    found = _DECLARED.search(data, 0, _HEAD)
    return _codec((found.group(1) or found.group(2)).decode("ascii", "ignore")) if found else ""


def _codec(label: str) -> str:
    try:
        codec = codecs.lookup(label)
    except (LookupError, ValueError):
        return ""
    name = _READ_AS.get(codec.name, codec.name)
    if not codec._is_text_encoding or name in _NEVER:
        return ""
    return name if _keeps_ascii(name) else ""


def _keeps_ascii(name: str) -> bool:
    """Whether a character set is a superset of ASCII. If not, a page that declares it in ASCII is wrong."""
    try:
        return b"<meta charset>".decode(name) == "<meta charset>"
    except UnicodeError:
        return False
