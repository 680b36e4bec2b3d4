"""Random keys, resizes and toggles on every sample article: the pane has to be right, and memory flat.

`python -m benchmarks.reading.random_keys --keys 10000` prints a line for each article; a difference between the pane
and a naive painter ends it, with the keys that led there. Memory is that of all live Python objects but those
in caches of a bounded size: the most in the second half of the way has to be about the most in the first.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence

from tests.pilot.random_reading import NAMES, read_at_random


def main(arguments: Sequence[str] | None = None) -> int:
    """Press, compare, count; returns 1 if the memory of an article grew by more than `--most` percent, else 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keys", type=int, default=10_000, help="keys on each article (default: 10000)")
    parser.add_argument("--every", type=int, default=10, help="compare after each so many keys (default: 10)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=float, default=5.0, help="growth of memory that is let pass, in percent")
    parser.add_argument("names", nargs="*", default=NAMES, help="sample articles (default: all)")
    chosen = parser.parse_args(arguments)
    grown = False
    print(
        f"{'article':<28}{'keys':>8}{'compared':>10}{'blocks, 1st half':>18}{'2nd half':>10}{'growth':>9}{'CPU s':>8}"
    )
    for name in chosen.names:
        before = time.process_time()
        used = asyncio.run(read_at_random(name, chosen.seed, chosen.keys, chosen.every))
        seconds = time.process_time() - before
        half = len(used) // 2
        first, second = max(used[:half]), max(used[half:])
        growth = 100 * (second - first) / first
        grown = grown or growth > chosen.most
        compared = chosen.keys // chosen.every
        print(
            f"{name:<28}{chosen.keys:>8}{compared:>10}{first:>18}{second:>10}{growth:>8.1f}%{seconds:>8.0f}", flush=True
        )
    return 1 if grown else 0


if __name__ == "__main__":
    sys.exit(main())
