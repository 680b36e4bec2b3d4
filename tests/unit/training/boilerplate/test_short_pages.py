"""Pages with a short story are made of labelled ones, whose furniture they keep."""

from __future__ import annotations

from itertools import islice

from training.boilerplate.corpus.labelled_pages import LabelledPage, article_of
from training.boilerplate.corpus.short_pages import short_pages, with_menus

PARAGRAPHS = [f"The crew refused on day {day} to leave the harbour, and the line told nobody why." for day in range(12)]
LINES = [
    ("Home", "nav"), ("News", "nav"), ("Ferry crew refuses to sail", "headline"), ("By Anna Berg", "byline"),
    ("The sea was rough.", "deck"), *((line, "body") for line in PARAGRAPHS[:6]), ("Photo: Jo Penn", "credit"),
    *((line, "body") for line in PARAGRAPHS[6:]), ("Related: Storm", "related"),
    ("Ferry crew refuses to sail", "related"),
    ("Terms of use", "footer"),
]  # fmt: skip


def page(*, silver: bool = False) -> LabelledPage:
    text = "\n".join(line for line, _ in LINES)
    return LabelledPage("a", "a.example", article_of(text), [kind for _, kind in LINES], silver=silver)


def test_a_page_comes_with_a_part_of_its_story() -> None:
    cut = short_pages([], [page(silver=True)], 5)[-1]
    assert 2 <= list(cut.kinds).count("body") <= 8
    assert {"nav", "headline", "byline", "related", "footer"} <= set(cut.kinds)
    assert cut.variant


def test_it_comes_with_a_story_of_our_own_under_its_headline_wherever_that_is_said() -> None:
    anew = [one for one in short_pages([page()], [], 5) if one.name.endswith("told anew")]
    assert len(anew) == 2
    for one in anew:
        told = {text for text, kind in zip(one.page.texts, one.kinds, strict=True) if kind == "body"}
        assert told
        assert told.isdisjoint(PARAGRAPHS)
        assert "Ferry crew refuses to sail" not in one.page.texts
        assert "deck" not in one.kinds
        titles = [text for text, kind in zip(one.page.texts, one.kinds, strict=True) if kind in ("headline", "related")]
        assert titles[0] == titles[-1]


def test_it_is_the_same_again_with_the_same_seed() -> None:
    first, second, other = (short_pages([page()], [], seed) for seed in (5, 5, 6))
    assert [one.article.text for one in first] == [one.article.text for one in second]
    assert [one.article.text for one in first] != [one.article.text for one in other]


def test_short_lines_above_the_headline_are_a_menu_and_among_the_footer_the_footer() -> None:
    kinds = ["nav", "related", "related", "nav", "headline", "body", "footer", "related", "footer", "related"]
    text = "\n".join([*(f"Part {letter}" for letter in "abcd"), "Ferry crew stays", PARAGRAPHS[0], *"efgh"])
    found = with_menus(LabelledPage("a", "a.example", article_of(text), kinds, silver=True))
    assert list(found.kinds) == [*["nav"] * 4, "headline", "body", *["footer"] * 4]
    assert list(islice(kinds, 3)) == ["nav", "related", "related"]
