"""The goals of the reader: bounds on the figures of `python -m benchmarks.reading`, and which of them are met."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

__all__ = ["GOALS", "Goal", "verdicts"]

Tables = Mapping[str, Mapping[str, Mapping[str, float]]]
"""Figures by table, row and column, as `python -m benchmarks.reading --json FILE` writes them."""

Found = Iterator[tuple[str, float]]
"""The figures that one bound applies to, each with where it was measured."""

OURS = "broadsheet"


class Goal(NamedTuple):
    """A bound: `title` says what it limits to `most`; the largest of the figures from `find` counts."""

    title: str
    most: float
    find: Callable[[Tables], Found]


def _of(table: str, column: str, size: str, other: str) -> Callable[[Tables], Found]:
    """Our figure at a size divided by another's: by hello world's, which has no size, or by a peer's at that size."""

    def find(tables: Tables) -> Found:
        row = other if other == "hello" else f"{other} {size}"
        yield size, tables[table][f"{OURS} {size}"][column] / tables[table][row][column]

    return find


def _keys_of_hello(tables: Tables) -> Found:
    hello = tables["keys"]["hello"]["line"]
    for row, figures in tables["keys"].items():
        if row.startswith(OURS):
            for key, value in figures.items():
                if key != "memory":
                    yield f"{key}, {row.removeprefix(OURS).strip()}", value / hello


def _keys_of_small(tables: Tables) -> Found:
    small, large = tables["keys"][f"{OURS} 2k"], tables["keys"][f"{OURS} 5m"]
    for key, value in large.items():
        if key != "memory":
            yield key, value / small[key]


def _busy(tables: Tables) -> Found:
    for row, figures in tables["busy"].items():
        yield row.removeprefix(OURS).strip(), figures["p95 busy"] / figures["p95 idle"]


def _end(tables: Tables) -> Found:
    for row, figures in tables["end"].items():
        yield row.removeprefix(OURS).strip(), figures["end cpu"]


def _line(column: str) -> Callable[[Tables], Found]:
    def find(tables: Tables) -> Found:
        yield "line", tables["line"][f"{OURS} line"][column] / tables["line"][f"{OURS} 2k"][column]

    return find


def _line_keys(tables: Tables) -> Found:
    for key, value in tables["line keys"][f"{OURS} line"].items():
        if key != "memory":
            yield key, value / tables["line keys"]["hello"]["line"]


def _again(column: str, wanted: float) -> Callable[[Tables], Found]:
    def find(tables: Tables) -> Found:
        for row, figures in tables["again"].items():
            yield row.removeprefix(OURS).strip(), abs(figures[column] - wanted)

    return find


def _library(tables: Tables) -> Found:
    yield "10000", tables["library"]["10000 articles"]["open cpu"] / tables["library"]["0 articles"]["open cpu"]


def _search(tables: Tables) -> Found:
    for column, value in tables["library"]["10000 articles"].items():
        if column.startswith("search"):
            yield column.removeprefix("search "), value


GOALS = (
    Goal("first paint, cold, times hello world's: seconds", 0.25, _of("start", "first paint", "100k", "hello")),
    Goal("the same in processor time", 0.25, _of("start", "first paint cpu", "100k", "hello")),
    Goal("first paint, cold, times w3m's: seconds", 2.5, _of("start", "first paint", "100k", "w3m")),
    Goal("settled start, processor, times hello world's", 1.25, _of("start", "settled cpu", "100k", "hello")),
    Goal("settled start, processor, times hello world's", 1.5, _of("start", "settled cpu", "1m", "hello")),
    Goal("processor per key, times hello world's, the worst", 1.5, _keys_of_hello),
    Goal("processor per key at 5 MB, times that at 2 KB, the worst", 1.2, _keys_of_small),
    Goal("key to paint while annotating, p95, times without", 1.3, _busy),
    Goal("peak memory, times hello world's", 1.3, _of("start", "memory", "1m", "hello")),
    Goal("peak memory, times hello world's", 2.0, _of("start", "memory", "5m", "hello")),
    Goal("peak memory, times w3m's", 1.0, _of("start", "memory", "5m", "w3m")),
    Goal("jump to the end of a cold article, processor ms", 200.0, _end),
    Goal("first paint of one line of 10 MB, times 2 KB's: seconds", 2.0, _line("first paint")),
    Goal("the same in processor time", 2.0, _line("first paint cpu")),
    Goal("processor per key in that line, times hello world's, the worst", 1.5, _line_keys),
    Goal("opened again: layers that are missing at first paint", 0.0, _again("layers at first paint", 1.0)),
    Goal("opened again: processes started", 0.0, _again("processes", 0.0)),
    Goal("library of 10,000, to open, times an empty one's", 1.2, _library),
    Goal("library of 10,000, a search, processor ms", 50.0, _search),
)


def verdicts(tables: Tables) -> Iterator[str]:
    """A line for each goal: whether it is met, the worst figure, and where that was measured."""
    for goal in GOALS:
        try:
            where, worst = max(goal.find(tables), key=lambda pair: pair[1])
        except (KeyError, ValueError):  # that part or the peer was left out
            yield f"{'not measured':<14}{'':>8}{goal.most:>8g}  {goal.title}"
            continue
        met = "met" if worst <= goal.most else "NOT MET"
        yield f"{met:<14}{worst:>8.2f}{goal.most:>8g}  {goal.title} ({where})"
