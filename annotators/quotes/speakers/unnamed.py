"""Entities for bodies and documents that speak without a name: `the union`, `a report`, `Iranian media`.

No mention names them, but several statements may be theirs, so they become entities once the named ones have been
tried. A document named after somebody is resolved to them, and so is the same document without the name: `a
Reuters/Ipsos poll`, `the poll`. People without a name stay unresolved: the text does not tell which official is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotators.annotation import AnnotationSet, Entity, Mention, Span, Statement
from annotators.quotes.english.gender import people_words
from annotators.quotes.english.lexicon import word_set
from annotators.quotes.english.tokens import tokenize
from annotators.quotes.phrases.offices import head_of, singular

__all__ = ["with_unnamed_speakers"]

_LABEL = "ORG"
_OWNERS = frozenset(("PERSON", "ORG", "GPE"))
_PHRASE_ENDS = frozenset((",", "(", "—", "–", ";", "which", "that", "who"))
_AND = frozenset(("and", "or", "is", "was", "said", "says"))
_REACH = 60
_DANGLING = frozenset("at by for from in of on to with".split())


def with_unnamed_speakers(text: str, annotations: AnnotationSet) -> AnnotationSet:
    """The annotations with an entity for each body or document that speaks and is only described."""
    entities = {entity.id: entity for entity in annotations.entities}
    owned = _owned_papers(text, annotations.mentions)
    papers: dict[str, tuple[int, str]] = {}  # whose each sort of paper was, last, and where
    unnamed: dict[str, str] = {}
    statements = []
    for said in annotations.statements:
        phrase = _phrase(text, said)
        if phrase is not None and said.speaker is not None:
            head, name = phrase
            paper = head in people_words("nouns", "papers")
            owner = None
            if paper:
                latest = max(
                    (
                        known
                        for known in (papers.get(head), *owned.get(head, ()))
                        if known and known[0] < said.speaker.end
                    ),
                    default=None,
                )
                owner = _owner(annotations.mentions, said.speaker) or (latest[1] if latest else None)
            if owner is None and name.casefold() not in unnamed:
                unnamed[name.casefold()] = identifier = _free_id(entities)
                entities[identifier] = Entity(identifier, name, _LABEL)
            entity = owner or unnamed[name.casefold()]
            if paper:
                papers[head] = (said.speaker.start, entity)
            said = replace(said, speaker_entity=entity)
        statements.append(said)
    return annotations.replace(entities=tuple(entities.values()), statements=tuple(statements))


def _phrase(text: str, said: Statement) -> tuple[str, str] | None:
    """The head noun and the name of an unresolved speaker; `None` for anything but a body or document."""
    if said.speaker is None or said.speaker_entity is not None:
        return None
    tokens = tokenize(text, said.speaker.start, said.speaker.end)
    while tokens and tokens[0].lower in word_set("determiners"):
        tokens = tokens[1:]
    head = singular(head_of(tokens) or "")
    if head not in people_words("nouns", "bodies") | people_words("nouns", "papers"):
        return None
    end = next((token.start for token in tokens if token.text in _PHRASE_ENDS), tokens[-1].end)
    words = text[tokens[0].start : end].split()
    while words and words[-1].lower() in _DANGLING:
        words.pop()
    return (head, " ".join(words)) if words else None


def _owner(mentions: Sequence[Mention], speaker: Span) -> str | None:
    """The entity that a document is named after, if any."""
    inside = (one for one in mentions if speaker.start <= one.start and one.end <= speaker.end)
    return next((one.entity for one in inside if one.entity and one.label in _OWNERS), None)


def _owned_papers(text: str, mentions: Sequence[Mention]) -> dict[str, list[tuple[int, str]]]:
    """The documents that are named after somebody, by noun (`a Marsh Institute poll`): code point and entity."""
    nouns = people_words("nouns", "papers")
    found: dict[str, list[tuple[int, str]]] = {}
    for mention in mentions:
        if mention.entity is None or mention.label not in _OWNERS:
            continue
        words = text[mention.end : mention.end + _REACH].split("\n")[0].split()[:3]
        for word in words:
            head = singular(word.strip(",.;:’'\"”").lower())
            if head in nouns:
                found.setdefault(head, []).append((mention.start, mention.entity))
            if head in nouns or word[-1] in ',.;:”"' or word.lower() in _PHRASE_ENDS | _DANGLING | _AND:
                break
    return found


def _free_id(entities: dict[str, Entity]) -> str:
    number = len(entities) + 1
    while f"e{number}" in entities:
        number += 1
    return f"e{number}"
