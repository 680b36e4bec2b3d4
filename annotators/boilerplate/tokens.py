"""The words of a line, as features and lexicons see them."""

from __future__ import annotations

import re

__all__ = ["tokens"]

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\w\s]")


def tokens(text: str) -> list[str]:
    """Lower-case words, numbers and single punctuation marks, in order."""
    return _TOKEN.findall(text.lower().replace("’", "'"))
