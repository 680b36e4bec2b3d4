"""Calls during which Python's cycle collector rests.

What is made of a page is thousands of small objects that live until the page is done and refer to nothing in a circle:
the collector would look at all of them every few hundred objects, for a tenth of the time, and find nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

__all__ = ["uncollected"]

P = ParamSpec("P")
R = TypeVar("R")


def uncollected(call: Callable[P, R]) -> Callable[P, R]:
    """The same function, during which no cycles are looked for; afterwards the collector is as it was."""

    @wraps(call)
    def resting(*arguments: P.args, **named: P.kwargs) -> R:
        if not gc.isenabled():
            return call(*arguments, **named)
        gc.disable()
        try:
            return call(*arguments, **named)
        finally:
            gc.enable()

    return resting
