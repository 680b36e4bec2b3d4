"""What it costs to open an article again, and to open the library, each beside what it is compared with.

    python -m benchmarks.reading.reopening [--rounds 5] [--articles 10000] [ARTICLE]

Processor milliseconds until the screen is settled, in a data folder of its own: an article without
a library (layers from the annotator), the same article again (layers from the library), again with
many articles beside it; an empty library (after the sample articles were put there) and a full one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.reading.library import filled
from benchmarks.reading.terminal_session import TerminalSession

SAMPLES = Path(__file__).resolve().parents[2] / "sample_articles"

READER = [sys.executable, "-m", "tui"]


def children(pid: int) -> list[str]:
    """The command lines of the processes that a program has started."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(status.read_text().rpartition(") ")[2].split()[1]) == pid:
                found.append(status.with_name("cmdline").read_bytes().replace(b"\0", b" ").decode())
        except (OSError, ValueError):
            continue
    return found


def start(words: Sequence[str], marker: bytes, patience: float) -> tuple[float, int]:
    """CPU milliseconds of a start until it is quiet, and the number of processes started."""
    session = TerminalSession([*READER, *words], 110, 30)
    session.wait_for(marker)
    session.settle(patience)
    figures = session.cpu_ms(), len(children(session.pid))
    session.press("q")
    time.sleep(0.3)
    session.close()
    return figures


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", nargs="?", default=str(SAMPLES / "01-ferry-strike.txt"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--annotator", type=float, default=1.0, help="seconds of quiet after which it has finished")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[variable] = name
        shelf = folder / "broadsheet"

        def row(title: str, words: Sequence[str], marker: bytes, patience: float, fresh: bool = False) -> None:
            figures = []
            for _ in range(options.rounds):
                if fresh:
                    shutil.rmtree(shelf, ignore_errors=True)
                figures.append(start(words, marker, patience))
            cpu = statistics.median(one for one, _ in figures)
            print(f"{title:<44}{cpu:8.0f} ms   {max(number for _, number in figures)} processes started", flush=True)

        article = [options.article]
        row("an article for the first time", article, b"Places", options.annotator, fresh=True)
        row("the same article again", article, b"Places", 0.5)
        shutil.rmtree(shelf)
        start([], b"10 articles", 0.5)
        row("a library of the sample articles", [], b"10 articles", 0.5)
        many = filled(shelf / "library.sqlite", options.articles)
        many.close()
        row(f"a library of {options.articles} more", [], b"articles", 0.5)
        start(article, b"Places", options.annotator)
        row("the article again, in that library", article, b"Places", 0.5)


if __name__ == "__main__":
    main()
