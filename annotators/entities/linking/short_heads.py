"""Bodies that go by the last part of their name: `the Commission` of the European Commission."""

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
    """The generic word that says what kind of body a name of several words is the name of, or nothing."""
    words = key_of(name).split()
    if len(words) < 2:
        return ""
    if words[-1] in table().heads:
        return words[-1]
    return words[0] if words[0] in table().heads and words[1] in _OF else ""


def find_short_heads(text: str, names: Sequence[Mention], passages: Sequence[Span]) -> Iterator[Mention]:
    """Mentions by the head alone, with its capital, of bodies named before; `names` are in order."""
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
