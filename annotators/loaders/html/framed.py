"""A page in the `srcdoc` of an `iframe`, as in web views of newsletters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Final

from annotators.loaders.html.blocks import PageBlock
from annotators.loaders.html.page import read_page
from annotators.text.patterns import compiled_late

__all__ = ["blocks_of_frame"]

_FRAME: Final = compiled_late(r"<iframe\b[^<>]{0,500}?\bsrcdoc\s{0,9}=\s{0,9}(?:\"([^\"]*+)\"|'([^']*+)')", re.I)
_SIGN: Final = "srcdoc"
_LITTLE: Final = 400
"""Most characters of the outer page. If it has more, the frame is an advertisement."""
_MOST: Final = 20


def blocks_of_frame(text: str, around: Sequence[PageBlock]) -> list[PageBlock]:
    """The blocks of the frame with the most text if the outer page, `around`, has almost none; else an empty list."""
    if _size(around) > _LITTLE or _SIGN not in text.lower():
        return []
    best: list[PageBlock] = []
    for number, frame in enumerate(_FRAME.finditer(text)):
        if number == _MOST:
            break
        blocks = read_page(unescape(frame.group(1) or frame.group(2) or "")).blocks
        if _size(blocks) > max(_LITTLE, _size(best)):
            best = blocks
    return best


def _size(blocks: Sequence[PageBlock]) -> int:
    return sum(len(block.text) for block in blocks)
