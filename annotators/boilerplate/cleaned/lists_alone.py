"""Catalogues, indexes and programmes as extracted text: their lines are the article, although each looks like a link.

Most of their words are in lines that begin alike (`Pages 1-5 - Hinges`), which lists of links to articles never do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import announces, has_boilerplate_words
from annotators.boilerplate.lines.page import Page
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_list_alone"]

_LISTED: Final = frozenset(("nav", "other", "related", "tags", "widget"))
_FEWEST: Final = 8
_FRAME: Final = 3
"""Most lines of a page's frame."""
_MOST_OF_IT: Final = 0.8
"""Least share of the words of a text in lines of the kinds above."""
_ALIKE: Final = 0.5
"""Least share of distinct lines that begin with the same word."""
_WORDS: Final = 3
"""Fewest words of such a line."""
_SURE: Final = 0.5


def with_list_alone(page: Page, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels of a text's lines, with those of a catalogue relabelled `body`."""
    listed = [number for number, label in enumerate(labels) if label.kind in _LISTED]
    words = sum(page.sizes[number] for number in listed)
    if len(listed) <= _FEWEST or page.frame > _FRAME or words < _MOST_OF_IT * sum(page.sizes):
        return tuple(labels)
    opening = Counter(
        line.split(maxsplit=1)[0]
        for line in {page.texts[number] for number in listed}
        if line.count(" ") + 1 >= _WORDS and line[0].isalpha() and not announces(line)
    )
    if max(opening.values(), default=0) < _ALIKE * len(labels):
        return tuple(labels)
    settled = list(labels)
    for number in listed:
        if not has_boilerplate_words(page.texts[number]):
            settled[number] = relabelled(labels[number], "body", _SURE, "is of a list whose lines open alike")
    return tuple(settled)
