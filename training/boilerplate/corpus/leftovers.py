"""The lines of a page that other extractors leave; `leftovers.json` has their numbers and no text.

`make_leftovers.py` writes it. A line is left if it is a line of the extracted text or, where it is long, a part of one.
"""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from annotators.boilerplate.markup.view import letters_of
from training.boilerplate.corpus.augment import retold
from training.boilerplate.corpus.labelled_pages import LabelledPage

__all__ = ["LEFTOVERS", "Runs", "left", "leftovers_of", "lines_left", "runs_of"]

LEFTOVERS = Path(__file__).parent / "leftovers.json"
_LONG = 25
_LEAST = 3
"""The fewest lines of a text to learn from."""

Runs = Sequence[Sequence[int]]


def lines_left(lines: Sequence[str], extracted: str) -> list[int]:
    """The numbers of the lines that are in an extracted text, ascending."""
    ours = [letters_of(line) for line in lines]
    theirs = [bare for line in extracted.split("\n") if (bare := letters_of(line))]
    kept = set()
    for one, _, size in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        kept.update(range(one, one + size))
    said, whole = {ours[number] for number in kept}, "".join(theirs)
    kept.update(n for n, bare in enumerate(ours) if len(bare) >= _LONG and bare not in said and bare in whole)
    return sorted(n for n in kept if ours[n])


def runs_of(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending numbers as runs `(first, last)`."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def leftovers_of() -> Mapping[str, Mapping[str, Runs]]:
    """By page name and extractor, runs of the first and last line that it leaves."""
    found: Mapping[str, Mapping[str, Runs]] = json.loads(LEFTOVERS.read_text(encoding="utf-8"))
    return found


def left(page: LabelledPage, runs: Runs, chance: random.Random) -> LabelledPage | None:
    """The page with only these lines, with or without blank lines; `None` if there are fewer than `_LEAST`."""
    numbers = [number for first, last in runs for number in range(first, last + 1)]
    if len(numbers) < _LEAST:
        return None
    view = page.page
    lines = [(view.texts[number], page.kinds[number], bool(view.gaps[number])) for number in numbers]
    return retold(page, lines, chance.choice(("as is", "apart", "tight")), "left")
