"""Thresholds of the second pass by line, by certainty of the CRFs, and by text."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.cleaned.deciding import Line, decided

STORY = "The council of Merrow voted on Tuesday to keep the old bridge."


def line(kind: str, furniture: float, text: str = STORY, share: float = 0.8) -> Line:
    label = BlockLabel(start=0, end=len(text), kind=kind, score=share)
    return Line(text, label, {kind: share, "body": 1 - share}, len(text.split()), furniture)


def kinds(*lines: Line, weight: float = 1.0) -> list[str]:
    return [label.kind for label in decided(lines, weight)]


KEPT = [line("body", 0.1)] * 20


def test_boilerplate_that_the_forest_does_not_confirm_is_kept() -> None:
    sure = [line("related", 0.99)] * 4
    assert kinds(*KEPT, *sure, line("related", 0.3))[-5:] == ["related"] * 4 + ["body"]


def test_less_is_taken_back_if_the_page_may_be_whole() -> None:
    sure = [line("related", 0.99)] * 4
    assert kinds(*KEPT, *sure, line("related", 0.3), weight=0.5)[-1] == "related"


def test_a_longer_line_needs_a_higher_probability() -> None:
    long = line("promo", 0.8, " ".join([STORY] * 5))
    sure = [line("promo", 0.99)] * 20
    assert kinds(*KEPT, *sure, line("promo", 0.8), long)[-2:] == ["promo", "body"]


def test_a_kept_line_is_stripped_unless_the_crfs_are_sure() -> None:
    doubtful, certain = line("body", 0.9, share=0.5), line("body", 0.9, share=1.0)
    doubtful = doubtful._replace(shares={"body": 0.5, "promo": 0.5})
    assert kinds(*KEPT, doubtful, certain)[-2:] == ["promo", "body"]


@pytest.mark.parametrize("kind", ["caption", "credit", "deck", "byline"])
def test_kinds_that_the_crfs_are_sure_of_are_unchanged(kind: str) -> None:
    assert kinds(*KEPT, line(kind, 0.01, share=0.95))[-1] == kind


def test_a_caption_found_by_a_rule_is_unchanged() -> None:
    assert kinds(*KEPT, line("caption", 0.01, share=0.1))[-1] == "caption"


def test_if_much_is_taken_back_only_nearly_certain_lines_are_stripped() -> None:
    back = [line("related", 0.1)] * 6
    assert kinds(*KEPT, *back, line("related", 0.65))[-1] == "body"
    assert kinds(*KEPT, *back, line("related", 0.95))[-1] == "related"


def test_if_most_would_be_stripped_only_lines_with_boilerplate_words_are() -> None:
    told = line("share", 0.99, "Share on Facebook")
    assert kinds(*[line("related", 0.99)] * 9, told, *KEPT[:2]) == ["body"] * 9 + ["share"] + ["body"] * 2


@pytest.mark.parametrize(("kind", "furniture"), [("author_box", 0.45), ("caption", 0.35), ("comments", 0.65)])
def test_what_is_rarely_the_story_must_be_all_but_that(kind: str, furniture: float) -> None:
    said = " ".join([STORY] * 5)
    assert kinds(*KEPT, *[line("promo", 0.99)] * 20, line(kind, furniture, said))[-1] == kind
    assert kinds(*KEPT, *[line("promo", 0.99)] * 20, line("promo", furniture, said))[-1] == "body"


def test_a_notice_of_cookies_is_never_the_story_again() -> None:
    notice = "This website uses cookies to improve your experience while you look at the old bridge of Merrow."
    assert kinds(*KEPT, line("consent", 0.2, notice))[-1] == "consent"


def test_a_sentence_to_nobody_that_reads_like_the_story_is_not_stripped_by_the_trees_alone() -> None:
    shares = {"body": 0.65, "promo": 0.35}
    assert kinds(*KEPT, line("body", 0.9)._replace(shares=shares))[-1] == "body"
    to_reader = line("body", 0.9, "You can see the old bridge of Merrow from our boats.")
    assert kinds(*KEPT, to_reader._replace(shares=shares))[-1] == "promo"
