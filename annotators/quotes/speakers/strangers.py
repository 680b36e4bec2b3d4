"""Speakers that no mention names, and the pronouns that may refer to them: `Petter`, `a teacher`, `doctors`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.annotation import Span
from annotators.quotes.english.gender import gender_of_noun, people_words
from annotators.quotes.english.lexicon import word_set
from annotators.quotes.english.tokens import Token, tokenize
from annotators.quotes.phrases.offices import head_of, is_office, singular
from annotators.quotes.speakers.cast import Cast
from annotators.quotes.speakers.nominal import is_plural
from annotators.quotes.speakers.pronouns import PRONOUNS, is_introduced

__all__ = ["ANYONE", "called_by"]

ANYONE: Final = frozenset(("he", "she", "they", "it"))
_ITS_OWN: Final = frozenset("letter memo notice release statement".split())
"""Documents by which a body speaks: after `The statement said`, `It` is the body."""


def called_by(cast: Cast, speaker: Span) -> frozenset[str]:
    """The pronouns that may refer to a speaker that no mention names: `Petter`, `The teacher`, `Doctors`."""
    tokens = tokenize(cast.text, *speaker)
    if _is_stranger(tokens):
        return ANYONE
    head = head_of(tokens)
    if head is None or tokens[0].lower in PRONOUNS:
        return frozenset()
    if head in people_words("nouns", "papers") - _ITS_OWN:
        return frozenset(("it",))
    someone = is_office(head) or head in people_words("nouns", "people")
    if someone and is_plural(tokens, head):
        return frozenset(("they",))
    new = tokens[0].lower in ("a", "an", "another", "one")
    if not new and not is_introduced(cast, head, speaker.start):
        return frozenset()  # `the lawyer` may be anyone who was named
    gender = gender_of_noun(head)
    return frozenset({"f": ("she",), "m": ("he",)}.get(gender or "", ("he", "she") if someone else ()))


def _is_stranger(tokens: Sequence[Token]) -> bool:
    """Whether a speaker that no mention names looks like a name: `Petter` in `Petter says`."""
    last = tokens[-1].lower if tokens else ""
    known = people_words("nouns", "bodies") | word_set("pronouns_any") | word_set("determiners")
    return (
        0 < len(tokens) <= 3
        and all(token.kind == "word" and token.text.istitle() for token in tokens)
        and singular(last) == last
        and not is_office(last)
        and last not in known
    )
