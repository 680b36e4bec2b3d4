"""Thresholds of boilerplate by length of the line and share of boilerplate on the page."""

from __future__ import annotations

import pytest

from annotators.boilerplate.lines.decode import choose

STORY = {"body": 0.99, "nav": 0.01}
MENU = {"body": 0.01, "nav": 0.99}


def last_kind(menus: int, share: float, words: int) -> str:
    page = [MENU] * menus + [STORY] * (19 - menus) + [{"body": 1 - share, "nav": share}]
    return choose(page, [5] * 19 + [words])[-1].kind


@pytest.mark.parametrize(("words", "share", "kind"), [
    (1, 0.65, "body"), (1, 0.7, "nav"),
    (5, 0.9, "body"), (5, 0.95, "nav"),
    (40, 0.98, "body"), (40, 0.99, "nav"),
])  # fmt: skip
def test_with_little_boilerplate_long_lines_need_a_higher_probability(words: int, share: float, kind: str) -> None:
    assert last_kind(2, share, words) == kind


@pytest.mark.parametrize(("words", "share", "kind"), [
    (1, 0.55, "body"), (1, 0.65, "nav"),
    (10, 0.8, "body"), (10, 0.9, "nav"),
])  # fmt: skip
def test_with_some_boilerplate_a_sentence_needs_a_lower_probability(words: int, share: float, kind: str) -> None:
    assert last_kind(8, share, words) == kind


@pytest.mark.parametrize(("words", "share", "kind"), [
    (1, 0.55, "body"), (1, 0.65, "nav"), (20, 0.65, "nav"),
    (80, 0.75, "body"), (80, 0.85, "nav"),
])  # fmt: skip
def test_on_a_whole_page_only_long_paragraphs_need_more(words: int, share: float, kind: str) -> None:
    assert last_kind(15, share, words) == kind


def test_exactly_one_line_is_the_headline() -> None:
    likely = {"headline": 0.6, "body": 0.4}
    assert [one.kind for one in choose([likely, likely, STORY], [5, 5, 30], 1)] == ["body", "headline", "body"]


def test_without_a_page_frame_a_line_in_the_story_is_stripped_only_for_its_words_or_if_certain() -> None:
    likely, certain = {"related": 0.93, "body": 0.07}, {"related": 0.999, "body": 0.001}
    rows, sizes = [STORY, likely, likely, certain, STORY, likely], (30, 6, 6, 6, 30, 6)
    assert [choice.kind for choice in choose(rows, sizes)][1:4] == ["related"] * 3
    bare = [choice.kind for choice in choose(rows, sizes, None, (False, False, True, False, False, False))]
    assert bare[1:4] == ["body", "related", "related"]
    assert bare[5] == "related"


@pytest.mark.parametrize(("words", "share", "here", "abroad"), [
    (5, 0.7, "nav", "nav"), (20, 0.5, "body", "body"), (20, 0.62, "nav", "body"), (20, 0.7, "nav", "nav"),
])  # fmt: skip
def test_less_is_stripped_from_a_page_in_another_language(words: int, share: float, here: str, abroad: str) -> None:
    page = [MENU] * 15 + [STORY] * 4 + [{"body": 1 - share, "nav": share}]
    sizes = [5] * 19 + [words]
    assert (choose(page, sizes)[-1].kind, choose(page, sizes, abroad=True)[-1].kind) == (here, abroad)
