"""Importing Textual without what nothing here uses: its palette, toasts, tables of rich, TLS below asyncio, and more.

What is left out is a third of the time in which Textual is imported, and OpenSSL alone an eighth of the memory that a
Textual program has. All of it is there as ever for whoever imports it later, and comes where it is called after all or
asked for something. Two things are not as ever in a program that imports Textual so: its toasts and tooltips, which
Textual finds by their very classes, and which the application has put out.

Which names Textual only imports, and does not use before they are called, was looked up in one release. Of others
only modules of Python are left out: they start more slowly, and run.
"""

from __future__ import annotations

import os
import sys
import typing
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, Final

__all__ = ["without_unused"]

_UNUSED: Final = (
    "textual.command",
    "textual.widgets._toast",
    "textual.widgets._tooltip",
    "textual.canvas",  # lines between cells of a grid
    "textual.markup",
    "rich.markup",
    "rich.table",  # how a developer sees colours
    "rich.panel",  # and errors in a style sheet, as by the next two
    "textual.css._help_text",
    "textual.suggestions",
    "platformdirs",  # where a download goes, and its name
    "uuid",
    "pickle",  # what a style means to the mouse
)
"""Modules of which names are imported, to be called in some cases that do not come about here."""

_LOOKED_UP: Final = "textual-8.2."
"""How the folder begins in which an installed Textual of such a release is described."""

_LATER: Final = (
    "asyncio.staggered",  # for connections
    "ipaddress",  # of an address with brackets
    "locale",  # for processes that speak text
    "mimetypes",
    "textwrap",
    "tokenize",
)
"""Modules that are imported as a whole; to whoever holds one it is there with the first thing that is asked of it."""

_TYPING: Final = "typing_extensions"
_TLS: Final = ("ssl", "asyncio.sslproto")


class _Later(type):
    """A class with nothing in it. What it is called for and asked for is had of the real one, or the real function."""

    def __call__(cls, *arguments: Any, **options: Any) -> Any:
        if "stands_in" in vars(cls):
            return _meant(cls)(*arguments, **options)
        return super().__call__(*arguments, **options)

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__") or "stands_in" not in vars(cls):
            raise AttributeError(name)
        return getattr(_meant(cls), name)

    def __instancecheck__(cls, instance: Any) -> bool:
        if "stands_in" in vars(cls):  # where the real one is not there, nothing is made of it
            return cls.__module__ in sys.modules and isinstance(instance, _meant(cls))
        return super().__instancecheck__(instance)


class _Names(ModuleType):
    """A module that has any name that is imported from it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Later(name, (), {"__module__": self.__name__, "stands_in": True})


class _Whole(ModuleType):
    """A module that is imported when something is asked of it that `typing` has not, if it stands in for that."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if self.__name__ == _TYPING and hasattr(typing, name):
            return getattr(typing, name)
        return getattr(_real(self.__name__), name)


def _meant(cls: type) -> Any:
    return getattr(_real(cls.__module__), cls.__name__)


def _real(name: str) -> ModuleType:
    if isinstance(sys.modules.get(name), _Names | _Whole):
        del sys.modules[name]
    return import_module(name)


def _is_looked_up() -> bool:
    """Whether the Textual that will be imported is of the release in which the names were looked up."""
    for folder in sys.path:
        if os.access(f"{folder or '.'}/textual", os.F_OK):
            with os.scandir(folder or ".") as entries:
                return any(entry.name.startswith(_LOOKED_UP) for entry in entries)
    return False


@contextmanager
def without_unused() -> Iterator[None]:
    """Within it asyncio is imported as by a Python without TLS, and `textual.app` with a palette that cannot be opened.

    What was imported before stays as it is.
    """
    unused = _UNUSED if _is_looked_up() else ()
    put: dict[str, ModuleType | None] = {name: _Names(name) for name in (*unused, _TLS[1])}
    put |= {name: _Whole(name) for name in (*_LATER, _TYPING)}
    put[_TLS[0]] = None
    put = {name: module for name, module in put.items() if name not in sys.modules}
    if "asyncio" in sys.modules:  # it knows already whether there is TLS
        for name in _TLS:
            put.pop(name, None)
    sys.modules.update(put)  # type: ignore[arg-type]  # None is how Python is told that there is no such module
    try:
        yield
    finally:
        for name, module in put.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
