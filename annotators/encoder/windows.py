"""Packs paragraphs into windows of word pieces, as in the encoder's training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from annotators.encoder.casing import SPECIAL
from annotators.encoder.quote_state import OUTSIDE
from annotators.encoder.wordpieces import Word, WordPieces

__all__ = ["MAX_PIECES", "Window", "pack"]

MAX_PIECES = 192
LEFT_CONTEXT = 24
"""Words of left context that are repeated before a further part of a paragraph longer than a window."""


@dataclass
class Window:
    """An input sequence of the encoder.

    `ids`, `case` and `quote` have a value for each piece. `heads` are the positions of the first pieces of the words to
    be tagged, `words` these words as (paragraph, word).
    """

    ids: list[int] = field(default_factory=list)
    case: list[int] = field(default_factory=list)
    quote: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    words: list[tuple[int, int]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.ids)

    def frame(self, piece: int) -> None:
        """Add a special token: the start or a separator."""
        self.ids.append(piece)
        self.case.append(SPECIAL)
        self.quote.append(OUTSIDE)

    def read(self, word: Word, quote: int) -> None:
        """Add a word's pieces."""
        self.ids += word.pieces
        self.case += [word.case] * len(word.pieces)
        self.quote += [quote] * len(word.pieces)


def pack(
    split: WordPieces,
    paragraphs: Sequence[Sequence[str]],
    quotes: Sequence[Sequence[int]],
    *,
    max_pieces: int = MAX_PIECES,
) -> list[Window]:
    """Windows of at most `max_pieces` pieces over all words, in order.

    Paragraphs share a window if they fit, with a separator between. One that is longer than a window is cut, and each
    further part starts with `LEFT_CONTEXT` words of the one before.
    """
    packer = _Packer(split, max_pieces)
    for index, words in enumerate(paragraphs):
        packer.add(index, [split(word) for word in words], quotes[index])
    packer.close()
    return packer.windows


class _Packer:
    def __init__(self, split: WordPieces, max_pieces: int) -> None:
        self.windows: list[Window] = []
        self._split = split
        self._max = max_pieces
        self._window = self._open()

    def _open(self) -> Window:
        window = Window()
        window.frame(self._split.start)
        return window

    def close(self) -> None:
        if self._window.heads:
            self._window.frame(self._split.separator)
            self.windows.append(self._window)
        self._window = self._open()

    def add(self, index: int, words: Sequence[Word], quotes: Sequence[int]) -> None:
        size = sum(len(word.pieces) for word in words)
        if len(self._window) > 1 and len(self._window) + size + 2 > self._max:
            self.close()
        if len(self._window) > 1:
            self._window.frame(self._split.separator)
        for position, word in enumerate(words):
            if len(self._window) + len(word.pieces) + 1 > self._max:
                self.close()
                self._repeat(words, quotes, position)
            self._window.heads.append(len(self._window))
            self._window.words.append((index, position))
            self._window.read(word, quotes[position])

    def _repeat(self, words: Sequence[Word], quotes: Sequence[int], position: int) -> None:
        room = self._max - 32 - len(words[position].pieces)
        for before in range(max(0, position - LEFT_CONTEXT), position):
            if len(self._window) + len(words[before].pieces) + 1 < room:
                self._window.read(words[before], quotes[before])
