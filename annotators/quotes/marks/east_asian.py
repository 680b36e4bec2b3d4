"""What quotation marks are for in Chinese, Japanese and Korean, which have no capitals and few blanks."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["east_asian_kind", "is_east_asian"]

_LETTER: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_QUOTED: Final = re.compile(r"と(?!の|い[うっ]|して)|って|などと|(?:이?라)?(?:고|며|면서)(?![가-힣])")
"""The particles that follow what somebody says."""
_ENDS: Final = frozenset("。！？!?…")
_SHORT: Final = 6
_LONG: Final = 10
"""Signs of a quotation: what is shorter is a word held at a distance, a fragment may be as long."""


def is_east_asian(words: str) -> bool:
    """Whether most of the words in the marks are written in Chinese signs, kana or hangul."""
    return not words.isascii() and len(_LETTER.findall(words)) * 2 > len(words)


def east_asian_kind(words: str, before: str, after: str) -> str:
    """`direct`, `fragment` or `scare` for what stands in marks, from the text around them."""
    inner = words.strip()
    introduced = before.rstrip()[-1:] in ("：", ":")
    if _ENDS.intersection(inner) or introduced or (len(inner) >= _SHORT and _QUOTED.match(after)):
        return "direct"
    return "fragment" if len(inner) >= _LONG else "scare"
