"""Short lines of a short article in another language than English: a result, what a recipe takes, who played.

Such a line looks like a link or a button by itself. Between the paragraphs of an article it is the article's unless
its words say what else it is. Above the first paragraph a list with figures in it is, and below the last one what has a
name before a colon or is a list, up to the line that says what comes next on the page.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.lexicon import families_abroad
from annotators.boilerplate.language.line_wording import announces, ends_sentence
from annotators.boilerplate.language.tokens import tokens
from annotators.boilerplate.relabelling import relabelled
from annotators.boilerplate.rules.rows_abroad import kind_abroad

__all__ = ["with_short_lines_abroad"]

_SURE: Final = 0.6
_MOST_WORDS: Final = 150
"""Words of an article's paragraphs from which on the model reads its short lines well enough."""
_SENTENCE: Final = 4
"""Fewest spaces in a paragraph's sentence."""
_AMID, _ABOVE, _BELOW = 20, 12, 4
"""Most lines of such a run between two paragraphs, above the first one and below the last one."""
_NAMED: Final = re.compile(
    r"(?:[^\W_][\w.'’-]*+ ?){1,3}+\s?:\s\S.*|\d(?=[\W\d_]*+[^\W\d_]).*\.|(?=[^\d]*\d)[^,:]+,[^,:]+,[^:]+", re.S
)
"""`Zuschauer: 212`, a sentence that begins with a figure, or a list with a figure in it."""
_DIGIT: Final = re.compile(r"\d")
_IN_STORIES: Final = frozenset(("byline", "caption", "month", "note", "role", "section", "source", "speech", "weekday"))
"""Families of phrases that lines of an article have as well."""
_REASON: Final = "is a short line of the article, among its paragraphs"


def with_short_lines_abroad(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels of a plain text in another language, with short lines of its article relabelled `body`."""
    said = [text[label.start : label.end] for label in labels]
    top = next((at for at, label in enumerate(labels) if label.kind == "headline"), -1)
    told = [at for at in range(top + 1, len(labels)) if labels[at].kind == "body" and _is_sentence(said[at])]
    if not told or sum(said[at].count(" ") + 1 for at in told) >= _MOST_WORDS:
        return tuple(labels)
    settled = list(labels)
    for before, after in itertools.pairwise(told):
        _take_amid(said, settled, before + 1, after)
    above = _run(said, settled, range(told[0] - 1, top, -1), _ABOVE)
    closed = top >= 0 or (above and above[-1] and _says_what_it_is(said[above[-1] - 1]))
    if closed and any(_DIGIT.search(said[at]) for at in above):
        _take(settled, above)
    below = _run(said, settled, range(told[-1] + 1, len(labels)), _BELOW + 1)
    if len(below) <= _BELOW and all(_NAMED.fullmatch(said[at]) for at in below):
        _take(settled, below)
    return tuple(settled)


def _take_amid(said: Sequence[str], settled: list[BlockLabel], first: int, end: int) -> None:
    run = [at for at in range(first, end) if settled[at].boilerplate]
    if len(run) <= _AMID and not any(_says_what_it_is(said[at]) for at in run):
        _take(settled, run)


def _run(said: Sequence[str], labels: Sequence[BlockLabel], numbers: Iterable[int], most: int) -> list[int]:
    """The next boilerplate lines in a direction, up to one that says what it is."""
    found: list[int] = []
    for at in numbers:
        if not labels[at].boilerplate or _says_what_it_is(said[at]) or len(found) == most:
            break
        found.append(at)
    return found


def _take(settled: list[BlockLabel], numbers: Iterable[int]) -> None:
    for at in numbers:
        settled[at] = relabelled(settled[at], "body", _SURE, _REASON)


def _is_sentence(line: str) -> bool:
    return line.count(" ") >= _SENTENCE and ends_sentence(line)


def _says_what_it_is(line: str) -> bool:
    """Whether a line names its kind, or a third of its words are typical of boilerplate."""
    if kind_abroad(line) or announces(line):
        return True
    words = tokens(line)
    told = sum(count for family, count in families_abroad(words).items() if family not in _IN_STORIES)
    return told * 3 >= sum(word[0].isalpha() for word in words) > 0
