"""Bodies mentioned by the head noun of their name: `the Commission` for the European Commission."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotators.annotation import Mention, Span
from annotators.entities.forms.keys import key_of, table

__all__ = ["find_short_heads", "head_of"]

_SHORT = re.compile(r"\b[Tt]he ([A-Z][a-z]+)\b(?!['’]?-| (?:[A-Z]|(?:against|for|in|of|on) [A-Z]))")
_SCORE = 0.7
_REASONS = ("the last part of a name given in full before",)
_OF = frozenset(("of", "for"))


def head_of(name: str) -> str:
    """The generic word in a name of several words that says what kind of body it is; empty if there is none."""
    words = key_of(name).split()
    if len(words) < 2:
        return ""
    if words[-1] in table().heads:
        return words[-1]
    return words[0] if words[0] in table().heads and words[1] in _OF else ""


def find_short_heads(text: str, names: Sequence[Mention], passages: Sequence[Span]) -> Iterator[Mention]:
    """Mentions of bodies, named earlier, by their capitalised head noun alone; `names` are in text order."""
    first: dict[str, int] = {}
    for name in names:
        head = head_of(text[name.start : name.end]) if name.label in ("ORG", "FAC") else ""
        if head:
            first.setdefault(head, name.end)
    if not first:
        return
    taken = {place for name in names for place in range(name.start, name.end)}
    for passage in passages:
        for match in _SHORT.finditer(text, passage.start, passage.end):
            known = first.get(match[1].lower())
            if known is not None and known < match.start() and taken.isdisjoint(range(*match.span(1))):
                yield Mention(start=match.start(1), end=match.end(1), label="ORG", score=_SCORE, reasons=_REASONS)
