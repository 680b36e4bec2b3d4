"""Resolves speakers to entities, whether the words are a name, a pronoun or a description such as `the minister`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from annotators.annotation import Entity, Mark, Mention, Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.tokens import Token, tokenize
from annotators.quotes.saying.repeats import REPEATED
from annotators.quotes.speakers.cast import Cast
from annotators.quotes.speakers.descriptions import speaker_by_age, speaker_by_description, speaker_by_relation
from annotators.quotes.speakers.named import NamedSpeakers
from annotators.quotes.speakers.nominal import NominalSpeakers
from annotators.quotes.speakers.pronouns import (
    PRONOUNS,
    Resolution,
    resolve_pronoun,
)
from annotators.quotes.speakers.strangers import ANYONE, called_by
from annotators.quotes.turns.parties import Parties

__all__ = ["THRESHOLD", "Resolution", "resolve_speakers"]

THRESHOLD: Final = 0.5
"""The least score of a resolution; below it a statement gets no speaker entity."""
_BY_NAME: Final = 0.9
_BESIDE: Final = 60
"""Fewer code points lie between a question and its answer."""
_NEXT = re.compile(r"\n\s*")


def resolve_speakers(
    text: str,
    claims: Sequence[Claim],
    mentions: Iterable[Mention],
    entities: Iterable[Entity],
    marks: Sequence[Mark] = (),
    parties: Parties | None = None,
) -> list[Resolution | None]:
    """For each claim, in text order, the entity of its speaker; `None` where no resolution is sure enough.

    `parties` are the interviewer and the interviewed, if the article is an interview.
    """
    contents = [span for claim in claims if claim.speaker is not None for span in claim.content]
    cast = Cast.of(text, list(mentions), list(entities), marks, contents)
    resolver = _Resolver(cast, parties or Parties())
    # the speaker of a repeat in a heading comes further down, and is not known before the speakers in between
    order = sorted(range(len(claims)), key=lambda at: claims[at].rule == REPEATED)
    found = {at: resolver.resolve(claims[at]) for at in order}
    return [found[at] for at in range(len(claims))]


def _is_relative(tokens: Sequence[Token], at: int) -> bool:
    """Whether a relative clause begins at a token: `The company, which employs 9,000,`."""
    return tokens[at].text == "," and at + 1 < len(tokens) and tokens[at + 1].lower in ("which", "who", "whose")


class _Resolver:
    """Resolves claims in order, because the last speaker is the likeliest one to continue."""

    def __init__(self, cast: Cast, parties: Parties) -> None:
        self._cast = cast
        self._parties = parties
        self._turners: set[str] = set()
        self._spoken: list[tuple[int, str]] = []
        self._by_span: dict[Span, Resolution] = {}
        self._strangers: list[tuple[int, frozenset[str]]] = []
        self._asker: tuple[int, str] = (0, "")
        self._names = NamedSpeakers(cast)
        self._nouns = NominalSpeakers(cast, self._spoken)

    def resolve(self, claim: Claim) -> Resolution | None:
        if claim.speaker is None or not self._cast.mentions:
            return None
        found = self._by_span.get(claim.speaker) or (self._in_turn(claim) if claim.part else self._find(claim.speaker))
        if claim.part and found:
            self._turners.add(found.entity)
        elif claim.turn and found and found.entity in self._turners and found.score < _BY_NAME:
            return None  # those who talk to each other say `I` and `you`: `he`, `the mayor` are others
        if found is not None and found.score < _BY_NAME and self._has_asked(found.entity, claim):
            found = None  # whoever answers is somebody else
        self._asker = (claim.end, found.entity) if found and self._asks(claim) else (0, "")
        if found is None or found.score < THRESHOLD:
            self._strangers.append((claim.speaker.start, called_by(self._cast, claim.speaker)))
            return None
        self._by_span[claim.speaker] = found
        if claim.part == "question":
            return found  # whoever asks is not the one that a story goes on about
        self._spoken.append((max(claim.end, claim.speaker.start) if not claim.carried else claim.end, found.entity))
        return found

    def _asks(self, claim: Claim) -> bool:
        """Whether what is said is a question: its last character inside the marks is the sign of one."""
        last = claim.content[-1] if claim.content else None
        return last is not None and self._cast.text[last.start : last.end].rstrip("”\"»’'").endswith("?")

    def _has_asked(self, entity: str, claim: Claim) -> bool:
        """Whether the claim answers a question that the entity has asked just before."""
        end, asker = self._asker
        near = 0 <= claim.start - end < _BESIDE
        return near and asker == entity and claim.cue is not None and self._answers(claim.cue)

    def _answers(self, cue: Span) -> bool:
        return self._cast.text[cue.start : cue.end].lower().split()[-1].startswith(("answer", "repl", "respond"))

    def _in_turn(self, claim: Claim) -> Resolution | None:
        """The speaker of a turn, by its label or as a party of the interview."""
        if claim.speaker is None:
            return None
        entity = self._parties.speaker(self._cast.text, claim.speaker, claim.part, self._cast.entities.values())
        if entity is not None:
            return Resolution(entity, 0.85, f"the label of {self._cast.entities[entity].name}")
        return self._names.by_name(claim.speaker, tokenize(self._cast.text, *claim.speaker))

    def _find(self, speaker: Span) -> Resolution | None:
        tokens = tokenize(self._cast.text, speaker.start, speaker.end)
        if not tokens:
            return None
        word = tokens[0].lower
        if len(tokens) == 1 and word in PRONOUNS:
            found = resolve_pronoun(self._cast, self._spoken, speaker.start, PRONOUNS[word])
            return None if found is not None and self._is_overtaken(found.entity, speaker.start, word) else found
        bare = tokens[: next((at for at in range(1, len(tokens)) if _is_relative(tokens, at)), len(tokens))]
        return (
            self._names.by_name(speaker, tokens)
            or self._nouns.nominal(speaker, bare)
            or speaker_by_age(self._cast, self._spoken, speaker)
            or self._names.untagged(tokens)
            or speaker_by_description(self._cast, self._spoken, speaker, tokens)
            or speaker_by_relation(self._cast, speaker, tokens)
        )

    def _is_overtaken(self, entity: str, at: int, word: str) -> bool:
        """Whether an unnamed speaker whom the pronoun fits has spoken, near enough, since the entity was last named."""
        pronoun = PRONOUNS[word]
        stranger, called = next((one for one in reversed(self._strangers) if pronoun in one[1]), (0, ANYONE))
        paragraphs = len(_NEXT.findall(self._cast.text, stranger, at))
        next_too = called is not ANYONE  # what `a teacher said` goes on in the next paragraph
        away = pronoun in ("he", "she") and paragraphs > next_too
        return bool(stranger) and not away and all(one.entity != entity for one in self._cast.within(stranger, at))
