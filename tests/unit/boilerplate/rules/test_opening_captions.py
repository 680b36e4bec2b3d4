"""An opening that the model took for a caption without being sure is shown, unless a picture is near."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.article import Article
from annotators.boilerplate.rules.opening_captions import with_opening_captions
from annotators.loaders.html import load_html

STAND = "Most of the parents in the valley did not send their children to school on Monday, as the buses did not run."
TOLD = "The bus company said on Monday that it had no drivers left, and that the strike would go on until Friday."
PAGE = f"<html><body><article><h1>No school in the valley</h1>{{}}<p>{STAND}</p><p>{TOLD}</p></article></body></html>"


def kinds(kind: str, score: float, picture: str = "", last: str = "body") -> list[str]:
    article: Article = load_html(PAGE.format(picture).encode(), "a.html")
    assert [article.text_of(block) for block in article.blocks[1:]] == [STAND, TOLD]
    rows = zip(article.blocks, (("headline", 0.9), (kind, score), (last, 0.8)), strict=True)
    labels = [BlockLabel(start=block.start, end=block.end, kind=one, score=sure) for block, (one, sure) in rows]
    return [label.kind for label in with_opening_captions(article, labels)]


def test_an_unsure_caption_between_headline_and_story_is_the_deck() -> None:
    assert kinds("caption", 0.3) == ["headline", "deck", "body"]


@pytest.mark.parametrize(
    ("kind", "score", "picture"),
    [("caption", 0.7, ""), ("promo", 0.3, ""), ("caption", 0.3, '<figure><img src="a.png"></figure>')],
)
def test_sure_captions_and_those_of_pictures_stay(kind: str, score: float, picture: str) -> None:
    assert kinds(kind, score, picture) == ["headline", kind, "body"]


def test_below_the_first_paragraph_a_caption_stays() -> None:
    assert kinds("body", 0.9, last="caption") == ["headline", "body", "caption"]
