"""Uncertain lines inside the story are kept if they resemble it."""

import pytest

from annotators.article import Article
from annotators.boilerplate.markup.amid import with_lines_amid
from annotators.boilerplate.markup.kinds import Choice
from annotators.boilerplate.markup.view import view_of
from annotators.loaders.html import load_html

SENTENCE = "The ferry to the island of Norwick takes forty minutes and costs nine crowns a head."
OTHER = "The boats of the second line are smaller, and they leave the old harbour at noon."
LAST = "Nobody who lives on the coast would think of going there in a storm before the spring."
STORY = tuple(f"The harbour master has written down every ship of year {year}." for year in ("one", "two", "three"))


def page(*middle: str) -> Article:
    items = "".join(f"<div class=entry><p>{words}</p></div>" for words in STORY)
    return load_html(f"<html><body><main>{items}{''.join(middle)}<p>{LAST}</p></main></body></html>".encode(), "a.html")


def kinds(article: Article, unsure: dict[str, tuple[str, float]], reason: str = "") -> dict[str, str]:
    """The kinds by text, where these lines were taken for something by a margin, and all others for the story."""
    texts = [article.text[block.start : block.end] for block in article.blocks]
    found = [unsure.get(text, ("body", 0.99)) for text in texts]
    choices = [
        Choice(kind, 0.4, "body", reason if text in unsure else "")
        for text, (kind, _) in zip(texts, found, strict=True)
    ]
    settled = with_lines_amid(view_of(article), choices, [share for _, share in found])
    return dict(zip(texts, (choice.kind for choice in settled), strict=True))


@pytest.mark.parametrize(
    ("share", "kind", "expected"),
    [(0.4, "promo", "body"), (0.4, "nav", "body"), (0.1, "promo", "promo"), (0.4, "credit", "credit")],
)
def test_an_uncertain_sentence_in_an_element_like_the_storys_is_kept(share, kind, expected):
    article = page(f"<div class=entry><p>{SENTENCE}</p></div>")
    assert kinds(article, {SENTENCE: (kind, share)})[SENTENCE] == expected


@pytest.mark.parametrize(
    "middle",
    [
        f"<aside class=box><span>{SENTENCE}</span></aside>",
        f"<div class=entry><p><a href=/b>{SENTENCE}</a></p></div>",
        f"<div class=entry><p>{SENTENCE}</p></div><p>{OTHER}</p><div class=entry><p>{SENTENCE}</p></div>",
    ],
)
def test_sentences_in_other_elements_linked_or_repeated_are_not_kept(middle):
    assert kinds(page(middle), {SENTENCE: ("promo", 0.4)})[SENTENCE] == "promo"


def test_what_a_rule_has_excluded_is_not_kept():
    article = page(f"<div class=entry><p>{SENTENCE}</p></div>")
    assert kinds(article, {SENTENCE: ("related", 0.4)}, reason="announces another story")[SENTENCE] == "related"


def test_what_follows_the_story_is_not_kept():
    article = page()
    assert kinds(article, {LAST: ("promo", 0.4)})[LAST] == "promo"


def test_a_heading_or_a_line_with_a_colon_between_story_lines_is_kept():
    article = page(f"<h3>7. Norwick</h3><p>{SENTENCE}</p><p>Advantages:</p><p>{OTHER}</p><p>Book now</p>")
    unsure = {"7. Norwick": ("promo", 0.3), "Advantages:": ("other", 0.3), "Book now": ("promo", 0.3)}
    found = kinds(article, unsure)
    assert [found[text] for text in unsure] == ["subhead", "subhead", "promo"]


def test_a_heading_above_excluded_text_is_not_kept():
    article = page(f"<h3>More from us</h3><aside>{SENTENCE}</aside>")
    assert kinds(article, {"More from us": ("related", 0.3), SENTENCE: ("related", 0.01)})["More from us"] == "related"


@pytest.mark.parametrize(("kind", "expected"), [("other", "body"), ("caption", "body"), ("comments", "comments")])
def test_code_inside_the_story_is_kept_whatever_its_words(kind, expected):
    article = page("<pre>let tide = read(7);</pre>")
    assert kinds(article, {"let tide = read(7);": (kind, 0.01)})["let tide = read(7);"] == expected


def test_excluded_blocks_and_other_elements_are_not_kept_as_code():
    article = page("<pre>let tide</pre>")
    assert kinds(article, {"let tide": ("other", 0.01)}, reason="repeats what stands above")["let tide"] == "other"
    assert kinds(page("<code>let tide</code>"), {"let tide": ("other", 0.01)})["let tide"] == "other"


def test_code_below_the_story_is_not_kept():
    below = load_html(f"<main><p>{SENTENCE}</p><p>{OTHER}</p><pre>let tide</pre></main>".encode(), "a.html")
    assert kinds(below, {"let tide": ("other", 0.01)})["let tide"] == "other"
