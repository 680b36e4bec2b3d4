"""Footnotes of Markdown: the references to them in the text, such as `[^1]`, and their definitions, `[^1]: ...`."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["begins_footnote", "with_references_blanked", "without_references"]

_LABEL: Final = r"\[\^[^\[\]\s^]{1,100}+\]"
_REFERENCE: Final = re.compile(rf"(?<!\\){_LABEL}")
_DEFINITION: Final = re.compile(rf" {{0,3}}{_LABEL}:(?=\s)")


def begins_footnote(text: str, start: int) -> bool:
    """Whether the definition of a footnote begins at an offset of the text."""
    return _DEFINITION.match(text, start) is not None


def with_references_blanked(text: str) -> str:
    """The text of a Markdown file with blanks for the references to footnotes; of the same length."""
    if "[^" not in text:
        return text
    return _REFERENCE.sub(lambda found: " " * len(found[0]), text)


def without_references(words: str) -> str:
    """Words of a Markdown file without the references to footnotes in them."""
    return _REFERENCE.sub("", words)
