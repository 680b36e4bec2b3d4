"""Lines that the same words in capitals and a bar open lead to other stories, in whatever language: `MORE NEWS | …`.

One such line may be a heading of the story. Where two or more stand in a text, each is set between its paragraphs by
the page.
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
"""Characters of the longest signpost."""
_TAKEN: Final = frozenset(("body", "deck", "note", "subhead"))
_SURE: Final = 0.8


def with_signposts(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels, with lines of the story that are such signposts called links to other stories."""
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
    """The words in capitals before the first bar of a line that is no sentence; empty if there are none."""
    match = _OPENED.match(text, label.start, label.end)
    if match is None or not match[1].isupper() or label.end - label.start > _LONGEST:
        return ""
    return "" if ends_sentence(text[label.start : label.end]) else match[1]
