"""Who wrote a letter to the paper, where no name is given: `Name and address supplied` credits no picture.

What such a line stands under is the letter, and no caption of a picture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.relabelling import relabelled

__all__ = ["is_unsigned", "with_unsigned_letters"]

_SURE: Final = 0.8
_LONGEST: Final = 60
_UNSIGNED: Final = re.compile(
    r"\W*(?:(?:full )?names?(?:,?(?: and| &)? (?:full )?address(?:es)?)?|address(?:es)?)"
    r"(?: (?:and|&) [\w ]{3,20})? (?:supplied|withheld|provided|with (?:the )?editor|not for publication)"
    r"(?: (?:by|on|at) (?:[\w’']+ ){0,2}request)?\W*(?:(?:(?:by|via) )?e-?mail\W*)?",
    re.I,
)
_BY_MAIL: Final = re.compile(r"(?:by|via) e-?mail\.?", re.I)
"""What stands alone under a letter that came so."""


def is_unsigned(said: str) -> bool:
    """Whether a line says that who wrote a letter is known to the paper, and named nowhere."""
    return len(said) <= _LONGEST and _UNSIGNED.fullmatch(said) is not None


def with_unsigned_letters(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels, with lines that stand for a name under a letter made the story's."""
    settled = list(labels)
    for number, label in enumerate(labels):
        if label.end - label.start > _LONGEST:
            continue
        said = text[label.start : label.end]
        if is_unsigned(said) or (_BY_MAIL.fullmatch(said) and number and not labels[number - 1].boilerplate):
            settled[number] = relabelled(label, "body", _SURE, "stands for the name under a letter")
    return tuple(settled)
