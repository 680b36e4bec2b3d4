"""In text without a page's frame, short lines inside the article are boilerplate only if their own words say so.

Extractors leave captions and titles of other articles there. What looks like a menu, a button or a ticker because it is
short is a heading, a list item or a table row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.lines.page import Page
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["with_short_lines_kept"]

_TAKEN: Final = frozenset(("ad", "footer", "nav", "share", "widget"))
"""Kinds to reconsider. Of such lines, 1 of 13 in extracted news and 263 of 450 in extracts of other pages were article
text; `_OF_A_PAGE` covers the other twelve."""
_LONGEST: Final = 14
_OF_A_PAGE: Final = compiled_late(
    r"\b(?:browser|clipboard|download|html5|javascript|playlist|slideshow|video)\b|\bview \d"
    r"|\bcheck (?:latest )?price|^\d+ min",
    re.I,
)
"""Words of buttons and media players that the lexicon does not have."""
_ASKED: Final = frozenset(("promo", "related"))
_FEWEST: Final = 4
_KEPT: Final = frozenset(("body", "headline", "note", "subhead"))
_SURE: Final = 0.6
_REASON: Final = "stands amid the story, and no word tells what else it is"


def with_short_lines_kept(page: Page, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with short lines inside the article relabelled `body` if no word in them says otherwise.

    Only for text without any line of a page's frame.
    """
    story = [number for number, label in enumerate(labels) if label.kind in ("body", "headline")]
    if page.telling is None or page.frame or not story:
        return tuple(labels)
    settled = list(labels)
    for number in range(story[0] + 1, story[-1]):
        label = labels[number]
        if label.kind in _ASKED and _is_question(page, labels, number):
            settled[number] = relabelled(label, "subhead", _SURE, "is a question between two lines of the story")
        if label.kind not in _TAKEN or page.sizes[number] > _LONGEST or page.telling[number]:
            continue
        if _OF_A_PAGE.search(page.texts[number]) is None:
            settled[number] = relabelled(label, "body", _SURE, _REASON)
    return tuple(settled)


def _is_question(page: Page, labels: Sequence[BlockLabel], number: int) -> bool:
    """Whether a line is a single question between two kept lines, as in an interview; links come in rows."""
    said = page.texts[number]
    alone = labels[number - 1].kind in _KEPT and labels[number + 1].kind in _KEPT
    told = page.telling is None or page.telling[number]
    return alone and not told and said.endswith("?") and _FEWEST <= said.count(" ") < _LONGEST
