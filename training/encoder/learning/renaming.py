"""Augmentation: replaces names by others, so that a name is recognised by context and not by heart."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from training.encoder.corpora.columns import bio_spans
from training.encoder.corpora.paragraphs import OTHER, UNKNOWN, Paragraph

__all__ = ["Marked", "Names", "all_names", "rename"]

Name = tuple[str, ...]
Names = Mapping[tuple[str, bool], Sequence[Name]]
"""Names by label and whether they look like plurals: `Iranians` cannot replace `Iranian`."""

_RENAMED = 0.7


class Marked(NamedTuple):
    """Words with their tags and quotation states."""

    words: Sequence[str]
    tags: Sequence[str]
    quotes: Sequence[int]


def all_names(paragraphs: Iterable[Paragraph]) -> Names:
    """Every capitalised name once, however often it occurs."""
    found: dict[tuple[str, bool], dict[Name, None]] = defaultdict(dict)
    for paragraph in paragraphs:
        for start, end, label in _spans(paragraph.tags):
            name = tuple(paragraph.words[start:end])
            if _capitalised(name):
                found[_kind(name, label)][name] = None
    return {kind: list(names) for kind, names in found.items()}


def rename(paragraphs: Sequence[Marked], names: Names, chance: random.Random) -> list[Marked]:
    """The paragraphs with seven of ten names replaced by others of their label; the same name gets the same one."""
    chosen: dict[tuple[Name, str], Name] = {}
    return [_renamed(one, names, chosen, chance) for one in paragraphs]


def _renamed(
    paragraph: Marked, names: Names, chosen: dict[tuple[Name, str], Name], chance: random.Random
) -> Marked:  # fmt: skip
    words, tags, quotes = list(paragraph.words), list(paragraph.tags), list(paragraph.quotes)
    for start, end, label in reversed(_spans(tags)):
        name = tuple(words[start:end])
        others = names.get(_kind(name, label))
        if not others or not _capitalised(name):
            continue
        if (name, label) not in chosen:
            chosen[name, label] = chance.choice(others) if chance.random() < _RENAMED else name
        new = chosen[name, label]
        words[start:end] = new
        tags[start:end] = ["B-" + label, *["I-" + label] * (len(new) - 1)]
        quotes[start:end] = [quotes[start]] * len(new)
    return Marked(words, tags, quotes)


def _spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    return bio_spans("O" if tag in (UNKNOWN, OTHER) else tag for tag in tags)


def _capitalised(name: Name) -> bool:
    return name[0][:1].isupper()


def _kind(name: Name, label: str) -> tuple[str, bool]:
    return label, name[-1].lower().endswith("s")
