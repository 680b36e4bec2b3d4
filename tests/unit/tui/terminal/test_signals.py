"""A terminal that goes away ends the reader; one that cannot be asked about does not."""

from __future__ import annotations

import asyncio
import os
import pty

from tui.terminal.signals import _wait_for_hangup


async def heard_of(descriptor: int) -> list[int]:
    """The exit statuses that the reader is told to leave with."""
    heard: list[int] = []
    await asyncio.to_thread(_wait_for_hangup, descriptor, asyncio.get_running_loop(), heard.append)
    await asyncio.sleep(0)
    return heard


async def test_a_terminal_that_goes_away_is_a_hangup() -> None:
    looking, program = pty.openpty()
    os.close(looking)
    assert await heard_of(program) == [129]
    os.close(program)


async def test_an_unsupported_poll_is_not_a_hangup() -> None:
    looking, program = pty.openpty()
    os.close(program)
    assert await heard_of(program) == []
    os.close(looking)
