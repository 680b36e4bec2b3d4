"""Entities for named speakers that no tagger found: `April Stroud said`, `according to Mayor London Brook`.

A speaker is somebody, so a given name or a title before a capitalised word is enough to take the words for a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from annotators.annotation import AnnotationSet, Entity, Mention, Statement, in_order
from annotators.quotes.english.gender import given_names, people_words
from annotators.quotes.english.tokens import Token, tokenize
from annotators.quotes.phrases.offices import is_office

__all__ = ["with_untagged_speakers"]

_LONGEST = 6
_ALSO_NAMES = frozenset("general guard host star".split())
"""Titles with which the names of companies and papers begin, too."""


def with_untagged_speakers(text: str, annotations: AnnotationSet) -> AnnotationSet:
    """The annotations with a person for each unresolved speaker who has a name, also for that surname later."""
    entities = {entity.id: entity for entity in annotations.entities}
    free = (made for number in count(1) if (made := f"n{number}") not in entities)
    surnames: dict[str, str] = {}
    statements: list[Statement] = []
    found: list[Mention] = []
    for said in annotations.statements:
        name = _name(text, said, annotations.mentions, surnames)
        if name:
            words, surname = text[name[0].start : name[-1].end], name[-1].text
            if len(name) > 1 or surname not in surnames:
                known = next((one.id for one in entities.values() if one.name == words), None)
                surnames[surname] = known or next(free)
                entities.setdefault(surnames[surname], Entity(surnames[surname], words, "PERSON"))
            said = replace(said, speaker_entity=surnames[surname])
            found.append(Mention(start=name[0].start, end=name[-1].end, label="PERSON", entity=surnames[surname]))
        statements.append(said)
    if not found:
        return annotations
    kept = (
        one for one in annotations.mentions if not any(one.start < new.end and new.start < one.end for new in found)
    )
    return annotations.replace(
        mentions=in_order({(new.start, new.end): new for new in (*kept, *found)}.values()),
        entities=tuple(entities.values()),
        statements=tuple(statements),
    )


def _name(text: str, said: Statement, mentions: Sequence[Mention], surnames: dict[str, str]) -> Sequence[Token] | None:
    """The tokens of an unresolved speaker's name without titles; `None` if it has none or a mention covers it."""
    if said.speaker is None or said.speaker_entity is not None:
        return None
    names = (_person(tokens, surnames) for tokens in _runs(tokenize(text, said.speaker.start, said.speaker.end)))
    name = next((found for found in names if found), None)
    if name is None:
        return None
    start, end = name[0].start, name[-1].end
    named = any(one.entity is not None and one.start < end and start < one.end for one in mentions)
    return None if named else name


def _runs(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """What may be a name in a speaker: the tokens up to a comma; the end of apposition: `the judge, Dame Ann Lee`."""
    commas = [at for at, token in enumerate(tokens) if token.text == ","]
    yield tokens[: commas[0]] if commas else tokens
    if commas:
        last = commas[1] if len(commas) > 1 else len(tokens)
        first = last
        while first > commas[0] + 1 and tokens[first - 1].is_capital and tokens[first - 1].is_word:
            first -= 1
        yield tokens[first:last] if last - first > 1 else ()


def _person(tokens: Sequence[Token], surnames: dict[str, str]) -> Sequence[Token] | None:
    """The tokens of a person's name without titles, if the tokens are nothing else."""
    if not tokens or len(tokens) > _LONGEST or not all(token.is_capital and token.is_word for token in tokens):
        return None
    titled = 0
    while titled < len(tokens) and _is_title(tokens[titled]):
        titled += 1
    name = tokens[titled:]
    if not name or name[-1].kind != "word" or name[-1].text.isupper():
        return None
    given = given_names()
    known = titled or (len(name) > 1 and name[0].lower in given) or (len(name) == 1 and name[0].text in surnames)
    return name if known else None


def _is_title(token: Token) -> bool:
    word = token.lower.rstrip(".")
    titles = people_words("titles", "women") | people_words("titles", "men")
    short = token.kind == "abbreviation" and len(word) > 1
    return short or word in titles or (is_office(word) and word not in _ALSO_NAMES)
