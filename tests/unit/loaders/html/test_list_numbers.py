"""The numbers of list items come from their place in the list, `start` and `value`, as in a browser."""

import pytest

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.document import from_document, to_document
from annotators.loaders.html import load_html


def numbers(page: str) -> list[int]:
    return [block.number for block in article(page).blocks]


def article(page: str) -> Article:
    return load_html(page.encode(), "a.html")


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<ol><li>a<li>b</ol><p>c", [1, 2, 0]),
        ("<ol start=7><li>a<li>b</ol>", [7, 8]),
        ("<ol><li>a<li value=5>b<li>c</ol>", [1, 5, 6]),
        ("<ol><li>a<ul><li>b</ul><li>c<ol><li>d<li>e</ol>more<li>f</ol>", [1, 0, 2, 1, 2, 0, 3]),
        ("<ol><li><p>a</p><p>b</p><li><h3>c</h3>d</ol>", [1, 0, 2, 0]),
        ("<ol><li><li>b</ol><p>c", [2, 0]),
        ("<ol><li></ol><p>c", [0]),
        ("<ol><li style='display:none'>a<li>b</ol>", [1]),
        ("<ol reversed><li>a<li>b</ol>", [0, 0]),
        ("<ol start=x><li>a</ol>", [1]),
        ("<ol start=-1><li>a<li>b<li>c</ol>", [0, 0, 1]),
        ("<ul><li>a</ul><li>b", [0, 0]),
    ],
)
def test_items_are_counted(page: str, found: list[int]) -> None:
    assert numbers(page) == found


def test_numbers_are_none_of_the_text_and_outlive_a_document() -> None:
    read = article("<ol><li>a<li>b</ol>")
    assert read.text == "a\n\nb"
    again, _ = from_document(to_document(read, AnnotationSet()))
    assert again.blocks == read.blocks
