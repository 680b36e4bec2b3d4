"""The function words of a page: those of the language of most of its long lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from annotators.boilerplate.language.lexicon import function_words
from annotators.text.languages import function_words_abroad

__all__ = ["binding_words"]

_LONG = 12
_MOST_LINES = 60
_CLEAR = 0.3
_FOUND = 0.14


def binding_words(lines: Iterable[Sequence[str]]) -> frozenset[str]:
    """The function words for lines of lower-case tokens; empty if no known language fits.

    English is taken if its function words are three tenths of the words, else the language with most of them.
    """
    long = islice((line for line in lines if len(line) >= _LONG), _MOST_LINES)
    counts = Counter(word for line in long for word in line if word[0].isalpha())
    total = counts.total()
    english = function_words()
    share = _covered(counts, english)
    if share >= _CLEAR * total:
        return english
    covered = ((_covered(counts, known), known) for known in function_words_abroad().values())
    best, words = max(covered, key=lambda pair: pair[0], default=(0, english))
    if share >= best:
        words, best = english, share
    return words if best >= _FOUND * total else frozenset()


def _covered(counts: Counter[str], known: frozenset[str]) -> int:
    return sum(count for word, count in counts.items() if word in known)
