"""In text without a page's frame, the first line is the headline even if it was predicted as a menu item.

Extractors output the title first. The block predicted as headline then becomes the deck or the first paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.headline import is_greeting
from annotators.boilerplate.language.line_wording import announces, ends_sentence, has_boilerplate_words
from annotators.boilerplate.language.opening_lines import field_of_mail, is_release_line
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_first_line"]

_TAKEN: Final = frozenset(("nav", "other", "related", "widget"))
_FEWEST, _MOST = 3, 20
"""Bounds on the number of words in a headline."""
_NEAR: Final = 6
"""Lines from the top within which another headline may be replaced."""
_SURE: Final = 0.6


def with_first_line(texts: Sequence[str], labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with the first line relabelled `headline` if it is boilerplate without words that say so."""
    headline = next((number for number, label in enumerate(labels) if label.kind == "headline"), None)
    if not labels or labels[0].kind not in _TAKEN or not _is_title(texts[0]) or not (headline or 0) < _NEAR:
        return tuple(labels)
    settled = list(labels)
    settled[0] = relabelled(labels[0], "headline", _SURE, "is the first line of text without a page around it")
    if headline is not None:
        kind = "body" if ends_sentence(texts[headline]) else "deck"
        settled[headline] = relabelled(labels[headline], kind, _SURE, "has the headline above it")
    return tuple(settled)


def _is_title(said: str) -> bool:
    """Whether a line may be a headline: it has a few words, none of boilerplate, and no full stop."""
    few = _FEWEST <= said.count(" ") + 1 <= _MOST
    if not few or said.endswith((".", ":", "…")) or is_release_line(said) or field_of_mail(said):
        return False
    return not (has_boilerplate_words(said) or announces(said) or is_greeting(said))
