"""A page's HTML as the text lines that were labelled: one line per block, blank lines around paragraphs."""

from __future__ import annotations

import re
from typing import Any

from lxml import html

__all__ = ["page_lines"]

_DROPPED = frozenset(
    "script style noscript svg button select template iframe head figure label textarea object canvas audio video math"
    .split()
)  # fmt: skip
_PARAGRAPHS = frozenset("p h1 h2 h3 h4".split())
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption footer form h5 h6"
    " header hgroup hr html li main menu nav ol pre section summary table tbody tfoot thead tr ul legend option title"
    .split()
)  # fmt: skip
_CELLS = frozenset(("td", "th"))
_LINE, _PARAGRAPH = "\x01", "\x02"


def page_lines(data: bytes, *, figures: bool) -> list[str]:
    """The lines of a page, with or without the text of its figures."""
    root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    pieces: list[str] = []
    _walk(root, pieces, _DROPPED - {"figure"} if figures else _DROPPED)
    lines: list[str] = []
    gap = 0
    for part in re.split(f"([{_LINE}{_PARAGRAPH}\n])", "".join(pieces)):
        if part in (_LINE, "\n"):
            gap = max(gap, 1)
        elif part == _PARAGRAPH:
            gap = 2
        elif part := re.sub("[ \t]+", " ", part).strip(" \t"):
            if lines and gap == 2:
                lines.append("")
            lines.append(re.sub("[ \t\xa0]+", " ", part).strip())
            gap = 0
    return lines


def _walk(element: Any, pieces: list[str], dropped: frozenset[str]) -> None:
    """Append an element's text and marks for line breaks; a loop, as pages nest deeper than Python recurses."""
    stack: list[tuple[Any, str | None]] = [(element, None)]
    while stack:
        node, closing = stack.pop()
        if closing is not None:
            pieces.append(closing)
            continue
        if isinstance(node, str):
            pieces.append(re.sub(r"[ \t\r\n\f\v]+", " ", node))
            continue
        tag = node.tag.lower() if isinstance(node.tag, str) else ""
        if not tag or tag in dropped:
            continue
        if tag == "br":
            pieces.append("\n")
            continue
        mark = _PARAGRAPH if tag in _PARAGRAPHS else _LINE if tag in _BLOCKS else "\t" if tag in _CELLS else ""
        pieces.append(mark)
        stack.append((None, mark))
        for child in reversed(node):
            if child.tail:
                stack.append((child.tail, None))
            stack.append((child, None))
        if node.text:
            stack.append((node.text, None))
