"""Separates names that were run together, and drops common words capitalised only because they open a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import Mention
from annotators.entities.forms.keys import key_of
from annotators.quotes.phrases.offices import is_office, singular

__all__ = ["without_common_words", "without_joints"]

_JOINT: Final = re.compile(r"(?<=\w)[-–—/](?=[^\W\d_a-z])")
_OPENS: Final = re.compile(r"(?:^|[\n\r.!?:•|“\"‘]\s*|[.!?][”\"’]\s+)[#*_>\s]*$")
_BEFORE: Final = 8


def without_joints(text: str, names: Sequence[Mention]) -> list[Mention]:
    """The names in order; two bodies joined by a dash or slash are separated if the article has one of them alone.

    Spaces do not separate: the Suns are the Phoenix Suns.
    """
    alone = {key_of(text[name.start : name.end]) for name in names if name.label == "ORG"}
    return [part for name in names for part in _parts(text, name, alone)]


def _parts(text: str, name: Mention, alone: set[str]) -> Iterator[Mention]:
    joints = _JOINT.finditer(text, name.start, name.end) if name.label == "ORG" else ()
    for joint in joints:
        sides = (name.start, joint.start()), (joint.end(), name.end)
        if text[name.start].isupper() and any(key_of(text[start:end]) in alone for start, end in sides):
            yield replace(name, end=joint.start())
            yield from _parts(text, replace(name, start=joint.end()), alone)
            return
    yield name


def without_common_words(text: str, names: Sequence[Mention]) -> list[Mention]:
    """The names without single words that open a sentence or line and are no name: `Baker` in `Baker cleared`."""
    known = {word for name in names for word in text[name.start : name.end].split()[1:]}
    known |= {text[name.start : name.end] for name in names if not _opens(text, name.start)}
    common: dict[str, bool] = {}
    found = []
    for name in names:
        form = text[name.start : name.end]
        if (
            name.label in ("PERSON", "ORG")
            and form.isalpha()
            and form.istitle()
            and form not in known
            and _opens(text, name.start)
        ):
            if form not in common:
                common[form] = _is_people(form.lower()) or (name.label == "PERSON" and _is_common(text, form))
            if common[form]:
                continue
        found.append(name)
    return found


def _opens(text: str, start: int) -> bool:
    return _OPENS.search(text, max(0, start - _BEFORE), start) is not None


def _is_people(word: str) -> bool:
    """Whether a word is the plural of a role or office."""
    return singular(word) != word and is_office(singular(word))


def _is_common(text: str, form: str) -> bool:
    """Whether a word occurs in lower case elsewhere, and never with a capital inside a sentence."""
    return f" {form.lower()} " in text and re.search(rf"[a-z,] {form}\b", text) is None
