"""How the width of the screen is shared between article and sidebar; the first paint needs it too."""

from __future__ import annotations

from typing import Final

__all__ = ["BESIDE_FROM", "NARROW_SIDEBAR", "WIDE_SIDEBAR", "sidebar_is_narrow", "sidebar_unasked"]

BESIDE_FROM: Final = 50
"""Columns below which a sidebar takes the whole width."""

WIDE_SIDEBAR: Final = 30
NARROW_SIDEBAR: Final = 24

_UNASKED_FROM: Final = 72
"""Columns from which on the sidebar is shown by default."""

_WIDE_FROM: Final = 90


def sidebar_unasked(columns: int) -> bool:
    """Whether a screen of that width has the sidebar by default."""
    return columns >= _UNASKED_FROM


def sidebar_is_narrow(columns: int) -> bool:
    """Whether the sidebar beside the text has to be narrow."""
    return columns < _WIDE_FROM
