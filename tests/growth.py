"""Measures how the cost of some work grows with its input: in calls, else in processor time."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

__all__ = ["calls", "growth"]

_TRIES = 9


def calls(work: Callable[[], object]) -> int:
    """How many functions some work calls, those of C included."""
    number = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal number
        number += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return number


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times the processor time four times the size takes: about 4 where it grows evenly, 16 with the square.

    The least of some tries, so that whatever else the machine does tells little.
    """
    return _seconds(work, 4 * size) / _seconds(work, size)


def _seconds(work: Callable[[int], object], size: int) -> float:
    least = float("inf")
    for _ in range(_TRIES):
        begun = time.thread_time()
        work(size)
        least = min(least, time.thread_time() - begun)
    return least
