"""Sentences of extracted text that give a price, a rate or a share and do not address the reader are kept.

Market reports and polls read like the lists of figures beside an article. Advertising has figures, too, but addresses
the reader or has a call to action.
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
"""Words of address and of advertising. `US` in capitals is the country, not the pronoun."""
_TAKEN: Final = frozenset(("ad", "consent", "other", "promo", "related", "share", "widget"))
_SURE: Final = 0.6


def with_measured(texts: Sequence[str], labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels of a text's lines, with sentences that give a measured figure relabelled as article text."""
    return tuple(
        relabelled(label, "body", _SURE, "is a sentence that gives a figure, and speaks to nobody")
        if label.kind in _TAKEN and _measures(said)
        else label
        for said, label in zip(texts, labels, strict=True)
    )


def speaks(said: str) -> bool:
    """Whether a line addresses the reader or advertises, by its words and punctuation."""
    return _SPEAKS.search(said.replace("U.S.", "").replace("US ", "")) is not None


def _measures(said: str) -> bool:
    if not said.endswith((".", ".”", '."')) or _FIGURE.search(said) is None:
        return False
    return is_sentence(said) and not speaks(said) and not has_boilerplate_words(said)
