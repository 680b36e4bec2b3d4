"""Groups of rows under headings; the groups of speakers may be thousands and are made on demand."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple, TypeAlias

from annotators.annotation import Layer, Statement
from annotators.rows import column
from tui.widgets.lists import Row
from tui.widgets.lists.long_rows import MadeRows

__all__ = ["Group", "SpeakerRows", "Speakers", "group_key", "heading"]

Speakers: TypeAlias = "Sequence[tuple[str, array[int]]]"
"""Names of speakers, each with the positions of their statements."""

_KEPT: Final = 64
"""The most groups that are cached: more than fit on a screen."""
_NOBODY: Final = (1 << 32) - 1


class Group(NamedTuple):
    """Rows under a heading that folds them, or without one if `name` is empty.

    `key` is that of the heading; `number` is the count that the heading shows.
    """

    name: str
    rows: tuple[Row, ...] | MadeRows
    number: str = ""
    key: Hashable = None
    folded: bool = False


def group_key(name: str) -> Hashable:
    """The key of a speaker's heading."""
    return (Layer.QUOTES, "group", name)


def heading(group: Group, *, folded: bool) -> Row:
    """The heading of a group as a row."""
    return Row(f"{'▸' if folded else '▾'} {group.name}", group.number, style="group", key=group.key, target=group.key)


class SpeakerRows(MadeRows):
    """Headings of speakers with the rows below; `make` makes a group by its number, `turned` are the folded keys."""

    def __init__(
        self,
        statements: Sequence[Statement],
        speakers: Speakers,
        make: Callable[[int], Group],
        turned: Collection[Hashable] = (),
    ) -> None:
        self._statements = statements
        self._speakers = speakers
        self._make_group = make
        self._group = lru_cache(_KEPT)(make)
        keys = ((number, group_key(name)) for number, (name, _) in enumerate(speakers)) if turned else ()
        self._folded = {number for number, key in keys if key in turned}
        sizes = (1 if at in self._folded else 1 + len(own) for at, (_, own) in enumerate(speakers))
        self._firsts = array("I", accumulate(sizes, initial=0))
        self._owners: tuple[array[int], array[int]] | None = None

    def turned(self, turned: Collection[Hashable]) -> SpeakerRows:
        """The same rows with these groups folded."""
        return SpeakerRows(self._statements, self._speakers, self._make_group, turned) if turned else self

    def groups(self) -> Iterator[Group]:
        """All groups, unfolded."""
        return map(self._make_group, range(len(self._speakers)))

    def __len__(self) -> int:
        return self._firsts[-1]

    def _row(self, position: int) -> Row:
        number = bisect_right(self._firsts, position) - 1
        at = position - self._firsts[number]
        group = self._group(number)
        return group.rows[at - 1] if at else heading(group, folded=number in self._folded)

    def place_of(self, key: Hashable) -> int | None:
        """The number of the row of that key."""
        if not isinstance(key, tuple) or len(key) != 3:
            return None
        if key[:2] == (Layer.QUOTES, "group"):
            found = (number for number, (name, _) in enumerate(self._speakers) if name == key[2])
            return next((self._firsts[number] for number in found), None)
        if key[0] != Statement.__name__ or not isinstance(key[1], int):
            return None
        starts, owners = self._owners = self._owners or self._who_says_what()
        for position in range(bisect_left(starts, key[1]), bisect_right(starts, key[1])):
            number = owners[position]
            if number != _NOBODY and number not in self._folded:
                place = self._firsts[number] + 1 + bisect_left(self._speakers[number][1], position)
                if self._row(place).key == key:
                    return place
        return None

    def _who_says_what(self) -> tuple[array[int], array[int]]:
        """The start of each statement, and the number of its speaker's group."""
        owners = array("I", [_NOBODY]) * len(self._statements)
        for number, (_, positions) in enumerate(self._speakers):
            for position in positions:
                owners[position] = number
        return array("I", column(self._statements, "start")), owners
