"""`Pilot.pause` that ends when all has been dealt with, however little of the processor there is.

Textual's own ends once the process has hardly computed for a fiftieth of a second, which one that gets no processor has
not, either, whatever it still has to do. Here it goes on until no widget has a message left and the screen nothing to
lay out or to paint. What a timer, a thread or another process brings has to be waited for by itself (`stage.until`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from unittest.mock import patch

from textual.pilot import Pilot
from textual.screen import Screen

from tests.pilot.quick_keys import dealt_with

__all__ = ["whole_rests"]

_LEAST: Final = 2
_MOST: Final = 100
"""Rounds after which an endless cycle is assumed and waiting ends."""

_pause = Pilot.pause


@contextmanager
def whole_rests() -> Iterator[None]:
    """A context in which `Pilot.pause` returns once all is processed."""
    with patch.object(Pilot, "pause", _rest):
        yield


async def _rest(pilot: Pilot[Any], delay: float | None = None) -> None:
    await _pause(pilot, delay)
    for number in range(_MOST):
        if not pilot.app.is_running or not await pilot._wait_for_screen():
            return
        await dealt_with()
        if pilot.app._resize_timer is not None:  # in 8 ms it would do so by itself
            pilot.app._check_resize()
        pilot.app.screen._on_timer_update()
        await dealt_with()
        if number + 1 >= _LEAST and not _has_more(pilot.app.screen):
            return


def _has_more(screen: Screen[Any]) -> bool:
    """Whether a message waits, or something is to be laid out or painted."""
    pumps = [screen.app, *screen.walk_children(with_self=True)]
    return bool(
        screen._callbacks
        or screen._dirty_widgets
        or screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or any(pump.message_queue_size or pump._next_callbacks for pump in pumps)
    )
