"""Quotations in a paragraph that is not in English: each is speech, and nobody's where no rule knows whose."""

from __future__ import annotations

from annotators.annotation import Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.sentences import Paragraph

__all__ = ["claims_abroad"]

_NOBODYS = 0.3


def claims_abroad(paragraph: Paragraph) -> list[Claim]:
    """A claim for each quotation in a paragraph that stands as speech of its own, in order."""
    return [
        Claim((Span(mark.start, mark.end),), None, None, "speech without a speaker", _NOBODYS)
        for mark in paragraph.quotes.values()
        if mark.kind == "direct"
    ]
