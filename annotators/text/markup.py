"""Words of an article as they are shown in lists and exports: without the markup of Markdown's links and footnotes."""

from __future__ import annotations

import re
from typing import Final

from annotators.text.footnotes import without_references

__all__ = ["without_markup"]

_ADDRESS: Final = r"\([^()\s]{0,2048}+(?:\s+[\"'][^\"'\n]{0,500}[\"'])?\)"
_LINK: Final = re.compile(rf"!?\[([^\[\]]{{1,1000}}+)\](?:{_ADDRESS}|\[[^\[\]\n]{{0,500}}+\])")


def without_markup(words: str) -> str:
    """Words with links as their words and without references to footnotes; other brackets stay."""
    if "[" not in words:
        return words
    return _LINK.sub(r"\1", without_references(words))
