"""Augmentation: the same paragraph with other capitalisation, other quotation marks, hidden pieces."""

from __future__ import annotations

import random
from collections.abc import Sequence

from annotators.encoder.casing import SPECIAL
from annotators.encoder.quote_state import INSIDE, MARK
from annotators.encoder.windows import Window

__all__ = ["hide", "recase", "restyle"]

_SMALL = frozenset(
    ["of", "the", "a", "an", "in", "on", "to", "for", "and", "at", "by", "with", "from", "as", "'s", "’s", "n't"]
)
_STYLES = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"))
_RESTYLED = 0.3
_HIDING, _HIDDEN = 0.5, 0.06
"""The share of windows in which pieces are hidden, and the share of their pieces."""


def recase(words: Sequence[str], chance: random.Random) -> list[str]:
    """The words recased: 8 % all capitals, 8 % Title Case, 3 % lower case, 5 % first words in capitals, else as is."""
    draw = chance.random()
    if draw < 0.08:
        return [word.upper() for word in words]
    if draw < 0.16:
        return [word if word.lower() in _SMALL else word[:1].upper() + word[1:] for word in words]
    if draw < 0.19:
        return [word.lower() for word in words]
    if draw < 0.24:
        first = chance.randint(1, 3)
        return [word.upper() for word in words[:first]] + list(words[first:])
    return list(words)


def restyle(paragraphs: Sequence[tuple[Sequence[str], Sequence[int]]], chance: random.Random) -> list[Sequence[str]]:
    """The words of each paragraph; in three runs of ten all quotation marks are changed to one other style."""
    if chance.random() > _RESTYLED:
        return [words for words, _ in paragraphs]
    opening, closing = chance.choice(_STYLES)
    return [_with_marks(words, states, opening, closing) for words, states in paragraphs]


def hide(window: Window, mask: int, chance: random.Random) -> None:
    """In every other window, replace 6 % of the pieces by `mask`, so that the others must suffice."""
    if chance.random() < _HIDING:
        for position, case in enumerate(window.case):
            if case != SPECIAL and chance.random() < _HIDDEN:
                window.ids[position] = mask


def _with_marks(words: Sequence[str], states: Sequence[int], opening: str, closing: str) -> list[str]:
    restyled = list(words)
    for position, state in enumerate(states):
        if state == MARK:
            before = states[position - 1] if position else 0
            after = states[position + 1] if position + 1 < len(states) else 0
            restyled[position] = opening if after == INSIDE and before != INSIDE else closing
    return restyled
