"""What changed between two versions of the same words."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from annotators.annotation import Span
from annotators.comparing.tokens import tokenise

__all__ = ["Edit", "word_edits"]


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch that stands in one version, in the other, or differently in both."""

    left: Span | None
    right: Span | None


def word_edits(left_text: str, left: tuple[Span, ...], right_text: str, right: tuple[Span, ...]) -> tuple[Edit, ...]:
    """The edits from left to right, word by word; differences of case and of mark shapes are none."""
    ours, theirs = tokenise(left_text, left), tokenise(right_text, right)
    matcher = SequenceMatcher(None, [token.key for token in ours], [token.key for token in theirs], autojunk=False)
    edits = []
    for what, start, end, other_start, other_end in matcher.get_opcodes():
        if what != "equal":
            one = Span(ours[start].start, ours[end - 1].end) if end > start else None
            two = Span(theirs[other_start].start, theirs[other_end - 1].end) if other_end > other_start else None
            edits.append(Edit(one, two))
    return tuple(edits)
