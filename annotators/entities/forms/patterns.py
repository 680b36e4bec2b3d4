"""Names recognised by form, without a model: articles of law, storms, works in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from annotators.annotation import Mark, Mention, Span
from annotators.entities.tables import read_table

__all__ = ["find_patterned_names", "find_titles"]

SCORE = 0.9
_OPENS = "(?=[A-Zi])"
"""What every name in the table begins with; tested first, because most places in a text begin no name."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    groups = read_table("name_patterns.toml")["patterns"]
    agencies = "|".join(sorted(map(re.escape, read_table("agencies.toml")["names"]), key=len, reverse=True))
    credit = rf"(?<=[/(|])(?:{agencies})(?=[)\]/|\n]|$| via\b)"
    patterns = [(group["label"], f"{_OPENS}(?:{'|'.join(group['patterns'])})") for group in groups]
    return tuple((label, re.compile(pattern)) for label, pattern in [("ORG", credit), *patterns])


def find_patterned_names(text: str, passages: Iterable[Span]) -> list[Mention]:
    """The names that match the patterns, inside the passages."""
    return [
        Mention(start=match.start(), end=match.end(), label=label, score=SCORE)
        for passage in passages
        for label, pattern in _patterns()
        for match in pattern.finditer(text, passage.start, passage.end)
    ]


def find_titles(text: str, marks: Iterable[Mark], passages: Sequence[Span]) -> list[Mention]:
    """Titles of works: the text of closed marks of the kind `title`, inside the passages."""
    found = []
    for mark in marks:
        if mark.kind == "title" and mark.closed and any(one.start <= mark.start < one.end for one in passages):
            start, end = mark.start + 1, mark.end - 1
            while start < end and text[start].isspace():
                start += 1
            while start < end and (text[end - 1].isspace() or text[end - 1] in ",.;:"):
                end -= 1
            if start < end and "\n" not in text[start:end]:
                found.append(Mention(start=start, end=end, label="WORK_OF_ART", score=SCORE))
    return found
