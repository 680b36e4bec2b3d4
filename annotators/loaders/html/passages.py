"""Whether one text after the other stands in a longer one, at a cost that grows with their sizes, not the product."""

from __future__ import annotations

from typing import Final

__all__ = ["Passages"]

_PIECE: Final = 8
_AHEAD: Final = 4096
_MOST_SEARCHED: Final = 1 << 25
"""Characters that are searched in all, beyond the next few behind the last find: a hundredth of a second or so."""


class Passages:
    """A text to be asked for many passages, most of them in its order.

    What stands in it is mostly found right behind what was found before. What does not is mostly known by
    the pieces of fixed length into which the text is cut: whatever is at least two pieces long and stands in
    it has one of them whole within its first two. Only the rest is sought in all of the text, and after
    `_MOST_SEARCHED` characters of that no more.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: frozenset[str] | None = None
        self._at = 0
        self._searched = 0

    def __bool__(self) -> bool:
        return bool(self._text)

    def have(self, passage: str) -> bool:
        """Whether a passage stands in the text; an empty one does not."""
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
