"""Which gender (`f` or `m`) the words for a person show; `None` where they show neither."""

from __future__ import annotations

import re
from functools import cache

from annotators.quotes.english.lexicon import table

__all__ = ["gender_of_name", "gender_of_noun", "gender_of_pronoun", "given_names", "people_words"]

_WORD = re.compile(r"[\w’'-]+")
_PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}


@cache
def people_words(section: str, name: str) -> frozenset[str]:
    """One of the lists of `people.toml`."""
    return frozenset(table("people")[section][name].split())


@cache
def given_names() -> frozenset[str]:
    """The given names of `people.toml`, in lower case."""
    return people_words("given", "women") | people_words("given", "men")


def gender_of_pronoun(word: str) -> str | None:
    """`f`, `m`, or `None` for a pronoun that shows neither."""
    return _PRONOUNS.get(word.lower())


def gender_of_noun(word: str) -> str | None:
    """The gender that a title or noun shows: Mrs, spokesman, queen."""
    key = word.lower().rstrip(".")
    for gender, name in (("f", "women"), ("m", "men")):
        if key in people_words("titles", name) or key in people_words("nouns", name):
            return gender
    return None


def gender_of_name(name: str) -> str | None:
    """The gender that the given name of a full name suggests, where the lists have it for only one."""
    words = _WORD.findall(name)
    for word in words[:-1]:
        key = word.lower().rstrip(".")
        woman, man = (key in people_words("given", section) for section in ("women", "men"))
        if woman != man:
            return "f" if woman else "m"
    return None
