"""Tokenization of lines, for features and lexicons."""

from __future__ import annotations

import re

from annotators.text.patterns import compiled_late

__all__ = ["tokens", "without_box", "without_links"]

_TOKEN = re.compile(r"[^\W\d_]++(?:'[^\W\d_]++)*+|\d++|[^\w\s]")
"""Possessive throughout, since backtracking cannot help; this saves a third of the time."""
_PLAIN_TOKEN = re.compile(r"[a-z]++(?:'[a-z]++)*+|[0-9]++|[^\w\s]")
"""The same for ASCII letters only, a third faster."""
_OTHER = re.compile("[^\x00-\x7f\xa0‘“”–—…•·]")
"""Characters that may be letters or digits beyond ASCII."""

_BOX = compiled_late(r"([-*+•]\s+)\[[ xX]\]\s+")
_LINK = compiled_late(r"(?<!!)\[([^\[\]]{1,500}+)\]\([^()\s]{0,2048}+(?:\s\"[^\"]{0,300}+\")?\)")
_ITEM = compiled_late(r"[-*+]\s+(?=\[[^\[\]]{1,500}+\]\([^()]{0,2400}+\)\s*\Z)")
"""The mark of a list item that is a link and nothing else."""


def without_links(text: str) -> str:
    """A line of Markdown with the words of its links alone, as a page shows them, and a link's list mark left out."""
    if "](" not in text:
        return text
    return _LINK.sub(r"\1", _ITEM.sub("", text)).strip() or text


def without_box(text: str) -> str:
    """A task-list item without its check box, because the `x` of `- [x] Buy bread` is not the social network."""
    return _BOX.sub(r"\1", text, count=1) if "[" in text[:6] else text


def tokens(text: str) -> list[str]:
    """Lower-case words, numbers and single punctuation marks, in order."""
    text = text.lower().replace("’", "'")
    return (_PLAIN_TOKEN if text.isascii() or not _OTHER.search(text) else _TOKEN).findall(text)
