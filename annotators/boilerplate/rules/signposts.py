"""Signposts to other articles in any language: lines that begin with equal capitals and a bar, `MORE NEWS | …`.

One such line may be a subhead. If there are two or more, the page inserts them between paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import ends_sentence
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_signposts"]

_OPENED: Final = re.compile(r"([^\W\d_]{2,}(?: [^\W\d_]{2,}){1,5}) ?\| ?(?=\S)")
_FEWEST: Final = 2
_LONGEST: Final = 200
"""Longest signpost, in characters."""
_TAKEN: Final = frozenset(("body", "deck", "note", "subhead"))
_SURE: Final = 0.8


def with_signposts(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with signposts among article text relabelled `related`."""
    if "|" not in text:
        return tuple(labels)
    found = {number: opening for number, label in enumerate(labels) if (opening := _opening(text, label))}
    often = {opening for opening, count in Counter(found.values()).items() if count >= _FEWEST}
    reason = "opens like other lines that lead away"
    return tuple(
        relabelled(label, "related", _SURE, reason) if label.kind in _TAKEN and found.get(number) in often else label
        for number, label in enumerate(labels)
    )


def _opening(text: str, label: BlockLabel) -> str:
    """The words in capitals before the first bar of a line; empty if there are none or the line is a sentence."""
    match = _OPENED.match(text, label.start, label.end)
    if match is None or not match[1].isupper() or label.end - label.start > _LONGEST:
        return ""
    return "" if ends_sentence(text[label.start : label.end]) else match[1]
