"""The word lists of the rules, read from the tables beside this file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from annotators.quotes.english.inflection import forms_of

__all__ = ["CueForm", "counts_in", "cue_forms", "is_cue_form", "table", "uses", "word_set"]


@dataclass(frozen=True, slots=True)
class CueForm:
    """A form of a cue lemma: `said`, past tense of the verb `say`.

    `tense` is `base`, `third`, `ing`, `past` or `noun`. `frames` gives, by the kind of word that follows, how often the
    lemma was a cue there and how often it occurred there.
    """

    form: str
    lemma: str
    tense: str
    frames: Mapping[str, tuple[int, int]]


@cache
def table(name: str, room: str = "annotators.quotes.english") -> dict[str, Any]:
    """The table of a TOML file, by its name without extension and the package that it lies in."""
    return tomllib.loads((files(room) / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def word_set(name: str) -> frozenset[str]:
    """One of the lists of `words.toml`."""
    return frozenset(table("words")[name].split())


@cache
def cue_forms(use: str) -> Mapping[str, CueForm]:
    """The cue forms of a use (`verbs` or `nouns`), by form in lower case."""
    cues = table("cues")
    irregular = {lemma: tuple(forms.split()) for lemma, forms in cues["irregular"].items()}
    other = frozenset(cues["other"]["words"].split())
    found: dict[str, CueForm] = {}
    for lemma, entry in cues[use].items():
        frames = counts_in(entry)
        if use == "nouns":
            for form in (lemma, lemma + "s"):
                found.setdefault(form, CueForm(form, lemma, "noun", frames))
            continue
        for spelling in (lemma, *((lemma[:-3] + "ise",) if lemma.endswith("ize") else ())):
            forms = forms_of(spelling, irregular)
            tenses = ("base", "third", "ing", *("past" for _ in forms[3:]))
            for form, tense in zip(forms, tenses, strict=True):
                if form not in other:
                    found[form] = CueForm(form, lemma, tense, frames)
    return found


def counts_in(counts: str) -> dict[str, tuple[int, int]]:
    """The frames of `all 83/109 of 8/18`; as words they are read far faster than as many small tables."""
    words = counts.split()
    pairs = (count.partition("/") for count in words[1::2])
    return {key: (int(cue), int(seen)) for key, (cue, _, seen) in zip(words[::2], pairs, strict=True)}


@cache
def uses() -> Mapping[str, tuple[CueForm | None, CueForm | None]]:
    """The verb and the noun that each cue form can be, by form in lower case."""
    verbs, nouns = cue_forms("verbs"), cue_forms("nouns")
    return {word: (verbs.get(word), nouns.get(word)) for word in verbs.keys() | nouns.keys()}


@cache
def is_cue_form(word: str) -> bool:
    """Whether a word is a form of a verb of saying."""
    return word.lower() in cue_forms("verbs")
