"""Parses what is typed into the library's search into a valid FTS5 query.

Plain words are looked for in title and text, the last one also as a beginning. `entity:`, `said-by:`,
`kind:` and `title:` look in one field; double quotes hold words together; `-` excludes; `tag:` and
`is:unread` are conditions on the entry.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Query", "Term", "parse_query", "unknown_field", "unknown_state"]

_FIELDS = {"entity": "entity", "said-by": "said_by", "kind": "kind", "title": "title"}
_TERM = re.compile(r'(?P<no>-)?(?:(?P<field>[a-z-]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))')
_STATES = ("read", "unread")
"""What may stand after `is:`."""
_LETTER = re.compile(r"\w")
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""Characters that SQLite does not take: it ends a query at a zero byte, and rejects lone surrogates."""


class Term(NamedTuple):
    """Words that an article must have in `field`, or in its title or text if that is empty.

    `beginning` says that the last one may be the beginning of a word.
    """

    words: str
    field: str = ""
    beginning: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed search.

    `match` is the FTS5 expression of all `terms` and of excluded ones, empty if there are none; `tags` and `read` are
    conditions on the entry.
    """

    match: str = ""
    tags: tuple[str, ...] = ()
    read: bool | None = None
    terms: tuple[Term, ...] = ()


def parse_query(typed: str) -> Query:
    """The query for any typed text; there is no wrong syntax."""
    typed = _UNSTORABLE.sub(" ", typed)
    wanted: list[Term] = []
    unwanted: list[Term] = []
    tags: list[str] = []
    read: bool | None = None
    terms = list(_TERM.finditer(typed))
    for position, term in enumerate(terms):
        field, words = term["field"], term["phrase"] if term["phrase"] is not None else term["word"]
        if field == "tag":
            tags.append(words)
        elif field == "is" and words in _STATES:
            read = words == "read"
        elif _LETTER.search(words):
            open_end = position == len(terms) - 1 and term["phrase"] is None and not typed[-1:].isspace()
            if field is not None and field not in _FIELDS:
                words, field = f"{field} {words}", None  # `note: this` is two words
            (unwanted if term["no"] else wanted).append(Term(words, field or "", open_end))
    match = " AND ".join(map(_expression, wanted))
    if match and unwanted:
        match = f"({match}) NOT ({' OR '.join(map(_expression, unwanted))})"
    return Query(match, tuple(tags), read, tuple(wanted))


def unknown_field(typed: str) -> str:
    """The first name before a colon that is no field, so that it is looked for as a word; empty if there is none."""
    named = (term["field"] for term in _TERM.finditer(typed))
    return next((name for name in named if name and name not in {*_FIELDS, "tag", "is"}), "")


def unknown_state(typed: str) -> str:
    """The first word after `is:` that is no state of an entry, so that both are looked for; empty if there is none."""
    states = (term["phrase"] or term["word"] for term in _TERM.finditer(typed) if term["field"] == "is")
    return next((state for state in states if state and state not in _STATES), "")


def _expression(term: Term) -> str:
    phrase = '"' + term.words.replace('"', " ") + '"' + ("*" if term.beginning else "")
    return f"{_FIELDS[term.field]} : {phrase}" if term.field else f"{{title text}} : {phrase}"
