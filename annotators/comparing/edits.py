"""What changed between two versions of the same words."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from annotators.annotation import Span
from annotators.comparing.tokens import tokenise

__all__ = ["Edit", "word_edits"]


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch that stands in one version, in the other, or differently in both.

    `at` is where in the left text it belongs (a code point), also when nothing stands there.
    """

    left: Span | None
    right: Span | None
    at: int


def word_edits(left_text: str, left: tuple[Span, ...], right_text: str, right: tuple[Span, ...]) -> tuple[Edit, ...]:
    """The edits from left to right, word by word; differences of case and of mark shapes are none."""
    ours, theirs = tokenise(left_text, left), tokenise(right_text, right)
    matcher = SequenceMatcher(None, [token.key for token in ours], [token.key for token in theirs], autojunk=False)
    edits = []
    for what, start, end, other_start, other_end in matcher.get_opcodes():
        if what != "equal":
            one = Span(ours[start].start, ours[end - 1].end) if end > start else None
            two = Span(theirs[other_start].start, theirs[other_end - 1].end) if other_end > other_start else None
            at = one.start if one else ours[start - 1].end if start else left[0].start
            edits.append(Edit(one, two, at))
    return tuple(edits)
