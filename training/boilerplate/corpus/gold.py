"""Measures how much of each block of a page is in the gold text of its article."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence

__all__ = ["shares_in_gold", "words_of"]

_WORD = re.compile(r"\w+")
_RUN = 4
_HALF = 0.5
_LONG = 8
_NEAR = 6
_BACK = 50


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text.lower())


def shares_in_gold(texts: Sequence[str], gold: str) -> list[float]:
    """The share of each block that is in the gold text, 0 to 1.

    Of a block of four words or more it is the share of its runs of four words. A shorter one counts if it occurs in the
    gold text next to its neighbours. Of blocks that are repeated more often than in the gold text, those nearest to
    other blocks of it count.
    """
    words = words_of(gold)
    blocks = [words_of(text) for text in texts]
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(words) - _RUN + 1):
        runs[tuple(words[at : at + _RUN])].append(at)
    starts: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        starts[word].append(at)
    shares, places = _long_blocks(blocks, runs)
    for number, block in enumerate(blocks):
        if 0 < len(block) < _RUN:
            found = [at for at in starts.get(block[0], ()) if words[at : at + len(block)] == block]
            shares[number] = float(_near(number, found, blocks, places))
    _drop_repeats(blocks, shares, words, starts)
    return shares


def _long_blocks(
    blocks: Sequence[Sequence[str]], runs: dict[tuple[str, ...], list[int]]
) -> tuple[list[float], list[int | None]]:
    shares, places = [0.0] * len(blocks), list[int | None]([None] * len(blocks))
    last = -1
    for number, block in enumerate(blocks):
        own = [tuple(block[at : at + _RUN]) for at in range(len(block) - _RUN + 1)]
        if not own:
            continue
        shares[number] = sum(run in runs for run in own) / len(own)
        if shares[number] >= _HALF:
            found = next(runs[run] for run in own if run in runs)
            later = [at for at in found if at > last - _BACK]
            places[number] = (later or found)[0]
            if len(block) >= _LONG:
                last = places[number] or 0
    return shares, places


def _near(number: int, found: Sequence[int], blocks: Sequence[Sequence[str]], places: Sequence[int | None]) -> bool:
    """Whether a short block occurs in the gold text close to one of its neighbours."""
    size = len(blocks[number])
    above = next(
        (at + len(blocks[n]) for n in range(number - 1, max(-1, number - _NEAR), -1) if (at := places[n]) is not None),
        None,
    )
    below = next(
        (at for n in range(number + 1, min(len(blocks), number + _NEAR)) if (at := places[n]) is not None), None
    )
    return any(
        (above is not None and abs(at - above) <= _NEAR) or (below is not None and abs(at + size - below) <= _NEAR)
        for at in found
    )


def _drop_repeats(
    blocks: Sequence[Sequence[str]], shares: list[float], words: list[str], starts: dict[str, list[int]]
) -> None:
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        if shares[number] >= _HALF:
            alike[tuple(block)].append(number)
    sure = [members[0] for block, members in alike.items() if len(members) == 1 and len(block) >= _LONG]
    sure.sort()

    def distance(number: int) -> int:
        at = bisect(sure, number)
        return min((abs(sure[other] - number) for other in (at - 1, at) if 0 <= other < len(sure)), default=len(blocks))

    for block, members in alike.items():
        if len(members) < 2:
            continue
        wanted = sum(words[at : at + len(block)] == list(block) for at in starts.get(block[0], ())) or 1
        for number in sorted(members, key=distance)[wanted:]:
            shares[number] = 0.0
