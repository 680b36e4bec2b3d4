"""The programs that are measured: how each opens a text, and the keys of each measure.

frogmouth and toolong are installed in virtual environments of their own, created the first time. What is missing and
cannot be installed is reported.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

__all__ = ["PEERS", "Peer", "installed"]

HERE = Path(__file__).resolve().parent
DOWN, PAGE_DOWN = "\x1b[B", "\x1b[6~"


@dataclass(frozen=True)
class Peer:
    """A program; `words` are its command, to which the file is appended.

    `keys` are pressed for each measure, `first` once before it. `package` is what to install if it is not part of the
    system, `suffix` the file name suffix that it expects. A program that opens a file at its end has no measurable
    first paint.
    """

    name: str
    words: tuple[str, ...]
    keys: Mapping[str, str] = field(default_factory=dict)
    first: Mapping[str, str] = field(default_factory=dict)
    package: str = ""
    suffix: str = ".txt"
    takes_file: bool = True
    begins_at_top: bool = True

    def command(self, path: Path) -> list[str]:
        """The command that opens a file."""
        return [*self.words, str(path.with_suffix(self.suffix))] if self.takes_file else list(self.words)


_SEARCH = {"search next": "/the\r"}

PEERS = (
    Peer("hello", (sys.executable, "-P", str(HERE / "hello.py")), {"line": "j"}, takes_file=False),
    Peer(
        "broadsheet",
        (sys.executable, "-P", "-m", "tui"),
        {"line": "j", "page": " ", "annotation": "]", "toggle": "1", "search next": "n", "sidebar": "j"},
        {**_SEARCH, "sidebar": "\x1b\t"},
    ),
    Peer("less", ("less",), {"line": "j", "page": " ", "search next": "n"}, _SEARCH),
    Peer("w3m", ("w3m",), {"line": "J", "page": " ", "search next": "n"}, _SEARCH),
    Peer("lynx", ("lynx",), {"line": "\x0e", "page": " ", "search next": "n"}, _SEARCH),
    Peer("frogmouth", ("frogmouth",), {"line": DOWN, "page": PAGE_DOWN}, package="frogmouth", suffix=".md"),
    Peer("toolong", ("tl",), {"line": DOWN, "page": PAGE_DOWN}, package="toolong", begins_at_top=False),
)


def installed(peer: Peer, folder: Path) -> Peer | None:
    """The peer with its command on this machine; `folder` holds the virtual environments. `None` if it is missing."""
    if peer.package:
        program = folder / peer.name / "bin" / peer.words[0]
        if not program.exists() and not _install(peer.package, folder / peer.name):
            return None
        return replace(peer, words=(str(program),))
    return peer if shutil.which(peer.words[0]) else None


def _install(package: str, folder: Path) -> bool:
    print(f"installing {package} in {folder}", file=sys.stderr, flush=True)
    try:
        venv.create(folder, with_pip=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "-q", package]
        subprocess.run(pip, check=True, capture_output=True, env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})
    except (OSError, subprocess.CalledProcessError):
        return False
    return True
