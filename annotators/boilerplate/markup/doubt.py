"""Lowers the threshold for article text on pages where all blocks are uncertain.

Sales reviews, lists of courses and long comparisons read like boilerplate throughout. With a fixed threshold, lines
that hardly differ would fall on either side by chance, and half of the article would be lost. The threshold is
therefore lowered with the mean probability of what the page keeps.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.boilerplate.markup.kinds import STORY_FROM
from annotators.boilerplate.markup.view import Sight

__all__ = ["with_lower_threshold"]

_SURE: Final = 0.8
"""From this mean probability by word of the kept blocks nothing is changed; chosen on unseen publishers."""
_LONGEST: Final = 60
"""The most words of a block that count."""


def with_lower_threshold(sights: Sequence[Sight], shares: Sequence[float]) -> list[float]:
    """The probabilities of all blocks that they belong to the story (0 to 1), with odds raised on uncertain pages.

    All odds are multiplied by one factor, so that `STORY_FROM` times the mean probability, divided by `_SURE`, becomes
    `STORY_FROM`.
    """
    kept = [
        (min(sight.size, _LONGEST), share) for sight, share in zip(sights, shares, strict=True) if share >= STORY_FROM
    ]
    words = sum(size for size, _ in kept)
    sure = sum(size * share for size, share in kept) / (words or 1)
    if not words or sure >= _SURE:
        return list(shares)
    least = STORY_FROM * sure / _SURE
    odds = STORY_FROM / (1 - STORY_FROM) * (1 - least) / least
    return [share * odds / (1 - share + share * odds) for share in shares]
