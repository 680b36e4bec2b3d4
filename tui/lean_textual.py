"""Importing Textual without what nothing here uses: its command palette, and TLS below asyncio.

The palette and the widgets in it are an eighth of the time in which Textual is imported, and OpenSSL
an eighth of the memory that a Textual program has. Both are there as ever for whoever imports them later.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

__all__ = ["without_unused"]

_PALETTE = "textual.command"
_TLS = "ssl"


class _StandIn(ModuleType):
    """A module that has any class that is asked of it, with nothing in it."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {"__module__": self.__name__})


@contextmanager
def without_unused() -> Iterator[None]:
    """Within it asyncio is imported as by a Python without TLS, and `textual.app` with a palette that cannot be opened.

    What was imported before stays as it is.
    """
    put: dict[str, ModuleType | None] = {_PALETTE: _StandIn(_PALETTE), _TLS: None}
    put = {name: module for name, module in put.items() if name not in sys.modules}
    if "asyncio" in sys.modules:  # it knows already whether there is TLS
        put.pop(_TLS, None)
    sys.modules.update(put)  # type: ignore[arg-type]  # None is how Python is told that there is no such module
    try:
        yield
    finally:
        for name, module in put.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
