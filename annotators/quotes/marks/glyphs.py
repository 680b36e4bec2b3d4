"""The characters that open and close quotations, and those that only look like it."""

from __future__ import annotations

import re
from typing import Final

__all__ = [
    "APOSTROPHES",
    "CLOSING_DOUBLE",
    "CORNERS",
    "OPENING_DOUBLE",
    "OPENING_SINGLE",
    "SINGLE",
    "is_apostrophe",
    "is_inches",
]

OPENING_DOUBLE: Final = frozenset("“„«‟「『")
CLOSING_DOUBLE: Final = frozenset("”»」』")
CORNERS: Final = {"「": "」", "『": "』"}
"""East Asian marks, which hardly ever have another use."""
OPENING_SINGLE: Final = frozenset("‘‚‹‛`'")
SINGLE: Final = OPENING_SINGLE | frozenset("’›")
APOSTROPHES: Final = frozenset("'’‘")

_CLIPPED = re.compile(
    r"['’‘](?:\d0s|\d\ds?|n['’]|n\b|em|til|till|tis|twas|twere|twould|cause|cos|bout|round|nuff|ol|ere|im|er"
    r"|ud|allo|ello|cept|kay|tude|hood|shroom)(?![\w])",
    re.IGNORECASE,
)
"""Words that begin with an apostrophe: '90s, 'n', 'em, 'tis."""


def is_apostrophe(text: str, at: int) -> bool:
    """Whether the single mark at an offset is an apostrophe: inside a word, or in place of letters left out."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if before.isalnum() and after.isalnum():
        return True
    if _CLIPPED.match(text, at):
        return True
    clipped_end = before in "nN" and at >= 2 and text[at - 2] in APOSTROPHES
    return clipped_end and (at < 3 or text[at - 3].isspace())


def is_inches(text: str, at: int) -> bool:
    """Whether the straight mark at an offset follows a digit, as a sign of measure: 6' 2", a 27" screen."""
    return at > 0 and text[at - 1].isdigit()
