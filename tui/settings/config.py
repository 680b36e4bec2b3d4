"""What the reader of the program can choose, with the values that hold when nothing is chosen."""

from collections.abc import Mapping
from typing import NamedTuple

from annotators.layer import Layer

__all__ = ["Settings"]

_NONE: Mapping[str, str] = {}


# No postponed annotations in this file: a named tuple compiles each of them again, at a fortieth of the first paint.
class Settings(NamedTuple):
    """Everything that can be set, frozen.

    `theme` is `auto` or the name of a theme; `keys` maps the id of a command to the keys that
    call it (`"n,ctrl+n"`); `measure` is the width of the text in cells; `layers` are lit at the
    start; `clean` starts with boilerplate folded away; without `mouse` the terminal keeps its own
    use of it; `keep` and `strip` are kinds of block that the clean article has, or has not, against
    what is built in; `model` is the name or path of a spaCy pipeline, `None` for the one that ships.
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
