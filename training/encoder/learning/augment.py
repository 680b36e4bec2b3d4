"""The same paragraph as another publisher would print it: other capitals, other quotation marks."""

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
"""Share of the windows in which pieces are hidden, and of their pieces."""


def recase(words: Sequence[str], chance: random.Random) -> list[str]:
    """8 % all capitals, 8 % Title Case, 3 % lower case, 5 % with the first words in capitals, else as it is."""
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
    """Words and their quotation states, three times in ten with the marks of one other style throughout."""
    if chance.random() > _RESTYLED:
        return [words for words, _ in paragraphs]
    opening, closing = chance.choice(_STYLES)
    return [_with_marks(words, states, opening, closing) for words, states in paragraphs]


def hide(window: Window, mask: int, chance: random.Random) -> None:
    """In every other window, 6 % of the pieces become `mask`: the others must do without them."""
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
