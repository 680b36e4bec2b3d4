"""Copying: to the terminal's clipboard by OSC 52, and to the desktop's by whichever program is there."""

from __future__ import annotations

import asyncio
import shutil
from typing import Final

__all__ = ["copy_natively"]

_PROGRAMS: Final[tuple[tuple[str, ...], ...]] = (
    ("pbcopy",),
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("clip.exe",),
)
_PATIENCE: Final = 2.0
"""Seconds a clipboard program may take; without a display some wait for ever."""


async def copy_natively(text: str) -> str | None:
    """Hand `text` to the first clipboard program that takes it; its name, or `None` where none did.

    The text goes in on standard input and is never part of a command.
    """
    for command in _PROGRAMS:
        if shutil.which(command[0]) and await _hand_over(command, text):
            return command[0]
    return None


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
