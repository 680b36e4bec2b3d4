from __future__ import annotations

from annotators.annotation import AnnotationSet, BlockLabel
from annotators.article import Article, Block, Source
from tui.widgets.lists.outline_rows import outline_rows


def depths(*blocks: tuple[str, str], media_type: str = "text/html") -> list[int]:
    """How far in the heading of each kind and tag stands; each is one character, with one between."""
    places = [(2 * number, 2 * number + 1) for number in range(len(blocks))]
    made = tuple(Block(*place, tag) for place, (_, tag) in zip(places, blocks, strict=True))
    labels = tuple(BlockLabel(start=a, end=b, kind=kind) for (a, b), (kind, _) in zip(places, blocks, strict=True))
    article = Article(" ".join("x" * len(blocks)), made, Source("a", media_type))
    return [row.indent // 2 for row in outline_rows(article, AnnotationSet(blocks=labels))]


def test_a_later_headline_in_plain_text_is_a_subhead_of_the_outline() -> None:
    assert depths(("headline", ""), ("headline", ""), ("subhead", "")) == [0, 1, 1]


def test_where_elements_say_how_deep_a_heading_is_they_are_heard() -> None:
    assert depths(("headline", "h1"), ("headline", "h1"), ("subhead", "h3")) == [0, 0, 2]


def test_chapters_of_a_book_are_beside_each_other() -> None:
    assert depths(("headline", "h1"), ("subhead", "h1"), ("subhead", "h2"), media_type="application/epub+zip") == [
        0,
        0,
        1,
    ]
