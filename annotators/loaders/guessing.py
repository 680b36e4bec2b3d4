"""Guesses the character set of bytes that do not state it, with charset-normalizer.

This is done only for other scripts than Latin, which are recognised by bytes beyond ASCII that stand side by side. The
character sets of Latin scripts differ in too few letters to be told apart.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

from annotators.text.patterns import compiled_late

__all__ = ["charset_of_language", "guessed_charset", "name_of_charset"]

_ASCII: Final = re.compile(rb"([\0-\x7f])[\0-\x7f]{3,}+")
"""Runs of ASCII; the first byte is kept, because it may be the second half of a letter of two bytes."""
_SEARCHED: Final = 1 << 20
_LOOKED_AT: Final = 1 << 15
_NO_TEXT: Final = bytes(code for code in range(0x20) if code not in b"\t\n\x0b\x0c\r\x1b")
_FEWEST: Final = 12
"""The least number of letters beyond ASCII for a guess."""
_LEAST_DIFFERENT: Final = 5
_SIDE_BY_SIDE: Final = 0.4
_WIDE: Final = frozenset(("utf_16_be", "utf_16_le"))
_IDEOGRAPHS: Final = compiled_late("[\u3001-\u30ff\u4e00-\u9fff]")
_FAMILIES: Final = (("iso8859", "iso_8859"), ("iso2022", "iso_2022"), ("cp", "ibm"))
"""The beginnings of Python's names of families of character sets, and of their usual names."""
_ESCAPES: Final = (b"\x1b$B", b"\x1b$@", b"\x1b$)C")
"""The escape sequences of 7-bit character sets before letters beyond ASCII (RFC 1468, 1557)."""


def guessed_charset(data: bytes) -> str:
    """Python's name of the character set of a text in another script than Latin; empty if none fits. Never UTF-8."""
    if any(escape in data for escape in _ESCAPES):
        return _told(data)
    found = _told(_ASCII.sub(rb"\1 ", data[:_SEARCHED])) if _are_side_by_side(data) else ""
    return found or (_told(data) if _may_be_wide(data) else "")


def _told(text: bytes) -> str:
    from charset_normalizer import from_bytes  # few files need it

    best = from_bytes(text[:_LOOKED_AT]).best()
    if best is None or best.encoding not in _sets():
        return ""
    return best.encoding if best.encoding not in _WIDE or best.coherence or _is_east_asian(str(best)) else ""


def _is_east_asian(text: str) -> bool:
    """Whether most of a text is ideographs and kana; of random bytes, a third would be."""
    return 10 * len(_IDEOGRAPHS.findall(text)) >= 7 * len(text)


def charset_of_language(language: str, data: bytes) -> str:
    """The usual character set of pages in a language (`pl`, `cs-CZ`) that do not state it; empty for most languages.

    Of two similar sets it is that of Windows if the data use bytes that the other one does not define.
    """
    name: str = _table()["languages"].get(language.lower().partition("-")[0], "")
    return "cp1250" if name == "iso8859-2" and re.search(rb"[\x80-\x9f]", data) else name


def name_of_charset(encoding: str) -> str:
    """The usual name of a character set: `Shift_JIS` for Python's `cp932`, `KOI8-R` for `koi8_r`."""
    key = encoding.lower().replace("-", "_")
    known: str = _table()["names"].get(key, "")
    if known:
        return known
    if key.startswith(("cp125", "cp874")):
        return key.replace("cp", "Windows-")
    for python, common in _FAMILIES:
        key = key.replace(python, common)
    return key.replace("_", "-").upper()


def _are_side_by_side(data: bytes) -> bool:
    sample = data[: 4 * _LOOKED_AT]
    beyond = sample.translate(None, bytes(range(0x80)))
    beside = sum(map(len, re.findall(rb"[\x80-\xff]{2,}+", sample)))
    # a row of blanks can be one byte over and over
    return len(beyond) >= _FEWEST and len(set(beyond)) >= _LEAST_DIFFERENT and beside >= _SIDE_BY_SIDE * len(beyond)


def _may_be_wide(data: bytes) -> bool:
    """Whether there are bytes that occur only in text with two bytes a letter."""
    sample = data[:_LOOKED_AT]
    return len(data) % 2 == 0 and 100 * (len(sample) - len(sample.translate(None, _NO_TEXT))) >= len(sample)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("annotators.loaders") / "charsets.toml").read_text(encoding="utf-8"))


@cache
def _sets() -> frozenset[str]:
    return frozenset(_table()["not_latin"])
