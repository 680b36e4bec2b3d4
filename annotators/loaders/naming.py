"""The names of sources: normalises addresses, and explains names for which there is no file."""

from __future__ import annotations

import os
import re
from typing import Final

from annotators.loaders.errors import LoadError
from annotators.text.patterns import compiled_late

__all__ = ["as_named", "names_nothing"]

_SCHEME: Final = compiled_late(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_HOST: Final = compiled_late(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?::\d+)?/\S*", re.IGNORECASE)
_WEB: Final = ("http", "https")


def as_named(source: str) -> str:
    """A source with the scheme of an address in lower case; for a `file:` address on this machine, its path."""
    scheme = _SCHEME.match(source)
    if scheme is None or os.path.lexists(source):
        return source
    name, rest = scheme.group(1).lower(), source[scheme.end() :]
    if name in _WEB:
        return f"{name}://{rest}"
    host, slash, path = rest.partition("/")
    if name != "file" or not slash or host.lower() not in {"", "localhost"}:
        return source
    from urllib.parse import unquote_to_bytes

    return os.fsdecode(unquote_to_bytes(slash + path))


def names_nothing(source: str) -> LoadError:
    """The error for a source that is not a file, with what it may have been meant to be."""
    if not source:
        return LoadError("one of the names is empty", "give a file, a folder or an address")
    if _HOST.fullmatch(source):
        return LoadError(f"{source} does not exist", f"check the path, or write https://{source} for the page")
    return LoadError(f"{source} does not exist", "check the path")
