"""Which words are inside quotation marks: the encoder's third input."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotators.annotation import Spanned, merge

__all__ = ["INSIDE", "MARK", "OUTSIDE", "STATES", "quote_states"]

STATES = 3
OUTSIDE, INSIDE, MARK = range(STATES)

_MARKS = frozenset("\"“”„‟«»‹›‘’‚'") | {"``", "''"}
_DOUBLE_MARKS = frozenset('"“”„«»') | {"``", "''"}


def quote_states(words: Sequence[str], starts: Sequence[int], marks: Iterable[Spanned]) -> list[int]:
    """The state of each word: outside quotation marks, inside, or a mark itself.

    `starts` are the offsets of the words in code points, `marks` the spans of the pairs with both marks. Nested pairs
    count as one.
    """
    states = [MARK if word in _DOUBLE_MARKS else OUTSIDE for word in words]
    position = 0
    for span in merge(marks):
        while position < len(starts) and starts[position] < span.start:
            position += 1
        while position < len(starts) and starts[position] < span.end:
            at_edge = starts[position] == span.start or starts[position] + len(words[position]) == span.end
            if states[position] != MARK:
                states[position] = MARK if at_edge and words[position] in _MARKS else INSIDE
            position += 1
    return states
