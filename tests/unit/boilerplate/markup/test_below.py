"""Text far below the story in elements of another shape is dropped."""

import pytest

from annotators.article import Article
from annotators.boilerplate.markup.below import below_the_story, shape_of
from annotators.boilerplate.markup.view import view_of
from annotators.loaders.html import load_html

STORY = "".join(
    f"<p>The harbour master has written down every ship of the year {year}.</p>" for year in range(1950, 1956)
)
TEASER = "What the old ferry cost the county in its last winter, and who had to pay for it."


def links(count: int) -> str:
    return "<ul>" + "".join(f"<li><a href=/{number}>Harbour {number}</a></li>" for number in range(count)) + "</ul>"


def found(between: str, last: str, share: float = 0.99) -> list[str]:
    """The blocks taken for strays, where all but those of lists and headings are kept; `share` is that of the last."""
    page = f"<html><body><main><div class=story>{STORY}</div>{between}{last}</main></body></html>"
    article: Article = load_html(page.encode(), "page.html")
    shares = [0.99] * (len(article.blocks) - 1) + [share]
    kept = [number for number, block in enumerate(article.blocks) if "/ul/" not in block.path and block.tag[0] != "h"]
    return [article.text_of(article.blocks[number]) for number in below_the_story(view_of(article), kept, shares)]


def test_a_sentence_in_another_element_below_a_menu_is_dropped() -> None:
    assert found(links(8), f"<section class=card><p>{TEASER}</p></section>") == [TEASER]


@pytest.mark.parametrize("between", ["", links(3), "<h2>What it cost</h2>"])
def test_text_directly_after_the_story_is_its_end(between: str) -> None:
    assert found(between, f"<section class=card><p>{TEASER}</p></section>") == []


def test_a_story_continues_below_a_menu_in_elements_of_the_same_shape() -> None:
    assert found(links(20), f"<div class=story><p>{TEASER}</p></div>") == []


@pytest.mark.parametrize(("heading", "expected"), [("Related articles", [TEASER]), ("What it cost the county", [])])
def test_a_heading_that_announces_other_stories_ends_the_story_sooner(heading: str, expected: list[str]) -> None:
    assert found(f"<h2>{heading}</h2>{links(4)}", f"<section class=card><p>{TEASER}</p></section>") == expected


def test_an_improbable_sentence_is_dropped_closer_to_the_story() -> None:
    last = f"<section class=card><p>{TEASER}</p></section>"
    assert found(links(1), last, share=0.6) == [TEASER]
    assert found("", last, share=0.6) == []
    assert found(links(1), f"<div class=story><p>{TEASER}</p></div>", share=0.6) == []


def test_a_short_summary_above_a_menu_ends_no_story() -> None:
    more = "".join(
        f"<p>Nobody who lived on the island in {year} would have taken the ferry.</p>" for year in range(1900, 1930)
    )
    assert found(links(20), f"<section class=long>{more}</section>") == []


def test_a_shape_has_no_ids_and_numbers() -> None:
    assert shape_of("body/div#post-17.story/p") == shape_of("body/div#post-9.story/p") == "body/div.story/p"
    assert shape_of("body/div.story/p") != shape_of("body/div.teaser/p")


def test_nearly_half_of_all_words_are_never_dropped() -> None:
    years = range(1900, 1905)
    more = "".join(f"<p>Nobody who lived on the island in {year} would have taken it.</p>" for year in years)
    assert found(links(20), f"<section class=long>{more}</section>") == []
