"""Tests whether passages occur in a long text, in time linear in the sizes of both."""

from __future__ import annotations

from typing import Final

__all__ = ["Passages"]

_PIECE: Final = 8
_AHEAD: Final = 4096
_MOST_SEARCHED: Final = 1 << 25
"""Budget, in characters, for searches that start at the beginning: about a hundredth of a second."""


class Passages:
    """Answers whether passages occur in a text; fastest if they are asked for in the order of the text.

    Passages that occur are mostly found right after the previous one. Most others are excluded by an index of pieces of
    fixed length into which the text is cut: any passage of twice that length that occurs has a whole piece among its
    first characters. Only the remaining ones are searched for in the whole text, until `_MOST_SEARCHED` characters have
    been searched.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: frozenset[str] | None = None
        self._at = 0
        self._searched = 0

    def __bool__(self) -> bool:
        return bool(self._text)

    def have(self, passage: str) -> bool:
        """Whether a passage occurs in the text. An empty passage does not."""
        if not passage:
            return False
        found = self._text.find(passage, self._at, self._at + len(passage) + _AHEAD)
        if found < 0 and self._may_have(passage) and self._searched < _MOST_SEARCHED:
            self._searched += len(self._text)
            found = self._text.find(passage, 0, len(self._text))
        if found < 0:
            return False
        self._at = found + len(passage)
        return True

    def _may_have(self, passage: str) -> bool:
        if len(passage) < 2 * _PIECE:
            return True
        if self._pieces is None:
            starts = range(0, len(self._text), _PIECE)
            self._pieces = frozenset(self._text[start : start + _PIECE] for start in starts)
        return any(passage[start : start + _PIECE] in self._pieces for start in range(_PIECE))
