"""Lines in languages other than English: weights learnt from English pages where a feature is independent of language.

On such pages, features have names of their own, with weights from few training pages. Length, position, contents and
neighbours of a line mean much the same in any language, and their weights from English pages are more reliable. The
score of a kind is the mean of both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotators.boilerplate.lines.model import Reading
from annotators.boilerplate.lines.page import FOREIGN, Page

__all__ = ["emissions_abroad", "with_story"]

_OF_WORDS = re.compile(r"is:|w:|v:|start|end:|long:|function=")
"""Prefixes of features that depend on English words."""
_SENTENCE = 12
"""Fewest words of a line that may be article text because of its length."""
_WEIGHT = 60
"""Words of a line are counted up to this number."""
_PASSAGE = 100
"""Fewest words of a stretch of lines that may be the article."""
_MOSTLY = 0.7
_STORY = frozenset(("body", "deck", "subhead"))


def emissions_abroad(reading: Reading, features: Sequence[str]) -> list[float]:
    """The score of each kind for a line of a page in another language, in logits."""
    own = reading.emissions(features)
    bare = [feature.removeprefix(FOREIGN) for feature in features]
    common = reading.emissions([feature for feature in bare if not _OF_WORDS.match(feature)])
    return [(one + other) / 2 for one, other in zip(own, common, strict=True)]


def with_story(page: Page, labels: Sequence[str]) -> list[str]:
    """Labels of a first reading, with the stretch most like running text labelled as article text.

    If the first reading put little of that stretch into the article, it took the article for teasers, as on a page of
    teasers only. The second reading then starts from the corrected labels.
    """
    start, end = page.core
    prose = [at for at in range(start, end + 1) if page.features[at].prose and page.sizes[at] >= _SENTENCE]
    found = sum(min(page.sizes[at], _WEIGHT) for at in prose if labels[at] in _STORY)
    whole = sum(min(page.sizes[at], _WEIGHT) for at in prose)
    guessed = list(labels)
    if whole >= _PASSAGE and found < _MOSTLY * whole:
        for at in prose:
            guessed[at] = "body"
    return guessed
