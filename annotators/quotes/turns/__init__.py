"""Turns of interviews and transcripts: finds the lines whose label names a speaker.

A label alone proves nothing (`Source: Reuters`). It is a speaker's if it asks and another label answers, if it is the
name of someone whom the text names in full, or if it recurs in capitals, as in transcripts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from itertools import pairwise
from typing import Final, NamedTuple

from annotators.annotation import Span
from annotators.quotes.english.gender import given_names, people_words
from annotators.quotes.phrases.offices import is_office
from annotators.quotes.turns.labels import ANSWERS, QUESTIONS, Label, labels_in, says_what_follows
from annotators.text.patterns import compiled_late

__all__ = ["Turn", "asks", "find_turns", "initials_of", "labels_of", "turns_among"]

_CAPITAL: Final = "[A-ZÀ-ÖØ-ÞĀ-ŽА-Я]"
_FULL_NAME: Final = compiled_late(
    rf"({_CAPITAL}(?<=\b.)[\w’'.-]{{0,40}}\w)[ \xa0](?:{_CAPITAL}\.[ \xa0])?(?=({_CAPITAL}[\w’'-]*\w))"
)
"""Begins with the letters and not with the word boundary, so that only capitals are tried."""
_SHORTEST_CONTENT: Final = 12
_TALLY: Final = compiled_late(r"[£$€+-]?\d[\d.,:–-]*\s?%?(?:\s[^\W\d_]+)?[.;]?")
"""A number and its unit: `54`, `12 votes.`"""
_LETTERS_OF_CAPITALS: Final = 3
_MOST_INITIALS: Final = 3
_WORD_EDGE: Final = re.compile(r"\b")
_NO_SIGN: Final = re.compile(r"\b(?!\s?[:—–])")
_QUESTION_ENDS: Final = ("?", "?”", '?"', "?*", "?_", "?)")
_EDGES: Final = " \t\n\r\xa0*_"


class Turn(NamedTuple):
    """What one speaker says under one label, up to the next label or the end of the block.

    `part` is `question` or `answer` if the label or the order of turns shows it, else `name`.
    """

    label: Label
    said: Span
    part: str


class _Names(NamedTuple):
    """Parts of the full names in a text: last words as written; last words, first words and initials, case-folded."""

    last: frozenset[str]
    surnames: frozenset[str]
    given: frozenset[str]
    initials: frozenset[str]


def find_turns(text: str, blocks: Sequence[tuple[int, int]]) -> list[Turn]:
    """The turns in the blocks (`(start, end)` in code points), in order."""
    return turns_among(text, labels_of(text, blocks))


def labels_of(text: str, blocks: Sequence[tuple[int, int]]) -> list[tuple[Label, int]]:
    """The labels in the blocks, each with the end of its block."""
    return [(label, end) for start, end in blocks for label in labels_in(text, start, end)]


def turns_among(text: str, found: Sequence[tuple[Label, int]]) -> list[Turn]:
    """The turns that begin at labels, which are given as by `labels_of`."""
    if not found:
        return []
    names = cache(partial(_names_in, text))  # few labels need a search of the whole text
    turns = _cut(text, found)
    asking = _asking(text, turns)
    chosen = _chosen(text, turns, asking, names)
    kept = [(label, end) for label, end in found if label.key in chosen and _is_enough(text, label, end, chosen)]
    said = [(label, said) for label, said in _cut(text, kept) if said.start < said.end]
    return [
        Turn(*turn, _part(turn[0].key, asking))
        for number, turn in enumerate(said)
        if (number and asks(text, said[number - 1][1])) or _TALLY.fullmatch(text, *turn[1]) is None
    ]


def _cut(text: str, labels: Sequence[tuple[Label, int]]) -> list[tuple[Label, Span]]:
    """The span after each label, up to the next label or the end of the block, which is given."""
    cut = []
    for number, (label, end) in enumerate(labels):
        following = labels[number + 1][0] if number + 1 < len(labels) else None
        stop = min(end, following.span.start) if following else end
        while stop > label.start and text[stop - 1] in _EDGES:
            stop -= 1
        cut.append((label, Span(label.start, stop)))
    return cut


def _names_in(text: str) -> _Names:
    pairs = [pair for pair in set(_FULL_NAME.findall(text)) if pair[0][0].isupper() and pair[1][0].isupper()]
    return _Names(
        frozenset(last for _, last in pairs),
        frozenset(last.casefold() for _, last in pairs),
        frozenset(given.casefold() for given, _ in pairs),
        frozenset((given[0] + last[0]).casefold() for given, last in pairs),
    )


def _asking(text: str, turns: Sequence[tuple[Label, Span]]) -> frozenset[str]:
    """The labels that ask at least twice, in half of their turns or more, and get answers from a label that recurs."""
    counts = Counter(label.key for label, _ in turns)
    asked = Counter(label.key for label, said in turns if asks(text, said))
    answered = Counter(
        one.key
        for (one, said), (other, _) in pairwise(turns)
        if one.key != other.key and counts[other.key] > 1 and asks(text, said)
    )
    return frozenset(key for key, times in answered.items() if times > 1 and 2 * asked[key] >= counts[key])


def asks(text: str, said: Span) -> bool:
    """Whether the span ends with a question."""
    return text[said.start : said.end].endswith(_QUESTION_ENDS)


def _chosen(
    text: str, turns: Sequence[tuple[Label, Span]], asking: frozenset[str], names: Callable[[], _Names]
) -> frozenset[str]:
    """The case-folded keys of the labels that are speakers'."""
    keys = Counter(label.key for label, _ in turns)
    plain = {label.key for label, _ in turns if not label.dashed}
    chosen = {key for key in asking | _answering(text, turns, asking) if not says_what_follows(key.split()[0])}
    answers = sum(label.key == "a" and not label.dashed for label, _ in turns)
    if (keys.keys() & QUESTIONS and keys.keys() & ANSWERS) or answers > 1:
        chosen |= keys.keys() & (QUESTIONS | ANSWERS)
    for label, _ in turns:
        several = keys[label.key] > 1
        may_be = label.key not in chosen and (several or label.key in plain) and not says_what_follows(label.key)
        if may_be and _is_known(text, label, names, several):
            chosen.add(label.key)
    chosen |= {key for key in initials_of(chosen) & keys.keys() if key in plain}
    if chosen:
        chosen |= keys.keys() & QUESTIONS
    chosen |= keys.keys() & {one[at + 1 :] for one in chosen for at, char in enumerate(one) if char == " "}
    spoken = [label for label, _ in turns if label.key in chosen]
    if len({label.key for label in spoken}) > 1 and all(_in_capitals(text, label) for label in spoken):
        chosen |= {label.key for label, _ in turns if _in_capitals(text, label) and not says_what_follows(label.key)}
    chosen |= {
        other.key
        for (one, said), (other, _) in pairwise(turns)
        if one.key in chosen and asks(text, said) and _answers_in_capitals(text, one, other)
    }
    return frozenset(chosen)


def _answers_in_capitals(text: str, one: Label, other: Label) -> bool:
    """Whether a label that occurs once is set like that of the turn before it: `JONES:` after `SMITH:`."""
    alike = _in_capitals(text, one) and _in_capitals(text, other) and not other.dashed
    return alike and not says_what_follows(other.key)


def initials_of(names: Iterable[str]) -> set[str]:
    """The initials of those names that have two or three words, as later labels give them: `LF` for `lucía ferrer`."""
    return {"".join(word[0] for word in words) for words in map(str.split, names) if 1 < len(words) <= _MOST_INITIALS}


def _in_capitals(text: str, label: Label) -> bool:
    return text[label.span.start : label.span.end].isupper()


def _answering(text: str, turns: Sequence[tuple[Label, Span]], asking: frozenset[str]) -> set[str]:
    """The labels that follow the asking ones more than once."""
    after = Counter(other.key for (one, said), (other, _) in pairwise(turns) if one.key in asking and asks(text, said))
    return {key for key, times in after.items() if times > 1}


def _is_known(text: str, label: Label, names_in_text: Callable[[], _Names], several: bool) -> bool:
    """Whether the label is a name, or part of one that the text has in full."""
    words = text[label.span.start : label.span.end].split()
    if label.key in QUESTIONS | ANSWERS:
        return False
    names = names_in_text()
    if words[-1] in names.last and (several or len(words) == 1 or _is_person(text, words)):
        return True
    if label.office and is_office(label.office.split()[-1].lower()):
        return True
    if not several:
        return False
    if (words[-1].isupper() and words[-1].casefold() in names.surnames) or (len(words) > 1 and _is_given(words[0])):
        return True
    capitals = words[-1].isupper() and sum(map(str.isalpha, words[-1])) >= _LETTERS_OF_CAPITALS and not label.dashed
    short = label.key.replace(".", "")
    return capitals or (
        len(words) == 1 and (label.key in names.given or (words[0].isupper() and short in names.initials))
    )


def _is_person(text: str, words: Sequence[str]) -> bool:
    """Whether a label of several words begins like a person's name, or occurs elsewhere in the text."""
    if words[0].lower() in ("the", "a", "an"):
        return False
    title = words[0].lower().rstrip(".")
    titles = people_words("titles", "women") | people_words("titles", "men")
    if _is_given(words[0]) or title in titles or is_office(title):
        return True
    return _occurs_without_sign(text, " ".join(words))


def _occurs_without_sign(text: str, name: str) -> bool:
    """Whether a text has a name that is not a label; a plain search, because a list of people has many labels."""
    at = text.find(name)
    while at >= 0:
        if _WORD_EDGE.match(text, at) and _NO_SIGN.match(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


def _is_given(word: str) -> bool:
    return word.lower() in given_names()


def _is_enough(text: str, label: Label, end: int, chosen: frozenset[str]) -> bool:
    """Whether enough follows a label that need not be a speaker, and no quotation, which other rules read."""
    if label.key in QUESTIONS | ANSWERS or text[label.span.start : label.span.end].isupper():
        return True
    if label.office:
        return True
    quoted = text[label.start] in "\"“'‘«„"
    return not quoted and (len(chosen) > 1 or end - label.start >= _SHORTEST_CONTENT)


def _part(key: str, asking: frozenset[str]) -> str:
    if key in QUESTIONS or key in asking:
        return "question"
    return "answer" if key in ANSWERS else "name"
