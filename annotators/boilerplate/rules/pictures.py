"""Captions: short lines directly above a picture's credit, in a group set off by blank lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.lexicon import families
from annotators.boilerplate.language.tokens import tokens
from annotators.boilerplate.rules.letters import is_unsigned

__all__ = ["with_captions"]

_SURE: Final = 0.7
"""Least score of a credit for it to relabel the lines above it."""
_MOST: Final = 2
"""Most lines in a group above its credit: a title and a caption."""
_PARAGRAPH: Final = 60
"""Spaces in a block that is too long for a caption."""
_PICTURES: Final = frozenset(("agency", "caption", "copyright", "credit"))
"""Word families that credits consist of."""
_REASON: Final = "stands with a picture's credit"


def with_captions(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with article lines in a group that ends with a credit relabelled `caption`."""
    found = list(labels)
    for number, label in enumerate(labels):
        sure = label.kind == "credit" and (label.score or 0.0) >= _SURE
        if sure and _apart(text, labels, number + 1) and _is_of_picture(text[label.start : label.end]):
            for above in _group_above(text, labels, number):
                if not labels[above].boilerplate and labels[above].kind != "headline":
                    reasons = (_REASON, *labels[above].reasons)[:3]
                    found[above] = replace(labels[above], kind="caption", reasons=reasons)
    return tuple(found)


def _group_above(text: str, labels: Sequence[BlockLabel], number: int) -> range:
    """Numbers of the lines directly above a credit, up to a blank line; empty if they are too many or no caption."""
    first = number
    while number - first <= _MOST and not _apart(text, labels, first):
        first -= 1
    captioned = 0 < number - first <= _MOST and _may_be_caption(text, labels[number - 1])
    return range(first, number) if captioned else range(0)


def _is_of_picture(said: str) -> bool:
    """Whether a credit names an agency or a picture: the name under a letter looks like one without it."""
    divided = "/" in said or "©" in said or " via " in said
    return not is_unsigned(said) and (divided or not _PICTURES.isdisjoint(families(tokens(said))))


def _apart(text: str, labels: Sequence[BlockLabel], number: int) -> bool:
    """Whether the block with this number follows a blank line or is at an end of the text."""
    return not 0 < number < len(labels) or text.count("\n", labels[number - 1].end, labels[number].start) > 1


def _may_be_caption(text: str, label: BlockLabel) -> bool:
    """Whether a block has the length of a caption and is labelled `body`: subheads are not captions."""
    return label.kind == "body" and text.count(" ", label.start, label.end) <= _PARAGRAPH
