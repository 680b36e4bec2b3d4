"""Regular expressions that are compiled at their first use.

Compiling a pattern with many words takes about a millisecond, longer than searching a short article with it. Patterns
that few articles need are therefore compiled late; those that almost all need, or that a tight loop uses, at once.
"""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["compiled_late"]


def compiled_late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Like `re.compile`, but compiles at the first use and raises `re.error` only then."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    """Stands in for a compiled pattern and copies its methods when they are first used."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._compiled: re.Pattern[str] | None = None
        self._written = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # copying and pickling look these up and must not get them from the pattern
            raise AttributeError(name)
        if self._compiled is None:
            self._compiled = re.compile(*self._written)
        value = getattr(self._compiled, name)
        setattr(self, name, value)  # found without `__getattr__` from now on
        return value

    def __repr__(self) -> str:
        return f"compiled_late{self._written!r}"
