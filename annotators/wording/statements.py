"""The words of a statement that can stand on their own beside the name of its speaker."""

from __future__ import annotations

from typing import Final

from annotators.annotation import Span, Statement

__all__ = ["cue_beside", "read_out"]

_PLAIN: Final = frozenset(
    "add added adding adds post posted posting posts put puts putting read reads said say saying says tell telling "
    "tells told tweet tweeted tweeting tweets write writes writing wrote".split()
)
"""Forms of plain verbs of saying, after which the content is a sentence on its own."""
_NEGATIONS: Final = frozenset(("never", "not"))
_FARTHEST: Final = 40
"""The most code points between a verb and its complement: `accused on Sunday Israel of ...`."""


def read_out(text: str, said: Statement) -> tuple[Span, ...]:
    """The spans of a statement that a list shows: the content, and the verb if the content needs it.

    `Twitter of closing accounts` is no sentence without `accused`: unquoted content right after its verb is shown with
    the verb, unless that is a plain verb of saying. Where nothing was said, these are the words that say so.
    """
    first, *rest = said.shown
    return (Span(said.cue.start, first.end), *rest) if said.cue and _needs_verb(text, said) else said.shown


def cue_beside(text: str, said: Statement) -> str:
    """The cue on one line, to be shown beside the result of `read_out`; empty if it is part of that."""
    if said.cue is None or read_out(text, said)[0].start == said.cue.start:
        return ""
    return " ".join(text[said.cue.start : said.cue.end].split())


def _needs_verb(text: str, said: Statement) -> bool:
    if said.type == "direct" or not said.content or said.cue is None:
        return False
    between = text[said.cue.end : said.content[0].start] if said.cue.end <= said.content[0].start else "\n"
    if len(between) > _FARTHEST or any(sign in between for sign in ".:;!?\n"):
        return False
    words = text[said.cue.start : said.cue.end].lower().replace("’", "'").split()
    if text.startswith("to ", said.content[0].start):
        return True
    denied = any(word in _NEGATIONS or word.endswith("n't") for word in words)
    return denied or words[-1] not in _PLAIN
