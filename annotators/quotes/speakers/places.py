"""Which nouns a place or body may go by: no city is `the state`, no union `the company`."""

from __future__ import annotations

import re
from functools import cache

from annotators.quotes.english.gender import people_words
from annotators.quotes.english.lexicon import table

__all__ = ["may_be_called"]


def may_be_called(noun: str, name: str) -> bool:
    """Whether a place or body of that name may be called `the NOUN`; true for nouns that exclude nothing."""
    key = name.lower().removeprefix("the ").replace(" ", "-")
    country = key in _countries()
    match noun:
        case "country" | "nation":
            return country
        case "state":
            return key in people_words("nouns", "states")
        case "county":
            return key.endswith("county") or key.startswith("county-")
        case "city" | "town" | "village":
            return not country and not key.endswith(("county", "state"))
    if noun in people_words("nouns", "businesses"):
        return not any(word in people_words("nouns", "public_bodies") for word in re.split(r"[^\w]+", key))
    return True


@cache
def _countries() -> frozenset[str]:
    """The names of countries in the tables of capitals, demonyms and countries, in lower case and hyphenated."""
    people = table("people")
    known = {*people["capitals"].values(), *people["demonyms"].values()}
    return frozenset(name.lower().replace(" ", "-") for name in known) | people_words("nouns", "countries")
