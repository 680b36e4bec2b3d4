"""Lines of the story between placeholders, such as `Article content` that a page shows before each of its parts.

A line that comes again and again amid a story is furniture of no kind, and colours what stands between two of it: a
heading or a sentence there that comes once, and has no word that furniture is made of, is the story.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.telling import is_sentence, words_tell
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_story_between"]

_SHORTEST: Final = 3
"""Spaces in a line that is looked at, at least."""
_STORY: Final = frozenset(("body", "subhead"))
_PASSED: Final = frozenset(("other", "caption", "credit", "ad"))
_OFTEN: Final = 3
_SURE: Final = 0.6
_REASON: Final = "stands within the story, between lines that come again and again"


def with_story_between(text: str, labels: list[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels, with lines of no kind amid the story that are not repeated taken for the story."""
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
    """Whether a line is a sentence, or a heading without the words of furniture."""
    return is_sentence(line) or (line.count(" ") >= _SHORTEST and not words_tell(line))


def _kinds_passed(labels: Sequence[BlockLabel]) -> list[str]:
    """For each block the kind of the last one before it that is no placeholder and belongs to no picture."""
    found, last = [], ""
    for label in labels:
        found.append(last)
        if label.kind not in _PASSED:
            last = label.kind
    return found
