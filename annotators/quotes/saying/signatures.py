"""Speakers named by a signature after what they say: `“...” ― Ana Ruiz`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.annotation import Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.tokens import Token

__all__ = ["find_signed"]

_LONGEST_SIGNATURE: Final = 12


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
