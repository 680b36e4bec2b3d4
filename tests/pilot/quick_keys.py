"""Keys one after the other, without a rest after each.

After every key Textual waits until the processor has rested for a fiftieth of a second, twice. Here a key is waited
for until it and what it set going has been dealt with: until there is nothing left to do but what a timer, a thread or
another process will bring. `Pilot.pause`, with which whoever looks at the screen begins, waits for those as ever.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

__all__ = ["dealt_with", "quick_keys"]

_MOST = 1000
"""Turns of the event loop after which an endless cycle is assumed and waiting ends."""


@contextmanager
def quick_keys() -> Iterator[None]:
    """A context in which `Pilot.press` returns once a key has been processed."""
    with patch("textual.app.wait_for_idle", dealt_with):
        yield


async def dealt_with(min_sleep: float = 0) -> None:
    """Let the loop turn until nothing is left to do at once."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, asyncio.BaseEventLoop)
    for _ in range(_MOST):
        await asyncio.sleep(0)
        if not loop._ready:  # type: ignore[attr-defined]
            return
