"""Finds the links of a Markdown file: their words in the text, and their addresses.

Inline content is not parsed, which would take most of the time for a long article; links are found by patterns, which
look at each character a bounded number of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from annotators.article import Block
from annotators.links import Link, LinksBuilder
from annotators.text.patterns import compiled_late

__all__ = ["INLINE", "markdown_links", "without_link_titles"]

_WORDS: Final = r"\[(?P<words>(?:!\[[^\[\]]{0,500}+\]\([^()\s]{0,2048}+\)|\\.|[^\[\]\\]){1,1000}+)\]"
_PLACE: Final = r"(?:<(?P<angled>[^<>\n]{0,2048}+)>|(?P<bare>(?:[^\s()<>]|\([^\s()<>]{0,500}+\)){0,2048}+))"
_TITLE: Final = r"(?:\s{1,9}+(?:\"[^\"]{0,500}+\"|'[^']{0,500}+'|\([^()]{0,500}+\)))?"
_CODE: Final = r"(?<!`)(?P<ticks>`++)[^`]{1,1000}+(?P=ticks)(?!`)"
_AUTO: Final = r"<(?P<auto>(?:https?://|mailto:)[^\s<>]{1,2048}+)>"
_AFTER: Final = rf"(?:\(\s{{0,9}}+{_PLACE}{_TITLE}\s{{0,9}}+\)|\[(?P<name>[^\[\]]{{0,500}}+)\])?"
INLINE: Final = re.compile(rf"\\.|{_CODE}|{_AUTO}|!(?=\[)|(?<!!){_WORDS}{_AFTER}", re.I | re.S)
"""An escape, code, an address or a link, whose words, place or name are groups."""
_CALLED: Final = r"(?P<title>\s{1,9}+(?:\"(?:\\.|[^\"\\]){0,500}+\"|'(?:\\.|[^'\\]){0,500}+'))"
_TITLED: Final = compiled_late(rf"\]\(\s{{0,9}}+{_PLACE}{_CALLED}\s{{0,9}}+\)")
_DEFINED: Final = compiled_late(
    rf"(?m)^ {{0,3}}\[[^\[\]\n]{{1,500}}+\]:\s{{0,9}}+\S{{1,2048}}+{_CALLED}[ \t]{{0,9}}+\r?$"
)
"""The titles of links, in a link and in a link definition."""
_SIGNS: Final = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_NO_PROSE: Final = frozenset(("pre", "html", "hr", "front_matter"))


def markdown_links(
    text: str, blocks: Iterable[Block], references: Mapping[str, Mapping[str, Any]], base: str
) -> Sequence[Link]:
    """The links in the blocks of a text; `references` are its link definitions by name, as markdown-it gives them."""
    builder = LinksBuilder(base)
    for block in blocks:
        if block.tag in _NO_PROSE:
            continue
        for found in INLINE.finditer(text, block.start, block.end):
            if found["auto"]:
                builder.add(*found.span("auto"), found["auto"])
            elif found["words"]:
                builder.add(*found.span("words"), _address(found, references))
    return builder.links()


def without_link_titles(text: str) -> str:
    """The text of a Markdown file with blanks for the titles of its links; of the same length."""
    if "](" not in text and "]:" not in text:
        return text
    for pattern in (_TITLED, _DEFINED):
        text = pattern.sub(_blanked, text)
    return text


def _blanked(found: re.Match[str]) -> str:
    first, last = (place - found.start() for place in found.span("title"))
    return found[0][:first] + " " * (last - first) + found[0][last:]


def _address(found: re.Match[str], references: Mapping[str, Mapping[str, Any]]) -> str:
    """The address of a link as it is written; empty if it has none."""
    if (place := found["angled"] or found["bare"]) is not None:
        return _SIGNS.sub("", place)
    from markdown_it.common.utils import normalizeReference

    name = normalizeReference(found["name"] or found["words"])
    return str(references.get(name, {}).get("href", ""))
