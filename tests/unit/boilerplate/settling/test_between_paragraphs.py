"""Unsure furniture between two paragraphs is the story's, and so are topics there; what names itself is not."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.settling.between_paragraphs import with_lines_between_paragraphs

ABOVE = "The council voted on Tuesday to close the old bridge, which had been found unsafe in the spring."
BELOW = "Work is to begin in May and will take two years, engineers told a meeting in the village hall."


def kinds_of(*between: tuple[str, str, float], below: str = BELOW) -> list[str]:
    lines = [(ABOVE, "body", 0.9), *between, (below, "body", 0.9)]
    text, labels = "", []
    for said, kind, score in lines:
        labels.append(BlockLabel(start=len(text), end=len(text) + len(said), kind=kind, score=score))
        text += said + "\n"
    return [label.kind for label in with_lines_between_paragraphs(text, labels)][1:-1]


@pytest.mark.parametrize("kind", ["caption", "related", "ad", "promo", "other"])
def test_a_low_score_line_between_paragraphs_is_a_subhead(kind: str) -> None:
    assert kinds_of(("Chased by dogs", kind, 0.5)) == ["subhead"]
    assert kinds_of(("Chased by dogs", kind, 0.8)) == [kind]


def test_several_lines_or_sentences_between_paragraphs_are_body() -> None:
    assert kinds_of(*[(one, "tags", 0.99) for one in ("Broccoli", "Cabbage", "Garlic")]) == ["body", "body", "body"]
    assert kinds_of(("They were chased by dogs.", "caption", 0.4)) == ["body"]


@pytest.mark.parametrize("line", ["Advertisement", "Read more: The dogs of war", "Share on Facebook"])
def test_nothing_changes_if_a_line_of_the_run_has_boilerplate_words(line: str) -> None:
    assert kinds_of(("Chased by dogs", "related", 0.5), (line, "ad", 0.5)) == ["related", "ad"]


def test_a_line_not_directly_between_paragraphs_is_unchanged() -> None:
    assert kinds_of(("Chased by dogs", "related", 0.5), below="The end") == ["related"]
