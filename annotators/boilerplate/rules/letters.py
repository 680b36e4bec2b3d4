"""Who wrote a letter to the editor: the name and place under it, or a placeholder, `Name and address supplied`.

Placeholders resemble picture credits, so that the letter above would be taken for a caption, and a name that stands
alone resembles an author box or a topic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import has_boilerplate_words
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
_GREETED: Final = re.compile(r"(?:dear )?(?:sir|madam|editor)s?\s?[,:—–-]|to the editor\s?:?", re.I)
"""How a letter to the editor begins."""
_NAME: Final = r"[A-Z][\w.'’-]*+"
_SIGNATURE: Final = re.compile(
    r"\(?(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Cllr|Sir|Lady)\.?\)? )?"
    rf"{_NAME}(?: {_NAME}){{1,3}}(?:, {_NAME}(?: {_NAME}){{0,3}})?"
)
_PLACE: Final = re.compile(rf"{_NAME}(?:,? {_NAME}){{0,3}}")


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
    _sign(text, settled)
    return tuple(settled)


def _sign(text: str, labels: list[BlockLabel]) -> None:
    """Keeps the name and the place right below the last paragraph of a letter to the editor."""
    story = [number for number, label in enumerate(labels) if label.kind == "body"]
    greeted = any(_GREETED.match(text, labels[at].start, labels[at].end) for at in story[:2])
    if not greeted:
        return
    for number, pattern in zip(range(story[-1] + 1, len(labels)), (_SIGNATURE, _PLACE), strict=False):
        label = labels[number]
        said = text[label.start : label.end]
        if not pattern.fullmatch(said) or has_boilerplate_words(said):
            return
        if label.boilerplate:
            labels[number] = relabelled(label, "body", _SURE, "signs a letter")
