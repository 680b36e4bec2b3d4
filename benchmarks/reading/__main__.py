"""broadsheet beside less, w3m, lynx, frogmouth, toolong and a Textual hello world, in one run.

    python -m benchmarks.reading [--sizes 2k 100k 1m 5m] [--rounds 3] [--peers hello broadsheet less ...]
    python -m benchmarks.reading --only start keys busy end line again library

Rounds are interleaved, figures are medians. Processor time is the program's own, without that of the
annotator's process; it is told as a share of hello world's as well. `start`: until the text is seen,
until all is quiet, and until it is so again when the annotator has answered, in a home of its own. `keys`:
for each key, with all annotations there. `busy`: from a key to the write of what it changes while the
annotator loads and runs, and without it, all rounds together. `end`: a jump to the end of an article that
was opened just now. `line`: one line of 10 MB, and keys in it. `again`: an article opened again. `library`:
one of 10,000 articles. At the end it says which of the bounds in `goals.py` are met.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.reading.goals import verdicts
from benchmarks.reading.library import cpu_ms, filled
from benchmarks.reading.make_article import MARKER, SIZES, load, write_articles
from benchmarks.reading.peers import PEERS, Peer, installed
from benchmarks.reading.reopening import children
from benchmarks.reading.terminal_session import TerminalSession

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

PARTS = ("start", "keys", "busy", "end", "line", "again", "library")
SEEN = MARKER.split()[0].encode()
TAKEN_OVER = b"\x1b[?1004h"
"""What Textual writes when it takes over the terminal: text before it is a first paint."""

PRESSES = {"page": 20, "toggle": 6}
LINE_KEYS = ("line", "page", "toggle", "search next")
SMALL = 10_000
"""Articles of fewer bytes fill two screens and have about twenty annotations."""

QUIET, STILL = 0.5, 4.0
"""A program has settled after so many seconds without output and with less processor time, in milliseconds."""

ANNOTATED = 4
"""How often in a row broadsheet must settle: its annotator may be silent until the structure is there."""

BUSY_KEYS = 400
"""The most keys that are pressed while an article is annotated."""

PATIENCE = 60.0
"""The most seconds to wait for the text."""

Figures = dict[str, float]
Row = dict[str, Figures]


def settle(session: TerminalSession, times: int = 1, longest: float = 60.0) -> None:
    """Wait until a program writes nothing and hardly uses the processor, `times` in a row; `longest` is in seconds."""
    deadline, quiet = time.perf_counter() + longest, 0
    while time.perf_counter() < deadline and quiet < times:
        before, written = session.cpu_ms(), len(session.output)
        session.settle(QUIET, patience=QUIET)
        quiet = quiet + 1 if session.cpu_ms() - before < STILL and len(session.output) == written else 0


@contextmanager
def opened(peer: Peer, path: Path, *, settled: bool = True) -> Iterator[tuple[TerminalSession, Figures]]:
    """A program with a file open, and the cost of opening it, in milliseconds."""
    began = time.perf_counter()
    session = TerminalSession(peer.command(path))
    try:
        figures: Figures = {}
        while peer.begins_at_top and not figures:
            if SEEN in session.output:
                figures = {"first paint": (time.perf_counter() - began) * 1000, "first paint cpu": session.cpu_ms()}
            elif time.perf_counter() - began > PATIENCE:
                raise TimeoutError(f"{peer.name} shows nothing of {path.name}")
            else:
                session.settle(0.001, 0.05)
        if peer.name in {"hello", "broadsheet"}:
            while TAKEN_OVER not in session.output:
                session.settle(0.02, 0.2)
        if settled:
            settle(session)
            figures["settled cpu"] = session.cpu_ms()
            if peer.name == "broadsheet":
                settle(session, ANNOTATED)
                figures["annotated cpu"] = session.cpu_ms()
        yield session, figures
    finally:
        session.close()


@contextmanager
def home() -> Iterator[Path]:
    """An empty home folder for what runs in the context."""
    names = [f"XDG_{kind}_HOME" for kind in ("DATA", "CONFIG", "CACHE", "STATE")]
    before = {name: os.environ.get(name) for name in names}
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(dict.fromkeys(names, folder))
        try:
            yield Path(folder)
        finally:
            for name, value in before.items():
                os.environ.pop(name) if value is None else os.environ.update({name: value})


def remember(path: Path) -> None:
    """Store the article and the annotations made with it in the library of the current home."""
    from annotators.annotation import Layer
    from annotators.loaders import load as load_as_ever
    from annotators.version import annotations_version
    from tui.library import Library
    from tui.paths import library_file

    _, made = load(path)
    found = made.replace(ready=frozenset({Layer.ENTITIES, Layer.QUOTES, Layer.STRUCTURE}))
    library = Library.open(library_file())
    library.add(load_as_ever(str(path)), MARKER, found, annotations_version(None))
    library.close()


def start(peer: Peer, path: Path) -> Figures:
    """The cost of opening a file for the first time."""
    with home(), opened(peer, path) as (session, figures):
        return {**figures, "memory": session.memory_mib()}


def presses(name: str, key: str, *, small: bool) -> list[str]:
    """The keys to press for a measure; in a `small` article back and forth, so that no key meets an end."""
    times = PRESSES.get(name, 40)
    if small and name == "annotation":
        return [key] * (times // 2) + ["["] * (times // 2 - 1)
    if small and name in {"line", "page"}:
        return [key, "k" if name == "line" else "u"] * (times // 2)
    return [key] * times


def keys(peer: Peer, path: Path) -> Figures:
    """Processor milliseconds per key of a settled program, for an article with stored annotations."""
    figures: Figures = {}
    with home():
        if peer.name == "broadsheet" and path.with_suffix(".spans").exists():
            remember(path)
        with opened(peer, path) as (session, _):
            for name, key in peer.keys.items():
                _press_first(session, peer.first.get(name))
                pressed = presses(name, key, small=peer.takes_file and path.stat().st_size < SMALL)
                before = session.cpu_ms()
                for one in pressed:
                    session.press(one)
                figures[name] = (session.cpu_ms() - before) / len(pressed)
            figures["memory"] = session.memory_mib()
    return figures


def _press_first(session: TerminalSession, keys: str | None) -> None:
    """Press what has to precede a measured key: one escape sequence or several letters."""
    if keys:
        for letter in keys if not keys.startswith("\x1b[") else [keys]:
            session.press(letter)
        settle(session)


def p95(waits: Sequence[float]) -> float:
    """The 95th percentile of waits."""
    return sorted(waits)[int(len(waits) * 0.95)] if waits else float("nan")


def busy(ours: Peer, path: Path, rounds: int) -> Row:
    """The time from a key to the write of what it changes, while the annotator loads and runs and without it, in turn.

    The keys of all rounds are pooled. Time in which the reader had no processor is excluded from `p95`, because it
    belongs to other programs on the machine; `wall` includes it.
    """
    waits: dict[str, list[tuple[float, float]]] = {"busy": [], "idle": []}
    for _ in range(rounds):
        for state, found in waits.items():
            found += timed_keys(ours, path, known=state == "idle")
    figures: Figures = {}
    for state, found in waits.items():
        figures |= {f"p95 {state}": p95([wall - waited for wall, waited in found])}
        figures |= {f"wall {state}": p95([wall for wall, _ in found]), f"keys {state}": float(len(found))}
    return {f"{ours.name} {path.stem}": figures}


def timed_keys(ours: Peer, path: Path, *, known: bool) -> list[tuple[float, float]]:
    """For each key, milliseconds from its arrival to the frame, and how many of them were without a processor.

    Unless annotations are `known` before, only keys before the last annotation count.
    """
    with home() as folder:
        if known:
            remember(path)
        stamps = folder / "stamps"
        timed = replace(ours, words=(sys.executable, "-P", str(HERE / "timed_reader.py"), str(stamps)))
        with opened(timed, path, settled=known) as (session, _):
            session.settle(0.1, patience=0.5)
            found: list[list[int]] = []
            for number in range(BUSY_KEYS):
                session.press("j" if number % 60 < 50 else "k")
                found = [list(map(int, line.split())) for line in stamps.read_text().splitlines()]
                if found and not known and not found[-1][2]:
                    break
    return [(wall / 1e6, waited / 1e6) for wall, waited, to_come in found if known or to_come]


def jump(ours: Peer, path: Path) -> Figures:
    """The cost of a jump to the end of an article as soon as the reader is there."""
    with home(), opened(ours, path, settled=False) as (session, _):
        session.settle(0.05, patience=0.5)
        before = session.cpu_ms()
        session.press("G")
        session.settle(0.1, patience=0.1)
        return {"end cpu": session.cpu_ms() - before}


def again(ours: Peer, path: Path) -> Figures:
    """For an article with stored annotations: the cost of its first paint, and the processes it starts."""
    with home():
        remember(path)
        with opened(ours, path) as (session, figures):
            before = bytes(session.output).partition(TAKEN_OVER)[0]
            styled = float(b"\x1b[0;4;" in before or b"\x1b[0;1;4;" in before)  # names are underlined
            return {**figures, "layers at first paint": styled, "processes": float(len(children(session.pid)))}


def library(ours: Peer, rounds: int) -> Row:
    """The cost of opening a library of none and of ten thousand articles, and of searching the full one in process."""
    rows: Row = {}
    for number in (0, 10_000):
        with home() as folder:
            shelf = filled(folder / "broadsheet" / "library.sqlite", number)
            costs = []
            for _ in range(rounds + 1):
                session = TerminalSession(list(ours.words))
                session.wait_for(b"articles")
                settle(session)
                costs.append(session.cpu_ms())
                session.close()
            del costs[0]  # the first start adds the sample articles to an empty library
            rows[f"{number} articles"] = {"open cpu": statistics.median(costs)}
            if number:
                for typed in ("unique77", "river storm"):
                    rows[f"{number} articles"][f"search {typed}"] = cpu_ms(partial(shelf.search, typed, 50))
            shelf.close()
    return rows


def medians(runs: Sequence[Figures]) -> Figures:
    """The median of each figure over the runs."""
    return {name: statistics.median(run[name] for run in runs if name in run) for name in runs[0]}


def rounds_of(
    measure: Callable[[Peer, Path], Figures], peers: Sequence[Peer], paths: Sequence[Path], rounds: int
) -> Row:
    """The medians over rounds in which the programs take turns; one that fails is reported and left out."""
    runs: dict[str, list[Figures]] = {}
    for _ in range(rounds):
        for path in paths:
            for peer in peers:
                name = f"{peer.name} {path.stem}" if peer.takes_file else peer.name
                try:
                    runs.setdefault(name, []).append(measure(peer, path))
                except (TimeoutError, OSError) as error:
                    print(f"{name}: {error}", file=sys.stderr)
    return {name: medians(found) for name, found in runs.items() if found}


def show(title: str, rows: Row, beside: Figures | None = None) -> None:
    """Print a table; in brackets each figure divided by hello world's."""
    columns = list(dict.fromkeys(name for row in rows.values() for name in row))
    print(f"\n{title}\n{'':<18}" + "".join(f"{name:>22}" for name in columns))
    for name, row in rows.items():
        cells = []
        for column in columns:
            if column not in row:
                cells.append(f"{'-':>22}")
                continue
            base = (beside or {}).get(column, (beside or {}).get("line"))  # hello world has one key for all of ours
            share = f" ({row[column] / base:.2f})" if base else ""
            cells.append(f"{f'{row[column]:.1f}{share}':>22}")
        print(f"{name:<18}" + "".join(cells), flush=True)


def make(folder: Path, sizes: Sequence[str]) -> list[Path]:
    """Write the texts, each also as a Markdown file; returns the paths of the texts."""
    write_articles(folder, sizes)
    paths = [folder / f"{size}.txt" for size in sizes]
    for path in paths:
        shutil.copy(path, path.with_suffix(".md"))
    return paths


def main() -> None:
    """Read the command line and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", default=list(SIZES))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", nargs="+", default=[peer.name for peer in PEERS])
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--environments", type=Path, default=Path.home() / ".cache" / "broadsheet-benchmarks")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    chosen = parser.parse_args()
    os.environ["PYTHONPATH"] = str(ROOT)  # this broadsheet and no other
    for package in ("annotators", "tui"):  # compiled as in an installation, whatever PYTHONDONTWRITEBYTECODE says
        compileall.compile_dir(ROOT / package, quiet=2)
    found = {peer.name: installed(peer, chosen.environments) for peer in PEERS if peer.name in chosen.peers}
    for name in (name for name, peer in found.items() if peer is None):
        print(f"{name} is not installed and is left out")
    peers = [peer for peer in found.values() if peer is not None]
    tables: dict[str, Row] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = make(folder, chosen.sizes)
        measure_all(chosen, peers, folder, paths, tables)
    print("\ngoals: whether met, the figure, at most", *verdicts(tables), sep="\n")
    if chosen.json:
        chosen.json.write_text(json.dumps(tables, indent=1), encoding="utf-8")


def measure_all(
    chosen: argparse.Namespace, peers: Sequence[Peer], folder: Path, paths: Sequence[Path], tables: dict[str, Row]
) -> None:
    """Measure part by part; each table is printed as soon as it is complete."""
    ours = next((peer for peer in peers if peer.name == "broadsheet"), None)
    hello = [peer for peer in peers if peer.name == "hello"]
    for part, measure in (("start", start), ("keys", keys)):
        if part in chosen.only:
            rows = rounds_of(measure, [peer for peer in peers if peer.takes_file], paths, chosen.rounds)
            beside = rounds_of(measure, hello, paths[:1], chosen.rounds).get("hello")
            tables[part] = {**({"hello": beside} if beside else {}), **rows}
            show(f"{part}: milliseconds, MiB", tables[part], beside)
    if ours is None:
        return
    parts: dict[str, Callable[[], Row]] = {
        "busy": lambda: busy(ours, (paths[1:2] or paths)[0], 2 * chosen.rounds),
        "end": lambda: rounds_of(jump, [ours], paths[-1:], chosen.rounds),
        "line": lambda: rounds_of(start, [ours], [one_line(folder), paths[0]], chosen.rounds),
        "line keys": lambda: line_keys([*hello, ours], one_line(folder), chosen.rounds),
        "again": lambda: rounds_of(again, [ours], paths, chosen.rounds),
        "library": lambda: library(ours, chosen.rounds),
    }
    for part, run in parts.items():
        if part.split()[0] in chosen.only:
            tables[part] = run()
            show(f"{part}: milliseconds", tables[part])


def line_keys(peers: Sequence[Peer], path: Path, rounds: int) -> Row:
    """Keys in one long line, without the model's layers, which would take minutes."""
    ruled = [replace(one, words=(*one.words, "--model", "none/such")) if one.takes_file else one for one in peers]
    few = [replace(one, keys={name: one.keys[name] for name in LINE_KEYS if name in one.keys}) for one in ruled]
    return rounds_of(keys, few, [path], rounds)


def one_line(folder: Path) -> Path:
    """A file of ten million characters without a line break."""
    path = folder / "line.txt"
    path.write_text(f"{MARKER} " + "the harbour is as wide as it was and the ferry goes at noon " * 166_000)
    return path


if __name__ == "__main__":
    main()
