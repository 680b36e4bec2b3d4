"""The word edits between two versions of the same text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from annotators.annotation import Span
from annotators.comparing.effort import is_too_much
from annotators.comparing.tokens import tokenise

__all__ = ["Edit", "merged_versions", "word_edits"]


@dataclass(frozen=True, slots=True)
class Edit:
    """A deletion, an insertion or a replacement.

    `at` is its place in the left text in code points, also for an insertion.
    """

    left: Span | None
    right: Span | None
    at: int


def word_edits(left_text: str, left: tuple[Span, ...], right_text: str, right: tuple[Span, ...]) -> tuple[Edit, ...]:
    """The edits from left to right by words; differences in case and in the shape of quotation marks do not count."""
    ours, theirs = tokenise(left_text, left), tokenise(right_text, right)
    edits = []
    for what, start, end, other_start, other_end in _steps([one.key for one in ours], [one.key for one in theirs]):
        if what != "equal":
            one = Span(ours[start].start, ours[end - 1].end) if end > start else None
            two = Span(theirs[other_start].start, theirs[other_end - 1].end) if other_end > other_start else None
            at = one.start if one else ours[start - 1].end if start else left[0].start
            edits.append(Edit(one, two, at))
    return tuple(edits)


def _steps(ours: list[str], theirs: list[str]) -> Iterable[tuple[str, int, int, int, int]]:
    """Difflib's steps from one to the other; for long sequences, one step for all between the equal ends."""
    if not is_too_much(ours, theirs):
        return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    pairs = list(zip(ours, theirs, strict=False))
    start = next((at for at, (one, other) in enumerate(pairs) if one != other), len(pairs))
    ends = list(zip(reversed(ours[start:]), reversed(theirs[start:]), strict=False))
    back = next((at for at, (one, other) in enumerate(ends) if one != other), len(ends))
    if start == len(ours) == len(theirs):
        return (("equal", 0, start, 0, start),)
    return (("equal", 0, start, 0, start), ("replace", start, len(ours) - back, start, len(theirs) - back))


def merged_versions(
    left_text: str, left: tuple[Span, ...], right_text: str, edits: tuple[Edit, ...]
) -> Iterator[tuple[str, str]]:
    """The words of the left with every edit in its place: pieces of text, each with the version that has it.

    That is `"left"`, `"right"`, or `"both"`; white space is as the articles have it. Edits of one
    word are one: `[including]` against `(including)` and not two pairs of brackets.
    """
    at = left[0].start
    for group in _by_word(left_text, edits):
        yield left_text[at : group[0].at], "both"
        at = group[0].at
        ours = theirs = ""
        for edit in group:
            between = left_text[at : edit.at]
            ours += between + (left_text[edit.left.start : edit.left.end] if edit.left else "")
            theirs += between + (right_text[edit.right.start : edit.right.end] if edit.right else "")
            at = edit.left.end if edit.left else edit.at
        if ours:
            yield ours, "left"
        elif group[0].right and right_text[group[0].right.start - 1].isspace():
            yield " ", "both"
        if theirs:
            yield theirs, "right"
    yield left_text[at : left[-1].end], "both"


def _by_word(text: str, edits: tuple[Edit, ...]) -> Iterator[list[Edit]]:
    """Edits with no white space of the left text between them, together."""
    group: list[Edit] = []
    for edit in edits:
        if group and any(character.isspace() for character in text[_end(group[-1]) : edit.at]):
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _end(edit: Edit) -> int:
    """The end of an edit in the left text."""
    return edit.left.end if edit.left else edit.at
