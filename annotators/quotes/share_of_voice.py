"""Share of voice: how many of the words that an article reports are each speaker's.

A word counts once. Where statements overlap, as when someone is quoted quoting another, it counts for the shortest of
them, so for the person quoted last.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from annotators.annotation import AnnotationSet, Span, Statement, flatten, merge
from annotators.quotes.english.gender import people_words
from annotators.quotes.english.lexicon import cue_forms, word_set
from annotators.quotes.english.tokens import tokenize
from annotators.quotes.phrases.offices import head_of, singular
from annotators.quotes.saying.content_end import NO_COMMENT
from annotators.rows import column
from annotators.text.markup import without_markup

__all__ = ["Voice", "VoiceKind", "share_of_voice"]

VoiceKind = Literal["named", "unnamed", "organisation"]

_SAID: Final = ("direct", "fragment", "nested")
"""Kinds of quotation marks around what somebody says."""

_WORD = re.compile(r"[^\W_]+(?:['’.,:/-][^\W_]+)*")
"""A word or a figure: `isn't`, `40,000` and `so-called` are one each."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker of an article and everything they say.

    `entity` is the id of the speaker's `Entity`, `None` for a speaker without a name. `name` is that entity's name,
    else the words for the speaker (`a senior official`), empty where the speaker is unknown. `kind` is `named` for a
    person, `organisation` for a body, a country, a document or the press, else `unnamed`. `statements` are ids in text
    order, and `positions` the code points at which those statements start. `words` counts the words of the statements'
    contents, `quoted_words` those of them in quotation marks; `share` is `words` divided by the words of all speakers,
    0 to 1.
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
        """The code point at which this speaker's first statement starts."""
        return self.positions[0]


def share_of_voice(text: str, annotations: AnnotationSet) -> tuple[Voice, ...]:
    """The speakers of an article, the one with most words first, ties in order of first statement.

    The shares add up to 1 unless nobody says a word. `She declined to comment` is a statement of no words.
    """
    statements = annotations.statements
    groups: dict[tuple[str | None, str], list[int]] = {}
    speakers = zip(column(statements, "speaker_entity"), column(statements, "speaker"), strict=True)
    for position, (entity, speaker) in enumerate(speakers):
        groups.setdefault(_key(text, entity, speaker, annotations), []).append(position)
    words, quoted = _words_of(text, annotations)
    total = sum(words) or 1
    ids, starts = list(column(statements, "id")), array("I", column(statements, "start"))
    voices = []
    for (entity, _), positions in groups.items():
        first = statements[positions[0]]
        own = sum(map(words.__getitem__, positions))
        voices.append(
            Voice(
                entity=entity,
                name=_name(text, first, annotations),
                kind=_kind(entity, first, text, annotations),
                statements=tuple(map(ids.__getitem__, positions)),
                words=own,
                quoted_words=sum(map(quoted.__getitem__, positions)),
                share=own / total,
                positions=tuple(map(starts.__getitem__, positions)),
            )
        )
    return tuple(sorted(voices, key=lambda voice: (-voice.words, voice.first)))


def _key(text: str, entity: str | None, speaker: Span | None, annotations: AnnotationSet) -> tuple[str | None, str]:
    """A key that is equal for the same speaker: `an official` and `the official` are one."""
    if entity in annotations.entity_by_id:
        return entity, ""
    words = _description(text, speaker).casefold().split()
    while words and words[0] in word_set("determiners"):
        words = words[1:]
    return None, " ".join(words)


def _description(text: str, speaker: Span | None) -> str:
    """The words for a speaker without a name; empty for a pronoun, which identifies nobody."""
    if speaker is None:
        return ""
    words = " ".join(without_markup(text[speaker.start : speaker.end]).split())
    return "" if words.casefold() in _pronouns() else words


@cache
def _pronouns() -> frozenset[str]:
    return word_set("pronouns_any") | word_set("pronouns") | word_set("pronouns_abroad") | {"who", "which"}


def _name(text: str, said: Statement, annotations: AnnotationSet) -> str:
    entity = annotations.entity_by_id.get(said.speaker_entity or "")
    return entity.name if entity else _description(text, said.speaker)


def _kind(entity: str | None, said: Statement, text: str, annotations: AnnotationSet) -> VoiceKind:
    if entity is not None:
        return "named" if annotations.entity_by_id[entity].label in ("PERSON", "HANDLE") else "organisation"
    if said.speaker is None:
        return "unnamed"
    head = singular(head_of(tokenize(text, said.speaker.start, said.speaker.end)) or "")
    is_body = head in people_words("nouns", "bodies") | people_words("nouns", "papers")
    return "organisation" if is_body else "unnamed"


class _Contents:
    """The content spans of all statements: their starts, their ends, and the index of each one's statement."""

    def __init__(self, text: str, statements: Sequence[Statement]) -> None:
        self.starts, self.ends, self.owners = array("I"), array("I"), array("I")
        pairs = zip(column(statements, "content"), column(statements, "cue"), strict=True)
        for owner, (content, cue) in enumerate(pairs):
            if not _is_silence(text, cue):
                for start, end in content:
                    self.starts.append(start)
                    self.ends.append(end)
                    self.owners.append(owner)

    def regions(self) -> Iterator[list[int]]:
        """Groups of spans that overlap or touch, as indexes, in text order."""
        together: list[int] = []
        reached = 0
        for number in sorted(range(len(self.starts)), key=self.starts.__getitem__):
            if together and self.starts[number] > reached:
                yield together
                together, reached = [], 0
            together.append(number)
            reached = max(reached, self.ends[number])
        if together:
            yield together

    def words(self, text: str) -> Iterator[tuple[int, int]]:
        """The start of each word and the index of the shortest statement that contains it, in text order."""
        for numbers in self.regions():
            numbers.sort()
            spans = [Span(self.starts[number], self.ends[number]) for number in numbers]
            runs = flatten(spans)
            run = next(runs, None)
            for word in _WORD.finditer(text, min(spans).start, max(span.end for span in spans)):
                while run is not None and run.end <= word.start():
                    run = next(runs, None)
                if run is not None:
                    inner = min(run.over, key=lambda number: (spans[number].end - spans[number].start, number))
                    yield word.start(), self.owners[numbers[inner]]


def _words_of(text: str, annotations: AnnotationSet) -> tuple[array[int], array[int]]:
    """For each statement the number of its own words, and of those in quotation marks."""
    marks = zip(*(column(annotations.marks, field) for field in ("start", "end", "kind")), strict=True)
    marked = merge(Span(start, end) for start, end, kind in marks if kind in _SAID)
    words, quoted = (array("I", bytes(4 * len(annotations.statements))) for _ in range(2))
    at = 0
    for start, owner in _Contents(text, annotations.statements).words(text):
        while at < len(marked) and marked[at].end <= start:
            at += 1
        words[owner] += 1
        quoted[owner] += at < len(marked) and marked[at].start <= start
    return words, quoted


def _is_silence(text: str, cue: Span | None) -> bool:
    """Whether the content is what someone declined to do: `to comment` after `declined`."""
    told = text[cue.start : cue.end].lower().split() if cue else []
    form = cue_forms("verbs").get(told[-1]) if told else None
    return form is not None and form.lemma in NO_COMMENT
