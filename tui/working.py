"""Work that goes on beside the keys, in the interface's own loop."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from textual.dom import DOMNode

__all__ = ["begin_work"]


def begin_work(
    node: DOMNode, work: Callable[[], Coroutine[Any, Any, None]], group: str = "default", *, exclusive: bool = False
) -> None:
    """Run `work` as a worker of a screen or widget, with `exclusive` in place of what its group is at.

    It is called when the worker's turn comes. Of a coroutine that was made before, and whose turn never comes because
    the program ends first, Python would complain on the terminal.
    """
    node.run_worker(cast("Any", work), group=group, exclusive=exclusive)
