"""Pull quotes: a quotation that stands alone and repeats words of another statement gets its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import Span
from annotators.quotes.claims import Claim

__all__ = ["REPEATED", "with_repeats"]

REPEATED: Final = "repeats what is quoted elsewhere"

_WORD: Final = re.compile(r"\w+")
_LEAST: Final = 4
"""The fewest words of a repeat: shorter ones may be anybody's."""


def with_repeats(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims; those without a clause of saying that repeat words of another claim get its speaker."""
    alone = [number for number, claim in enumerate(claims) if _stands_alone(claim)]
    if not alone:
        return list(claims)
    said = {number: _words(text, one.content) for number, one in enumerate(claims) if one.speaker and one.cue}
    places: dict[tuple[str, ...], tuple[int, int]] = {}
    for number, words in said.items():
        for at, run in _runs(words):
            places.setdefault(run, (number, at))
    found = list(claims)
    for number in alone:
        words = _words(text, claims[number].content)
        other, at = places.get(tuple(words[:_LEAST]), (number, 0))
        if other != number and len(words) >= _LEAST and said[other][at : at + len(words)] == words:
            found[number] = replace(claims[number], speaker=claims[other].speaker, rule=REPEATED)
    return found


def _stands_alone(claim: Claim) -> bool:
    return claim.carried and claim.cue is None and len(claim.content) == 1


def _words(text: str, content: Sequence[Span]) -> list[str]:
    return [word.lower() for span in content for word in _WORD.findall(text, span.start, span.end)]


def _runs(words: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for at in range(len(words) - _LEAST + 1):
        yield at, tuple(words[at : at + _LEAST])
