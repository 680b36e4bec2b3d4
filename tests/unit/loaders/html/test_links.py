"""The links of a page and of a Markdown file, as places in their text."""

from __future__ import annotations

import time

import pytest

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.document import from_document, to_document
from annotators.loaders import load_bytes
from annotators.loaders.html import load_html
from annotators.loaders.markdown import load_markdown

AT = "https://news.example/world/a.html"


def told(article: Article) -> list[tuple[str, str]]:
    return [(article.text[link.start : link.end], link.href) for link in article.links]


def page(body: str, head: str = "", location: str = AT) -> Article:
    return load_html(f"<html><head>{head}</head><body>{body}</body></html>".encode(), location)


@pytest.mark.parametrize(
    ("body", "links"),
    [
        ("<p>See <a href=b>the  <b>long</b>\n story </a>.", [("the long story", "https://news.example/world/b")]),
        ("<h1> <a href='/x'>Head</a></h1>", [("Head", "https://news.example/x")]),
        ("<p>one<br><br> two <a href=/x>three<br><br>four</a> five", [("three", "/x"), ("four", "/x")]),
        ("<a href=/x><div>Card </div><p>Words  of it</p></a>", [("Card", "/x"), ("Words of it", "/x")]),
        ("<a href=/x><h3>Title</h3></a> <a href=/y> Reading</a>", [("Title", "/x"), ("Reading", "/y")]),
        ("<p><a href=/x>one<a href=/y>two</a>three", [("one", "/x"), ("two", "/y")]),
        ("<pre>  <a href=/x>a  b</a></pre>", [("a  b", "/x")]),
        ("<p><a name=here>No</a> <a href='#here'>place</a> <a href=javascript:x>code</a>", []),
        ("<p><a href=/x> </a><a href=/y><img src=z></a>words", []),
        ("<ul><li><a href=/x>News</a><a href=/y>Sport</a></ul>", [("News", "/x"), ("Sport", "/y")]),
        ("<table><td><a href=/x>A</a><td>b <a href=/y>C</a></table>", [("A", "/x"), ("C", "/y")]),
    ],
)
def test_links_have_the_offsets_of_their_words(body: str, links: list[tuple[str, str]]) -> None:
    whole = [(words, href if "://" in href else f"https://news.example{href}") for words, href in links]
    assert told(page(body)) == whole


def test_relative_links_are_resolved_against_the_base_or_the_canonical_address() -> None:
    link = "<p>A <a href=b>link</a>"
    assert told(page(link, "<base href='/other/'>")) == [("link", "https://news.example/other/b")]
    canonical = "<link rel=canonical href='https://paper.example/c/d'>"
    assert told(page(link, canonical, "saved.html")) == [("link", "https://paper.example/c/b")]
    assert told(page(link, "", "saved.html")) == []
    assert told(page(link, "<base href='javascript:x'>", "saved.html")) == []


def test_the_parts_of_a_mail_keep_their_links() -> None:
    mail = (
        b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n"
        + b"--B\nContent-Type: text/html\n\n<p>One <a href='https://a.example/1'>first</a>\n" * 2
        + b"--B--\n"
    )
    found = told(load_bytes(mail, "a.eml", "message/rfc822"))
    assert found == [("first", "https://a.example/1")] * 2


def test_links_of_markdown_are_those_of_its_prose() -> None:
    text = r"""# The [head](https://a.example/x_(y) "title")

See [two words][ref], [Ref] and ![no](https://i.example/x.png), `[no](https://c.example)`, \[no](https://no.example).
[![a picture](i.png)](https://wrap.example) <https://auto.example/x> [js](javascript:alert(1)) [rel](x.html)
[angles](<https://b.example/a b>) [open](https://no.example

    [no](https://code.example)

[ref]: https://ref.example/ "title"
"""
    assert told(load_markdown(text.encode(), "a.md")) == [
        ("head", "https://a.example/x_(y)"),
        ("two words", "https://ref.example/"),
        ("Ref", "https://ref.example/"),
        ("![a picture](i.png)", "https://wrap.example"),
        ("https://auto.example/x", "https://auto.example/x"),
        ("angles", "https://b.example/a%20b"),
        ("ref", "https://ref.example/"),
    ]


@pytest.mark.parametrize(
    "signs", ["[", "[a](", "`", "[![a](b)", "`a ", '[a](b "', "\\", "![", "[a", "<http://a", "[a](((", "[a][", "[]("]
)
def test_unmatched_brackets_take_linear_time(signs: str) -> None:
    from annotators.article import Block
    from annotators.loaders.markdown.links import markdown_links

    text = signs * (400_000 // len(signs))
    begun = time.process_time()
    markdown_links(text, (Block(0, len(text)),), {}, "")
    assert time.process_time() - begun < 10  # with the square it would be minutes


def test_many_links_in_one_block_take_linear_time() -> None:
    body = "<p>" + "".join(f"word <a href=/{number}>link  {number}</a><br><br>" for number in range(10_000))
    begun = time.process_time()
    article = page(body)
    assert len(article.links) == 10_000
    assert told(article)[-1] == ("link 9999", "https://news.example/9999")
    assert time.process_time() - begun < 5.0


def test_links_survive_json_and_back() -> None:
    article = page("<p>A <a href=b>link</a> and <a href='https://[x'>none</a>, <a href=mailto:a@b.example>mail</a>")
    document = to_document(article, AnnotationSet())
    read, _ = from_document(document)
    assert document["links"] == [
        {"start": 2, "end": 6, "href": "https://news.example/world/b"},
        {"start": 17, "end": 21, "href": "mailto:a@b.example"},
    ]
    assert list(read.links) == [link for link in article.links if link.href]
    spoilt = {**document, "links": [{"start": 2, "end": 6, "href": "javascript:alert(1)"}]}
    assert not from_document(spoilt)[0].links
