"""A strip without the seven caches that Textual makes for each, most of which are never used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from rich.segment import Segment
from textual.cache import FIFOCache
from textual.strip import Strip

__all__ = ["LeanStrip"]

_LATE: Final = {
    "_divide_cache": 4,
    "_crop_cache": 16,
    "_style_cache": 16,
    "_filter_cache": 4,
    "_line_length_cache": 4,
    "_crop_extend_cache": 4,
    "_offsets_cache": 4,
}
"""The caches that Textual makes for each strip, with their sizes; few are ever used."""


class LeanStrip(Strip):
    """A strip that makes a cache when it is first asked for."""

    __slots__ = ()

    def __init__(self, segments: Iterable[Segment], width: int) -> None:
        self._segments = list(segments)
        self._cell_length = width
        self._render_cache = self._link_ids = self._cell_count = None

    def __getattr__(self, name: str) -> Any:
        if name not in _LATE:
            raise AttributeError(name)
        cache = FIFOCache[Any, Any](_LATE[name])
        setattr(self, name, cache)
        return cache

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        cuts = list(cuts)
        return (self,) if cuts == [self._cell_length] else super().divide(cuts)
