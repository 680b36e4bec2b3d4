"""The path of each block finds the element again in the page as a parser has it, with the block's words in it."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from annotators.loaders.html import load_html
from annotators.loaders.html.blocks import _labelled

ROOT = Path(__file__).parents[4]
PAGES = sorted((ROOT / "tests/gold/html").glob("*.html")) + sorted((ROOT / "sample_articles").glob("*.html"))
MARKED = """<main id="a b!" class="x  y"><article itemprop="articleBody" role="main"><p>One <b>bold</b> word.</p>
<ul><li>First<ul><li>within it</li></ul></li></ul><p><a href="/x">all of it a link</a></p>
<table><tr><td>cell one</td><td>cell two</td></tr></table><news-box class="wide">in a box</news-box></article></main>"""


def elements(page: bytes) -> dict[str, list[str]]:
    """The texts of the elements of a page by their path, written as blocks have it."""
    found = defaultdict(list)
    for element in html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8")).iter("*"):
        path = "/".join([*(label for one in reversed(list(element.iterancestors())) if (label := label_of(one)))])
        found[f"{path}/{label_of(element)}".strip("/")].append("".join("".join(element.itertext()).split()))
    return found


def label_of(element: html.HtmlElement) -> str:
    return _labelled(str(element.tag), dict(element.attrib))


def unfound(page: bytes) -> Iterator[tuple[str, str]]:
    known = elements(page)
    article = load_html(page, "page.html", charset="utf-8")
    for block in article.blocks:
        words = "".join(article.text_of(block).split())
        candidates = known.get(block.path, []) + known.get(block.path.removesuffix("/a"), [])
        if not any(words in text for text in candidates):
            yield block.path, words


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_path_of_each_block_of_a_page_leads_to_its_element(path: Path) -> None:
    assert list(unfound(path.read_bytes())) == []


def test_the_path_is_right_in_lists_tables_links_and_custom_elements() -> None:
    assert list(unfound(f"<html><body>{MARKED}</body></html>".encode())) == []
