"""Runs other programs (browser, editor, any command) with a list of arguments, never through a shell."""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any, Final
from urllib.parse import urlsplit

from annotators.article import Article
from tui.terminal.safe_text import visible
from tui.terminal.stopping import deaf_to_interrupts

__all__ = [
    "browse_in_terminal",
    "browser_takes_terminal",
    "edit_command",
    "is_web",
    "may_open",
    "open_in_browser",
    "run_editor",
    "run_piped",
    "web_address",
]

_PLUS_LINE: Final = frozenset(
    "vi vim nvim gvim view nano pico emacs emacsclient kak micro joe jed mg ne ex ed less".split()
)
_GOTO: Final = frozenset("code codium code-insiders vscodium cursor".split())
_COLON_LINE: Final = frozenset("hx helix subl zed".split())
"""Ways to pass a line number to editors: `+12 FILE`, `--goto FILE:12`, `FILE:12`."""

_WITH_WINDOWS: Final = re.compile(
    r"firefox|librewolf|waterfox|iceweasel|mozilla|seamonkey|chrom|brave|vivaldi|opera|edge|safari|epiphany|konqueror|falkon|"
    r"qutebrowser|midori|surf\b|zen\b|xdg-open|open\b|explorer|kde-open|gio\b|exo-open|flatpak|wslview",
    re.IGNORECASE,
)
"""Browsers that have a window of their own, and programs that open these."""


def web_address(article: Article) -> str | None:
    """The http or https address of an article; no other scheme is ever opened."""
    for address in (article.metadata.url, article.source.location):
        if address and is_web(address):
            return address
    return None


def is_web(address: str) -> bool:
    """Whether an address is one that a browser may be given."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and address.isprintable() and " " not in address


def may_open(address: str) -> bool:
    """Whether an address is of a web page or a mailbox; nothing else in an article is opened."""
    if not address.startswith("mailto:"):
        return is_web(address)
    from annotators.links import complete_address

    return complete_address(address) == address


def open_in_browser(address: str) -> bool:
    """Opens an address that `may_open` accepts; returns whether a browser took it."""
    import webbrowser  # slow to import and rarely used

    browser = _first_browser()
    if browser is None or not _has_window(browser):
        return webbrowser.open(address)
    words = [browser.name, *(word.replace("%s", address) for word in browser.args)]
    quiet = subprocess.DEVNULL
    try:  # the browser may run as long as its window is open, so nothing waits for it
        subprocess.Popen(words, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError:
        return False
    return True


def browser_takes_terminal() -> bool:
    """Whether the first browser occupies the terminal until it ends.

    A program that only `BROWSER` names is judged by its name; an unknown one is assumed to need the terminal.
    """
    import webbrowser

    browser = _first_browser()
    if isinstance(browser, webbrowser.GenericBrowser):
        return not isinstance(browser, webbrowser.BackgroundBrowser) and not _has_window(browser)
    return isinstance(browser, webbrowser.UnixBrowser) and not browser.background


def _first_browser() -> Any:
    """The browser that would be tried first; `None` if there is none."""
    import webbrowser

    try:
        return webbrowser.get()
    except webbrowser.Error:
        return None


def _has_window(browser: Any) -> bool:
    """Whether a browser that `BROWSER` gives with arguments (`firefox --new-tab %s`) has a window."""
    import webbrowser

    alone = isinstance(browser, webbrowser.GenericBrowser) and not isinstance(browser, webbrowser.BackgroundBrowser)
    return alone and _WITH_WINDOWS.search(PurePath(browser.name).stem) is not None


def browse_in_terminal(address: str) -> bool:
    """Opens an address in a browser that uses the terminal until it ends; returns whether a browser took it."""
    with deaf_to_interrupts():
        return open_in_browser(address)


def edit_command(path: Path, environment: Mapping[str, str] = os.environ, line: int = 0) -> list[str]:
    """The command that opens the reader's editor on a file, at a line (from 1) if the editor is known to accept one.

    Raises `ValueError` for unbalanced quotes.
    """
    editor = shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or "") or ["vi"]
    name = PurePath(editor[0]).name
    file = str(path.absolute())
    if line < 1:
        return [*editor, file]
    if name in _PLUS_LINE:
        return [*editor, f"+{line}", file]
    if name in _GOTO:
        return [*editor, "--goto", f"{file}:{line}"]
    return [*editor, f"{file}:{line}" if name in _COLON_LINE else file]


def run_editor(command: list[str]) -> str:
    """Runs the editor in the terminal; returns an error message, empty if it succeeded."""
    with deaf_to_interrupts():
        return _run(command, None)


def run_piped(command: list[str], text: str) -> str:
    """Runs a program in the terminal with a text as its standard input; returns an error message or an empty string.

    Its output stays visible until enter is pressed.
    """
    with deaf_to_interrupts():
        problem = _run(command, text.encode("utf-8", "replace"))
        with contextlib.suppress(OSError):  # the terminal is gone, which the caller will notice
            os.write(2, f"{visible(problem)}{': ' if problem else ''}enter goes back to the article".encode())
            os.read(0, 1024)
    return problem


def _run(command: list[str], given: bytes | None) -> str:
    try:
        ended = subprocess.run(command, check=False, input=given)
    except (OSError, ValueError) as error:  # ValueError: an argument contains a zero byte
        return f"{command[0]}: {getattr(error, 'strerror', None) or error}"
    return "" if ended.returncode == 0 else f"{command[0]} ended with {ended.returncode}"
