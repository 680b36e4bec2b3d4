"""Readers' comments on an HTML page that are recognised by a heading, not by the names of elements.

Old pages, and pages made of tables, format comments like the article. Headings are `Comments`, `12 responses to ...`,
`Comments are now closed for this story` and the like.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.article import Article, Block
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["with_announced_comments"]

_SURE: Final = 0.9
_STORY: Final = frozenset(("body", "subhead", "deck", "note"))
_LEAST_STORY: Final = 80
"""Fewest spaces in kept text between headline and heading; closer to the headline such a line is a count of
comments."""
_LONGEST: Final = 160
"""Longest heading, in characters; it may quote the headline."""
_LINKED: Final = 0.5
"""Share of linked characters from which a line leads to comments elsewhere, unless it is a heading."""
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SAYS: Final = compiled_late(
    r"\W*(?:(?:(?:all|latest|our|readers?['’]?s?|recent|users?['’]?|visitors?['’]?|your) )*"
    r"comments(?:\s?\(\d+\)|\s\d+)?"
    r"|\(?\d+\)? (?:(?:reader|user) )?comments?(?: so far)?(?: on this (?:article|entry|post|story))?"
    r"|comments (?:on|for) this (?:article|entry|post|story)"
    r"|comments (?:are |is )?(?:now )?closed(?: (?:for|on) this \w+)?"
    r"|\d+ (?:comments?|replies|responses?|thoughts?) (?:on|to) .+|thanks for your comments\b.{0,60})[^\w–—-]*",
    re.I,
)
_ASKS: Final = compiled_late(
    r"\W*(?:add|leave|make|post|submit|write) (?:a|your) (?:comment|reply|response)(?: comments \(\d+\))?\W*", re.I
)
_BARE: Final = re.compile(r"\W*comments\W*", re.I)
_SIGNED: Final = compiled_late(
    r"\b(?:says|said|wrote|writes)\s*:|\bposted by\b|\bby (?-i:[A-Z]).{1,40}\d|\d[:.]\d\d\b|\bago\b"
    r"|\b(?:reply|report (?:abuse|this))\b"
    r"|\b(?:comment|post) \w+ed\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b",
    re.I,
)
"""The signature of a comment: writer, date, or actions such as replying."""
_SIGNATURE: Final = 100
"""Last characters of a comment, in which a signature is looked for."""
_NEAR: Final = 8
"""Blocks below a bare `Comments` in which a signature must occur; else it may be a subhead of the article."""


def with_announced_comments(article: Article, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels of an HTML article, with kept blocks below such a heading relabelled `comments`.

    Blocks that the page's metadata contains as article text keep their label.
    """
    announced = _announcement(article, labels)
    if announced is None:
        return tuple(labels)
    settled = list(labels)
    for number in range(announced, len(labels)):
        if labels[number].kind in _STORY and article.blocks[number].told != "body":
            settled[number] = relabelled(labels[number], "comments", _SURE, "stands below what announces comments")
    return tuple(settled)


def _announcement(article: Article, labels: Sequence[BlockLabel]) -> int | None:
    """Number of the first line below the article that announces comments; `None` if there is none."""
    text, above = article.text, 0
    headline = next((number for number, label in enumerate(labels) if label.kind == "headline"), -1)
    for number in range(headline + 1, len(labels)):
        block = article.blocks[number]
        if above < _LEAST_STORY:
            if labels[number].kind in _STORY:
                above += text.count(" ", block.start, block.end)
        elif block.end - block.start <= _LONGEST and _announces(text[block.start : block.end], block):
            below = article.blocks[number + 1 : number + 1 + _NEAR]
            if block.tag in _HEADINGS or not _BARE.fullmatch(text, block.start, block.end) or _are_signed(text, below):
                return number
    return None


def _announces(said: str, block: Block) -> bool:
    if not _may_announce(said.lower()):
        return False
    if block.tag in _HEADINGS:
        return _SAYS.fullmatch(said) is not None or _ASKS.fullmatch(said) is not None
    return block.linked < _LINKED * len(said) and _SAYS.fullmatch(said) is not None


def _may_announce(lowered: str) -> bool:
    """Whether a line has a word of the patterns: a quick test, because most lines have none."""
    return "comment" in lowered or "repl" in lowered or "response" in lowered or "thought" in lowered


def _are_signed(text: str, blocks: Sequence[Block]) -> bool:
    ends = ((max(block.start, block.end - _SIGNATURE), block.end) for block in blocks)
    return any(_SIGNED.search(text, start, end) for start, end in ends)
