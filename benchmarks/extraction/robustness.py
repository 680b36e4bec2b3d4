"""Damaged and hostile pages: no exception, no empty article where text can be seen, at most a second per 100 KB.

    python -m benchmarks.extraction.robustness HTML [--count 10000] [--seed 1] [--size 100000]

HTML is a folder of `*.html`, searched through: `--count` of them are damaged by chance (`mutations`), then each of the
pages made to break a reader is read (`hostile`), and one of 50 MB. Ends with 1 when a page failed; says how to make
each again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from annotators.boilerplate import label_blocks
from annotators.loaders import LoadError
from annotators.loaders.html import load_html
from benchmarks.extraction.hostile import SENTENCES, UNSEEN, hostile_pages
from benchmarks.extraction.mutations import mutated, visible_words

SECONDS_PER_100_KB = 1.0
LEAST_VISIBLE = 5
"""The number of visible words from which an empty result is a failure."""
LARGE = 50_000_000
NOTHING = "nothing is kept of a page with text on it"
SLOW = "s per 100 KB"


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("html", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=int, default=200_000, help="bytes of a page before it is damaged")
    parser.add_argument("--size", type=int, default=100_000, help="of what is hostile in a page made to break a reader")
    arguments = parser.parse_args()
    results = [
        told("damaged pages", damaged(arguments)),
        told("hostile pages", hostile(arguments.size)),
        told(f"page of {LARGE / 1e6:.0f} MB", [("", *judge(large()))]),
    ]
    return 0 if all(results) else 1


def told(what: str, results: Iterable[tuple[str, str, float]]) -> bool:
    """Print each failure as it comes, and a summary; returns whether there were none."""
    kinds: Counter[str] = Counter()
    paces = []
    for name, said, pace in results:
        paces.append(pace)
        if said:
            kinds[SLOW if SLOW in said else NOTHING if said == NOTHING else "exception"] += 1
            print(f"{name}: {said}", flush=True)
    paces.sort()
    counted = ", ".join(f"{kinds[kind]} {kind}" for kind in ("exception", NOTHING, SLOW))
    print(
        f"{len(paces)} {what}: {counted}; {SLOW}: median {paces[len(paces) // 2]:.3f}, most {paces[-1]:.3f}", flush=True
    )
    return not kinds


def damaged(arguments: argparse.Namespace) -> Iterator[tuple[str, str, float]]:
    """Randomly damaged pages: how to reproduce each, what is wrong (empty if nothing), and its pace."""
    pages = sorted(arguments.html.rglob("*.html"))
    chance = random.Random(arguments.seed)
    for _ in range(arguments.count):
        path = chance.choice(pages)
        seed = chance.randrange(1 << 30)
        names, data = mutated(path.read_bytes()[: arguments.longest], seed)
        yield f"{path} seed {seed} {names}", *judge(data)


def hostile(size: int) -> Iterator[tuple[str, str, float]]:
    """The hostile pages: name, what is wrong (empty if nothing), and pace."""
    for name, data in hostile_pages(size):
        yield name, *judge(data, () if name in UNSEEN else SENTENCES)


def judge(data: bytes, shown: Sequence[str] = ()) -> tuple[str, float]:
    """What is wrong with the reading of a page, empty if nothing, and CPU seconds per 100 KB or per smaller page.

    `shown` must be kept, and some text must be if words are visible.
    """
    start = time.process_time()
    kept = ""
    try:
        article = load_html(data, "page.html")
        labels = [label for label in label_blocks(article).blocks if not label.boilerplate]
        kept = "\n".join(article.text[label.start : label.end] for label in labels)
    except LoadError:
        pass
    except Exception as error:
        return f"{type(error).__name__}: {error}", 0.0
    pace = (time.process_time() - start) / max(1.0, len(data) / 100_000)
    if any(text not in kept for text in shown) or (not kept and visible_words(data) >= LEAST_VISIBLE):
        return NOTHING, pace
    return (f"{pace:.1f} {SLOW}" if pace > SECONDS_PER_100_KB else ""), pace


def large() -> bytes:
    """A page of 50 MB: paragraphs, menus and a table."""
    part = b"<ul>" + b'<li class="menu-item"><a href="/a">Section</a></li>' * 20 + b"</ul>"
    part += b"<p>The council met on Tuesday and agreed, after two hours, to meet again.</p>" * 40
    part += b"<table><tr>" + b"<td>1,204</td>" * 30 + b"</tr></table>"
    return b"<html><body><article>" + part * (LARGE // len(part)) + b"</article></body></html>"


if __name__ == "__main__":
    sys.exit(main())
