"""The words of a line, as features and lexicons see them."""

from __future__ import annotations

import re

__all__ = ["tokens", "without_box"]

_TOKEN = re.compile(r"[^\W\d_]++(?:'[^\W\d_]++)*+|\d++|[^\w\s]")
"""Nothing is given back, as nothing could be: that alone takes a third of the time."""
_PLAIN_TOKEN = re.compile(r"[a-z]++(?:'[a-z]++)*+|[0-9]++|[^\w\s]")
"""The same where all letters are ASCII: a third faster."""
_OTHER = re.compile("[^\x00-\x7f\xa0‘“”–—…•·]")
"""What may be a letter or a digit beyond ASCII."""

_BOX = re.compile(r"([-*+•]\s+)\[[ xX]\]\s+")


def without_box(text: str) -> str:
    """An item of a list of tasks without the box before it: `- [x] Buy bread` names no social network."""
    return _BOX.sub(r"\1", text, count=1) if "[" in text[:6] else text


def tokens(text: str) -> list[str]:
    """Lower-case words, numbers and single punctuation marks, in order."""
    text = text.lower().replace("’", "'")
    return (_PLAIN_TOKEN if text.isascii() or not _OTHER.search(text) else _TOKEN).findall(text)
