"""A sentence of cleaned text that gives a price, a rate or a share, and speaks to nobody, is the story's.

Reports of markets and polls read like the lists of figures beside a story. What sells has figures, too: it speaks to
the reader, or calls.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import has_boilerplate_words, is_sentence
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["speaks", "with_measured"]

_FIGURE: Final = compiled_late(
    r"\d\s?(?:%|per ?cent\b|percentage points?\b|¢|cents\b)|[$£€]\s?\d|\d\s+(?:U\.S\. )?cents\b"
)
_SPEAKS: Final = compiled_late(
    r"\b(?:i|me|my|we|us|our|ours|you|yours?|please|(?<!-)off|save|only|free|deals?|reg|discounts?|edition)\b|[!@©|•»›→]",
    re.I,
)
"""Words to the reader, and of what sells; `us` in capitals is a country."""
_TAKEN: Final = frozenset(("ad", "consent", "other", "promo", "related", "share", "widget"))
_SURE: Final = 0.6


def with_measured(texts: Sequence[str], labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels of a text's lines, with sentences that give a measured figure kept as the story's."""
    return tuple(
        relabelled(label, "body", _SURE, "is a sentence that gives a figure, and speaks to nobody")
        if label.kind in _TAKEN and _measures(said)
        else label
        for said, label in zip(texts, labels, strict=True)
    )


def speaks(said: str) -> bool:
    """Whether a line speaks to the reader or sells, by its words and signs."""
    return _SPEAKS.search(said.replace("U.S.", "").replace("US ", "")) is not None


def _measures(said: str) -> bool:
    if not said.endswith((".", ".”", '."')) or _FIGURE.search(said) is None:
        return False
    return is_sentence(said) and not speaks(said) and not has_boilerplate_words(said)
