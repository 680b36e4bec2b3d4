"""Regular expressions that are compiled when they are first used.

To compile one of many words takes a millisecond, longer than all the searches with it in a short article. So a
pattern that few articles need waits; one that nearly all need, or that a tight loop uses, is compiled at once.
"""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["compiled_late"]


def compiled_late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`, which is called at the first use; only then is `re.error` raised."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    """Stands for a compiled pattern, whose methods it takes over as they are asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._compiled: re.Pattern[str] | None = None
        self._written = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what copying and pickling ask for, which the methods taken over must not answer
            raise AttributeError(name)
        if self._compiled is None:
            self._compiled = re.compile(*self._written)
        value = getattr(self._compiled, name)
        setattr(self, name, value)  # found at once from now on
        return value

    def __repr__(self) -> str:
        return f"compiled_late{self._written!r}"
