"""Endless batches of windows of similar length, with sources mixed by share."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from annotators.annotation import Span
from annotators.encoder.double_quotes import double_quote_spans
from annotators.encoder.quote_state import quote_states
from annotators.encoder.windows import MAX_PIECES, Window, pack
from annotators.encoder.wordpieces import WordPieces
from training.encoder.corpora.paragraphs import OTHER, Paragraph, read_paragraphs
from training.encoder.heads import TAGS
from training.encoder.learning.augment import hide, recase, restyle
from training.encoder.learning.renaming import Marked, Names, all_names, rename

__all__ = ["IGNORED", "Batch", "Streams", "quotes_of"]

IGNORED = -100
ROLE_STEP = 8
"""Content and role tags of a word as one number: content * 8 + role."""

_RENAMED = 0.25
"""The share of runs of paragraphs in which names are replaced."""

_POOL = 240
_PIECES_A_WORD = 1.35
_LONG_RUNS = ("ww", "gum", "wiki", "own-news")


class Batch(NamedTuple):
    """Tensors of shape (windows, pieces); `gold` is `IGNORED` for pieces that are not trained on."""

    ids: Tensor
    case: Tensor
    quote: Tensor
    mask: Tensor
    gold: Tensor


class _Example(NamedTuple):
    window: Window
    gold: list[int]


def quotes_of(paragraph: Paragraph) -> Sequence[int]:
    """The quotation states of a paragraph, computed from its double marks if it has none."""
    if paragraph.quotes:
        return paragraph.quotes
    starts = [0]
    for word, space in zip(paragraph.words, paragraph.spaces, strict=True):
        starts.append(starts[-1] + len(word) + int(space))
    text = paragraph.text.replace("\n", " ")
    marks = [Span(*span) for span in double_quote_spans(text)]
    return quote_states(paragraph.words, starts[:-1], marks)


@dataclass
class Streams:
    """Batches of names and of quotations from the files in `folder`; `mix` gives each source's share of the names.

    `pieces` is the approximate number of pieces in a batch.
    """

    split: WordPieces
    folder: Path
    mix: Mapping[str, float]
    chance: random.Random
    pieces: int

    def names(self) -> Iterator[Batch]:
        """Batches for the head `ner`."""
        names = all_names(paragraph for name in self.mix for paragraph in self._read(name))
        sources = {name: self._name_windows(name, names) for name in self.mix}
        return self._batches(self._mixed(sources))

    def quotations(self) -> Iterator[Batch]:
        """Batches for the heads `content` and `role`."""
        return self._batches(self._quotation_windows())

    def _mixed(self, sources: Mapping[str, Iterator[_Example]]) -> Iterator[_Example]:
        names, shares = list(sources), [self.mix[name] for name in sources]
        while True:
            yield next(sources[self.chance.choices(names, shares)[0]])

    def _read(self, name: str) -> Iterator[Paragraph]:
        return read_paragraphs(self.folder / f"{name}.jsonl")

    def _name_windows(self, name: str, names: Names) -> Iterator[_Example]:
        """Runs of one to eight neighbouring paragraphs in random order; each pass cuts them anew."""
        index = {tag: position for position, tag in enumerate([*TAGS["ner"], OTHER])}
        paragraphs = [Marked(one.words, one.tags, quotes_of(one)) for one in self._read(name)]
        sizes = (1, 2, 4, 8, 8) if name.startswith(_LONG_RUNS) else (1, 2, 4)
        while True:
            cuts = [self.chance.randrange(3)]
            while cuts[-1] < len(paragraphs):
                cuts.append(cuts[-1] + self.chance.choice(sizes))
            runs = [paragraphs[start:end] for start, end in pairwise(cuts)]
            self.chance.shuffle(runs)
            for run in runs:
                if self.chance.random() < _RENAMED:
                    run = rename(run, names, self.chance)
                words = [recase(one.words, self.chance) for one in run]
                gold = [[index.get(tag, IGNORED) for tag in one.tags] for one in run]
                yield from self._examples(words, [one.quotes for one in run], gold)

    def _quotation_windows(self) -> Iterator[_Example]:
        content, role = ({tag: at for at, tag in enumerate(TAGS[head])} for head in ("content", "role"))
        documents: dict[str, list[Paragraph]] = {}
        for paragraph in read_paragraphs(self.folder / "polnear-train.jsonl"):
            documents.setdefault(paragraph.document, []).append(paragraph)
        order = list(documents.values())
        while True:
            self.chance.shuffle(order)
            for document in order:
                for run in _runs(document):
                    words = restyle([(one.words, one.quotes) for one in run], self.chance)
                    if self.chance.random() < 0.3:
                        words = [recase(one, self.chance) for one in words]
                    gold = [
                        [content[tag] * ROLE_STEP + role[other] for tag, other in zip(one.tags, one.roles, strict=True)]
                        for one in run
                    ]
                    yield from self._examples(words, [one.quotes for one in run], gold)

    def _examples(
        self, words: Sequence[Sequence[str]], quotes: Sequence[Sequence[int]], gold: Sequence[Sequence[int]]
    ) -> Iterator[_Example]:
        for window in pack(self.split, words, quotes):
            row = [IGNORED] * len(window)
            for head, (paragraph, word) in zip(window.heads, window.words, strict=True):
                row[head] = gold[paragraph][word]
            hide(window, self.split.mask, self.chance)
            yield _Example(window, row)

    def _batches(self, examples: Iterator[_Example]) -> Iterator[Batch]:
        """Batches of about `pieces` pieces in random order, cut from a pool sorted by length."""
        while True:
            pool = sorted((next(examples) for _ in range(_POOL)), key=lambda one: len(one.window))
            groups: list[list[_Example]] = [[]]
            for example in pool:
                if groups[-1] and (len(groups[-1]) + 1) * len(example.window) > self.pieces:
                    groups.append([])
                groups[-1].append(example)
            self.chance.shuffle(groups)
            yield from map(_tensors, groups)


def _runs(document: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Runs of whole paragraphs, each up to about a window long."""
    run: list[Paragraph] = []
    size = 0.0
    for paragraph in document:
        pieces = len(paragraph.words) * _PIECES_A_WORD
        if run and size + pieces >= MAX_PIECES - 8:
            yield run
            run, size = [], 0.0
        run.append(paragraph)
        size += pieces
    if run:
        yield run


def _tensors(group: Sequence[_Example]) -> Batch:
    width = max(len(example.window) for example in group)
    arrays = [np.zeros((len(group), width), np.int64) for _ in range(4)]
    gold = np.full((len(group), width), IGNORED)
    for row, (window, tags) in enumerate(group):
        for array, values in zip(arrays, (window.ids, window.case, window.quote), strict=False):
            array[row, : len(values)] = values
        arrays[3][row, : len(window)] = 1
        gold[row, : len(tags)] = tags
    return Batch(*map(torch.from_numpy, arrays), torch.from_numpy(gold))
