"""Copies to the desktop's clipboard by whatever program is installed, and to tmux, which does not pass OSC 52 on."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Sequence
from typing import Final

__all__ = ["copy_natively", "programs_here"]

_PROGRAMS: Final[tuple[tuple[str, ...], ...]] = (
    ("pbcopy",),
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("clip.exe",),
)
_PATIENCE: Final = 2.0
"""Seconds that a clipboard program may take; some wait for ever without a display."""


_TMUX: Final[tuple[tuple[str, ...], ...]] = (("tmux", "load-buffer", "-w", "-"), ("tmux", "load-buffer", "-"))
"""Inside tmux, which by default keeps OSC 52 from the terminal around it; `-w` hands it on, from tmux 3.2."""


async def copy_natively(text: str) -> tuple[str, ...]:
    """Copy to tmux, if inside it, and to the first clipboard program that succeeds; returns the names of both.

    The text is passed on standard input and is never part of a command.
    """
    ways = (_TMUX, _PROGRAMS) if os.environ.get("TMUX") else (_PROGRAMS,)
    taken = [await _first_that_takes(text, way) for way in ways]
    return tuple(name for name in taken if name)


def programs_here() -> tuple[str, ...]:
    """The installed programs that a copy would be passed to."""
    ways = (_TMUX, _PROGRAMS) if os.environ.get("TMUX") else (_PROGRAMS,)
    found = [next((command[0] for command in way if shutil.which(command[0])), "") for way in ways]
    return tuple(name for name in found if name)


async def _first_that_takes(text: str, commands: Sequence[tuple[str, ...]]) -> str:
    for command in commands:
        if shutil.which(command[0]) and await _hand_over(command, text):
            return command[0]
    return ""


async def _hand_over(command: tuple[str, ...], text: str) -> bool:
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
    except OSError:
        return False
    try:
        await asyncio.wait_for(process.communicate(text.encode("utf-8", "replace")), _PATIENCE)
    except (TimeoutError, OSError):
        if process.returncode is None:
            process.kill()
            await process.wait()
        return False
    return process.returncode == 0
