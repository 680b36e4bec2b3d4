"""Paragraphs packed into windows: every word read once, none longer than it may be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotators.annotation import Span
from annotators.encoder.double_quotes import double_quote_spans
from annotators.encoder.quote_state import INSIDE, MARK, OUTSIDE, quote_states
from annotators.encoder.windows import Window, pack
from annotators.encoder.wordpieces import WordPieces

SPLIT = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "b", "##b", "##a"])
PARAGRAPHS = st.lists(st.lists(st.sampled_from(["a", "ab", "abba", "b" * 30]), max_size=120), max_size=12)


def packed(paragraphs: list[list[str]], most: int = 64) -> list[Window]:
    return pack(SPLIT, paragraphs, [[0] * len(one) for one in paragraphs], max_pieces=most)


@given(PARAGRAPHS)
def test_every_word_is_tagged_once_and_no_window_is_too_long(paragraphs: list[list[str]]) -> None:
    windows = packed(paragraphs)
    assert all(len(window) <= 64 for window in windows)
    words = [place for window in windows for place in window.words]
    assert words == [(number, at) for number, one in enumerate(paragraphs) for at in range(len(one))]


@given(PARAGRAPHS)
def test_the_head_of_a_word_is_its_first_piece(paragraphs: list[list[str]]) -> None:
    for window in packed(paragraphs):
        assert len(window.ids) == len(window.case) == len(window.quote)
        for head, (paragraph, word) in zip(window.heads, window.words, strict=True):
            assert window.ids[head] == SPLIT(paragraphs[paragraph][word]).pieces[0]


def test_short_paragraphs_share_a_window() -> None:
    assert len(packed([["a"]] * 10)) == 1


def test_a_paragraph_too_long_repeats_what_came_before() -> None:
    first, second = packed([["a"] * 80])
    assert len(first.heads) + len(second.heads) == 80
    assert second.heads[0] > 1


def test_words_know_whether_they_are_quoted() -> None:
    words = ["He", "said", "“", "yes", "”", "."]
    assert quote_states(words, [0, 3, 8, 9, 12, 13], [Span(8, 13)]) == [
        OUTSIDE, OUTSIDE, MARK, INSIDE, MARK, OUTSIDE,
    ]  # fmt: skip


def test_single_marks_count_where_someone_says_so() -> None:
    words, starts = ["a", "‘", "b", "’"], [0, 2, 3, 4]
    assert quote_states(words, starts, []) == [OUTSIDE] * 4
    assert quote_states(words, starts, [Span(2, 5)]) == [OUTSIDE, MARK, INSIDE, MARK]


def test_double_marks_are_paired_line_by_line() -> None:
    text = '"One," he said, "two."\nNo marks\n“Three\n“Four”'
    assert [text[start:end] for start, end in double_quote_spans(text)] == ['"One,"', '"two."', "“Three", "“Four”"]
