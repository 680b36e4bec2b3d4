"""Reasons that are computed on demand, because those of most labels of a page are never read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, overload

__all__ = ["Reasons", "led_by"]


class Reasons(Sequence[str]):
    """The reasons that `say` gives for an item's number, computed once; equal to their tuple, and pickled as that."""

    __slots__ = ("_number", "_said", "_say")

    def __init__(self, say: Callable[[int], tuple[str, ...]], number: int) -> None:
        self._say: Callable[[int], tuple[str, ...]] | None = say
        self._number = number

    @property
    def said(self) -> tuple[str, ...]:
        """The reasons."""
        if self._say is not None:
            self._said: tuple[str, ...] = self._say(self._number)
            self._say = None
        return self._said

    def __len__(self) -> int:
        return len(self.said)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[str, ...]: ...
    def __getitem__(self, index: int | slice) -> str | tuple[str, ...]:
        return self.said[index]

    def __iter__(self) -> Iterator[str]:
        return iter(self.said)

    def __eq__(self, other: object) -> bool:
        return self.said == (other.said if isinstance(other, Reasons) else other)

    def __hash__(self) -> int:
        return hash(self.said)

    def __repr__(self) -> str:
        return repr(self.said)

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (self.said,)


def led_by(first: str, others: Sequence[str], most: int = 3) -> Sequence[str]:
    """A reason followed by others, which are not computed until they are read."""
    if isinstance(others, Reasons):
        return Reasons(lambda _: (first, *others)[:most], 0)
    return (first, *others)[:most]
