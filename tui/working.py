"""Background work in the interface's own event loop."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from textual.dom import DOMNode

__all__ = ["begin_work"]


def begin_work(
    node: DOMNode, work: Callable[[], Coroutine[Any, Any, None]], group: str = "default", *, exclusive: bool = False
) -> None:
    """Run `work` as a worker of a screen or widget; with `exclusive` it replaces its group's present work.

    The coroutine is made only when the worker starts. One that was made earlier and never started, because the program
    ended first, would make Python print a warning on the terminal.
    """
    node.run_worker(cast("Any", work), group=group, exclusive=exclusive)
