"""Calls during which Python's cycle collector rests.

What is made of a page is thousands of small objects that live until the page is done and refer to nothing in a circle:
the collector would look at all of them every few hundred objects, for a tenth of the time, and find nothing. Nor does
it look at them right afterwards, for another twenty-fifth: they count as old at once.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from itertools import count
from typing import Final, ParamSpec, TypeVar

__all__ = ["uncollected"]

_MOST_CALLS: Final = 2048
"""Calls after which the collector looks at everything, at the cost of a few pages: hardly any leaves it anything."""
_calls: Final = count(1)

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
            _grow_old()
            gc.enable()

    return resting


def _grow_old() -> None:
    """What was made meanwhile joins what is old, without a look at it: the next look would be at all of it, at once.

    Only a look at all that there is finds cycles among it then, so that one is taken after `_MOST_CALLS`. Where
    somebody has frozen objects, which this would thaw, nothing is done.
    """
    if next(_calls) % _MOST_CALLS == 0:
        gc.collect()
    elif not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
