"""Resolves pronouns: to the last speaker, unless somebody else has come on stage since."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from annotators.annotation import Mention
from annotators.quotes.english.gender import gender_of_pronoun, people_words
from annotators.quotes.english.lexicon import word_set
from annotators.quotes.phrases.offices import is_office, singular
from annotators.quotes.speakers.cast import Cast
from annotators.text.patterns import compiled_late

__all__ = ["PRONOUNS", "Resolution", "Spoken", "is_introduced", "last_on_stage", "last_speaker", "resolve_pronoun"]

PRONOUNS: Final = {
    **dict.fromkeys(("he", "his", "him"), "he"),
    **dict.fromkeys(("she", "her"), "she"),
    **dict.fromkeys(("they", "their", "them"), "they"),
    **dict.fromkeys(("it", "its"), "it"),
    **{word: word for word in ("who", "which", "i", "we", "you")},
}
"""Pronouns, and for each the form that is a subject."""

Spoken = Sequence[tuple[int, str]]
"""The speakers so far: the code point where each one's speech ends, and the entity."""

_PERSON: Final = frozenset(("PERSON",))
_BODIES: Final = frozenset(("ORG", "GPE", "NORP", "PRODUCT"))
_REACH: Final = 20_000
_AHEAD: Final = 400
_LISTED: Final = 16
"""The most code points between two names of a list: room for an age and `and`."""
_SENTENCE_END = compiled_late(r"[.!?]['\"”’]?\s+(?=[A-Z“\"])")
_ASKED_BY = re.compile(r"\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed)\b.{0,40}? by\b")
_WORD = re.compile(r"[\w’'-]+")
_POSSESSIVES: Final = ("'s", "’s")


class Resolution(NamedTuple):
    """The entity that a speaker refers to, the confidence (0 to 1), and the reason in words."""

    entity: str
    score: float
    reason: str


def resolve_pronoun(cast: Cast, spoken: Spoken, at: int, word: str) -> Resolution | None:
    """The entity that the pronoun at an offset refers to; `word` is one of the values of `PRONOUNS`."""
    if word in ("who", "which"):
        return _antecedent(cast, at)
    if word in ("he", "she"):
        gender = gender_of_pronoun(word)
        return (
            _subject_since(cast, spoken, at, gender)
            or _brought_in(cast, spoken, at, gender, word)
            or last_speaker(cast, spoken, at, gender, 0.7, f"“{word}” is the last speaker")
            or _nearest_person(cast, at, gender, word)
        )
    if word in ("they", "it"):
        body = _last_body(cast, spoken, at) or (_body_before(cast, spoken, at) if word == "it" else None)
        if body is None or (word == "they" and _has_plural(cast.text, at)):
            return None
        return Resolution(body, 0.55, f"“{word}” is the last body that spoke")
    return None


def last_speaker(
    cast: Cast, spoken: Spoken, at: int, gender: str | None, score: float, reason: str
) -> Resolution | None:
    """The last person who spoke before an offset and may be of the gender."""
    for end, entity in reversed(spoken):
        if end <= at and cast.entities[entity].label == "PERSON" and cast.may_be(entity, gender):
            return Resolution(entity, score, f"{reason}, {cast.entities[entity].name}")
    return None


def last_on_stage(cast: Cast, spoken: Spoken, at: int, gender: str | None, head: str) -> Resolution | None:
    """Whoever opened a sentence since the last speech, else its speaker: `Boyle smiled. ..., the striker said`."""
    since = _subject_since(cast, spoken, at, gender)
    if since is not None:
        return Resolution(since.entity, 0.55, f"the {head}: {cast.entities[since.entity].name}")
    return last_speaker(cast, spoken, at, gender, 0.55, f"the {head}: the last speaker")


def is_introduced(cast: Cast, head: str, at: int) -> bool:
    """Whether someone without a name was introduced earlier: after `an officer`, `the officer` is that one."""
    pattern = rf"\b[Aa](?:n|nother)?\s(?:[\w-]+\s){{0,3}}?{re.escape(head)}\b"
    return re.search(pattern, cast.text[max(0, at - _REACH) : at]) is not None


def _antecedent(cast: Cast, at: int) -> Resolution | None:
    for mention in cast.before(at, _PERSON | _BODIES):
        between = cast.text[mention.end : at]
        if len(between) > 60 or "\n" in between or ". " in between:
            return None
        if not between.strip(" ,)—–-") and mention.entity is not None:
            return Resolution(mention.entity, 0.85, f"“who” is {_words(cast, mention)}")
        if between.startswith((",", " (")) and mention.label == "PERSON" and mention.entity is not None:
            return Resolution(mention.entity, 0.65, f"“who” is {_words(cast, mention)}")
    return None


def _last_body(cast: Cast, spoken: Spoken, at: int) -> str | None:
    for end, entity in reversed(spoken):
        if end <= at:
            return entity if cast.entities[entity].label in _BODIES else None
    return None


def _body_before(cast: Cast, spoken: Spoken, at: int) -> str | None:
    """The body that opens an earlier sentence of the line since the last speech: `Norden cut jobs. It said ...`."""
    since = max(_spoken_until(spoken, at), cast.text.rfind("\n", 0, at) + 1)
    for mention in cast.before(at, _BODIES):
        if mention.start < since:
            return None
        if mention.start not in cast.reported and mention.label != "NORP" and _opens(cast, mention):
            return mention.entity
    return None


def _opens(cast: Cast, mention: Mention) -> bool:
    """Whether a name is the first of its sentence, apart from an article."""
    before = cast.text[max(0, mention.start - 8) : mention.start].removesuffix("The ").removesuffix("the ").rstrip(" ")
    return not before or before[-1] in '\n.!?”"'


def _has_plural(text: str, at: int) -> bool:
    """Whether a plural for people occurs earlier in the sentence: `officials raised concerns, which they said ...`."""
    sentence = _SENTENCE_END.split(text[max(0, at - _AHEAD) : at].rsplit("\n", 1)[-1])[-1]
    return any(_is_people(word.lower()) for word in _WORD.findall(sentence))


def _is_people(word: str) -> bool:
    return singular(word) != word and (is_office(word) or singular(word) in people_words("nouns", "people"))


def _spoken_until(spoken: Spoken, at: int) -> int:
    return max((end for end, _ in spoken if end <= at), default=0)


def _subject_since(cast: Cast, spoken: Spoken, at: int, gender: str | None) -> Resolution | None:
    """The last person to open a sentence between the last speech and the pronoun."""
    since = _spoken_until(spoken, at)
    for mention in cast.before(at, _PERSON):
        if mention.start < since:
            return None
        acts = mention.start not in cast.reported and _is_subject(cast, mention)
        if mention.entity and acts and cast.may_be(mention.entity, gender):
            return Resolution(mention.entity, 0.75, f"the person before: {_words(cast, mention)}")
    return None


def _brought_in(cast: Cast, spoken: Spoken, at: int, gender: str | None, word: str) -> Resolution | None:
    """The only person named in earlier sentences of the pronoun's paragraph, if nobody has spoken in it yet."""
    line = cast.text.rfind("\n", 0, at) + 1
    ends = [found.end() for found in _SENTENCE_END.finditer(cast.text, line, at + 1)]  # sees the pronoun's capital
    sentence = ends[-1] if ends else line
    if sentence == line or _spoken_until(spoken, at) > line:
        return None
    found = {}
    for mention in cast.before(sentence, _PERSON):
        if mention.start < line:
            break
        if mention.entity and cast.may_be(mention.entity, gender):
            found[mention.entity] = mention
    if len(found) != 1:
        return None
    ((entity, mention),) = found.items()
    return Resolution(entity, 0.7, f"“{word}” is {_words(cast, mention)}, named before it")


def _is_subject(cast: Cast, mention: Mention) -> bool:
    """Whether a name is placed as a subject: first in its sentence apart from titles and a lead-in."""
    text = cast.text
    if text[mention.end : mention.end + 2] in _POSSESSIVES:
        return False
    line = text.rfind("\n", 0, mention.start) + 1
    sentence = _SENTENCE_END.split(text[line : mention.start + 1])[-1][:-1]
    if _ASKED_BY.search(sentence):
        return False  # `Asked by his lawyer, Ana Holm, he replied`
    lead = sentence.rsplit(",", 1)[-1].split()
    if lead and lead[0].lower() in ("a", "an", "the") and not is_office(lead[-1].lower()) and lead[-1].islower():
        return False  # `the presumed Putin favourite`
    if [word.lower() for word in lead] in (["and"], ["or"]) and _is_listed(cast, mention):
        return False
    return len(lead) < 5 and not any(word.lower() in word_set("prepositions") for word in lead[-1:])


def _is_listed(cast: Cast, mention: Mention) -> bool:
    """Whether a name is the last of several: `Bebe, six, Elsie, seven, and Alice, nine, were hurt`."""
    before = next(cast.before(mention.start, _PERSON), None)
    return before is not None and mention.start - before.end < _LISTED


def _nearest_person(cast: Cast, at: int, gender: str | None, word: str) -> Resolution | None:
    for mention in cast.before(at, _PERSON):
        if mention.entity and cast.may_be(mention.entity, gender):
            sure = cast.genders.get(mention.entity) == gender
            return Resolution(
                mention.entity, 0.6 if sure else 0.5, f"“{word}” is {_words(cast, mention)}, named before it"
            )
    for mention in cast.after(at, _PERSON):
        if mention.start - at > _AHEAD:
            return None
        if mention.entity and cast.may_be(mention.entity, gender):
            return Resolution(mention.entity, 0.55, f"“{word}” is {_words(cast, mention)}, named after it")
    return None


def _words(cast: Cast, mention: Mention) -> str:
    return cast.text[mention.start : mention.end]
