"""Short articles of many genres: alone no line of them goes, in a page's frame the frame goes and they stay.

Each file in `genres/` is an article of our own, a line a paragraph, its title first.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from annotators.article import Article
from annotators.boilerplate import label_blocks
from annotators.loaders.markdown import load_markdown
from annotators.loaders.text import article_from_text

ARTICLES = {path.stem: path.read_text(encoding="utf-8").splitlines() for path in Path(__file__).parent.glob("genres/*")}
ABOVE = ("Home", "World", "Politics", "Tech", "Video")
SIGNED = ("By Nora Quist", "Updated 14:32 GMT, 12 October 2024", "4 min read")
BELOW = (
    "Topics", "Society", "Features", "Share", "Reuse this content", "Related stories",
    "The strange afterlife of a cable car", "How a cheese won a war", "Most viewed", "Help", "Complaints & corrections",
    "Contact us", "All topics", "Newsletters",
    "© 2024 The Northern Post & Media Limited or its affiliated companies. All rights reserved.",
)  # fmt: skip
FRAMED = (
    "corrections", "court", "feature", "footnotes", "interview", "listicle", "live", "minutes", "newsletter",
    "review", "song", "stars", "transcript", "verse", "wire",
)  # fmt: skip


def stripped_of(article: Article) -> list[str]:
    return [article.text[one.start : one.end] for one in label_blocks(article).blocks if one.boilerplate]


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["tight", "apart"])
@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_alone_keeps_every_line(name: str, between: str) -> None:
    assert stripped_of(article_from_text(between.join(ARTICLES[name]), "a.txt")) == []


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_in_markdown_keeps_every_line(name: str) -> None:
    text = "# " + "\n\n".join(ARTICLES[name]) + "\n"
    assert stripped_of(load_markdown(text.encode(), "a.md")) == []


@pytest.mark.parametrize("name", FRAMED)
def test_a_page_frame_is_stripped_and_the_article_kept(name: str) -> None:
    title, *story = ARTICLES[name]
    lines = (*ABOVE, title, *SIGNED, *story, *BELOW)
    assert set(stripped_of(article_from_text("\n\n".join(lines), "a.txt"))) == {*ABOVE, *BELOW}
