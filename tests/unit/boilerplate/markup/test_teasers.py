"""Teasers below the story of an HTML page are known by their pattern."""

from __future__ import annotations

from annotators.annotation import BlockLabel
from annotators.article import Article, Block, Source
from annotators.boilerplate.markup.teasers import with_teasers

STORY = "The ferry left at noon with forty people aboard, and nobody knew when it would be back in port again. " * 6
TITLES = ("Quay wall to be mended", "Harbour master steps down", "Gulls steal a wedding cake")
TEXTS = (
    "The town has found the money that was missing since the spring.",
    "He had held the post for longer than anybody can remember.",
    "Guests at the pier hotel saw the top tier go out over the bay.",
)
_Line = tuple[str, str, str, bool]


def kinds_of(*lines: _Line) -> list[str]:
    """The kinds found of blocks by path, kind, text and whether all of it is a link."""
    text, made, labels, at = "\n\n".join(line[2] for line in lines), [], [], 0
    for path, kind, said, linked in lines:
        end = at + len(said)
        made.append(Block(at, end, path.rpartition("/")[2], path, len(said) if linked else 0, int(linked)))
        labels.append(BlockLabel(start=at, end=end, kind=kind, score=0.7))
        at = end + 2
    return [label.kind for label in with_teasers(Article(text, tuple(made), Source("x.html")), labels)]


def teasers(titles: tuple[str, ...] = TITLES, texts: tuple[str, ...] = TEXTS) -> list[_Line]:
    """Linked titles, each above its text."""
    lines: list[_Line] = []
    for title, text in zip(titles, texts, strict=True):
        lines += [("b/dl/dt", "nav", title, True), ("b/dl/dd", "body", text, False)]
    return lines


ABOVE: _Line = ("b/div/p", "body", STORY, False)
BETWEEN: list[_Line] = [("b/ul/li", "share", "Mail it", True), ("b/h4", "related", "More from the quay", False)]


def test_titles_that_are_links_with_a_text_below_each_are_teasers() -> None:
    assert kinds_of(ABOVE, *BETWEEN, *teasers())[3:] == ["nav", "related"] * 3
    assert kinds_of(*[ABOVE] * 5, *teasers())[5:] == ["nav", "related"] * 3


def test_a_short_text_right_above_them_introduces_them() -> None:
    assert kinds_of(ABOVE, *teasers())[1:] == ["nav", "body"] * 3


def test_entries_with_more_than_a_title_and_a_text_are_the_story() -> None:
    entries: list[_Line] = []
    for title, said in zip(TITLES, TEXTS, strict=True):
        entries += [*teasers((title,), (said,)), ("b/dl/b", "body", "Open", False)]
    assert "related" not in kinds_of(ABOVE, *BETWEEN, *entries)[3:]


def test_two_are_too_few() -> None:
    assert kinds_of(ABOVE, *BETWEEN, *teasers(TITLES[:2], TEXTS[:2]))[3:] == ["nav", "body"] * 2


def test_a_page_of_nothing_else_is_a_list() -> None:
    above: _Line = ("b/div/p", "body", "Three stories from the quay.", False)
    assert kinds_of(above, *BETWEEN, *teasers())[3:] == ["nav", "body"] * 3


def test_entries_after_which_the_story_goes_on_are_its_own() -> None:
    assert kinds_of(ABOVE, *BETWEEN, *teasers(), ABOVE)[3:] == [*["nav", "body"] * 3, "body"]


def test_what_is_set_as_the_story_is_no_teaser() -> None:
    texts: list[_Line] = [("b/dl/dd", "body", STORY, False)] * 2
    assert kinds_of(ABOVE, *texts, *BETWEEN, *teasers())[5:] == ["nav", "body"] * 3


def test_questions_have_answers_below_them() -> None:
    asked = tuple(f"{title}?" for title in TITLES)
    assert kinds_of(ABOVE, *BETWEEN, *teasers(asked))[3:] == ["nav", "body"] * 3


def test_what_is_told_from_the_story_already_keeps_its_kind() -> None:
    lines = [(path, "ad" if path.endswith("dd") else kind, said, linked) for path, kind, said, linked in teasers()]
    assert kinds_of(ABOVE, *BETWEEN, *lines)[3:] == ["nav", "ad"] * 3
