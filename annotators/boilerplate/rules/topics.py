"""Topics of an article under a heading such as `Topics` or `Filed under`; a single one looks like a section's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import announces, ends_sentence, has_boilerplate_words
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_topics"]

_SURE: Final = 0.8
_CERTAIN: Final = 0.9
_HEADING: Final = re.compile(
    r"(?:(?:article|post|related|story) )?(?:keywords|subjects|tags|topics?)|filed (?:in|under)"
    r"|tagged(?: (?:as|in|under|with))?|(?:read )?more about|(?:read more|explore|explore more|more) on these topics"
    r"|in this article",
    re.I,
)
_LONGEST_HEADING: Final = 40
"""Longest heading, in characters."""
_LOOKED_AT: Final = 400
"""Characters of a line that are looked at."""
_MOST: Final = 20
_LONGEST: Final = 6
_FIRST: Final = 14
"""Most topics in a list, most words in a topic, and most words in a first line that lists several topics."""
_FAR: Final = 40
"""Most lines between the end of an article and its topics."""
_OTHERS: Final = frozenset(("comments", "footer", "related", "share"))
"""Kinds that end a list of topics if their score is high."""


def with_topics(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with a heading of topics below the article and the short lines under it relabelled `tags`."""
    last = max((number for number, label in enumerate(labels) if label.kind == "body"), default=-1)
    if last < 0:
        return tuple(labels)
    settled = list(labels)
    for number in range(last + 1, min(last + _FAR, len(labels) - 1)):
        if _is_certain(labels[number], "footer"):
            break
        said = _said(text, labels[number]).strip(" :")
        if len(said) <= _LONGEST_HEADING and _HEADING.fullmatch(said):
            _take(text, settled, number)
    return tuple(settled)


def _take(text: str, labels: list[BlockLabel], number: int) -> None:
    """Relabels a heading and the topics under it as `tags`, up to the first other line; changes `labels`."""
    _become_tags(labels, number, "opens a list of topics")
    for at in range(number + 1, min(number + 1 + _MOST, len(labels))):
        label, said = labels[at], _said(text, labels[at])
        first = at == number + 1
        long = said.count(" ") >= (_FIRST if first else _LONGEST)
        if not label.boilerplate or long or said.endswith(":") or ends_sentence(said):
            return
        if label.kind != "tags" and (has_boilerplate_words(said) or announces(said)):
            return
        if not first and _is_certain(label, *_OTHERS):
            return
        _become_tags(labels, at, "stands in a list of topics")


def _said(text: str, label: BlockLabel) -> str:
    return text[label.start : min(label.end, label.start + _LOOKED_AT)]


def _is_certain(label: BlockLabel, *kinds: str) -> bool:
    return label.kind in kinds and (label.score or 0.0) >= _CERTAIN


def _become_tags(labels: list[BlockLabel], number: int, reason: str) -> None:
    label = labels[number]
    if label.kind != "tags":
        labels[number] = relabelled(label, "tags", _SURE, reason)
