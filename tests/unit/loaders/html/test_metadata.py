"""What a page says of itself is found however it is written, and is that of its own article."""

import json
from typing import Any

import pytest

from annotators.article import Metadata
from annotators.loaders.html import load_html

STORY = "<h1>The ferry to Sallow stays</h1><p>The ferry will run for one more winter, the board said on Monday.</p>"
ARTICLE: dict[str, Any] = {
    "@type": "NewsArticle",
    "headline": "The ferry to Sallow stays",
    "author": "Ann Lee",
    "datePublished": "2026-03-02T18:40:00Z",
    "publisher": {"name": "The Wire"},
}
CANONICAL = '<link rel="canonical" href="{}">'
OPEN_GRAPH = '<meta property="og:url" content="https://wire.example/f">'
OTHER = {"@type": "NewsArticle", "headline": "A new roof for the market hall", "author": "Bo Dee"}


def metadata(script: str = "", head: str = "", body: str = STORY, location: str = "a.html") -> Metadata:
    said = f'<script type="application/ld+json">{script}</script>' if script else ""
    page = (
        f"<html><head><title>The ferry to Sallow stays | The Wire</title>{head}{said}</head><body>{body}</body></html>"
    )
    return load_html(page.encode(), location).metadata


def told(**changes: object) -> Metadata:
    return metadata(json.dumps(ARTICLE | changes))


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ({"@type": "Person", "name": "Ann Lee"}, "Ann Lee"),
        ([{"name": "Ann Lee"}, "Bo Dee", {"name": "Ann Lee"}], "Ann Lee, Bo Dee"),
        ({"name": ["Ann Lee", "Bo Dee"]}, "Ann Lee, Bo Dee"),
        ({"givenName": "Ann", "familyName": "Lee"}, "Ann Lee"),
        ("By Ann Lee", "Ann Lee"),
        ("<a href='/ann'>Ann Lee</a>", "Ann Lee"),
        ("https://wire.example/ann", None),
        (None, None),
        (["", {}, 3, {"@id": "#nobody"}], None),
    ],
)
def test_writers_are_read_in_every_form(author: object, byline: str | None) -> None:
    assert told(author=author).byline == byline


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("2026-03-02", "2026-03-02"),
        (["2026-03-02"], "2026-03-02"),
        ({"@type": "Date", "@value": "2026-03-02"}, "2026-03-02"),
        ("Mon, 02 Mar 2026 18:40 GMT", "Mon, 02 Mar 2026 18:40 GMT"),
        (1772476800, "2026-03-02T18:40:00Z"),
        ("1772476800000", "2026-03-02T18:40:00Z"),
        (1e400, None),
        (True, None),
        (7, None),
    ],
)
def test_dates_are_read_in_every_form(date: object, published: str | None) -> None:
    assert told(datePublished=date).published == published


@pytest.mark.parametrize(
    "kind", ["Article", "https://schema.org/NewsArticle", "schema:BlogPosting", ["Thing", "NewsArticle"]]
)
def test_every_schema_org_type_of_article_counts(kind: object) -> None:
    assert told(**{"@type": kind}).byline == "Ann Lee"


def test_in_a_json_ld_graph_ids_refer_to_people_and_publishers() -> None:
    graph = [
        {"@type": "WebPage", "name": "The ferry"},
        ARTICLE | {"author": {"@id": "#ann"}, "publisher": {"@id": "#wire"}},
        {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
        {"@type": "Organization", "@id": "#wire", "name": "The Wire"},
    ]
    found = metadata(json.dumps({"@graph": graph}))
    assert (found.byline, found.site) == ("Ann Lee", "The Wire")


@pytest.mark.parametrize(
    "script",
    [
        "<!-- {} -->", "//<![CDATA[\n{}\n//]]>", "/*<![CDATA[*/{}/*]]>*/", "{};", '{{"@type": "WebSite"}}{}',
    ],
)  # fmt: skip
def test_json_is_read_inside_comments_and_cdata(script: str) -> None:
    assert metadata(script.format(json.dumps(ARTICLE))).byline == "Ann Lee"


def test_json_with_a_comma_too_many_or_escaped_is_read() -> None:
    written = json.dumps(ARTICLE)
    assert metadata(written[:-1] + ",\n}").byline == "Ann Lee"
    assert metadata(written.replace('"', "&quot;")).byline == "Ann Lee"


def test_a_type_with_a_character_set_is_one() -> None:
    page = f'<script type="Application/LD+JSON; charset=utf-8">{json.dumps(ARTICLE)}</script>{STORY}'
    assert load_html(page.encode(), "a.html").metadata.byline == "Ann Lee"


def test_of_several_articles_the_pages_own_is_taken() -> None:
    assert metadata(json.dumps([OTHER, ARTICLE])).byline == "Ann Lee"
    by_address = OTHER | {"url": "https://wire.example/ferry/"}
    canonical = '<link rel="canonical" href="https://wire.example/ferry">'
    assert metadata(json.dumps([ARTICLE | {"headline": "Roofs"}, by_address]), canonical).byline == "Bo Dee"


def test_articles_in_a_list_of_others_are_ignored() -> None:
    found = metadata(json.dumps({"@type": "ItemList", "itemListElement": [{"item": OTHER}]}))
    assert (found.title, found.byline) == ("The ferry to Sallow stays", None)


def test_without_an_article_a_web_page_object_gives_writer_and_date_but_no_text() -> None:
    page = {"@type": "WebPage", "name": "Other words", "author": {"name": "Ann Lee"}, "datePublished": "2026-03-02"}
    found = metadata(json.dumps(page))
    assert (found.title, found.byline, found.published) == ("The ferry to Sallow stays", "Ann Lee", "2026-03-02")
    assert metadata(json.dumps(page), '<meta name="author" content="Bo Dee">').byline == "Bo Dee"


@pytest.mark.parametrize(
    ("head", "location", "url"),
    [
        (CANONICAL.format("/ferry"), "https://wire.example/x", "https://wire.example/ferry"),
        ('<base href="https://wire.example/a/">' + CANONICAL.format("ferry"), "a.html", "https://wire.example/a/ferry"),
        ('<link rel="shortlink canonical" href="https://wire.example/f">', "a.html", "https://wire.example/f"),
        (CANONICAL.format("javascript:x") + OPEN_GRAPH, "a.html", "https://wire.example/f"),
        (CANONICAL.format("ferry"), "a.html", None),
    ],
)
def test_the_address_is_absolute_or_none(head: str, location: str, url: str | None) -> None:
    assert metadata(head=head, location=location).url == url


@pytest.mark.parametrize(
    ("head", "language"),
    [
        ('<meta http-equiv="Content-Language" content="de-AT, en">', "de-AT"),
        ('<meta property="og:locale" content="en_GB">', "en-GB"),
        ('<script type="application/ld+json">{"@type":"Article","inLanguage":{"name":"English","alternateName":"en"}}'
         "</script>", "en"),
        ("", None),
    ],
)  # fmt: skip
def test_the_language_is_found_where_the_page_says_it(head: str, language: str | None) -> None:
    assert metadata(head=head).language == language


def test_citation_metadata_gives_surnames_first() -> None:
    head = (
        '<meta name="citation_author" content="Lee, Ann"><meta name="citation_publication_date" content="2026/03/02">'
    )
    found = metadata(head=head)
    assert (found.byline, found.published) == ("Ann Lee", "2026/03/02")


@pytest.mark.parametrize(
    ("shown", "byline"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("By Ann Lee and Bo Dee, The Wire, 2 March 2026 18:40", "Ann Lee and Bo Dee"),
        ("by the newsroom", "the newsroom"),
    ],
)
def test_names_are_taken_from_a_visible_byline(shown: str, byline: str) -> None:
    assert metadata(body=f'{STORY}<p class="byline">{shown}</p>').byline == byline


@pytest.mark.parametrize(
    "script", ["[" * 50_000, '{"a":' * 50_000, "{" * 9, '{"@type": "Article"', ",]" * 30_000, "9" * 90_000]
)
def test_invalid_json_is_skipped(script: str) -> None:
    assert metadata(script).title == "The ferry to Sallow stays"
