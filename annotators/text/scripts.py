"""A quick test for scripts of East and South-East Asia.

Patterns that match their letters are made of sets of thousands of characters, which take some milliseconds to compile:
as long as the reader takes to show a short article. Texts in other scripts need none of them.
"""

from __future__ import annotations

__all__ = ["may_be_asian"]


def may_be_asian(text: str) -> bool:
    """Whether a text has a character from U+0E00 on that is not among the signs and symbols of U+1160 to U+2E7F."""
    return not text.isascii() and any("\u0e00" <= char < "\u1160" or char >= "\u2e80" for char in set(text))
