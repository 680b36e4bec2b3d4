"""Imports Textual without parts that are not used here: its palette, toasts, Rich's tables, TLS in asyncio, and more.

This saves a third of the time of importing Textual, and OpenSSL alone is an eighth of the memory of a Textual program.
The parts are replaced by stand-ins that import them when they are used after all. Only toasts and tooltips do not work
in such a program, because Textual looks them up by their classes; the application has switched them off.

Which names Textual imports without using them at once was looked up in one release. With other releases only modules
of the standard library are left out: such a program starts more slowly, but works.
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
"""Modules from which Textual imports names that it uses only in cases that do not occur here."""

_LOOKED_UP: Final = "textual-8.2."
"""The beginning of the name of the metadata folder of the Textual release that was examined."""

_LATER: Final = (
    "asyncio.staggered",  # for connections
    "ipaddress",  # of an address with brackets
    "locale",  # for processes that speak text
    "mimetypes",
    "textwrap",
    "tokenize",
)
"""Modules that are imported as a whole; each is loaded at the first access to one of its names."""

_TYPING: Final = "typing_extensions"
_TLS: Final = ("ssl", "asyncio.sslproto")


class _Later(type):
    """A stand-in for a class or function; calls and attribute accesses are passed on to the real one."""

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
    """A module from which any name can be imported, as a stand-in."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Later(name, (), {"__module__": self.__name__, "stands_in": True})


class _Whole(ModuleType):
    """A module that is loaded at the first access; a stand-in for `typing_extensions` takes names from `typing`."""

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
    """Whether the installed Textual is of the release that was examined."""
    for folder in sys.path:
        if os.access(f"{folder or '.'}/textual", os.F_OK):
            with os.scandir(folder or ".") as entries:
                return any(entry.name.startswith(_LOOKED_UP) for entry in entries)
    return False


@contextmanager
def without_unused() -> Iterator[None]:
    """A context in which asyncio is imported without TLS, and Textual with stand-ins for its unused modules.

    Modules that were imported before are not affected.
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
