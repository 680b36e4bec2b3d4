"""An article keeps its text, and refuses blocks that would lose any of it."""

import pytest

from annotators.article import Article, Block, Source

SOURCE = Source("a.txt")


def test_blocks_may_lie_apart_only_by_white_space():
    Article(" A\u00a0\n\nB\r\n", (Block(1, 2), Block(5, 6)), SOURCE)
    with pytest.raises(ValueError, match="outside all blocks at 1: 'lost'"):
        Article("Alost B", (Block(0, 1), Block(6, 7)), SOURCE)
    with pytest.raises(ValueError, match="outside all blocks"):
        Article("A tail", (Block(0, 1),), SOURCE)


def test_blocks_never_overlap_and_never_leave_the_text():
    with pytest.raises(ValueError, match="overlaps another or leaves the text"):
        Article("AB", (Block(0, 2), Block(1, 2)), SOURCE)
    with pytest.raises(ValueError, match="overlaps another or leaves the text"):
        Article("AB", (Block(0, 3),), SOURCE)
    with pytest.raises(ValueError, match="start < end"):
        Block(1, 1)


def test_the_lines_of_an_article_are_its_whole_text():
    text = "a\r\n\nb\n\nc"
    article = Article(text, (Block(0, 1), Block(4, 5), Block(7, 8)), SOURCE)
    assert [text[start:end] for start, end in article.lines()] == ["a\r\n", "\n", "b\n", "\n", "c"]
    text = "a\r\rb\r\r\nc"
    article = Article(text, (Block(0, 1), Block(3, 4), Block(7, 8)), SOURCE)
    assert [text[start:end] for start, end in article.lines()] == ["a\r", "\r", "b\r", "\r\n", "c"]


def test_the_fingerprint_is_of_the_text_alone():
    first = Article("A", (Block(0, 1),), SOURCE)
    same = Article("A", (Block(0, 1, "p"),), Source("b.html", "text/html"))
    other = Article("B", (Block(0, 1),), SOURCE)
    assert first.fingerprint == same.fingerprint != other.fingerprint
    assert Article("\ud800", (Block(0, 1),), SOURCE).fingerprint
