"""How a name is introduced: with a title or noun that shows gender, or as somebody's relative."""

from __future__ import annotations

import re

from annotators.annotation import Spanned
from annotators.entities.linking.people import Hint
from annotators.quotes.english.gender import gender_of_name, gender_of_noun

__all__ = ["hint_of"]

_TITLE = re.compile(r"([^\W\d_]+)\.?[ \xa0]$")
_RELATIVE = (
    r"(?:[\w-]+ ){0,2}(?:aunt|brother|brothers|children|cousin|daughter|daughters|father|grandfather|grandmother"
    r"|grandson|husband|mother|nephew|niece|parents|partner|sister|sisters|son|sons|stepfather|stepmother|twin|uncle|widow"
    r"|widower|wife)"
)
_RELATIVE_BEFORE = re.compile(rf"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|whose)|['’]s?) {_RELATIVE},? $")
_RELATIVE_AFTER = re.compile(rf",? (?:who (?:is|was) )?(?:his|her|their|[A-Z][\w-]+['’]s?) {_RELATIVE}\b")
_NOUN = re.compile(r"[a-z]+(?=,? $)")
_REACH = 60


def hint_of(text: str, name: Spanned) -> Hint:
    """The gender and kinship that the words before and after a name, and its given name, show."""
    before = text[max(0, name.start - _REACH) : name.start]
    relative = _RELATIVE_BEFORE.search(before)
    title = _TITLE.search(before)
    gender = gender_of_noun(title[1]) if title and title[1][0].isupper() else None
    noun = _NOUN.search(before) if relative else None
    if noun:
        gender = gender or gender_of_noun(noun[0])
    gender = gender or gender_of_name(text[name.start : name.end])
    return Hint(gender, relative is not None or _RELATIVE_AFTER.match(text, name.end) is not None)
