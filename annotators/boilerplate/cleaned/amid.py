"""Amid the story of text without a page's frame a short line is furniture only where its own words tell so.

Extractors leave captions and titles of other stories there. What looks like a menu, a button or a ticker by its
shortness is a heading, an item or a row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.lines.page import Page
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_untold"]

_TAKEN: Final = frozenset(("ad", "footer", "nav", "share", "widget"))
"""Of such lines of extractors' texts of news one of 13 was the story's, and of other pages 263 of 450; what the twelve
say is in `_OF_A_PAGE`."""
_LONGEST: Final = 14
_OF_A_PAGE: Final = re.compile(
    r"\b(?:browser|clipboard|download|html5|javascript|playlist|slideshow|video)\b|\bview \d|^\d+ min", re.I
)
"""What buttons and players say beside the words that the lexicon has."""
_SURE: Final = 0.6
_REASON: Final = "stands amid the story, and no word tells what else it is"


def with_untold(page: Page, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels of a text's lines, with short ones amid the story kept where no word in them tells what else they are.

    Only where nothing at all of a page's frame is left.
    """
    story = [number for number, label in enumerate(labels) if label.kind in ("body", "headline")]
    if page.telling is None or page.frame or not story:
        return tuple(labels)
    settled = list(labels)
    for number in range(story[0] + 1, story[-1]):
        label = labels[number]
        if label.kind not in _TAKEN or page.sizes[number] > _LONGEST or page.telling[number]:
            continue
        if _OF_A_PAGE.search(page.texts[number]) is None:
            settled[number] = relabelled(label, "body", _SURE, _REASON)
    return tuple(settled)
