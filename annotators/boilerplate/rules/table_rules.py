"""Tables of Markdown: the line of dashes goes with the row above it, and a table is the story's under a kept line.

What a table's cells say is words without sentences, as a menu's are. Only one that is made of links, or of which half
the rows tell that they are furniture, may be none of the story.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.telling import words_tell
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_table_rules", "with_whole_tables"]

_RULE: Final = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_REASON: Final = "rules a line off between the rows of a table"
_ROW: Final = re.compile(r"\|[^\n]*\|")
_FEWEST: Final = 3
"""Lines of a table: its head, the line of dashes, a row."""
_HEADS: Final = frozenset(("body", "byline", "deck", "headline", "subhead", "timestamp"))
_SURE: Final = 0.7


def with_table_rules(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels, with the rules of tables as the rows right above them; a headline's is the story's."""
    settled = list(labels)
    for number, label in enumerate(labels[1:], 1):
        above = settled[number - 1]
        if (
            text[label.end - 1] in "-|:"
            and "|" in text[label.start : label.end]
            and "|" in text[above.start : above.end]
            and _RULE.fullmatch(text, label.start, label.end)
            and text.count("\n", above.end, label.start) == 1
        ):
            kind = "body" if above.kind == "headline" else above.kind
            if kind != label.kind:
                settled[number] = replace(label, kind=kind, score=above.score, reasons=(_REASON,))
    return tuple(settled)


def with_whole_tables(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels, with the rows of a table under a line that is kept made the story's."""
    settled = list(labels)
    first = 0
    for number in range(len(labels) + 1):
        if number < len(labels) and _ROW.fullmatch(text, labels[number].start, labels[number].end):
            continue
        if number - first >= _FEWEST and first and labels[first - 1].kind in _HEADS:
            _keep(text, settled, first, number)
        first = number + 1
    return tuple(settled)


def _keep(text: str, labels: list[BlockLabel], first: int, end: int) -> None:
    rows = [text[label.start : label.end] for label in labels[first:end]]
    told = sum("](" in row or words_tell(row) for row in rows) - 1  # of the line of dashes, which has no words
    if _RULE.fullmatch(rows[1]) is None or 2 * told >= len(rows):
        return
    for number in range(first, end):
        label = labels[number]
        if label.boilerplate:
            labels[number] = relabelled(label, "body", _SURE, "is of a table under what is kept")
