"""Article text between placeholders, such as `Article content`, which some sites repeat before each paragraph.

A repeated line inside an article gets the kind `other`, and so may its neighbours. A neighbour that occurs once, and is
a sentence or a heading without words of boilerplate, is relabelled as article text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import has_boilerplate_words, is_sentence
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_lines_between_placeholders"]

_SHORTEST: Final = 3
"""Fewest spaces in a heading."""
_STORY: Final = frozenset(("body", "subhead"))
_PASSED: Final = frozenset(("other", "caption", "credit", "ad"))
_OFTEN: Final = 3
_SURE: Final = 0.6
_REASON: Final = "stands within the story, between lines that come again and again"


def with_lines_between_placeholders(text: str, labels: list[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with unrepeated `other` lines next to a placeholder relabelled `body` or `subhead`."""
    numbers = [number for number, label in enumerate(labels) if label.kind == "other"]
    if not numbers:
        return tuple(labels)
    said = Counter(text[label.start : label.end] for label in labels)
    above, below = _kinds_passed(labels), _kinds_passed(labels[::-1])[::-1]
    settled = list(labels)
    for number in numbers:
        label = labels[number]
        line = text[label.start : label.end]
        beside = labels[max(0, number - 1) : number] + labels[number + 1 : number + 2]
        marked = any(one.kind == "other" and said[text[one.start : one.end]] >= _OFTEN for one in beside)
        amid = above[number] in _STORY and below[number] in _STORY
        if marked and amid and said[line] == 1 and _is_story(line):
            kind = "body" if line.rstrip('"\u201d\u2019)').endswith((".", "!", "?", ":")) else "subhead"
            settled[number] = relabelled(label, kind, _SURE, _REASON)
    return tuple(settled)


def _is_story(line: str) -> bool:
    """Whether a line is a sentence, or a heading without words of boilerplate."""
    return is_sentence(line) or (line.count(" ") >= _SHORTEST and not has_boilerplate_words(line))


def _kinds_passed(labels: Sequence[BlockLabel]) -> list[str]:
    """For each block, the kind of the last block before it that is not a placeholder, picture text or advertisement."""
    found, last = [], ""
    for label in labels:
        found.append(last)
        if label.kind not in _PASSED:
            last = label.kind
    return found
