"""WordPiece tokenization for the encoder: lower case, without accents, longest piece first."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from annotators.encoder.casing import case_of

__all__ = ["Word", "WordPieces"]

MAX_PIECES = 24
"""The most pieces of a word; the rest of a long address or run of symbols is cut."""

_CACHED_WORDS = 50_000


class Word(NamedTuple):
    """The piece ids of a word and its casing class."""

    pieces: tuple[int, ...]
    case: int


class WordPieces:
    """WordPiece for words that are already split, with a bounded cache.

    `vocabulary` are the pieces by position; `[CLS]`, `[SEP]` and `[UNK]` have to be among them (else `KeyError`).
    `mask` is the piece that hides others in training, `[MASK]` if there is one.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: position for position, piece in enumerate(vocabulary)}
        self.start = self._ids["[CLS]"]
        self.separator = self._ids["[SEP]"]
        self.unknown = self._ids["[UNK]"]
        self.mask = self._ids.get("[MASK]", self.unknown)
        self._cache: dict[str, Word] = {}

    def __call__(self, word: str) -> Word:
        found = self._cache.get(word)
        if found is None:
            if len(self._cache) >= _CACHED_WORDS:
                self._cache.clear()
            found = self._cache[word] = Word(self._pieces(word), case_of(word))
        return found

    def _pieces(self, word: str) -> tuple[int, ...]:
        pieces: list[int] = []
        for part in _split(_fold(word)):
            pieces += self._longest_match(part)
            if len(pieces) >= MAX_PIECES:
                break
        return tuple(pieces[:MAX_PIECES]) or (self.unknown,)

    def _longest_match(self, part: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(part):
            prefix = "##" if start else ""
            for end in range(len(part), start, -1):
                piece = self._ids.get(prefix + part[start:end])
                if piece is not None:
                    found.append(piece)
                    start = end
                    break
            else:
                return [self.unknown]
        return found


_LONGEST_WORD = 100


def _fold(word: str) -> str:
    """A word in lower case without accents and control characters; a very long one is cut."""
    decomposed = unicodedata.normalize("NFD", word[:_LONGEST_WORD].lower())
    return "".join(char for char in decomposed if unicodedata.category(char) not in ("Mn", "Cc", "Cf"))


def _split(text: str) -> list[str]:
    """Runs of letters and digits; punctuation and Han characters are separate."""
    parts: list[str] = []
    run = ""
    for char in text:
        if char.isspace() or unicodedata.category(char)[0] in "PS" or "\u4e00" <= char <= "\u9fff":
            parts += [run, char.strip()]
            run = ""
        else:
            run += char
    parts.append(run)
    return [part for part in parts if part]
