"""Direct quotations by textacy: one call of `textacy.extract.direct_quotations` on a parsed Doc."""

from __future__ import annotations

from typing import Any

from annotators.annotation import Span
from benchmarks.quotes.peers.clause_rules import Quotation

__all__ = ["quotations"]


def quotations(doc: Any) -> list[Quotation]:
    """The quotations in code points; raises `ValueError` like textacy, on an odd number of marks."""
    from textacy.extract import direct_quotations

    return [
        Quotation((Span(found.content.start_char, found.content.end_char),), _span(found.cue), _span(found.speaker))
        for found in direct_quotations(doc)
    ]


def _span(tokens: Any) -> Span | None:
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1])) if tokens else None
