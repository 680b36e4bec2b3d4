"""What the article pane costs beside a Textual hello world, in one run, as ratios.

    python -m benchmarks.reading.pane [--sizes 2k 100k 1m 5m] [--rounds 3] [--app broadsheet] [--json FILE]
    python -m benchmarks.reading.pane --soak 10000

The first prints processor time of the settled start, per key, and peak memory. The second presses
random keys, prints how the memory fares, and compares every screen with that of a naive painter.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.reading.make_article import MARKER, SIZES, write_articles
from benchmarks.reading.terminal_session import TerminalSession

HERE = Path(__file__).resolve().parent
APPS = {"pane": ["-m", "benchmarks.reading.pane_app"], "broadsheet": ["-m", "tui"]}
KEYS = {  # by measure: keys to press in turn, and number of presses
    "line": ("j", 40),
    "page": (" ", 20),
    "annotation": ("]", 30),
    "toggle": ("1", 6),
    "end": ("G", 1),
    "home": ("g", 1),
}
SHORT = {"line": ("jk", 20), "annotation": ("]", 20), "toggle": ("1", 6)}
"""For an article that fits on two screens, where other keys would have no effect."""

Figures = dict[str, float]


def measure(command: Sequence[str], marker: str, keys: dict[str, tuple[str, int]]) -> Figures:
    """One run: `start` and keys in processor milliseconds, `<key> p95` in wall milliseconds, `memory` in MiB."""
    session = TerminalSession([sys.executable, *command])
    try:
        session.wait_for(marker.split()[0].encode())
        session.settle(0.3)
        figures: Figures = {"start": session.cpu_ms()}
        for name, (pressed, times) in keys.items():
            before = session.cpu_ms()
            waits = [session.press(pressed[number % len(pressed)]) for number in range(times)]
            figures[name] = (session.cpu_ms() - before) / times
            answered = sorted(wait * 1000 for wait in waits if wait is not None)
            figures[f"{name} p95"] = answered[int(len(answered) * 0.95)] if answered else float("nan")
        figures["memory"] = session.memory_mib()
        return figures
    finally:
        session.close()


def compare(app: str, sizes: Sequence[str], rounds: int) -> dict[str, Figures]:
    """Medians over rounds in which hello world and every size take turns."""
    runs: dict[str, list[Figures]] = {"hello": [], **{size: [] for size in sizes}}
    with tempfile.TemporaryDirectory() as folder:
        write_articles(Path(folder), sizes)
        for _ in range(rounds):
            runs["hello"].append(measure([str(HERE / "hello.py")], "MARKERWORD", {"line": ("j", 40)}))
            for size in sizes:
                command = [*APPS[app], str(Path(folder) / f"{size}.txt")]
                runs[size].append(measure(command, MARKER, SHORT if SIZES.get(size, 10**9) < 10_000 else KEYS))
    return {
        name: {key: statistics.median(run[key] for run in found) for key in found[0]} for name, found in runs.items()
    }


def print_table(figures: dict[str, Figures]) -> None:
    """Print each figure, and its ratio to hello world's."""
    hello = figures["hello"]
    columns = ["start", *KEYS, "memory"]
    print(f"{'':>8}" + "".join(f"{name:>18}" for name in columns))
    for name, found in figures.items():
        cells = []
        for column in columns:
            if column not in found:
                cells.append(f"{'-':>18}")
                continue
            beside = hello.get(column, hello["line"])
            cells.append(f"{found[column]:>11.1f} ({found[column] / beside:4.2f})")
        print(f"{name:>8}" + "".join(f"{cell:>18}" for cell in cells))
    print("start and keys: processor ms; memory: peak MiB; in brackets: times hello world's (keys: its one key)")
    for name, found in figures.items():
        waits = ", ".join(f"{key} {value:.1f}" for key, value in found.items() if key.endswith("p95"))
        print(f"{name:>8} key to first byte, wall ms: {waits}")


async def soak(steps: int) -> None:
    """Random steps; every screen is compared with that of a naive painter."""
    from tests.pilot.test_article_pane_random import walk

    for number in range(max(1, steps // 1000)):
        await walk(seed=100 + number, steps=min(1000, steps))
        print(f"{(number + 1) * 1000:>7} steps: every screen is the naive painter's", flush=True)


def soak_memory(steps: int) -> None:
    """Press random keys and resize; print the memory after each thousand; `ValueError` if it grows."""
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        write_articles(Path(folder), ["100k"])
        session = TerminalSession([sys.executable, *APPS["pane"], str(Path(folder) / "100k.txt")])
        session.wait_for(MARKER.split()[0].encode())
        seen: list[float] = []
        for number in range(steps // 50):
            session.press("".join(chance.choices("jjkk u][]1234bzGg", k=50)))
            session.resize(chance.randint(20, 140), chance.randint(5, 50))
            session.output.clear()
            if number % 20 == 19:
                seen.append(session.memory_mib("VmRSS"))
                print(f"{(number + 1) * 50:>7} keys: {seen[-1]:.1f} MiB", flush=True)
        session.close()
    growth = (seen[-1] - seen[0]) / max(1, len(seen) - 1)
    print(f"grows by {growth:.2f} MiB in a thousand keys")
    if growth > 1:
        raise ValueError("memory is not flat")


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", default=list(SIZES))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--app", choices=list(APPS), default="pane")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    parser.add_argument("--soak", type=int, metavar="STEPS", help="press random keys instead")
    chosen = parser.parse_args()
    if chosen.soak:
        soak_memory(chosen.soak)
        asyncio.run(soak(chosen.soak))
        return
    figures = compare(chosen.app, chosen.sizes, chosen.rounds)
    print_table(figures)
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
