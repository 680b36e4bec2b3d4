"""`--keep` and `--strip`: the kinds of block that the clean article has or has not, on the command line."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from difflib import get_close_matches
from functools import partial

from annotators.kinds import KINDS
from annotators.loaders import PIPE
from tui.kinds import switched

__all__ = ["add_kind_switches", "take_kind_switches"]


def add_kind_switches(parser: argparse.ArgumentParser) -> None:
    """The two options; kinds are joined by commas or white space."""
    add = partial(parser.add_argument, metavar="KIND", nargs="+", action="extend", default=[])
    add("--keep", help="keep these kinds of block, though they are boilerplate")
    add("--strip", help=f"leave out these kinds of block too: {', '.join(KINDS)}")


def take_kind_switches(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> dict[str, bool]:
    """What they decide, `True` for a kind that is left out; files among their words go to the sources."""
    keep, strip = (_take(parser, words, chosen.sources) for words in (chosen.keep, chosen.strip))
    return switched(keep, strip)


def _take(parser: argparse.ArgumentParser, words: Sequence[str], sources: list[str]) -> frozenset[str]:
    """The kinds among the words of an option, which commas may join; a file that follows them is a source."""
    kinds: set[str] = set()
    for word in words:
        parts = [part for part in word.split(",") if part]
        wrong = next((part for part in parts if part not in KINDS), None)
        if wrong is None:
            kinds.update(parts)
        elif word == PIPE or word.startswith(("http://", "https://")) or os.path.lexists(word):
            sources.append(word)
        else:
            close = get_close_matches(wrong, KINDS, n=1)
            nearest = f"did you mean {close[0]!r}?" if close else f"kinds: {', '.join(KINDS)}"
            parser.error(f"there is no kind of block {wrong!r}; {nearest}")
    return frozenset(kinds)
