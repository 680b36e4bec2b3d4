"""Many annotations of a kind, held as columns of numbers: each is an object only while somebody looks at it.

As an object an annotation takes a quarter of a kilobyte; of an article of some megabytes there are a
hundred thousand, of which hardly more than a screenful is ever looked at.
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
    """One field of all annotations."""

    def __getitem__(self, position: int, /) -> Any: ...
    def __iter__(self) -> Iterator[Any]: ...


class Growing(Column, Protocol):
    """One that grows until it is complete."""

    def append(self, value: Any, /) -> None: ...


def Numbers() -> Growing:  # noqa: N802 - a kind of column like the others
    """Code points."""
    return array("I")


def Plain() -> Growing:  # noqa: N802
    """Strings that are all different."""
    return list[str]()


class Strings:
    """Strings that are all different, no more to come: the `text` of all of them, and where in it each ends."""

    __slots__ = ("ends", "text")

    def __init__(self, text: str, ends: array[int]) -> None:
        self.text = text
        self.ends = ends

    def __getitem__(self, position: int) -> str:
        return self.text[self.ends[position - 1] if position else 0 : self.ends[position]]

    def __iter__(self) -> Iterator[str]:
        return (self.text[start:end] for start, end in pairwise(chain((0,), self.ends)))


class Scores:
    """Numbers, some of them `None`."""

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
    """Scores to four places: `parts` are ten-thousandths, `NONE` where there is no score."""

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
    """Values that come again and again, each kept once in a `table`; `numbers` are positions in it."""

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
    """For each annotation any number of spans, as tuples; where `single`, one span or `None`.

    Those of annotation `i` are at `edges[i]` to `edges[i + 1]` in `starts` and `ends`.
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
    """A sequence whose fields can be had without its items. Equal to any sequence of equal items; it never changes."""

    __slots__ = ()

    def values(self, field: str) -> Iterable[Any]:
        """That field of every item, in order."""
        raise NotImplementedError

    def item(self, position: int) -> T:
        """The item at a position from 0 on."""
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
    """Items that are made when somebody first looks at them, by a function that is called once."""

    __slots__ = ("_state",)

    def __init__(self, make: Callable[[], Sequence[T]]) -> None:
        self._state: tuple[Callable[[], Sequence[T]], Sequence[T] | None] = (make, None)

    @property
    def items(self) -> Sequence[T]:
        """All of them, made by now."""
        make, made = self._state  # at once: another thread may look at them as well
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
    """Items of one class from columns that are named like the arguments it is made with."""

    __slots__ = ("_length", "_make", "columns")

    def __init__(self, make: Callable[..., T], columns: Mapping[str, Column], length: int) -> None:
        self._make = make
        self.columns = columns
        self._length = length

    def __len__(self) -> int:
        return self._length

    def values(self, field: str) -> Column:
        return self.columns[field]

    def item(self, position: int) -> T:
        return self._make(**{name: values[position] for name, values in self.columns.items()})


class RowsBuilder(Generic[T]):
    """Takes items until `rows` is asked for, which ends it."""

    def __init__(self, make: Callable[..., T], columns: Mapping[str, Growing]) -> None:
        self._make = make
        self._columns = columns
        self._length = 0

    def add(self, items: Sequence[T]) -> None:
        """Put items after those that are there."""
        for name, values in self._columns.items():
            append = values.append
            for value in map(attrgetter(name), items):
                append(value)
        self._length += len(items)

    def rows(self) -> Rows[T]:
        """All of them."""
        return Rows(self._make, self._columns, self._length)


class Chosen(Columnar[T]):
    """Some items of some sequences in any order: `positions` are those in all of them, one after the other."""

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
        """Some of these items."""
        return Chosen(self._parts, map(self._positions.__getitem__, positions))

    def item(self, position: int) -> T:
        at = self._positions[position]
        for part in self._parts:
            if at < len(part):
                return part[at]
            at -= len(part)
        raise IndexError(position)


def chosen(items: Sequence[T], positions: Iterable[int]) -> Sequence[T]:
    """Some of the items: objects where they are objects already."""
    if isinstance(items, Chosen):
        return items.among(positions)
    return Chosen((items,), positions) if isinstance(items, Columnar) else tuple(map(items.__getitem__, positions))


def column(items: Sequence[Any], field: str) -> Iterable[Any]:
    """That field of every item, whatever sequence they are in."""
    return items.values(field) if isinstance(items, Columnar) else map(attrgetter(field), items)
