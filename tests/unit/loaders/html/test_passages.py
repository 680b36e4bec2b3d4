"""Passages are found wherever they stand, and many of them cost no multiple of the text each."""

from __future__ import annotations

import random

import pytest

from annotators.loaders import html
from annotators.loaders.html import load_html
from annotators.loaders.html.passages import Passages


class Counted(str):
    """A text that counts how many of its characters a search may have to look at."""

    searched = 0

    def __contains__(self, passage: object) -> bool:
        Counted.searched += len(self)
        return super().__contains__(passage)  # type: ignore[operator]

    def find(self, passage: str, start: int = 0, end: int | None = None) -> int:  # type: ignore[override]
        Counted.searched += max(0, min(len(self), len(self) if end is None else end) - start)
        return super().find(passage, start, len(self) if end is None else end)


@pytest.mark.parametrize("letters", ["ab", "abcdefghijklmnopqrstuvwxyz"])
def test_passages_are_found_in_any_order_and_at_any_place(letters: str) -> None:
    dice = random.Random(7)
    text = "".join(dice.choices(letters, k=9000))
    passages = Passages(text)
    for _ in range(3000):
        start = dice.randrange(9000)
        passage = text[start : start + dice.randrange(1, 60)]
        if dice.random() < 0.5:
            passage += dice.choice(letters) * 2
        assert passages.have(passage) == (passage in text), passage


def test_an_empty_passage_is_never_found() -> None:
    assert not Passages("ferry").have("")
    assert not Passages("").have("ferry")
    assert not Passages("")


def test_many_missing_passages_take_linear_time() -> None:
    def cost(number: int) -> int:
        Counted.searched = 0
        text = Counted("".join(f"ferry{n}sails" for n in range(number)))
        passages = Passages(text)
        assert not any(passages.have(f"theroadto{n}isclosed") for n in range(number))
        return Counted.searched

    assert cost(4000) <= 5 * cost(1000)


def test_searches_for_almost_matching_passages_are_limited() -> None:
    def cost(number: int) -> int:
        Counted.searched = 0
        text = Counted("a" * 100_000)
        passages = Passages(text)
        assert not any(passages.have("a" * 40 + f"b{n}") for n in range(number))
        return Counted.searched

    assert cost(8000) - cost(4000) < 4000 * 5000


def test_comparing_blocks_with_json_ld_takes_linear_time(monkeypatch: pytest.MonkeyPatch) -> None:
    letters = html._letters
    monkeypatch.setattr(html, "_letters", lambda text: Counted(letters(text)))

    def cost(number: int) -> int:
        body = " ".join(f"The ferry {n} sails on Monday." for n in range(number))
        blocks = "".join(f"<p>The road to house {n} is closed.</p>" for n in range(number))
        Counted.searched = 0
        page = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
        load_html(f"<html>{page}{blocks}</html>".encode(), "a.html")
        assert Counted.searched
        return Counted.searched

    assert cost(2000) <= 6 * cost(500)


def test_blocks_that_are_in_the_metadata_are_marked() -> None:
    body = "The ferry will not sail on Monday. The talks with the crew go on."
    page = (
        f'<html><script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
        "<p>The talks with the crew go on.</p><p>Buy a season ticket for the ferry.</p>"
        "<p>The ferry will <b>not</b> sail on Monday.</p></html>"
    )
    article = load_html(page.encode(), "a.html")
    assert [(article.text_of(one), one.told) for one in article.blocks] == [
        ("The talks with the crew go on.", "body"),
        ("Buy a season ticket for the ferry.", ""),
        ("The ferry will not sail on Monday.", "body"),
    ]
