"""Where words begin and end, as the encoder was trained to read them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotators.encoder import words
from annotators.encoder.words import cut_coarsely, split_words


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


@pytest.mark.parametrize(
    "text", ["(" * 20_000, "a-" * 10_000, ")!x." * 5_000, "(" * 119 + " " + ("x'" * 59 + " ") * 200]
)
def test_no_run_is_cut_with_care_that_is_longer_than_words_are(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    cut, careful = words._cut, list[str]()

    def watched(run: str) -> tuple[tuple[int, int], ...]:
        careful.append(run)
        return cut(run)

    monkeypatch.setattr(words, "_cut", watched)
    assert "".join(split_words(text, 0, len(text)).words) == "".join(text.split())
    assert max(map(len, careful), default=0) <= 200
    assert len(cut_coarsely(text)) == 1  # nor is one that long cut at all


@pytest.mark.parametrize("run", ["(", "a-", ")!x.", "x'", "$", "’s", "1.", "a.b@"])
def test_cutting_a_run_takes_linear_time(run: str) -> None:
    few, many = _lines_run(run * 7), _lines_run(run * 28)
    assert few < many <= 5 * few or few == many


def _lines_run(run: str) -> int:
    """How many lines of code are run to cut it: what a clock would measure, and the same on every machine."""
    lines = 0

    def count(_frame: FrameType, event: str, _argument: object) -> Callable[..., Any]:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        words._cut.__wrapped__(run)
    finally:
        sys.settrace(before)
    return lines
