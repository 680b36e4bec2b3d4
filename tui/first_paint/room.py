"""How the reader's screen is shared between the article and the sidebar: known before there is a screen."""

from __future__ import annotations

from typing import Final

__all__ = ["BESIDE_FROM", "NARROW_SIDEBAR", "WIDE_SIDEBAR", "sidebar_is_narrow", "sidebar_unasked"]

BESIDE_FROM: Final = 50
"""Columns under which a sidebar that was asked for takes the whole width."""

WIDE_SIDEBAR: Final = 30
NARROW_SIDEBAR: Final = 24

_UNASKED_FROM: Final = 72
"""Columns from which there is room for a sidebar beside the text."""

_WIDE_FROM: Final = 90


def sidebar_unasked(columns: int) -> bool:
    """Whether there is room for a sidebar that nobody has asked for."""
    return columns >= _UNASKED_FROM


def sidebar_is_narrow(columns: int) -> bool:
    """Whether a sidebar beside the text has to be a narrow one."""
    return columns < _WIDE_FROM
