"""Descriptions of people: the offices, titles and roles that the article gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from annotators.annotation import Mention
from annotators.quotes.english.gender import people_words
from annotators.quotes.english.lexicon import table, word_set
from annotators.quotes.english.tokens import Token, tokenize
from annotators.quotes.phrases import is_noun_like

__all__ = ["Office", "harvest_offices", "head_of", "is_office", "office_words", "singular"]

_REACH: Final = 110
_DROPPED: Final = frozenset("a an the 's of for in at to and with by on from who is was has had".split())
_COPULAS: Final = frozenset("became becomes is was remains named appointed elected as serves served".split())
_HEAD_ENDS: Final = frozenset("of for at in with to from on who whose that and".split())
_ENDING = re.compile(r"(?:man|men|woman|women|person|ist|ician)$")


class Office(NamedTuple):
    """One description of an entity: its words, its head noun, and the code point of the mention it belongs to."""

    entity: str
    words: frozenset[str]
    head: str
    at: int


def is_office(word: str) -> bool:
    """Whether a word is a noun for a person in a role."""
    key = singular(word.lower())
    return key in people_words("nouns", "offices") or (len(key) > 5 and _ENDING.search(key) is not None)


def _is_someone(word: str) -> bool:
    """Whether a word is a noun for a person: a role, a relative, a woman or a man."""
    return is_office(word) or (word in people_words("nouns", "women") | people_words("nouns", "men") and len(word) > 2)


def singular(word: str) -> str:
    """A noun without its plural ending."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def head_of(tokens: Sequence[Token]) -> str | None:
    """The head noun of a phrase, in lower case and singular: the last word before `of`, `for` and the like."""
    head = None
    for token in tokens:
        if head is not None and (token.lower in _HEAD_ENDS or token.text in (",", "(", "—")):
            break
        if token.kind == "word":
            head = token.lower
    return singular(head) if head else None


def office_words(tokens: Sequence[Token]) -> frozenset[str]:
    """The content words of a description, singular; a demonym is replaced by its country."""
    demonyms = table("people")["demonyms"]
    found: set[str] = set()
    for token in tokens:
        if not token.is_word or token.lower in _DROPPED or token.lower in word_set("pronouns_any"):
            continue
        word = singular(token.lower)
        country = demonyms.get(word)
        found.update(country.lower().split() if country else (word,))
    return frozenset(found)


def harvest_offices(text: str, mentions: Sequence[Mention]) -> list[Office]:
    """The descriptions before and after the mentions of people."""
    found: list[Office] = []
    reached = 0
    for mention in mentions:
        if mention.label != "PERSON" or mention.entity is None:
            continue
        around = (*_before(text, mention, reached), *_after(text, mention))
        reached = mention.end
        for tokens in around:
            head = next((token for token in reversed(_to_head(tokens)) if _is_someone(token.lower)), None)
            if head is not None:
                found.append(Office(mention.entity, office_words(tokens), singular(head.lower), mention.start))
    return found


def _to_head(tokens: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        if kept and token.lower in _HEAD_ENDS and any(_is_someone(word.lower) for word in kept):
            break
        kept.append(token)
    return kept


def _before(text: str, mention: Mention, reached: int) -> Iterator[list[Token]]:
    """`Iran's Foreign Minister` before the name, or `The Iranian envoy,` with a comma, after the last mention's end."""
    line = max(text.rfind("\n", 0, mention.start) + 1, mention.start - _REACH, min(reached, mention.start))
    tokens = tokenize(text, line, mention.start)
    if tokens and tokens[-1].text == ",":
        run = _run_back(tokens[:-1])
        owner = tokens[-2 - len(run)].lower if len(tokens) > len(run) + 1 else ""  # `his wife,`
        held = owner in ("her", "his", "their") or any(token.kind == "possessive" for token in run)
        if run and (held or run[0].lower in word_set("determiners")):
            yield run
        return
    run = _run_back(tokens)
    if run:
        yield run


def _run_back(tokens: Sequence[Token]) -> list[Token]:
    first = len(tokens)
    while first > 0 and (is_noun_like(tokens[first - 1]) or tokens[first - 1].lower in ("of", "the", "for")):
        first -= 1
        if tokens[first].lower in word_set("determiners") and (first == 0 or tokens[first - 1].lower != "of"):
            break
    return list(tokens[first:])


def _after(text: str, mention: Mention) -> Iterator[list[Token]]:
    """`, the lead counsel,` after the name, `became finance minister`, `, who is the mayor of York`."""
    end = text.find("\n", mention.end)
    tokens = tokenize(text, mention.end, min(len(text) if end < 0 else end, mention.end + _REACH))
    if not tokens:
        return
    if tokens[0].text == ",":
        rest = tokens[1:]
        if rest and rest[0].text[:1].isdigit():
            rest = rest[2:] if len(rest) > 1 and rest[1].text == "," else rest[1:]
        if len(rest) > 1 and rest[0].lower == "who" and rest[1].lower in _COPULAS | {"has"}:
            rest = rest[2:]
        yield from _phrase(rest)
    elif tokens[0].lower in _COPULAS or (len(tokens) > 1 and tokens[1].lower in _COPULAS):
        yield from _phrase(tokens[1:] if tokens[0].lower in _COPULAS else tokens[2:])


def _is_verb(token: Token) -> bool:
    """Whether a clause continues where an apposition could begin: `Joey, 46, tried to tell officers`."""
    word = token.lower
    return not token.is_capital and word not in _HELD and (word in word_set("pasts") or word.endswith("ed"))


_HELD: Final = frozenset("acclaimed appointed celebrated disgraced elected retired self-described".split())


def _phrase(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    found: list[Token] = []
    for token in tokens[:14]:
        if not (is_noun_like(token) or token.lower in _DROPPED or token.lower in word_set("determiners")):
            break
        if token.lower in ("who", "is", "was", "has", "had") or (not found and _is_verb(token)):
            break
        found.append(token)
    if found and (found[0].lower in word_set("determiners") or not found[0].is_capital or found[-1].kind != "mark"):
        yield found
