"""Puts the training pages together: labelled ones, their variants with added or removed lines, silver ones."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from training.boilerplate.corpus.augment import cleaned, trimmed
from training.boilerplate.corpus.bank import enriched, pictured
from training.boilerplate.corpus.labelled_pages import LabelledPage, kinds_pages, own_pages, read_pages
from training.boilerplate.corpus.leftovers import Runs, left, leftovers_of
from training.boilerplate.corpus.silver import silver_pages

__all__ = ["corpus", "few_pages", "labelled_pages", "silver_in_english", "silver_of"]

_SILVER_SET = "fundus-test"
_MOST_SILVER = 400
_ENGLISH_SET = "wcxb-dev"
_MOST_ENGLISH = 300
_ALL = 10_000
_ENGLISH_LINES = range(30, 401)
"""The lines of a silver page in English: shorter ones are no whole page, longer ones are lists and threads."""
_ENRICHED = 2
_LEFT = 2
"""How many extractors' texts of a labelled page are used, some with a picture's lines added."""
_LITTERED = 1
"""How many more are used with lines of all kinds added, as in badly cleaned text."""


def labelled_pages(kinds: Path, html: Path) -> list[LabelledPage]:
    """All pages that were labelled line by line by hand."""
    return [*kinds_pages(kinds), *own_pages(html), *read_pages(html)]


def silver_of(html: Path, labelled: Sequence[LabelledPage], seed: int) -> list[LabelledPage]:
    """The pages of fundus-test that are not labelled by hand: news in twenty languages."""
    known = frozenset(page.key for page in labelled)
    return list(silver_pages(html / _SILVER_SET, known, _MOST_SILVER, random.Random(seed)))


def silver_in_english(html: Path, labelled: Sequence[LabelledPage], seed: int) -> list[LabelledPage]:
    """A random choice of English pages of wcxb-dev that are not labelled by hand.

    The HTML model that labels them recognises by elements and their names what the lines alone do not show: tags,
    author boxes, advertisements.
    """
    known = frozenset(page.key for page in labelled)
    pages = silver_pages(html / _ENGLISH_SET, known, _ALL, random.Random(seed + 2))
    found = [page for page in pages if not page.page.foreign and len(page.kinds) in _ENGLISH_LINES]
    random.Random(seed - 2).shuffle(found)
    return found[:_MOST_ENGLISH]


def few_pages(labelled: Sequence[LabelledPage], seed: int) -> list[LabelledPage]:
    """The English pages that are not in pages/, each also twice with added lines, and some of these cleaned.

    With all of pages/ as well, the mean of the models would break cleaned text apart.
    """
    chance = random.Random(seed)
    pages = [page for page in labelled if page.group != "read" and not page.page.foreign]
    more = [enriched(page, chance) for page in (*pages, *pages)]
    return [*pages, *more, *(cleaned(page, chance) for page in more[::3])]


def corpus(labelled: Sequence[LabelledPage], silver: Sequence[LabelledPage], seed: int) -> list[LabelledPage]:
    """All pages for the chains; their order and variants depend on the seed alone."""
    chance, runs = random.Random(seed), leftovers_of()
    more = [enriched(trimmed(page, chance), chance) for _ in range(_ENRICHED) for page in labelled]
    found = [*labelled, *more, *(cleaned(page, chance) for page in more)]
    for page in labelled:
        found.extend(pictured(one, chance) for one in _left(page, runs.get(page.name, {}), _LEFT, chance))
        found.extend(enriched(one, chance) for one in _left(page, runs.get(page.name, {}), _LITTERED, chance))
    for page in silver:
        found += [trimmed(page, chance), cleaned(page, chance)]
    return found


def _left(
    page: LabelledPage, by_extractor: Mapping[str, Runs], most: int, chance: random.Random
) -> Iterator[LabelledPage]:
    names = list(by_extractor)
    chance.shuffle(names)
    for name in names[:most]:
        found = left(page, by_extractor[name], chance)
        if found is not None:
            yield found
