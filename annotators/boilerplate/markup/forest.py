"""The trees over a row of numbers: walked node by node, or, once they have been asked often, run as code.

A tree is a nest of comparisons, and so is an expression of Python: as bytecode the comparisons take a quarter of the
time that walking tables takes, where the numbers are floats. Compiling them takes as long as walking for a thousand
rows does, so that a single page is never held up by it, and a run over many pages at most for as long as it has read
already.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

__all__ = ["Forest", "Tree"]

_FIRST: Final = 45
_CLEAR: Final = 2.7
"""How many trees are asked of every row, and the logit from which the others are not."""
_OFTEN: Final = 1500
"""Rows after which compiling is worth it."""

Tree = tuple[Sequence[int], Sequence[float], Sequence[int], Sequence[int], Sequence[float]]
"""Column, threshold, and where to go at most and above it, by node; values by leaf. `~n` means leaf `n`."""
_Added = Callable[[Sequence[float], float], float]
"""Takes a row and a sum; gives the sum with the values of some trees for the row, in their order."""


class Forest:
    """Trees whose values for a row are added up to a logit."""

    def __init__(self, trees: Sequence[Tree], start: float) -> None:
        self._trees, self._start = trees, start
        self._asked = 0
        self._added: _Added | None = None

    def logit(self, row: Sequence[float]) -> float:
        """What the trees give to a row of numbers; where the first ones leave no doubt it is theirs."""
        if self._added is not None:
            return self._added(row, self._start)
        self._asked += 1
        if self._asked >= _OFTEN:
            self.compile()
        return self._walked(row)

    def compile(self) -> None:
        """Makes code of the trees; what they give stays the same to the last bit."""
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
    exec(compile("\n".join(lines), __name__, "exec"), made)  # of numbers alone
    added: _Added = made["added"]
    return added


def _expression(tree: Tree, node: int = 0) -> str:
    columns, thresholds, lower, upper, leaves = tree
    if node < 0:
        return f"({float(leaves[~node])!r})"
    test = f"c{int(columns[node])} <= {float(thresholds[node])!r}"
    return f"({_expression(tree, lower[node])} if {test} else {_expression(tree, upper[node])})"
