"""Sequences of thousands of rows, each of which is made only when it is shown."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import accumulate
from typing import Final, TypeVar, overload

from annotators.annotation import Annotation
from annotators.rows import Columnar, column
from tui.widgets.lists import Row

__all__ = ["JoinedRows", "MadeRows", "joined", "rows_of"]

AnnotationT = TypeVar("AnnotationT", bound=Annotation)

_FEW: Final = 200
"""The number of rows up to which they are made at once."""

_KEPT: Final = 128
"""The most rows that are cached: more than fit on a screen."""


class _LongRows(Sequence[Row]):
    """A sequence of rows in which subclasses find a row by its key without making the others."""

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        positions = range(len(self))[index]
        return self._row(positions) if isinstance(positions, int) else tuple(map(self._row, positions))

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, _LongRows | tuple):
            return NotImplemented
        return len(self) == len(other) and all(one == another for one, another in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # as for a list

    def _row(self, position: int) -> Row:
        raise NotImplementedError


class MadeRows(_LongRows):
    """A row for each annotation of an ordered sequence; its key is the `own_key` of the annotation."""

    def __init__(self, annotations: Sequence[Annotation], make: Callable[[Annotation], Row]) -> None:
        self._annotations = annotations
        self._make = make
        self._made: dict[int, Row] = {}
        self._starts: array[int] | None = None

    def __len__(self) -> int:
        return len(self._annotations)

    def _row(self, position: int) -> Row:
        row = self._made.get(position)
        if row is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            row = self._made[position] = self._make(self._annotations[position])
        return row

    def place_of(self, key: Hashable) -> int | None:
        """The number of the row of that key."""
        if not isinstance(key, tuple) or len(key) != 3 or not isinstance(key[1], int):
            return None
        if self._starts is None:
            self._starts = array("I", column(self._annotations, "start"))
        for position in range(bisect_left(self._starts, key[1]), bisect_right(self._starts, key[1])):
            if self._row(position).key == key:
                return position
        return None


class JoinedRows(_LongRows):
    """Several sequences of rows joined."""

    def __init__(self, parts: Iterable[tuple[Row, ...] | MadeRows]) -> None:
        self._parts = tuple(parts)
        self._firsts = [0, *accumulate(map(len, self._parts))]
        self._places: dict[Hashable, int] | None = None

    def __len__(self) -> int:
        return self._firsts[-1]

    def _row(self, position: int) -> Row:
        number = bisect_right(self._firsts, position) - 1
        return self._parts[number][position - self._firsts[number]]

    def place_of(self, key: Hashable) -> int | None:
        """The number of the row of that key."""
        if self._places is None:
            self._places = {
                row.key: first + number
                for first, part in zip(self._firsts, self._parts, strict=False)
                if isinstance(part, tuple)
                for number, row in enumerate(part)
                if row.key is not None
            }
        found = self._places.get(key)
        if found is not None:
            return found
        for first, part in zip(self._firsts, self._parts, strict=False):
            if isinstance(part, MadeRows) and (place := part.place_of(key)) is not None:
                return first + place
        return None

    def with_row(self, place: int, row: Row) -> JoinedRows:
        """The rows with the one at `place` replaced; it has to be in a tuple of rows."""
        number = bisect_right(self._firsts, place) - 1
        part, at = self._parts[number], place - self._firsts[number]
        assert isinstance(part, tuple)
        return JoinedRows((*self._parts[:number], (*part[:at], row, *part[at + 1 :]), *self._parts[number + 1 :]))


def rows_of(annotations: Sequence[AnnotationT], make: Callable[[AnnotationT], Row]) -> tuple[Row, ...] | MadeRows:
    """A row for each annotation, made at once if there are few, else on demand."""
    if len(annotations) <= _FEW and not isinstance(annotations, Columnar):
        return tuple(map(make, annotations))
    return MadeRows(annotations, make)  # type: ignore[arg-type]  # it makes rows of these annotations alone


def joined(pieces: Iterable[Row | MadeRows]) -> tuple[Row, ...] | JoinedRows:
    """Rows and sequences of rows, joined; a tuple if all of them are made."""
    parts: list[list[Row] | MadeRows] = [[]]
    for piece in pieces:
        if isinstance(piece, MadeRows):
            parts += [piece, []]
        else:
            part = parts[-1]
            assert isinstance(part, list)
            part.append(piece)
    if len(parts) == 1:
        return tuple(parts[0])
    return JoinedRows(part if isinstance(part, MadeRows) else tuple(part) for part in parts)
