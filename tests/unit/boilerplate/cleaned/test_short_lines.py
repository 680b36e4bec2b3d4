"""Short lines inside the story of text without a frame are stripped only for their own words."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.cleaned.short_lines import with_short_lines_kept
from annotators.boilerplate.lines.page import page_of

from ..pages import article_of

STORY = "The council voted on Tuesday to close the old bridge, which had been found unsafe in the spring."
OTHER = "Work is to begin in May and will take two years, engineers told a meeting in the village hall."


def kind_of(line: str, kind: str = "widget", last: str = OTHER) -> str:
    article = article_of("\n".join((STORY, line, last, *[f"{OTHER} {n}" for n in range(8)])))
    kinds = ["body", kind, *["body"] * 9]
    labels = [
        BlockLabel(start=b.start, end=b.end, kind=k, score=0.9) for b, k in zip(article.blocks, kinds, strict=True)
    ]
    return with_short_lines_kept(page_of(article), labels)[1].kind


@pytest.mark.parametrize("line", ["Noisy fireworks", "Los Angeles 41", "Choose the third door.", "On foot"])
@pytest.mark.parametrize("kind", ["widget", "nav", "ad", "share", "footer"])
def test_a_short_line_inside_the_story_is_kept(line: str, kind: str) -> None:
    assert kind_of(line, kind) == "body"


@pytest.mark.parametrize(
    "line",
    ["Advertisement", "Share on Facebook", "Sign up to our newsletter", "View 6 Images", "Copy to Clipboard", "5 min",
     "To view this video please enable JavaScript", "Click to download", "Check Price at Harlow Stores$70 List"],
)  # fmt: skip
def test_a_short_line_with_boilerplate_words_is_stripped(line: str) -> None:
    assert kind_of(line) == "widget"


def test_with_any_line_of_a_frame_nothing_changes() -> None:
    assert kind_of("Noisy fireworks", last="Privacy Policy") == "widget"


@pytest.mark.parametrize("kind", ["caption", "related", "promo"])
def test_kinds_that_extractors_leave_are_unchanged(kind: str) -> None:
    assert kind_of("Noisy fireworks", kind) == kind


@pytest.mark.parametrize("kind", ["related", "promo"])
def test_a_question_alone_is_a_heading_of_the_story(kind: str) -> None:
    assert kind_of("How Long Will the Work at the Bridge Take?", kind) == "subhead"


def test_a_question_whose_words_tell_or_that_is_not_alone_stays() -> None:
    assert kind_of("Already a subscriber? Sign in or register now?", "promo") == "promo"
    lines = ["Is the old bridge safe for lorries?", "Will the ferry be run again by the town?"]
    article = article_of("\n".join((STORY, *lines, OTHER, *[f"{OTHER} {n}" for n in range(8)])))
    kinds = ["body", "related", "related", *["body"] * 9]
    labels = [
        BlockLabel(start=b.start, end=b.end, kind=k, score=0.9) for b, k in zip(article.blocks, kinds, strict=True)
    ]
    assert [label.kind for label in with_short_lines_kept(page_of(article), labels)][1:3] == ["related"] * 2
