"""The prose of a Markdown file: its text, of the same length, with blanks for code and for markup.

Offsets in the prose are valid in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.article import Block
from annotators.loaders.markdown.links import INLINE, without_link_titles
from annotators.text.footnotes import with_references_blanked

__all__ = ["as_prose"]

_EMPHASIS: Final = re.compile(
    r"(?<![\\*])\*{1,3}(?=[^\s*])|(?<=[^\s\\*])\*{1,3}(?!\*)|(?<![\w\\_])_{1,3}(?=[^\s_])|(?<=[^\s\\_])_{1,3}(?![\w_])"
)
_DEFINITION: Final = re.compile(r"(?m)^ {0,3}\[[^\[\]\n^][^\[\]\n]{0,499}+\]:[ \t]{1,9}+\S{1,2048}+[^\n]{0,500}$")
_IMAGE: Final = re.compile(r"!\[([^\[\]]{0,500}+)\]\([^()\n]{0,2048}+\)")


def as_prose(text: str, blocks: Sequence[Block]) -> str:
    """The text of a Markdown file with these blocks, with blanks for everything that is not prose."""
    parts, at = [], 0
    for block in blocks:
        if block.tag == "pre":  # strings in programs are not speech
            parts += [text[at : block.start], _blank(text[block.start : block.end])]
            at = block.end
    prose = with_references_blanked("".join((*parts, text[at:])))
    if "]:" in prose:
        prose = _DEFINITION.sub(lambda found: _blank(found[0]), prose)
    if "![" in prose:
        prose = _IMAGE.sub(lambda found: _kept(found, 1), prose)
    if any(sign in prose for sign in ("](", "][", "`", "<http", "<mailto")):
        prose = without_link_titles(INLINE.sub(_without_markup, prose))
    return _EMPHASIS.sub(lambda found: " " * len(found[0]), prose) if "*" in prose or "_" in prose else prose


def _blank(words: str) -> str:
    return re.sub(r"[^\n]", " ", words)


def _without_markup(found: re.Match[str]) -> str:
    """A match with the words of a link kept and blanks for its address or for code; other brackets are kept."""
    if found["ticks"] or found["auto"]:
        return _blank(found[0])
    if not found["words"] or found.end("words") + 1 == found.end():
        return found[0]
    return _kept(found, "words")


def _kept(found: re.Match[str], group: str | int) -> str:
    """A match with blanks around one of its groups."""
    first, last = (place - found.start() for place in found.span(group))
    return _blank(found[0][:first]) + found[0][first:last] + _blank(found[0][last:])
