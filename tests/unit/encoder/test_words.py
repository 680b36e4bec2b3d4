"""Where words begin and end, as the encoder was trained to read them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotators.encoder.words import split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zarif's men don't go.", "Zarif|'s|men|do|n't|go|."),
        ("“No,” she’s said — twice…", "“|No|,|”|she|’s|said|—|twice|…"),
        ("U.S. Gen. J. Smith Jr. left at 9am.", "U.S.|Gen.|J.|Smith|Jr.|left|at|9|am|."),
        ("It cost US$4.5m, or £3bn (40%).", "It|cost|US$|4.5|m|,|or|£|3bn|(|40|%|)|."),
        ("a 22-year-old ex-spy", "a|22|-|year|-|old|ex|-|spy"),
        ("see www.a.org/b?c=1 or mail a.b@c.org.", "see|www.a.org/b?c=1|or|mail|a.b@c.org|."),
        ("AC/DC: 3-2, he/she", "AC|/|DC|:|3|-|2|,|he|/|she"),
        ("We cannot, they’ll", "We|can|not|,|they|’ll"),
        ("@Jack #No_war", "@Jack|#|No_war"),
        ("the NATO. End.Next", "the|NATO|.|End|.|Next"),
        ("  \n\t ", ""),
    ],
)
def test_marks_and_contractions_come_apart_and_abbreviations_do_not(text: str, words: str) -> None:
    assert "|".join(split_words(text, 0, len(text)).words) == words


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60) | st.text(alphabet="aA.9-'’“$% \n()@", max_size=60), st.integers(0, 9))
def test_words_are_all_of_a_text_but_white_space(text: str, start: int) -> None:
    start = min(start, len(text))
    found = split_words(text, start, len(text))
    for word, at in zip(found.words, found.starts, strict=True):
        assert word
        assert text[at : at + len(word)] == word
    ends = [at + len(word) for word, at in zip(found.words, found.starts, strict=True)]
    assert all(end <= after for end, after in zip(ends, found.starts[1:], strict=False))
    assert "".join(found.words) == "".join(text[start:].split())


def test_words_are_those_of_spacy() -> None:
    import spacy

    nlp = spacy.blank("en")
    same = there = 0
    for path in sorted(Path("sample_articles").glob("0*.txt")):
        text = path.read_text("utf-8")
        wanted = {(token.idx, token.idx + len(token)) for token in nlp(text) if not token.is_space}
        found = split_words(text, 0, len(text))
        same += len(wanted & {(at, at + len(word)) for word, at in zip(found.words, found.starts, strict=True)})
        there += len(wanted)
    assert same / there > 0.999


def test_text_without_blanks_is_cut_in_time_that_grows_with_it() -> None:
    started = time.process_time()
    for text in ("(" * 200_000, "a-" * 100_000, ")!x." * 50_000, "(" * 119 + " " + ("x'" * 59 + " ") * 2000):
        assert "".join(split_words(text, 0, len(text)).words) == "".join(text.split())
    assert time.process_time() - started < 4
