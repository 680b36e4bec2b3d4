"""Which words hold the running text of a page together: those of the language that most of its long lines are in."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice

from annotators.boilerplate.language.lexicon import function_words

__all__ = ["binding_words"]

_LONG = 12
_MOST_LINES = 60
_CLEAR = 0.3
_FOUND = 0.14


def binding_words(lines: Iterable[Sequence[str]]) -> frozenset[str]:
    """The function words for lines of lower-case tokens; none at all where no known language fits.

    English is taken where it covers three tenths of the words, else the language that covers the most.
    """
    long = islice((line for line in lines if len(line) >= _LONG), _MOST_LINES)
    counts = Counter(word for line in long for word in line if word[0].isalpha())
    total = counts.total()
    english = function_words()
    share = _covered(counts, english)
    if share >= _CLEAR * total:
        return english
    best, words = max(
        ((_covered(counts, known), known) for known in _languages()), key=lambda pair: pair[0], default=(0, english)
    )
    if share >= best:
        words, best = english, share
    return words if best >= _FOUND * total else frozenset()


def _covered(counts: Counter[str], known: frozenset[str]) -> int:
    return sum(count for word, count in counts.items() if word in known)


@cache
def _languages() -> tuple[frozenset[str], ...]:
    text = (files("annotators.boilerplate.language") / "function_words.toml").read_text(encoding="utf-8")
    return tuple(frozenset(words) for words in tomllib.loads(text).values())
