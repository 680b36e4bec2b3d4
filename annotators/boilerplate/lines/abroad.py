"""Pages in other languages than English: what holds of a line in any language is weighed as it is on English pages.

Features of such pages have names of their own, and weights from the few such pages that were learnt from. How long a
line is, where it stands, what it holds and what stands around it means much the same everywhere, and is known better
from English pages: both are asked, and the mean of what they say is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotators.boilerplate.lines.model import Reading
from annotators.boilerplate.lines.page import FOREIGN, Page

__all__ = ["emissions_abroad", "with_story"]

_OF_WORDS = re.compile(r"is:|w:|v:|start|end:|has:|mostly:|long:|function=|[+-][12]\d?f|(?:in|before|after|nowhere)&f")
"""How features begin that lean on English words."""
_SENTENCE = 12
"""Words of a line that may be the story's by its length."""
_WEIGHT = 60
"""Words that a line counts for, at most."""
_PASSAGE = 100
"""Words of a stretch that may be a story."""
_MOSTLY = 0.7
_STORY = frozenset(("body", "deck", "subhead"))


def emissions_abroad(reading: Reading, features: Sequence[str]) -> list[float]:
    """How well a line of a page in another language goes with each kind, in logits."""
    own = reading.emissions(features)
    bare = [feature.removeprefix(FOREIGN) for feature in features]
    common = reading.emissions([feature for feature in bare if not _OF_WORDS.match(feature)])
    return [(one + other) / 2 for one, other in zip(own, common, strict=True)]


def with_story(page: Page, labels: Sequence[str]) -> list[str]:
    """The labels of a first reading, with the stretch that reads most like running text taken for the story.

    Where a page in another language has such a stretch and little of it was taken for the story, the first reading has
    taken the story for teasers, as pages of teasers alone are: the second one decides with the other guess.
    """
    start, end = page.core
    prose = [at for at in range(start, end + 1) if page.looks[at].prose and page.sizes[at] >= _SENTENCE]
    found = sum(min(page.sizes[at], _WEIGHT) for at in prose if labels[at] in _STORY)
    whole = sum(min(page.sizes[at], _WEIGHT) for at in prose)
    guessed = list(labels)
    if whole >= _PASSAGE and found < _MOSTLY * whole:
        for at in prose:
            guessed[at] = "body"
    return guessed
