"""Dates in metadata: mostly readable text, sometimes seconds or milliseconds since 1970."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, Final

__all__ = ["date_said"]

_FIRST, _LAST = 315_532_800, 4_102_444_800
"""Integers from 1980 to 2100 are seconds; integers a thousand times as large are milliseconds."""
_DIGITS: Final = range(9, 14)


def date_said(value: Any) -> str:
    """A date as written; seconds or milliseconds since 1970 as ISO 8601; empty for anything else."""
    if isinstance(value, str):
        text = value.strip()
        if not (text.isascii() and text.isdigit() and len(text) in _DIGITS):
            return text
        value = int(text)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return ""
    seconds = value if value < _LAST else value / 1000
    with suppress(ValueError, OverflowError, OSError):
        if _FIRST <= seconds < _LAST:
            return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value if isinstance(value, str) else ""
