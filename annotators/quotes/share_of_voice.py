"""Share of voice: how much of what an article reports is said by whom.

A word counts once. Where statements overlap, as when someone is quoted quoting another, it
counts for the innermost of them: the words in question are that person's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from annotators.annotation import AnnotationSet, Mark, Span, Statement, flatten, merge
from annotators.quotes.content_end import NO_COMMENT
from annotators.quotes.gender import people_words
from annotators.quotes.lexicon import cue_forms, word_set
from annotators.quotes.offices import head_of, singular
from annotators.quotes.tokens import tokenize

__all__ = ["Voice", "VoiceKind", "share_of_voice"]

VoiceKind = Literal["named", "unnamed", "organisation"]

_WORD = re.compile(r"[^\W_]+(?:['’.,:/-][^\W_]+)*")
"""A word or a figure: `isn't`, `40,000` and `so-called` are one each."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker of an article and all that they say.

    `entity` is the id of the speaker's `Entity`, `None` for someone without a name; `name` that
    entity's name, or the words the article has for someone without one (`a senior official`), and
    empty where it is not known who speaks. `kind` is `named` for a person, `organisation` for a body,
    a country or a paper, `unnamed` for everyone else. `statements` are ids in text order, and
    `positions` the code points at which those statements start. `words` are those inside the
    statements' contents, `quoted_words` those of them in quotation marks; `share` is `words` of
    all words that anybody says in the article, 0 to 1.
    """

    entity: str | None
    name: str
    kind: VoiceKind
    statements: tuple[str, ...]
    words: int
    quoted_words: int
    share: float
    positions: tuple[int, ...]

    @property
    def first(self) -> int:
        """The code point at which this speaker is first heard."""
        return self.positions[0]


def share_of_voice(text: str, annotations: AnnotationSet) -> tuple[Voice, ...]:
    """The speakers of an article, the one with most words first, then the one heard first.

    `share` adds up to 1 over all of them unless nobody says a word. `She declined to comment` counts
    as a statement of no words.
    """
    groups: dict[tuple[str | None, str], list[Statement]] = {}
    for said in annotations.statements:
        groups.setdefault(_key(text, said, annotations), []).append(said)
    marks = [mark for mark in annotations.marks if mark.kind in ("direct", "fragment", "nested")]
    counts = _words_of(text, annotations.statements, marks)
    total = sum(words for words, _ in counts.values()) or 1
    voices = []
    for (entity, _), statements in groups.items():
        words, quoted = (sum(counts[said.id][number] for said in statements) for number in (0, 1))
        voices.append(
            Voice(
                entity=entity,
                name=_name(text, statements[0], annotations),
                kind=_kind(entity, statements[0], text, annotations),
                statements=tuple(said.id for said in statements),
                words=words,
                quoted_words=quoted,
                share=words / total,
                positions=tuple(said.start for said in statements),
            )
        )
    return tuple(sorted(voices, key=lambda voice: (-voice.words, voice.first)))


def _key(text: str, said: Statement, annotations: AnnotationSet) -> tuple[str | None, str]:
    """What tells one speaker from another: `an official` and `the official` are the same one."""
    if said.speaker_entity in annotations.entity_by_id:
        return said.speaker_entity, ""
    words = _description(text, said).casefold().split()
    while words and words[0] in word_set("determiners"):
        words = words[1:]
    return None, " ".join(words)


def _description(text: str, said: Statement) -> str:
    """The words for a speaker without a name; empty for a pronoun, which tells nobody who it was."""
    if said.speaker is None:
        return ""
    words = " ".join(text[said.speaker.start : said.speaker.end].split())
    return "" if words.casefold() in word_set("pronouns_any") | word_set("pronouns") | {"who", "which"} else words


def _name(text: str, said: Statement, annotations: AnnotationSet) -> str:
    entity = annotations.entity_by_id.get(said.speaker_entity or "")
    return entity.name if entity else _description(text, said)


def _kind(entity: str | None, said: Statement, text: str, annotations: AnnotationSet) -> VoiceKind:
    if entity is not None:
        return "named" if annotations.entity_by_id[entity].label in ("PERSON", "HANDLE") else "organisation"
    if said.speaker is None:
        return "unnamed"
    head = singular(head_of(tokenize(text, said.speaker.start, said.speaker.end)) or "")
    is_body = head in people_words("nouns", "bodies") | people_words("nouns", "papers")
    return "organisation" if is_body else "unnamed"


def _words_of(text: str, statements: Sequence[Statement], marks: Iterable[Mark]) -> dict[str, tuple[int, int]]:
    """For each statement the words that are its own, and those of them in quotation marks."""
    counts = {said.id: (0, 0) for said in statements}
    pieces = [(span, said) for said in statements if not _is_silence(text, said) for span in said.content]
    quoted = merge(marks)
    at = 0
    for start, owner in _innermost(text, pieces):
        while at < len(quoted) and quoted[at].end <= start:
            at += 1
        words, inside = counts[owner.id]
        counts[owner.id] = (words + 1, inside + (at < len(quoted) and quoted[at].start <= start))
    return counts


def _is_silence(text: str, said: Statement) -> bool:
    """Whether the content is what someone would not do: `to comment` after `declined`."""
    cue = text[said.cue.start : said.cue.end].lower().split() if said.cue else []
    form = cue_forms("verbs").get(cue[-1]) if cue else None
    return form is not None and form.lemma in NO_COMMENT


def _innermost(text: str, pieces: Sequence[tuple[Span, Statement]]) -> Iterator[tuple[int, Statement]]:
    """Where each word of the contents starts and the shortest statement it lies in, in text order."""
    spans = [span for span, _ in pieces]
    runs = flatten(spans)
    run = next(runs, None)
    for region in merge(spans):
        for word in _WORD.finditer(text, region.start, region.end):
            while run is not None and run.end <= word.start():
                run = next(runs, None)
            if run is not None:
                inner = min(run.over, key=lambda number: (spans[number].end - spans[number].start, number))
                yield word.start(), pieces[inner][1]
