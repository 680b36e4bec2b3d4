"""Tables in Markdown: a delimiter row has the kind of the row above, and a table under article text belongs to it.

Cells hold words without sentences, as menus do. Only a table whose rows are mostly links or have words of boilerplate
is left as predicted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import has_boilerplate_words
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_table_rules", "with_whole_tables"]

_RULE: Final = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_REASON: Final = "rules a line off between the rows of a table"
_ROW: Final = re.compile(r"\|[^\n]*\|")
_FEWEST: Final = 3
"""Fewest lines of a table: header, delimiter row, one row."""
_HEADS: Final = frozenset(("body", "byline", "deck", "headline", "subhead", "timestamp"))
_SURE: Final = 0.7


def with_table_rules(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with delimiter rows labelled like the row above them, or `body` under a headline."""
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
    """Returns the labels, with the rows of tables under article text relabelled `body`."""
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
    told = sum("](" in row or has_boilerplate_words(row) for row in rows) - 1  # the delimiter row has no words
    if _RULE.fullmatch(rows[1]) is None or 2 * told >= len(rows):
        return
    for number in range(first, end):
        label = labels[number]
        if label.boilerplate:
            labels[number] = relabelled(label, "body", _SURE, "is of a table under what is kept")
