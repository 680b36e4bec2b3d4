"""Text that a browser shows out of a frame, a shadow or a drawing is not lost without a word."""

from html import escape

import pytest

from annotators.loaders.html import load_html

STORY = (
    "<p>The ferry to Sallow will run for one more winter, the harbour board said on Monday after long talks.</p>" * 5
)


def framed(inside: str, around: str = "<h1>Ferry stays</h1>") -> str:
    return f'{around}<iframe title="letter" srcdoc="{escape(inside)}"></iframe>'


def test_a_page_that_is_little_more_than_a_frame_shows_the_frames_content() -> None:
    article = load_html(framed(STORY).encode(), "a.html")
    assert article.text.startswith("Ferry stays\n\nThe ferry to Sallow")
    assert "in a frame" in article.notices[0]


def test_of_several_frames_the_largest_is_taken() -> None:
    article = load_html((framed("<p>Buy now</p>" * 40) + framed(STORY, "")).encode(), "a.html")
    assert "The ferry to Sallow" in article.text
    assert "Buy now" not in article.text


def test_frames_beside_an_article_are_ignored() -> None:
    article = load_html(framed("<p>Buy the boat now, at half its price.</p>" * 30, STORY).encode(), "a.html")
    assert "Buy" not in article.text
    assert article.notices == ()


def test_declarative_shadow_roots_are_text() -> None:
    page = f'<news-story><template shadowrootmode="open">{STORY}</template></news-story><template>{"x " * 9}</template>'
    article = load_html(page.encode(), "a.html")
    assert article.text.count("The ferry to Sallow") == 5
    assert "x x" not in article.text


@pytest.mark.parametrize("page", ["<svg><text>{}</text></svg>", "<svg><foreignObject>{}</foreignObject></svg>"])
def test_a_page_that_is_an_svg_drawing_shows_its_words_with_a_notice(page: str) -> None:
    article = load_html(page.format("The ferry stays in port for one more winter").encode(), "a.html")
    assert article.text == "The ferry stays in port for one more winter"
    assert article.notices
