"""Evaluates the trees on a row of numbers: node by node or, after many rows, as compiled code.

A tree is a nest of comparisons and can be written as a Python expression: its bytecode takes a quarter of the time of
walking the tables, if the numbers are floats. Compiling takes as long as walking a thousand rows, so it is not done for
a single page, and takes at most as long as a run over many pages has already spent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

__all__ = ["Forest", "Tree"]

_FIRST: Final = 45
_CLEAR: Final = 2.7
"""The number of trees that every row gets, and the absolute logit from which the others are skipped."""
_OFTEN: Final = 1500
"""The number of rows after which compiling is worth its time."""

Tree = tuple[Sequence[int], Sequence[float], Sequence[int], Sequence[int], Sequence[float]]
"""By node: column, threshold, branch at or below it and branch above; by leaf: value. `~n` means leaf `n`."""
_Added = Callable[[Sequence[float], float], float]
"""Takes a row and a sum; returns the sum plus the values of the trees for the row, added in their order."""


class Forest:
    """Trees whose values for a row are added up to a logit."""

    def __init__(self, trees: Sequence[Tree], start: float) -> None:
        self._trees, self._start = trees, start
        self._asked = 0
        self._added: _Added | None = None

    def logit(self, row: Sequence[float]) -> float:
        """The logit of a row of numbers; only from the first trees if these are clear."""
        if self._added is not None:
            return self._added(row, self._start)
        self._asked += 1
        if self._asked >= _OFTEN:
            self.compile()
        return self._walked(row)

    def compile(self) -> None:
        """Compile the trees; their results stay the same to the last bit."""
        self._added = _added(self._trees)

    def _walked(self, row: Sequence[float]) -> float:
        total = self._start
        for number, (columns, thresholds, lower, upper, leaves) in enumerate(self._trees):
            if number == _FIRST and not -_CLEAR < total < _CLEAR:
                break
            node = 0
            while node >= 0:
                node = lower[node] if row[columns[node]] <= thresholds[node] else upper[node]
            total += leaves[~node]
        return total


def _added(trees: Sequence[Tree]) -> _Added:
    width = 1 + max((column for columns, *_ in trees for column in columns), default=-1)
    names = "".join(f"c{column}, " for column in range(width))
    sums = [f" total += {_expression(tree)}" for tree in trees]
    sums.insert(_FIRST, f" if not {-_CLEAR} < total < {_CLEAR}: return total")
    made: dict[str, Any] = {}
    lines = ["def added(row, total):", f" {names}*_, = row", *sums, " return total"]
    exec(compile("\n".join(lines), __name__, "exec"), made)  # made of numbers only
    added: _Added = made["added"]
    return added


def _expression(tree: Tree, node: int = 0) -> str:
    columns, thresholds, lower, upper, leaves = tree
    if node < 0:
        return f"({float(leaves[~node])!r})"
    test = f"c{int(columns[node])} <= {float(thresholds[node])!r}"
    return f"({_expression(tree, lower[node])} if {test} else {_expression(tree, upper[node])})"
