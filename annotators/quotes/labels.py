"""Speakers named by a label before what they say (`WALLACE: ...`), or by a signature after it (`― Ana Ruiz`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import Span
from annotators.quotes.claims import Claim
from annotators.quotes.sentences import Paragraph
from annotators.quotes.tokens import Token

__all__ = ["CAPITAL_LABEL", "find_labelled", "find_signed"]

_LABEL = re.compile(r"[\"“']?((?:[A-Z][\w’'.-]*\s){0,3}[A-Z][\w’'.-]+):\s+(?=\S)")
CAPITAL_LABEL: Final = re.compile(r"^[\"“']?(?:[A-Z][A-Z.’'-]*\s){0,3}([A-Z][A-Z’'-]{2,}):\s", re.MULTILINE)
"""A line that begins with a name in capitals and a colon, as transcripts have it."""

_SHORTEST_CONTENT: Final = 12
_LONGEST_SIGNATURE: Final = 12


def find_labelled(text: str, paragraph: Paragraph, names: frozenset[str]) -> Claim | None:
    """What a paragraph that begins with a speaker's label says.

    `names` are the surnames of people named elsewhere and the labels in capitals that come back:
    a label has to be one of them.
    """
    found = _LABEL.match(text, paragraph.start, paragraph.end)
    if found is None:
        return None
    label = found[1]
    if not label.isupper() and paragraph.end - found.end() < _SHORTEST_CONTENT:
        return None
    if label.split()[-1] not in names or text.startswith(("http", "www."), found.end()):
        return None
    if text[found.end()] in "\"“'‘" and not label.isupper():
        return None
    end = paragraph.end
    while end > found.end() and text[end - 1] in ' "”.':
        end -= 1
    if end == found.end():
        return None
    return Claim((Span(found.end(), end),), None, Span(*found.span(1)), "a label with a colon", 0.75)


def find_signed(tokens: Sequence[Token]) -> Claim | None:
    """A quotation with its speaker after a dash: `“...” ― Ana Ruiz`."""
    if len(tokens) < 3 or tokens[0].kind != "quote" or tokens[1].text not in ("―", "—", "–", "--", "-"):
        return None
    name = [token for token in tokens[2:] if token.text != "."]
    if not name or len(name) > _LONGEST_SIGNATURE or not name[0].is_capital:
        return None
    end = next((at for at, token in enumerate(name) if token.text == ","), len(name))
    if not all(token.is_capital or token.text in (".", "-") or len(token.text) < 4 for token in name[:end]):
        return None
    speaker = Span(name[0].start, name[end - 1].end)
    cue = Span(tokens[1].start, tokens[1].end)
    return Claim((Span(tokens[0].start, tokens[0].end),), cue, speaker, "signed after a dash", 0.9)
