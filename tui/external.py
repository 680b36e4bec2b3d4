"""Programs outside: the browser, the editor, the shell one came from. Always a list of words, never a shell."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from annotators.article import Article

__all__ = ["edit_command", "open_in_browser", "run_editor", "wait_in_shell", "web_address"]

_AT_ONCE: Final = 0.02
"""Seconds in which nobody comes back from a shell."""


def web_address(article: Article) -> str | None:
    """The http or https address of an article; no other scheme is ever opened."""
    for address in (article.metadata.url, article.source.location):
        if address and _is_web(address):
            return address
    return None


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and address.isprintable() and " " not in address


def open_in_browser(address: str) -> bool:
    """Open an address that `web_address` gave; whether a browser took it."""
    import webbrowser  # slow to import and rarely wanted

    return webbrowser.open(address)


def edit_command(path: Path, environment: Mapping[str, str] = os.environ) -> list[str]:
    """The words that start the reader's editor on a file; raises `ValueError` for quotes that do not close."""
    editor = environment.get("VISUAL") or environment.get("EDITOR") or "vi"
    return [*shlex.split(editor), str(path.absolute())]


def run_editor(command: list[str]) -> str:
    """Run the editor in the terminal; what went wrong, or nothing."""
    try:
        ended = subprocess.run(command, check=False)
    except OSError as error:
        return f"{command[0]}: {error.strerror or error}"
    return "" if ended.returncode == 0 else f"{command[0]} ended with {ended.returncode}"


def wait_in_shell() -> bool:
    """Stop, as `ctrl+z` has it, until the shell brings the program back to the front; whether there is such a shell.

    The terminal has been given back before. Where no shell could ever continue the program, the kernel lets the
    signal fall.
    """
    if not hasattr(signal, "SIGTSTP"):
        return False
    handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    begun = time.monotonic()
    try:
        os.kill(os.getpid(), signal.SIGTSTP)
        while os.tcgetpgrp(0) != os.getpgrp():  # continued, but in the background
            os.kill(os.getpid(), signal.SIGTSTP)
    except OSError:  # the terminal is gone, which whoever goes on will see
        return True
    finally:
        signal.signal(signal.SIGTSTP, handler)
    return time.monotonic() - begun > _AT_ONCE
