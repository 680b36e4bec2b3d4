"""A marked list is the story or furniture as a whole."""

from __future__ import annotations

from annotators.annotation import BlockLabel
from annotators.article import Article, Block, Source
from annotators.boilerplate import structure_of
from annotators.boilerplate.settling.lists import with_whole_lists

HEAD = ("What the crew took along:", "body")
ITEMS = (("- Two lamps", "related"), ("- The tide table of the year before", "body"), ("- Rope", "ad"))


def kinds(*lines: tuple[str, str], indent: str = "") -> list[str]:
    text, labels = "", []
    for words, kind in lines:
        text += indent if labels else ""
        labels.append(BlockLabel(start=len(text), end=len(text) + len(words), kind=kind, score=0.7))
        text += words + "\n"
    return [label.kind for label in with_whole_lists(text, labels)]


def test_a_list_of_which_an_item_is_the_story_is_the_story() -> None:
    assert kinds(HEAD, *ITEMS) == ["body"] * 4


def test_bullets_may_precede_the_block() -> None:
    bare = [(words.removeprefix("- "), kind) for words, kind in ITEMS]
    assert kinds(HEAD, *bare, indent="  - ") == ["body"] * 4


def test_a_list_of_links_stays_boilerplate() -> None:
    links = [("- Two lamps", "related"), ("- Rope", "related")]
    assert kinds(HEAD, *links) == ["body", "related", "related"]


def test_a_list_under_boilerplate_is_unchanged() -> None:
    assert kinds(("Most read", "related"), *ITEMS) == ["related", "related", "body", "ad"]


def test_an_item_with_boilerplate_words_is_unchanged() -> None:
    assert kinds(HEAD, *ITEMS, ("- Sign up for our newsletter", "promo"))[-1] == "promo"


def test_lines_without_marks_are_no_list() -> None:
    bare = [(words.removeprefix("- "), kind) for words, kind in ITEMS]
    assert kinds(HEAD, *bare) == ["body", "related", "body", "ad"]


def test_lists_in_other_languages_are_unchanged() -> None:
    lines = (*(("The crew left the harbour on Sunday and was not seen again.", "body"),) * 9, HEAD, *ITEMS)
    text, labels = "", []
    for words, kind in lines:
        labels.append(BlockLabel(start=len(text), end=len(text) + len(words), kind=kind, score=0.9))
        text += words + "\n"
    article = Article(text, tuple(Block(label.start, label.end) for label in labels), Source("-"))
    here, abroad = (structure_of(article, labels, foreign=foreign).blocks[-1].kind for foreign in (False, True))
    assert (here, abroad) == ("body", "ad")
