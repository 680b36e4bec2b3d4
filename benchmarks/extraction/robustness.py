"""Damaged pages by the thousand: no exception, no empty article where text can be seen, at most a second per 100 KB.

    python -m benchmarks.extraction.robustness HTML [--count 10000] [--seed 1]

HTML is a folder of `*.html`, searched through. Ends with 1 when a page failed; says how to make each again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

from annotators.boilerplate import label_blocks
from annotators.loaders import LoadError
from annotators.loaders.html import load_html
from benchmarks.extraction.mutations import mutated, visible_words

SECONDS_PER_100_KB = 1.0
LEAST_VISIBLE = 5
"""Words that must be seen on a page before it is a failure to find none."""
LARGE = 50_000_000


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("html", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=int, default=200_000, help="bytes of a page before it is damaged")
    arguments = parser.parse_args()
    pages = sorted(arguments.html.rglob("*.html"))
    chance = random.Random(arguments.seed)
    failures, slowest = 0, 0.0
    for _ in range(arguments.count):
        path = chance.choice(pages)
        seed = chance.randrange(1 << 30)
        names, data = mutated(path.read_bytes()[: arguments.longest], seed)
        said, pace = judge(data)
        slowest = max(slowest, pace)
        if said:
            failures += 1
            print(f"{path} seed {seed} {names}: {said}", flush=True)
    print(f"{arguments.count} damaged pages, {failures} failures, slowest {slowest:.2f} s per 100 KB")
    if arguments.count < 1000:
        return 1 if failures else 0
    said, pace = judge(large())
    print(f"{LARGE / 1e6:.0f} MB: {said or 'read'}, {pace:.3f} s per 100 KB")
    return 1 if failures or said else 0


def judge(data: bytes) -> tuple[str, float]:
    """What is wrong with how a page is read, empty when nothing is, and CPU seconds per 100 KB (of 100 KB at least)."""
    start = time.process_time()
    kept = 0
    try:
        article = load_html(data, "page.html")
        kept = sum(label.end - label.start for label in label_blocks(article).blocks if not label.boilerplate)
    except LoadError:
        pass
    except Exception as error:
        return f"{type(error).__name__}: {error}", 0.0
    pace = (time.process_time() - start) / max(1.0, len(data) / 100_000)
    if not kept and visible_words(data) >= LEAST_VISIBLE:
        return "nothing is kept of a page with text on it", pace
    return (f"{pace:.1f} s per 100 KB" if pace > SECONDS_PER_100_KB else ""), pace


def large() -> bytes:
    """A page of 50 MB: paragraphs, menus and a table."""
    part = b"<ul>" + b'<li class="menu-item"><a href="/a">Section</a></li>' * 20 + b"</ul>"
    part += b"<p>The council met on Tuesday and agreed, after two hours, to meet again.</p>" * 40
    part += b"<table><tr>" + b"<td>1,204</td>" * 30 + b"</tr></table>"
    return b"<html><body><article>" + part * (LARGE // len(part)) + b"</article></body></html>"


if __name__ == "__main__":
    sys.exit(main())
