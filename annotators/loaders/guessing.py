"""The character set of bytes that do not say it, as charset-normalizer tells it by the words that come out.

It is asked only of text in letters that are not Latin: in text of a script of its own, bytes beyond ASCII stand side by
side, which they do in no language of Latin letters, and sets for those differ by too few letters to be told apart.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

__all__ = ["charset_of_language", "guessed_charset", "name_of_charset"]

_ASCII: Final = re.compile(rb"([\0-\x7f])[\0-\x7f]{3,}+")
"""Markup and Latin words, without the first byte, which may be the second half of a letter of two bytes."""
_SEARCHED: Final = 1 << 20
_LOOKED_AT: Final = 1 << 15
_NO_TEXT: Final = bytes(code for code in range(0x20) if code not in b"\t\n\x0b\x0c\r\x1b")
_FEWEST: Final = 12
"""Letters beyond ASCII from which anything can be told."""
_LEAST_DIFFERENT: Final = 5
_SIDE_BY_SIDE: Final = 0.4
_WIDE: Final = frozenset(("utf_16_be", "utf_16_le"))
_IDEOGRAPHS: Final = re.compile("[\u3001-\u30ff\u4e00-\u9fff]")
_FAMILIES: Final = (("iso8859", "iso_8859"), ("iso2022", "iso_2022"), ("cp", "ibm"))
"""How names that Python gives whole families of character sets begin, and how those that people know do."""
_ESCAPES: Final = (b"\x1b$B", b"\x1b$@", b"\x1b$)C")
"""How text in character sets that are ASCII from end to end says that other letters follow (RFC 1468, 1557)."""


def guessed_charset(data: bytes) -> str:
    """Python's name of the character set of a text in letters that are not Latin; empty where none fits.

    UTF-8 is none of those that are told.
    """
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
    """Whether most of it is ideographs and kana, of which often no language is told; of any bytes, a third would be."""
    return 10 * len(_IDEOGRAPHS.findall(text)) >= 7 * len(text)


def charset_of_language(language: str, data: bytes) -> str:
    """What pages in a language (`pl`, `cs-CZ`) are in where they do not say it; empty for most languages.

    Of two sets that differ in a few letters, it is Windows' own where bytes are used that the other has no letters for.
    """
    name: str = _table()["languages"].get(language.lower().partition("-")[0], "")
    return "cp1250" if name == "iso8859-2" and re.search(rb"[\x80-\x9f]", data) else name


def name_of_charset(encoding: str) -> str:
    """What a character set is called where people meet it: `Shift_JIS` for Python's `cp932`, `KOI8-R` for `koi8_r`."""
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
    """Whether there are bytes as no text has them but of two bytes a letter: half of those are any number at all."""
    sample = data[:_LOOKED_AT]
    return len(data) % 2 == 0 and 100 * (len(sample) - len(sample.translate(None, _NO_TEXT))) >= len(sample)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("annotators.loaders") / "charsets.toml").read_text(encoding="utf-8"))


@cache
def _sets() -> frozenset[str]:
    return frozenset(_table()["not_latin"])
