"""People whose surnames are words for places or organisations: Torvald Sand, Dagny Strand, Mercy Field.

Their names look like those of beaches and airfields. The text decides: it describes them as people, lets them speak or
act, or refers to them as he or she.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from annotators.annotation import Mention
from annotators.entities.forms.keys import table
from annotators.entities.tables import read_table
from annotators.entities.types.by_head import label_of_first
from annotators.entities.types.context import SURE, read_places
from annotators.entities.values.ages import has_age

__all__ = ["named_like_places"]

_MAY_BE_PEOPLE: Final = frozenset(("FAC", "GPE", "LOC", "ORG", "PRODUCT"))
_SITES: Final = frozenset(("FAC", "LOC"))
_CERTAIN: Final = 0.9
"""Score above which a label is kept; for a site, only a surname that is used alone like a person's overrides it."""
_NAME: Final = re.compile(r"[A-Z][a-zà-ÿ]+(?: [A-Z]\.)? [A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?")
_SURNAME: Final = re.compile(r"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?\b(?! [A-Z])")
_ALONE: Final = re.compile(
    r"(?<=[.!?:\n]\s)|(?<=\n)|(?<=[.,!?:\n][\"”’]\s)|(?<=\band )|(?<=\bbut )|(?<=\bsays )|(?<=\bsaid )"
)
"""Precedes a surname: the start of a sentence, a conjunction or a verb of saying."""
_WHO: Final = re.compile(
    r", (?:who|whose)\b|,? (?:says|said|told|recalls|recalled|added|adds|replied|laughs|laughed)\b"
)


@cache
def _goes_on() -> re.Pattern[str]:
    """A name followed by a verb for people, where the next sentence refers to him or her."""
    doing = "|".join(read_table("context.toml")["doings"])
    return re.compile(
        rf" (?:is|was|has been|had been) (?:{doing}) [^.!?\n]*[.!?]\s+"
        r"(?:(?:He|She)\b|[\"“][^\"“”\n]{1,300}[\"”],? (?:he|she)\b)"
    )


def named_like_places(text: str, names: Sequence[Mention]) -> list[Mention]:
    """The names in order; those of two words that the text treats as people are relabelled `PERSON`."""
    surnames = {number: last for number, name in enumerate(names) if (last := _surname(text, name))}
    somebodies = _somebodies(text) if surnames else frozenset()
    settled = list(names)
    for number, surname in surnames.items():
        name = names[number]
        goes_on = not _is_certain(name) and _goes_on().match(text, name.end) is not None
        if goes_on or surname in somebodies:
            settled[number] = replace(name, label="PERSON", score=SURE, reasons=("by what the text says of it",))
    return settled


def _surname(text: str, name: Mention) -> str:
    """The last word of a name that may be a person's despite its label; empty for others."""
    if name.label not in _MAY_BE_PEOPLE or (_is_certain(name) and name.label not in _SITES):
        return ""
    form = " ".join(text[name.start : name.end].split())
    if not _NAME.fullmatch(form):
        return ""
    first, last = form.split()[0], form.split()[-1]
    known = label_of_first(first) is not None or form in read_places()
    return "" if known or last.lower() in table().generic | table().endings else last


def _is_certain(name: Mention) -> bool:
    return (name.score or 0.0) > _CERTAIN


def _somebodies(text: str) -> frozenset[str]:
    """Words that are used alone like a surname: `Sand, who is 63,`, `Lake, 80,`, `Field said`.

    They are found in one pass; a search for each name would take longer than the model in a text with many names.
    """
    return frozenset(
        [
            found.group()
            for found in _SURNAME.finditer(text)
            if (_WHO.match(text, found.end()) or has_age(text, found.end())) and _ALONE.match(text, found.start())
        ]
    )
