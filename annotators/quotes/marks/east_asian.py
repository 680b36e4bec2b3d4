"""The kinds of quotation marks in Chinese, Japanese and Korean, which have no capitals and few spaces."""

from __future__ import annotations

from typing import Final

from annotators.text.patterns import compiled_late

__all__ = ["east_asian_kind", "is_east_asian"]

_LETTER: Final = compiled_late("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_FIRST: Final = "\u3040"
"""The lowest of these letters; all characters of English text come before it."""
_QUOTED: Final = compiled_late(r"と(?!の|い[うっ]|して)|って|などと|(?:이?라)?(?:고|며|면서)(?![가-힣])")
"""The particles that follow quoted speech."""
_ENDS: Final = frozenset("。！？!?…")
_SHORT: Final = 6
_LONG: Final = 10
"""Lengths in characters: of speech before a particle, and of a fragment; the rest are scare quotes."""


def is_east_asian(words: str) -> bool:
    """Whether more than half of the text is Chinese characters, kana or hangul."""
    return max(words, default="") >= _FIRST and len(_LETTER.findall(words)) * 2 > len(words)


def east_asian_kind(words: str, before: str, after: str) -> str:
    """The kind of a pair, `direct`, `fragment` or `scare`, from its text and the text around it."""
    inner = words.strip()
    introduced = before.rstrip()[-1:] in ("：", ":")
    if _ENDS.intersection(inner) or introduced or (len(inner) >= _SHORT and _QUOTED.match(after)):
        return "direct"
    return "fragment" if len(inner) >= _LONG else "scare"
