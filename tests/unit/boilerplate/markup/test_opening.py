"""The unit that opens a story between its headline and its first paragraph."""

import pytest

from annotators.boilerplate.markup.features import keys_of
from annotators.boilerplate.markup.kinds import kinds_of
from annotators.boilerplate.markup.model import load_markup_model
from annotators.boilerplate.markup.view import view_of
from annotators.loaders.html import load_html

TITLE = "Old ferry to run for one more winter"
UNDER = "The county pays for the crossing until the new boat is built"
PROSE = "The harbour board will let the old ferry run for one more winter, its chairman said on Monday evening."


def kind_under(between: str, share: float) -> str:
    """The kind of a second heading that is the story's with this probability."""
    page = f"<main><h1>{TITLE}</h1>{between}<h2>{UNDER}</h2>{f'<p>{PROSE}</p>' * 3}</main>"
    head = f'<head><meta property="og:title" content="{TITLE}"></head>'
    article = load_html(f"<html>{head}<body>{page}</body></html>".encode(), "a.html")
    view, model = view_of(article), load_markup_model()
    texts = [article.text[block.start : block.end] for block in article.blocks]
    shares = [share if text == UNDER else 0.99 if text == PROSE else 0.01 for text in texts]
    found = kinds_of(view, model, model.totals(view.paths, keys_of(view)), shares)
    return found[texts.index(UNDER)].kind


@pytest.mark.parametrize(("share", "deck"), [(0.35, True), (0.25, False)])
def test_a_second_heading_directly_under_the_headline_is_a_deck_unless_very_improbable(share, deck):
    assert (kind_under("", share) == "deck") is deck


def test_a_second_heading_farther_below_is_not_a_deck():
    assert kind_under("<p>By Ida Kvist</p>", 0.35) != "deck"
