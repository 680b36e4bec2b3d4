"""Pages that leave a doubt of everything: what is likelier than the rest of such a page is its story.

Reviews that sell, lists of courses and long comparisons read like furniture throughout, and not one block of them
is sure. A line that hardly differs from its neighbours then falls on either side of a fixed measure by chance, and
half of the story with it. The measure therefore sinks with how sure the page is of what it keeps.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.boilerplate.markup.kinds import STORY_FROM
from annotators.boilerplate.markup.view import Sight

__all__ = ["with_doubt_shared"]

_SURE: Final = 0.8
"""How probable, word by word, what a page keeps is at least where nothing is changed; chosen on unseen publishers."""
_LONGEST: Final = 60
"""Words of a block that count."""


def with_doubt_shared(sights: Sequence[Sight], shares: Sequence[float]) -> list[float]:
    """The probabilities of all blocks to be the story's (0 to 1), raised in one measure where the page is unsure.

    What had `STORY_FROM` times the page's sureness, in parts of what is usual, has `STORY_FROM` then.
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
