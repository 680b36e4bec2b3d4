"""Placeholders for the writer's name under a letter to the editor, such as `Name and address supplied`.

They resemble picture credits, so that the letter above would be taken for a caption.
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
"""Stands alone under a letter that was sent by e-mail."""


def is_unsigned(said: str) -> bool:
    """Whether a line says that the paper knows the writer's name and withholds it."""
    return len(said) <= _LONGEST and _UNSIGNED.fullmatch(said) is not None


def with_unsigned_letters(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with lines in place of a letter writer's name relabelled `body`."""
    settled = list(labels)
    for number, label in enumerate(labels):
        if label.end - label.start > _LONGEST:
            continue
        said = text[label.start : label.end]
        if is_unsigned(said) or (_BY_MAIL.fullmatch(said) and number and not labels[number - 1].boilerplate):
            settled[number] = relabelled(label, "body", _SURE, "stands for the name under a letter")
    return tuple(settled)
