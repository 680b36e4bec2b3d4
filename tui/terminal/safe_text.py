"""Text from an article, made safe for a terminal.

A control character from an article, a title, an address or a file name must never reach the terminal, but should be
visible. `visible` replaces each by one glyph, so that offsets stay valid.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

__all__ = ["is_safe", "one_line", "unsafe", "visible"]

_UNSAFE: Final = (
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks, overrides, isolates
    "\u2028\u2029\ufeff"  # separators that some terminals break at, byte order mark
    "\ud800-\udfff\U000e0000-\U000e007f]"  # lone surrogates, tag characters
)

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_KEPT = "\t\n"


def _glyph(found: re.Match[str]) -> str:
    code = ord(found.group())
    if found.group() in _KEPT:
        return found.group()
    if code < 0x20:
        return chr(0x2400 + code)
    return "\N{SYMBOL FOR DELETE}" if code == 0x7F else _REPLACEMENT


@cache
def unsafe() -> re.Pattern[str]:
    """Every character that may move the cursor, change the terminal's state or hide other text.

    None of them is printable, so most texts are safe without the half millisecond in which this is compiled.
    """
    return re.compile(_UNSAFE)


def is_safe(text: str) -> bool:
    """Whether no character of `text` is unsafe."""
    return text.isprintable() or unsafe().search(text) is None


def visible(text: str) -> str:
    """`text` with every unsafe character but tab and newline shown as a glyph; same length."""
    return text if text.isprintable() else unsafe().sub(_glyph, text)


def one_line(text: str) -> str:
    """`text` for a line of its own: as `visible`, with tabs and newlines as spaces."""
    return visible(text).translate({9: " ", 10: " "})
