"""Words to pieces: uncased, accents stripped, the longest piece first."""

from __future__ import annotations

from annotators.encoder.casing import DIGIT, LOWER, MIXED, NO_LETTERS, SINGLE, TITLE, UPPER, case_of
from annotators.encoder.wordpieces import MAX_PIECES, WordPieces

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "za", "##rif", "e", "##te", "-", "x", "##x", "##rifs"]


def pieces(word: str) -> list[str]:
    return [VOCABULARY[piece] for piece in WordPieces(VOCABULARY)(word).pieces]


def test_the_longest_piece_is_taken() -> None:
    assert pieces("Zarifs") == ["za", "##rifs"]


def test_case_and_accents_do_not_count() -> None:
    assert pieces("ÉTÉ") == ["e", "##te"]


def test_marks_inside_a_word_stand_alone() -> None:
    assert pieces("Za-rif") == ["za", "-", "[UNK]"]


def test_a_word_that_cannot_be_spelt_is_unknown() -> None:
    assert pieces("中") == ["[UNK]"]
    assert pieces("\u200b") == ["[UNK]"]


def test_a_run_without_end_is_bounded() -> None:
    assert len(pieces("x" * 10_000)) == MAX_PIECES


def test_how_a_word_is_written() -> None:
    words = ("said", "Iran", "NATO", "A", "iPhone", "640-3", "—")
    assert [case_of(word) for word in words] == [LOWER, TITLE, UPPER, SINGLE, MIXED, DIGIT, NO_LETTERS]
