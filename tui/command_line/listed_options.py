"""The options that take a list of kinds or layers: `--keep`, `--strip`, `--say`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from functools import partial
from typing import Final

from annotators.kinds import KINDS
from annotators.layer import Layer
from annotators.loaders import PIPE
from tui.settings.kinds import switched

__all__ = ["ALL_LAYERS", "add_kind_switches", "add_say", "take_kind_switches", "take_said"]

ALL_LAYERS: Final = "all"


def add_kind_switches(parser: argparse.ArgumentParser) -> None:
    """Add the options that keep kinds of block or leave them out."""
    add = partial(parser.add_argument, metavar="KIND", nargs="+", action="extend", default=[])
    add("--keep", help="keep these kinds of block, though they are boilerplate")
    add("--strip", help=f"leave out these kinds of block too, also where --keep has them: {', '.join(KINDS)}")


def add_say(parser: argparse.ArgumentParser) -> None:
    """Add the option that chooses the layers that a plain rendering puts into words."""
    parser.add_argument(
        "--say",
        metavar="LAYER",
        nargs="+",
        action="extend",
        default=[],
        help="with --plain: a paragraph a line, and below it in words what is in these layers: "
        f"{', '.join(Layer)}, or {ALL_LAYERS}",
    )


def take_kind_switches(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> dict[str, bool]:
    """The choices of `--keep` and `--strip`, `True` for a kind that is left out; files among them become sources."""
    keep, strip = (
        _take(parser, "kind of block", KINDS, words, chosen.sources) for words in (chosen.keep, chosen.strip)
    )
    return switched(keep, strip)


def take_said(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> frozenset[Layer]:
    """The layers of `--say`."""
    names = _take(parser, "layer", (*map(str, Layer), ALL_LAYERS), chosen.say, chosen.sources)
    return frozenset(Layer) if ALL_LAYERS in names else frozenset(map(Layer, names))


def _take(
    parser: argparse.ArgumentParser, what: str, known: Sequence[str], words: Sequence[str], sources: list[str]
) -> frozenset[str]:
    """The names among the words of an option, which may be joined by commas; a file after them becomes a source."""
    found: set[str] = set()
    for word in words:
        parts = [part for part in word.split(",") if part]
        wrong = next((part for part in parts if part not in known), None)
        if wrong is None:
            found.update(parts)
        elif word == PIPE or word.startswith(("http://", "https://")) or os.path.lexists(word):
            sources.append(word)
        else:
            parser.error(f"there is no {what} {wrong!r}; {_nearest(wrong, known)}")
    return frozenset(found)


def _nearest(word: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches  # only where there is something to complain about

    close = get_close_matches(word, known, n=1)
    return f"did you mean {close[0]!r}?" if close else f"there are {', '.join(known)}"
