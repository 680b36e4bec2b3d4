"""What stands tight above a picture's credit, with blank lines around both, is its caption and not the story."""

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
"""How probable a credit must be to say what the lines above it are."""
_MOST: Final = 2
"""Lines above a credit that belong to its picture, at most: a title and a caption."""
_PARAGRAPH: Final = 60
"""Spaces in what is too long for a caption."""
_PICTURES: Final = frozenset(("agency", "caption", "copyright", "credit"))
"""Families of words that credits are made of."""
_REASON: Final = "stands with a picture's credit"


def with_captions(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels, with lines taken for the story made captions where a credit ends their group."""
    found = list(labels)
    for number, label in enumerate(labels):
        sure = label.kind == "credit" and (label.score or 0.0) >= _SURE
        if sure and _apart(text, labels, number + 1) and _is_of_picture(text[label.start : label.end]):
            first = number
            while number - first <= _MOST and not _apart(text, labels, first):
                first -= 1
            if 0 < number - first <= _MOST and _told(text, labels[number - 1]):
                for above in range(first, number):
                    if not labels[above].boilerplate and labels[above].kind != "headline":
                        reasons = (_REASON, *labels[above].reasons)[:3]
                        found[above] = replace(labels[above], kind="caption", reasons=reasons)
    return tuple(found)


def _is_of_picture(said: str) -> bool:
    """Whether a credit has a word or sign of pictures or agencies: a name under a letter is like one in all else."""
    divided = "/" in said or "©" in said or " via " in said
    return not is_unsigned(said) and (divided or not _PICTURES.isdisjoint(families(tokens(said))))


def _apart(text: str, labels: Sequence[BlockLabel], number: int) -> bool:
    """Whether a blank line, or an end of the text, is before the block of this number."""
    return not 0 < number < len(labels) or text.count("\n", labels[number - 1].end, labels[number].start) > 1


def _told(text: str, label: BlockLabel) -> bool:
    """Whether a block is a sentence or two of running text by its label, as captions are: a subhead names a thing."""
    return label.kind == "body" and text.count(" ", label.start, label.end) <= _PARAGRAPH
