"""Drops labels that only describe people, as in lists of them: `Tom Reed: A fireman since 1990`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from annotators.annotation import Span
from annotators.quotes.english.lexicon import word_set
from annotators.quotes.english.tokens import Token, tokenize
from annotators.quotes.phrases.offices import is_office, singular
from annotators.quotes.turns import Turn, asks

__all__ = ["without_descriptions"]

_LOOKED_AT: Final = 200
"""The code points in which a description must end."""
_ARTICLES: Final = frozenset("a an ex former retired".split())
_HEAD_ENDS: Final = frozenset("and that who".split())
_LONGEST: Final = 5
"""The most words up to the noun for a role: `a former deputy fire chief`."""


def without_descriptions(text: str, turns: Sequence[Turn]) -> list[Turn]:
    """The turns without those that only describe: the label occurs once, answers no question and has no office."""
    times = Counter(turn.label.key for turn in turns)
    kept = []
    for number, turn in enumerate(turns):
        alone = turn.part == "name" and times[turn.label.key] == 1 and not turn.label.office
        answers = number > 0 and asks(text, turns[number - 1].said)
        if not alone or answers or not _describes(text, turn.said):
            kept.append(turn)
    return kept


def _describes(text: str, said: Span) -> bool:
    """Whether the first sentence is a noun for a role with additions, without a verb."""
    tokens = tokenize(text, said.start, min(said.end, said.start + _LOOKED_AT))
    sentence = list(takewhile(lambda token: token.text not in (".", "!", "?", ";"), tokens))
    if len(sentence) < len(tokens) and tokens[len(sentence)].text in ("!", "?"):
        return False
    verbs = word_set("auxiliaries") | (word_set("pronouns_any") - {"who"})
    if any(token.lower in verbs or token.kind == "mark" for token in sentence):
        return False
    head = list(takewhile(_is_of_head, sentence))
    if not 0 < len(head) <= _LONGEST or not is_office(head[-1].lower) or singular(head[-1].lower) != head[-1].lower:
        return False  # a plural describes nobody: `Doctors in this town earn everything`
    goes_on = len(head) < len(sentence) and sentence[len(head)].lower in word_set("prepositions")
    return head[0].lower in _ARTICLES or (head[0].lower not in word_set("determiners") and goes_on)


def _is_of_head(token: Token) -> bool:
    return token.is_word and token.lower not in word_set("prepositions") and token.lower not in _HEAD_ENDS
