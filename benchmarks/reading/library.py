"""How long a library of many articles takes to open, to list and to search, beside an empty one (CPU ms)."""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from functools import partial
from pathlib import Path

from annotators.article import Article, Block, Source
from tui.library import Library

_SEARCHES = ("unique77", "river storm", "entity:x", "")
WORDS = "harbour council budget river school strike minister storm bridge market ferry judge poll harvest".split()


def filled(path: Path, articles: int) -> Library:
    """A library of invented articles of about 400 words."""
    rng, library = random.Random(7), Library.open(path)
    for number in range(articles):
        text = f"Report {number}. " + " ".join(rng.choices(WORDS, k=400)) + f" unique{number}"
        library.remember(Article(text, (Block(0, len(text)),), Source(f"{number}.txt")), f"Report {number}")
    return library


def cpu_ms(action: object, repeat: int = 20) -> float:
    """The least CPU time of `repeat` runs, in milliseconds."""
    assert callable(action)
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        action()
        best = min(best, time.process_time() - start)
    return best * 1e3


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for articles in (0, options.articles):
            path = Path(folder) / f"{articles}.sqlite"
            library = filled(path, articles)
            library.close()

            def opened(path: Path = path) -> None:
                fresh = Library.open(path)
                fresh.search(limit=50)
                fresh.close()

            library = Library.open(path)
            print(
                f"{articles:6} articles: open and list {cpu_ms(opened):.2f}",
                *(f"{typed!r} {cpu_ms(partial(library.search, typed, 50)):.2f}" for typed in _SEARCHES),
                sep="   ",
            )
            library.close()


if __name__ == "__main__":
    main()
