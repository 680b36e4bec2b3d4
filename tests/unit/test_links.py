"""Links: what an address of a page is completed to, and which are left out."""

from __future__ import annotations

import pytest

from annotators.article import Article, Block, Source
from annotators.links import Link, LinksBuilder, complete_address, links_over

BASE = "https://news.example/world/a.html"


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("https://other.example/a?b=c#d", "https://other.example/a?b=c#d"),
        (" b.html\n", "https://news.example/world/b.html"),
        ("/b", "https://news.example/b"),
        ("//cdn.example/b", "https://cdn.example/b"),
        ("https://other.example/a b", "https://other.example/a%20b"),
        ("mailto:desk@news.example?attach=/etc/passwd&body=x", "mailto:desk@news.example"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("https://", ""),
        ("https://[", ""),
        ("https://a.example/\x1b]0;x", ""),
        ("https://a.example/\u202egpj", ""),
        ("mailto:-oProxyCommand=x", ""),
    ],
)
def test_an_address_is_absolute_or_empty(raw: str, address: str) -> None:
    assert complete_address(raw, BASE) == address


def built(base: str, *raw: str) -> list[str]:
    builder = LinksBuilder(base)
    for number, one in enumerate(raw):
        builder.add(2 * number, 2 * number + 1, one)
    return [link.href for link in builder.links()]


def test_only_web_and_mail_addresses_are_links() -> None:
    assert built(BASE, "javascript:x", "#top", "", "FILE:///x", "x" * 3000, "ok") == ["https://news.example/world/ok"]


def test_where_nobody_knows_where_the_page_is_only_whole_addresses_are_links() -> None:
    assert built("", "b.html", "/b", "HTTPS://a.example/") == built("/home/me/", "b.html", "HTTPS://a.example/")
    assert built("", "b.html", "https://a.example/") == ["https://a.example/"]


def test_those_over_a_stretch_of_the_text_are_found_and_no_others() -> None:
    builder = LinksBuilder()
    for start in range(0, 100, 10):
        builder.add(start, start + 5, f"https://a.example/{start}")
    for links in (builder.links(), tuple(builder.links())):
        assert [link.start for link in links_over(links, 14, 31)] == [10, 20, 30]
        assert not list(links_over(links, 15, 20))
    assert not list(links_over((), 0, 5))


@pytest.mark.parametrize("links", [(Link(0, 9, "x"),), (Link(0, 3, "x"), Link(2, 4, "x")), (Link(2, 2, "x"),)])
def test_links_of_an_article_lie_in_its_text_one_after_the_other(links: tuple[Link, ...]) -> None:
    with pytest.raises(ValueError, match="link"):
        Article("words", (Block(0, 5),), Source("a.txt"), links=links)
