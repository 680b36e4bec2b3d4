"""The line of dashes that makes a table of Markdown one goes with the row above it: without it there is no table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import BlockLabel

__all__ = ["with_table_rules"]

_RULE: Final = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_REASON: Final = "rules a line off between the rows of a table"


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
