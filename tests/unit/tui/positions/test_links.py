from __future__ import annotations

import pytest

from annotators.article import Article, Block, Source
from annotators.links import Link
from annotators.loaders.text import article_from_text
from tui.positions.links import link_at, links_in, links_of
from tui.terminal.external import may_open


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://news.example/a?b=c#d.", "https://news.example/a?b=c#d"),
        ("(at http://news.example/a_(b))", "http://news.example/a_(b)"),
        ("[words](https://news.example/a)", "https://news.example/a"),
        ("<https://news.example/é>, and more", "https://news.example/é"),
        ("“https://news.example/a”", "https://news.example/a"),
        ("https://news.example/a\x1b]0;owned\x07", "https://news.example/a"),
        ("HTTPS://News.Example/", "HTTPS://News.Example/"),
    ],
)
def test_an_address_ends_where_its_sentence_or_bracket_goes_on(text: str, address: str) -> None:
    (link,) = links_in(text, 0, len(text))
    assert link.address == text[link.start : link.end] == address


def test_an_address_is_found_from_any_place_in_it_and_from_none_beside_it() -> None:
    text = "Go to https://news.example/a now."
    article = article_from_text(text, "a.txt")
    start, end = text.index("https"), text.index(" now")
    assert [link_at(article, at) is not None for at in (start - 1, start, end - 1, end)] == [False, True, True, False]


def test_other_words_are_not_taken_for_addresses() -> None:
    assert not list(links_in("ftp://a file:///etc/passwd javascript:alert(1) https:// x", 0, 60))


def test_the_words_of_a_link_go_before_an_address_within_them() -> None:
    text = "See https://a.example/ and https://b.example/."
    links = (Link(0, 22, "https://real.example/"),)
    article = Article(text, (Block(0, len(text)),), Source("a.html"), links=links)
    assert [link.address for link in links_of(article, 0, len(text))] == ["https://real.example/", "https://b.example/"]
    assert [link.address for link in links_of(article, 1, len(text))] == ["https://b.example/"]
    found = [link_at(article, offset) for offset in (0, 5, 21, 22)]
    assert [one.address if one else "" for one in found] == ["https://real.example/"] * 3 + [""]


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://a.example/", True),
        ("mailto:desk@a.example", True),
        ("mailto:desk@a.example?attach=/etc/passwd", False),
        ("mailto:", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("--version", False),
    ],
)
def test_only_pages_and_mailboxes_are_opened(address: str, may: bool) -> None:
    assert may_open(address) is may
