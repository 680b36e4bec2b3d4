"""Sentences with their spans marked, as tests write them: `It cost [$5 million MONEY].`"""

from __future__ import annotations

import re
from collections.abc import Iterable

from annotators.annotation import Mention

__all__ = ["mark", "unmark"]

_SPAN = re.compile(r"\[([^\[\]]+) ([A-Z_]+)\]")


def unmark(marked: str) -> tuple[str, list[Mention]]:
    """The sentence and its mentions."""
    text, mentions, at = "", [], 0
    for match in _SPAN.finditer(marked):
        text += marked[at : match.start()]
        name, label = match.groups()
        mentions.append(Mention(start=len(text), end=len(text) + len(name), label=label))
        text += name
        at = match.end()
    return text + marked[at:], mentions


def mark(text: str, spans: Iterable[Mention | tuple[int, int, str]]) -> str:
    """The sentence with its spans marked, so that a failing test shows words."""
    triples = [(one.start, one.end, one.label) if isinstance(one, Mention) else one for one in spans]
    for start, end, label in sorted(triples, reverse=True):
        text = f"{text[:start]}[{text[start:end]} {label}]{text[end:]}"
    return text
