"""The theme in the settings: whether there is one of that name, and which is meant if there is not."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from typing import Final

__all__ = ["no_such_theme"]

_AUTO: Final = "auto"
"""The setting that follows the terminal's background."""

_NEAR: Final = 0.5
"""The least similarity, by `difflib`, of a theme that is suggested for an unknown name."""


def no_such_theme(name: str, known: Collection[str], otherwise: str) -> str:
    """Why a theme cannot be had, with the nearest of the `known` ones, or else `otherwise`; empty if it can."""
    if name == _AUTO or name in known:
        return ""
    usual = f"textual-{name.lower()}"  # of "light" and "dark" those that the reader has by default
    nearest = [usual] if usual in known else get_close_matches(name, known, n=1, cutoff=_NEAR)
    return f"there is no theme called {name}: {f'the nearest is {nearest[0]}' if nearest else otherwise}"
