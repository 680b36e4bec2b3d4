"""What stands between placeholders that a page shows again and again amid its story is the story."""

from __future__ import annotations

import time

from annotators.annotation import BlockLabel
from annotators.boilerplate.settling.placeholders import with_lines_between_placeholders

MARK = ("Article content", "other")
PROSE = ("The harbour board met twice before noon and sent its own divers down to the gate.", "body")


def kinds(*lines: tuple[str, str]) -> list[str]:
    text, labels = "", []
    for words, kind in lines:
        labels.append(BlockLabel(start=len(text), end=len(text) + len(words), kind=kind, score=0.9))
        text += words + "\n\n"
    return [label.kind for label in with_lines_between_placeholders(text, labels)]


def amid(*lines: tuple[str, str]) -> list[str]:
    """The kinds of what stands between placeholders within a story."""
    before, after = [PROSE, MARK, PROSE, MARK], [MARK, PROSE, MARK]
    return kinds(*before, *lines, *after)[len(before) : -len(after)]


def test_a_heading_and_a_sentence_between_placeholders_are_the_story() -> None:
    assert amid(("Divers say the second gate holds", "other")) == ["subhead"]
    assert amid(("Nobody on the quay believed them at first, and many went home.", "other")) == ["body"]


def test_text_between_placeholders_is_kept_beside_a_picture() -> None:
    picture = ("Divers at the gate on Monday. Photo: Ada Finch", "caption")
    assert amid(("Divers say the second gate holds", "other"), MARK, picture) == ["subhead", "other", "caption"]


def test_placeholders_and_buttons_are_unchanged() -> None:
    assert amid(MARK) == ["other"]
    assert amid(("Sign up for newsletter alerts", "other")) == ["other"]
    assert amid(("Divers say", "other")) == ["other"]


def test_a_line_without_a_placeholder_beside_it_is_unchanged() -> None:
    assert kinds(PROSE, ("Divers say the second gate holds", "other"), PROSE) == ["body", "other", "body"]


def test_what_follows_the_story_is_unchanged() -> None:
    lines = [PROSE, MARK, MARK, MARK, ("Divers say the second gate holds", "other"), ("Home", "nav")]
    assert kinds(*lines)[4] == "other"


def test_a_page_of_placeholders_takes_linear_time() -> None:
    lines = [MARK, ("Divers say the second gate holds", "other")] * 10_000
    start = time.process_time()
    assert set(kinds(*lines)) == {"other"}
    assert time.process_time() - start < 2
