from __future__ import annotations

from annotators.annotation import Span
from annotators.article import Article, Block, Source
from tui.positions.surroundings import block_at, context_of, on_one_line, sentence_at, wrap

TEXT = "Mr. Vale spoke. “It holds.” He left at 5 p.m. today!\n\nNext one"
ARTICLE = Article(TEXT, (Block(0, 52), Block(54, 62)), Source("a.txt"))


def sentence(words: str) -> str:
    span = sentence_at(ARTICLE, TEXT.index(words))
    return TEXT[span.start : span.end]


def test_a_sentence_ends_where_a_reader_would_say_and_not_at_an_abbreviation() -> None:
    assert sentence("Vale") == "Mr. Vale spoke."
    assert sentence("holds") == "“It holds.”"
    assert sentence("Next") == "Next one"


def test_white_space_belongs_to_the_block_before() -> None:
    assert block_at(ARTICLE, 53) == Span(0, 52)
    assert block_at(Article("", (), Source("e")), 0) == Span(0, 0)


def test_context_holds_the_span_where_it_says_it_does() -> None:
    start = TEXT.index("holds")
    found = context_of(ARTICLE, Span(start, start + 5), 24)
    assert found.text[found.start : found.end] == "holds"
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    whole = context_of(ARTICLE, Span(54, 58), 80)
    assert whole.text == "Next one"


def test_wrapping_keeps_every_word_within_the_width_in_cells() -> None:
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("abcdefgh", 3) == ["abc", "def", "gh"]
    assert wrap("日本語", 4) == ["日本", "語"]
    assert wrap("", 5) == []


def test_a_wrapped_paragraph_is_one_line_and_lines_that_stand_for_themselves_stay() -> None:
    text = "A paragraph that\nis wrapped \r\n  here.\n\nAnother\none"
    blocks = (Block(0, 37), Block(39, 50))
    assert text[37:39] == "\n\n"
    for media_type, tag, joined in (
        ("text/plain", "", "A paragraph that is wrapped here.\n\nAnother one"),
        ("text/markdown", "p", "A paragraph that is wrapped here.\n\nAnother one"),
        ("text/markdown", "fence", text),
        ("text/html", "p", text),
    ):
        article = Article(text, tuple(Block(one.start, one.end, tag) for one in blocks), Source("a", media_type))
        assert on_one_line(article, Span(0, len(text))) == joined
    plain = Article(text, blocks, Source("a"))
    assert on_one_line(plain, Span(2, 19)) == "paragraph that is"
