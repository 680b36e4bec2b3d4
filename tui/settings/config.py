"""The settings and their defaults."""

from collections.abc import Mapping
from typing import NamedTuple

from annotators.layer import Layer

__all__ = ["Settings"]

_NONE: Mapping[str, str] = {}


# No postponed annotations in this file: a named tuple compiles each of them again, at a fortieth of the first paint.
class Settings(NamedTuple):
    """Everything that can be set, frozen.

    `theme` is `auto` or the name of a theme. `keys` maps ids of commands to their keys (`"n,ctrl+n"`). `measure` is
    the width of the text in cells. `layers` are those that are on at the start. `clean` starts with boilerplate folded
    away. Without `mouse` the terminal handles the mouse itself. `keep` and `strip` are kinds of block that the clean
    article has or lacks in departure from the defaults. `model` is the name or path of a spaCy pipeline, or `None` for
    the one that ships.
    """

    theme: str = "auto"
    keys: Mapping[str, str] = _NONE
    measure: int = 80
    layers: frozenset[Layer] = frozenset({Layer.ENTITIES, Layer.QUOTES, Layer.STRUCTURE, Layer.NOTES})
    clean: bool = True
    sidebar: bool = True
    mouse: bool = True
    keep: frozenset[str] = frozenset()
    strip: frozenset[str] = frozenset()
    model: str | None = None
