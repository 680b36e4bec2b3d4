"""Headlines of cleaned text that cannot be one: below a paragraph of the story stands the title of a part.

Where an extractor left no headline, some line has to stand for it; what is hardly one by itself is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import ends_sentence
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_titles"]

_UNLIKELY: Final = 0.3
"""How probable a headline is that is none below a paragraph: of such lines of extractors' texts of other sites than
news 28 were the story's and nine were not."""
_PARAGRAPH: Final = 24
"""Spaces in a paragraph."""
_GOES_ON: Final = re.compile(r"(?:…|\.\.\.)\s?[a-z]")
"""How a deck begins that goes on with a headline which the extractor left out."""
_DECK_LIKE: Final = frozenset(("byline", "caption", "headline", "related", "subhead"))
_SURE: Final = 0.6


def with_titles(
    texts: Sequence[str], shares: Sequence[Mapping[str, float]], labels: Sequence[BlockLabel]
) -> tuple[BlockLabel, ...]:
    """The labels of a text's lines; `shares` are the probabilities of each line's kinds."""
    settled = list(labels)
    below = False
    for number, (said, label) in enumerate(zip(texts, labels, strict=True)):
        if label.kind == "headline" and below and shares[number].get("headline", 0.0) < _UNLIKELY:
            kind = max((shares[number].get(kind, 0.0), kind) for kind in ("body", "subhead"))[1]
            settled[number] = relabelled(label, kind, _SURE, "stands where no headline does")
        elif not below and label.kind in _DECK_LIKE and _GOES_ON.match(said):
            settled[number] = relabelled(label, "deck", _SURE, "goes on with a headline that is left out")
        below = below or (label.kind == "body" and said.count(" ") >= _PARAGRAPH and ends_sentence(said))
    return tuple(settled)
