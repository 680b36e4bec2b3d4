"""Buttons and ratings on a line of their own: `Jump to recipe`, `★★★★☆ 4.6 from 212 reviews`, `Send flowers`.

A rating without the number of those who gave it may be the critic's, and belongs to the article. What an undertaker's
button says may be advice, so such a line is left out only beside another line that is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["with_buttons"]

_SURE: Final = 0.8
_LONGEST: Final = 60
"""Longest line that is looked at, in characters."""
_JUMP: Final = re.compile(
    r"(?:(?:jump|skip) to (?:the )?(?:recipe|ingredients|comments|reviews)|print (?:this )?recipe)", re.I
)
_RATING: Final = compiled_late(
    r"(?:[★☆⭐✩✭✮]\ufe0f?\s?){1,6}\W{0,3}(?:\d(?:[.,]\d{1,2})?(?:\s?/\s?5| out of 5| stars?)?\W{0,3})?"
    r"(?:(?:from|by|based on)\s)?\d[\d,.]{0,8}\s(?:user |customer |reader )?(?:reviews?|ratings?|votes?)\W?"
    r"|\d[.,]\d{1,2}\s(?:out of 5\s|stars?\s|/\s?5\s)?(?:from|based on)\s\d[\d,.]{0,8}\s"
    r"(?:user |customer |reader )?(?:reviews|ratings)",
    re.I,
)
_FLOWERS: Final = re.compile(r"(?:send|order) (?:sympathy )?flowers|plant (?:a )?trees?|light a candle", re.I)


def with_buttons(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with kept lines that are buttons or the ratings of readers relabelled `widget`."""
    settled = list(labels)
    for number, label in enumerate(labels):
        if label.boilerplate or label.end - label.start > _LONGEST:
            continue
        place = (text, label.start, label.end)
        if _JUMP.fullmatch(*place) or (_FLOWERS.fullmatch(*place) and _is_beside_boilerplate(settled, number)):
            settled[number] = relabelled(label, "widget", _SURE, "is a button")
        elif _RATING.fullmatch(*place):
            settled[number] = relabelled(label, "widget", _SURE, "says how readers have rated it")
    return tuple(settled)


def _is_beside_boilerplate(labels: Sequence[BlockLabel], number: int) -> bool:
    return any(one.boilerplate for one in labels[max(0, number - 1) : number + 2])
