"""The forms of an English verb from its lemma."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["forms_of"]

_VOWELS = "aeiou"
_DOUBLED = frozenset(
    "admit allot blab brag chat chip confer cut deter emit flag gab hit jab jot nod omit pan plan plot prefer quip rap "
    "rebut recap refer rip slam snap stop submit swap tap trot yap rebid".split()
)
"""Lemmas whose last consonant doubles before -ed and -ing."""


def forms_of(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The lemma, its -s, -ing and past forms; `irregular` gives past tense and participle where they differ."""
    stem = lemma
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        third = lemma + "es"
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        third = lemma[:-1] + "ies"
    else:
        third = lemma + "s"
    if lemma in _DOUBLED:
        stem = lemma + lemma[-1]
    if lemma.endswith("e") and not lemma.endswith("ee"):
        gerund, past = lemma[:-1] + "ing", lemma + "d"
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        gerund, past = lemma + "ing", lemma[:-1] + "ied"
    else:
        gerund, past = stem + "ing", stem + ("d" if stem.endswith("e") else "ed")
    pasts = irregular.get(lemma, (past,))
    return (lemma, third, gerund, *pasts)
