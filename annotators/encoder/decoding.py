"""Decodes scores into spans: the best valid sequence of BIO tags (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["TaggedSpan", "best_path", "decode", "log_softmax", "tag_names", "transitions"]

Scores = NDArray[np.float32]

_FORBIDDEN = -1e4


class TaggedSpan(NamedTuple):
    """Words `[start, end)` with a label; `score` is the lowest probability of its words."""

    start: int
    end: int
    label: str
    score: float


def tag_names(labels: Sequence[str]) -> list[str]:
    """The tags of a head, in the order of its outputs: `O`, then `B-` and `I-` of each label."""
    return ["O", *(prefix + label for label in labels for prefix in ("B-", "I-"))]


def transitions(tags: Sequence[str]) -> Scores:
    """A matrix with 0 where the column's tag may follow the row's, else a large penalty; the last row is the start."""
    moves = np.zeros((len(tags) + 1, len(tags)), np.float32)
    for column, tag in enumerate(tags):
        if tag[0] == "I":
            for row, before in enumerate([*tags, "start"]):
                if before[1:] != tag[1:]:
                    moves[row, column] = _FORBIDDEN
    return moves


def log_softmax(logits: Scores) -> Scores:
    """Log probabilities over the last axis."""
    shifted = logits - logits.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)


def best_path(logp: Scores, moves: Scores) -> NDArray[np.intp]:
    """The most probable valid sequence of tags for log probabilities of shape (words, tags)."""
    greedy: NDArray[np.intp] = logp.argmax(-1)
    rows = np.concatenate(([len(moves) - 1], greedy[:-1]))
    if not moves[rows, greedy].any():
        return greedy
    count, tags = logp.shape
    back = np.zeros((count, tags), np.intp)
    score = logp[0] + moves[tags]
    columns = np.arange(tags)
    for position in range(1, count):
        reached = score[:, None] + moves[:tags]
        back[position] = reached.argmax(0)
        score = reached[back[position], columns] + logp[position]
    path = np.zeros(count, np.intp)
    path[-1] = score.argmax()
    for position in range(count - 1, 0, -1):
        path[position - 1] = back[position, path[position]]
    return path


def decode(logp: Scores, tags: Sequence[str], moves: Scores) -> list[TaggedSpan]:
    """The spans of one paragraph from log probabilities of shape (words, tags)."""
    if not len(logp):
        return []
    path = best_path(logp, moves)
    sure = np.exp(logp[np.arange(len(path)), path])
    spans: list[TaggedSpan] = []
    start = 0
    for position in range(len(path) + 1):
        tag = tags[path[position]] if position < len(path) else "O"
        if position and tag[0] != "I" and (label := tags[path[position - 1]][2:]):
            spans.append(TaggedSpan(start, position, label, float(sure[start:position].min())))
        if tag[0] == "B":
            start = position
    return spans
