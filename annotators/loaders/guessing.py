"""The character set of bytes that do not say it: told by which letters come how often.

In text of a script of its own, bytes beyond ASCII stand side by side, which they do in no language of Latin letters;
read in the right set, the letters of its language that are commonest come as often as they do in any text of it, and
read in a wrong one they do not.
"""

from __future__ import annotations

import codecs
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple
from unicodedata import category

__all__ = ["charset_of_language", "guessed_charset"]

_RUN: Final = re.compile(rb"[\x80-\xff]{2,}+(?:[\x40-\x7e]?[\x80-\xff]++)*+[\x40-\x7e]?")
"""Bytes beyond ASCII, with the halves of double bytes between them that look like ASCII."""
_LOOKED_AT: Final = 1 << 15
_NO_TEXT: Final = bytes(code for code in range(0x20) if code not in b"\t\n\x0b\x0c\r\x1b")
_FEWEST: Final = 12
"""Letters beyond ASCII from which anything can be told."""
_LEAST_DIFFERENT: Final = 5
_SIDE_BY_SIDE: Final = 0.4
_WIDE: Final = ("utf-16-le", "utf-16-be")
_ESCAPED: Final = ((b"\x1b$B", "iso2022_jp_2"), (b"\x1b$@", "iso2022_jp_2"), (b"\x1b$)C", "iso2022_kr"))
"""How text in character sets that are ASCII from end to end says that other letters follow (RFC 1468, 1557)."""
_BEYOND: Final = re.compile("[^\0-\x7f\u00a0\u3000-\u303f\uff00-\uff65]")
"""What is not ASCII, a blank, or a sign of Chinese and Japanese."""
_CONTROL: Final = re.compile("[\0-\x08\x0e-\x1f]")
_OF_WORDS: Final = frozenset("LMN")
"""First letters of the categories (Unicode, 4.5) of letters, marks on them and digits."""


class _Script(NamedTuple):
    codecs: tuple[str, ...]
    common: re.Pattern[str]
    usual: float


def guessed_charset(data: bytes) -> str:
    """Python's name of the character set of a text in letters that are not Latin; empty where none fits.

    UTF-8 is not among those that are tried, nor are those for Latin letters.
    """
    for sign, escaped in _ESCAPED:
        if sign in data:
            return escaped if _can_be(data, escaped) else ""
    tried: list[tuple[float, str]] = []
    if _are_side_by_side(data):
        sample = b"\n".join(_runs(data))
        tried += [(_likeness(sample, name, one), name) for one in _scripts() for name in one.codecs]
    if _may_be_wide(data):
        sample = data[:_LOOKED_AT]
        tried += [(_likeness(sample, name, one), name) for one in _scripts() for name in _WIDE]
    best = max(tried, default=(0.0, ""), key=lambda found: found[0])
    return best[1] if best[0] >= 1 else ""


def charset_of_language(language: str, data: bytes) -> str:
    """What pages in a language (`pl`, `cs-CZ`) are in where they do not say it; empty for most languages.

    Of two sets that differ in a few letters, it is Windows' own where bytes are used that the other has no letters for.
    """
    name: str = _table()["languages"].get(language.lower().partition("-")[0], "")
    return "cp1250" if name == "iso8859-2" and re.search(rb"[\x80-\x9f]", data) else name


def _can_be(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _are_side_by_side(data: bytes) -> bool:
    sample = data[: 4 * _LOOKED_AT]
    beyond = len(sample) - len(sample.translate(None, bytes(range(0x80, 0x100))))
    return beyond >= _FEWEST and sum(map(len, re.findall(rb"[\x80-\xff]{2,}+", sample))) >= _SIDE_BY_SIDE * beyond


def _may_be_wide(data: bytes) -> bool:
    """Whether there are bytes as no text has them but of two bytes a letter: half of those are any number at all."""
    sample = data[:_LOOKED_AT]
    return len(data) % 2 == 0 and 100 * (len(sample) - len(sample.translate(None, _NO_TEXT))) >= len(sample)


def _runs(data: bytes) -> Iterator[bytes]:
    left = _LOOKED_AT
    for found in _RUN.finditer(data):
        yield found.group()
        left -= found.end() - found.start()
        if left < 0:
            return


def _likeness(sample: bytes, name: str, script: _Script) -> float:
    """How often the commonest letters come in bytes read that way, where 1 is as often as they have to."""
    text = codecs.getincrementaldecoder(name)("replace").decode(sample)
    beyond = _BEYOND.findall(text)
    common = script.common.findall(text)
    if len(beyond) < _FEWEST or len(set(common)) < _LEAST_DIFFERENT:  # a row of blanks can be one letter over and over
        return 0.0
    strange = sum(category(letter)[0] not in _OF_WORDS for letter in beyond) + len(_CONTROL.findall(text))
    return (len(common) - strange) / len(beyond) / script.usual


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("annotators.loaders") / "charsets.toml").read_text(encoding="utf-8"))


@cache
def _scripts() -> tuple[_Script, ...]:
    told: list[dict[str, Any]] = _table()["script"]
    return tuple(_Script(tuple(one["codecs"]), re.compile(f"[{one['common']}]"), one["usual"]) for one in told)
