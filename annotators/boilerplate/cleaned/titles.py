"""Headlines in extracted text that are section titles, because a paragraph of the article precedes them.

If an extractor has left no headline, the model still chooses a line; an improbable one is relabelled here.
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
"""Highest probability of a headline below a paragraph to relabel. Of such lines in extracts of pages other than news,
28 were article text and nine were not."""
_PARAGRAPH: Final = 24
"""Fewest spaces in a paragraph."""
_LONG: Final = 45
"""Fewest spaces in what is longer than any headline: a table in one line, or a paragraph."""
_GOES_ON: Final = re.compile(r"(?:…|\.\.\.)\s?[a-z]")
"""Beginning of a deck that continues a headline which the extractor has left out."""
_DECK_LIKE: Final = frozenset(("byline", "caption", "headline", "related", "subhead"))
_SURE: Final = 0.6


def with_titles(
    texts: Sequence[str], shares: Sequence[Mapping[str, float]], labels: Sequence[BlockLabel]
) -> tuple[BlockLabel, ...]:
    """Returns the labels, with such headlines relabelled; `shares` has the probabilities of each line's kinds."""
    settled = list(labels)
    below = False
    for number, (said, label) in enumerate(zip(texts, labels, strict=True)):
        if label.kind == "headline" and below and shares[number].get("headline", 0.0) < _UNLIKELY:
            kind = max((shares[number].get(kind, 0.0), kind) for kind in ("body", "subhead"))[1]
            settled[number] = relabelled(label, kind, _SURE, "stands where no headline does")
        elif label.kind == "headline" and said.count(" ") >= _LONG:
            settled[number] = relabelled(label, "body", _SURE, "is longer than any headline")
        elif not below and label.kind in _DECK_LIKE and _GOES_ON.match(said):
            settled[number] = relabelled(label, "deck", _SURE, "goes on with a headline that is left out")
        below = below or (label.kind == "body" and said.count(" ") >= _PARAGRAPH and ends_sentence(said))
    return tuple(settled)
