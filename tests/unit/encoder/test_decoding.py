"""Scores to spans: the best path in which no span begins in its middle."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from annotators.encoder.decoding import best_path, decode, log_softmax, tag_names, transitions

TAGS = tag_names(("PERSON", "ORG"))
MOVES = transitions(TAGS)
ROWS = st.lists(st.lists(st.floats(-8, 8), min_size=5, max_size=5), min_size=1, max_size=12)


def scores(*tags: str) -> np.ndarray:
    logits = np.zeros((len(tags), len(TAGS)), np.float32)
    for row, tag in enumerate(tags):
        logits[row, TAGS.index(tag)] = 9
    return log_softmax(logits)


def test_spans_are_read_off_the_tags() -> None:
    found = decode(scores("B-PERSON", "I-PERSON", "O", "B-ORG", "B-ORG"), TAGS, MOVES)
    assert [one[:3] for one in found] == [(0, 2, "PERSON"), (3, 4, "ORG"), (4, 5, "ORG")]
    assert all(0.9 < one.score <= 1 for one in found)


def test_a_span_that_begins_in_its_middle_is_mended() -> None:
    found = decode(scores("O", "I-ORG", "I-ORG", "O"), TAGS, MOVES)
    assert [one[:3] for one in found] in ([(1, 3, "ORG")], [(2, 3, "ORG")], [])


@given(ROWS)
def test_the_best_path_is_legal_and_optimal(rows: list[list[float]]) -> None:
    logp = log_softmax(np.array(rows, np.float32))
    path = best_path(logp, MOVES)
    before = [len(TAGS), *path[:-1]]
    assert all(MOVES[row, column] == 0 for row, column in zip(before, path, strict=True))
    plain = np.zeros(len(rows), int)
    total = logp[np.arange(len(rows)), path].sum()
    assert total >= logp[np.arange(len(rows)), plain].sum() - 1e-4


def test_no_words_give_no_tags() -> None:
    assert decode(np.zeros((0, 5), np.float32), TAGS, MOVES) == []
