"""A page has a frame of menus and legal links, and what an extractor leaves of it has none."""

from __future__ import annotations

from annotators.boilerplate.lines.page import page_of
from annotators.loaders.text import article_from_text

STORY = (
    "Ferry crew refuses to sail",
    "The crew of the evening ferry refused on Sunday to leave the harbour, and the passengers slept on the quay.",
    "Sign up for our newsletter",
    "The captain said that no ferry of the line had ever left the harbour in such a storm, and none would.",
)
FRAME = ("Skip to content", "Log in", "Share", "Terms of use", "Privacy policy")
SATZ = "Die Besatzung der Fähre hat sich am Sonntag geweigert, den Hafen zu verlassen, und die Passagiere schliefen."


def telling(*lines: str) -> tuple[bool, ...] | None:
    return page_of(article_from_text("\n\n".join(lines), "a.txt")).telling


def test_without_a_frame_each_line_is_tested_for_boilerplate_words() -> None:
    lines = [line for line in STORY if "newsletter" not in line] * 2
    assert telling(*lines, "Recommended for you") == (*[False] * len(lines), True)


def test_with_a_frame_the_test_is_not_made() -> None:
    assert telling(*FRAME[:3], *STORY, *FRAME[3:]) is None


def test_in_other_languages_the_test_is_not_made() -> None:
    assert telling(SATZ, SATZ, SATZ) is None
