"""Rejoins words that a hyphen divides at the end of a hard-wrapped line.

The text of an article keeps the lines of its file. Where paragraphs are shown without them (on a page, or a paragraph a
line), a divided word would read `inter- national`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = ["rejoined"]

_DIVIDED: Final = re.compile(
    r"(?<![^\W_])(?<![^\W\d_]-)([^\W\d_]++(?:-[^\W\d_]++)*+)[-\u2010](\r?\n|\r)[ \t]*([^\W\d_]+)"
)
"""Looked for only where a row of words with hyphens begins, so that a long row is read once."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_SUSPENDED: Final = frozenset("and bis e en et nor o oder og or och ou to und y".split())
"""Words after a hyphen that stands for the rest of a later word: `two- and three-year-olds`."""


def rejoined(shown: str, text: str) -> str:
    """The shown text with words rejoined that a hyphen divides at the end of a line.

    The hyphen is dropped if `text` has the word without it elsewhere and nowhere with it; else it is kept.
    """
    if "-\n" not in shown and "-\r" not in shown and "\u2010" not in shown:
        return shown
    known = _words_of(text)

    def joined(match: re.Match[str]) -> str:
        first, _, second = match.groups()
        if second in _SUSPENDED or not second[0].islower():
            return match.group()
        parted = f"{first}-{second}"
        return first + second if (first + second).casefold() in known and parted.casefold() not in known else parted

    return _DIVIDED.sub(joined, shown)


@lru_cache(maxsize=1)
def _words_of(text: str) -> frozenset[str]:
    """The words of a text, with their hyphens, in lower case; kept, as an export asks for every piece of one text."""
    return frozenset(word.group().casefold().replace("\u2010", "-") for word in _WORD.finditer(text))
