"""What quotation marks are for in Chinese, Japanese and Korean, which have no capitals and few blanks."""

from __future__ import annotations

from typing import Final

from annotators.text.patterns import compiled_late

__all__ = ["east_asian_kind", "is_east_asian"]

_LETTER: Final = compiled_late("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_FIRST: Final = "\u3040"
"""The first of them, which comes after all that English is written with."""
_QUOTED: Final = compiled_late(r"と(?!の|い[うっ]|して)|って|などと|(?:이?라)?(?:고|며|면서)(?![가-힣])")
"""The particles that follow what somebody says."""
_ENDS: Final = frozenset("。！？!?…")
_SHORT: Final = 6
_LONG: Final = 10
"""Signs of a quotation: what is shorter is a word held at a distance, a fragment may be as long."""


def is_east_asian(words: str) -> bool:
    """Whether most of the words in the marks are written in Chinese signs, kana or hangul."""
    return max(words, default="") >= _FIRST and len(_LETTER.findall(words)) * 2 > len(words)


def east_asian_kind(words: str, before: str, after: str) -> str:
    """`direct`, `fragment` or `scare` for what stands in marks, from the text around them."""
    inner = words.strip()
    introduced = before.rstrip()[-1:] in ("：", ":")
    if _ENDS.intersection(inner) or introduced or (len(inner) >= _SHORT and _QUOTED.match(after)):
        return "direct"
    return "fragment" if len(inner) >= _LONG else "scare"
