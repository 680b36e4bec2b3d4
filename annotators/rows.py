"""Sequences of annotations held as columns of numbers; an item becomes an object only when it is asked for.

An annotation takes a quarter of a kilobyte as an object. An article of some megabytes has a hundred thousand, of
which the reader hardly ever sees more than a screenful.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, pairwise
from math import isnan, nan
from operator import attrgetter
from typing import Any, Final, Generic, Protocol, TypeVar, overload

__all__ = [
    "Chosen",
    "Column",
    "Columnar",
    "Growing",
    "Late",
    "Numbers",
    "Plain",
    "Rounded",
    "Rows",
    "RowsBuilder",
    "Scores",
    "Spans",
    "Strings",
    "Words",
    "chosen",
    "column",
]

T = TypeVar("T")
S = TypeVar("S")


class Column(Protocol):
    """The values of one field of all items, by position."""

    def __getitem__(self, position: int, /) -> Any: ...
    def __iter__(self) -> Iterator[Any]: ...


class Growing(Column, Protocol):
    """A column to which values are appended."""

    def append(self, value: Any, /) -> None: ...


def Numbers() -> Growing:  # noqa: N802 - a kind of column like the others
    """A column of code point offsets."""
    return array("I")


def Plain() -> Growing:  # noqa: N802
    """A column of strings that are all different."""
    return list[str]()


class Strings:
    """A complete column of different strings: `text` is all of them joined, `ends` where each ends in it."""

    __slots__ = ("ends", "text")

    def __init__(self, text: str, ends: array[int]) -> None:
        self.text = text
        self.ends = ends

    def __getitem__(self, position: int) -> str:
        return self.text[self.ends[position - 1] if position else 0 : self.ends[position]]

    def __iter__(self) -> Iterator[str]:
        return (self.text[start:end] for start, end in pairwise(chain((0,), self.ends)))


class Scores:
    """A column of numbers, some of which are `None`."""

    __slots__ = ("values",)

    def __init__(self, values: array[float] | None = None) -> None:
        self.values = array("d") if values is None else values

    def append(self, value: float | None) -> None:
        self.values.append(nan if value is None else value)

    def __getitem__(self, position: int) -> float | None:
        value = self.values[position]
        return None if isnan(value) else value

    def __iter__(self) -> Iterator[float | None]:
        return (None if isnan(value) else value for value in self.values)


class Rounded:
    """A column of scores rounded to four places: `parts` are ten-thousandths, `NONE` stands for `None`."""

    __slots__ = ("parts",)

    NONE: Final = 0xFFFF

    def __init__(self, parts: array[int]) -> None:
        self.parts = parts

    def __getitem__(self, position: int) -> float | None:
        part = self.parts[position]
        return None if part == self.NONE else part / 10_000

    def __iter__(self) -> Iterator[float | None]:
        return (None if part == self.NONE else part / 10_000 for part in self.parts)


class Words:
    """A column of values that recur: each is kept once in `table`, and `numbers` are positions in that."""

    __slots__ = ("_known", "numbers", "table")

    def __init__(self, table: Iterable[Any] = (), numbers: array[int] | None = None) -> None:
        self.table = list(table)
        self.numbers = array("I") if numbers is None else numbers
        self._known: dict[Any, int] = {}

    def append(self, value: Any) -> None:
        number = self._known.get(value)
        if number is None:
            number = self._known[value] = len(self.table)
            self.table.append(value)
        self.numbers.append(number)

    def __getitem__(self, position: int) -> Any:
        return self.table[self.numbers[position]]

    def __iter__(self) -> Iterator[Any]:
        return map(self.table.__getitem__, self.numbers)


class Spans(Generic[S]):
    """A column of tuples of spans; where `single`, of one span or `None`.

    The spans of item `i` are at `edges[i]` to `edges[i + 1]` in `starts` and `ends`.
    """

    __slots__ = ("_make", "_single", "edges", "ends", "starts")

    def __init__(self, make: Callable[[int, int], S], *, single: bool = False) -> None:
        self._make = make
        self._single = single
        self.starts, self.ends = array("I"), array("I")
        self.edges = array("I", [0])

    def append(self, value: Any) -> None:
        for start, end in () if value is None else (value,) if self._single else value:
            self.starts.append(start)
            self.ends.append(end)
        self.edges.append(len(self.starts))

    def __getitem__(self, position: int) -> Any:
        first, last = self.edges[position], self.edges[position + 1]
        spans = tuple(map(self._make, self.starts[first:last], self.ends[first:last]))
        if self._single:
            return spans[0] if spans else None
        return spans

    def __iter__(self) -> Iterator[Any]:
        spans = map(self._make, self.starts, self.ends)
        if self._single:
            return (next(spans) if first < last else None for first, last in pairwise(self.edges))
        return (tuple(islice(spans, last - first)) for first, last in pairwise(self.edges))


class Columnar(Sequence[T]):
    """An immutable sequence whose fields can be read without making its items; equal to any sequence of equal items."""

    __slots__ = ()

    def values(self, field: str) -> Iterable[Any]:
        """The values of that field for all items, in order."""
        raise NotImplementedError

    def item(self, position: int) -> T:
        """The item at a position, counted from 0."""
        raise NotImplementedError

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        positions = range(len(self))[index]
        return self.item(positions) if isinstance(positions, int) else tuple(map(self.item, positions))

    def __iter__(self) -> Iterator[T]:
        return map(self.item, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Columnar | tuple):
            return NotImplemented
        return len(self) == len(other) and all(one == another for one, another in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # like a list; what compares equal to a tuple would need its hash

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self)}>"


class Late(Columnar[T]):
    """A sequence that is made when it is first used, by one call of a function."""

    __slots__ = ("_state",)

    def __init__(self, make: Callable[[], Sequence[T]]) -> None:
        self._state: tuple[Callable[[], Sequence[T]], Sequence[T] | None] = (make, None)

    @property
    def items(self) -> Sequence[T]:
        """The items; the first call makes them."""
        make, made = self._state  # read together, because another thread may set it meanwhile
        if made is None:
            made = make()
            self._state = (tuple, made)
        return made

    def __len__(self) -> int:
        return len(self.items)

    def values(self, field: str) -> Iterable[Any]:
        return column(self.items, field)

    def item(self, position: int) -> T:
        return self.items[position]


class Rows(Columnar[T]):
    """Items of one dataclass; the columns are named like its fields, and a field without a column has its default."""

    __slots__ = ("_length", "_make", "columns")

    def __init__(self, make: Callable[..., T], columns: Mapping[str, Column], length: int) -> None:
        self._make = make
        self.columns = columns
        self._length = length

    def __len__(self) -> int:
        return self._length

    def values(self, field: str) -> Column:
        found = self.columns.get(field)
        return [_default(self._make, field)] * self._length if found is None else found

    def item(self, position: int) -> T:
        return self._make(**{name: values[position] for name, values in self.columns.items()})


def _default(kind: Any, field: str) -> Any:
    """The default of a dataclass's field; raises `KeyError` where there is no such field."""
    return kind.__dataclass_fields__[field].default


class RowsBuilder(Generic[T]):
    """Collects items into columns until `rows` is called."""

    def __init__(self, make: Callable[..., T], columns: Mapping[str, Growing]) -> None:
        self._make = make
        self._columns = columns
        self._length = 0

    def add(self, items: Sequence[T]) -> None:
        """Append items."""
        for name, values in self._columns.items():
            append = values.append
            for value in map(attrgetter(name), items):
                append(value)
        self._length += len(items)

    def rows(self) -> Rows[T]:
        """The sequence of all items; nothing can be added afterwards."""
        return Rows(self._make, self._columns, self._length)


class Chosen(Columnar[T]):
    """Some items of several sequences, in any order: `positions` count through the sequences one after the other."""

    __slots__ = ("_parts", "_positions")

    def __init__(self, parts: tuple[Sequence[T], ...], positions: Iterable[int]) -> None:
        self._parts = parts
        self._positions = array("I", positions)

    def __len__(self) -> int:
        return len(self._positions)

    def values(self, field: str) -> Iterable[Any]:
        if len(self._parts) == 1 and isinstance(self._parts[0], Rows):
            return map(self._parts[0].values(field).__getitem__, self._positions)
        every = list(chain.from_iterable(column(part, field) for part in self._parts))
        return map(every.__getitem__, self._positions)

    def among(self, positions: Iterable[int]) -> Chosen[T]:
        """The items at these positions of this sequence."""
        return Chosen(self._parts, map(self._positions.__getitem__, positions))

    def item(self, position: int) -> T:
        at = self._positions[position]
        for part in self._parts:
            if at < len(part):
                return part[at]
            at -= len(part)
        raise IndexError(position)


def chosen(items: Sequence[T], positions: Iterable[int]) -> Sequence[T]:
    """The items at these positions: columns if `items` are columns, else a tuple."""
    if isinstance(items, Chosen):
        return items.among(positions)
    return Chosen((items,), positions) if isinstance(items, Columnar) else tuple(map(items.__getitem__, positions))


def column(items: Sequence[Any], field: str) -> Iterable[Any]:
    """The values of that field for all items of any sequence."""
    return items.values(field) if isinstance(items, Columnar) else map(attrgetter(field), items)
