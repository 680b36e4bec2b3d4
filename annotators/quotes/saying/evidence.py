"""The features of a clause that the ranker weighs to decide whether it reports speech."""

from __future__ import annotations

from collections.abc import Sequence

from annotators.quotes.english.lexicon import CueForm, word_set
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases.subjects import Subject, looks_past
from annotators.quotes.saying.cues import frame_at, likelihood

__all__ = ["signs_of"]

_MODALS = frozenset("can could may might must shall should will would 'll".split())
_NEGATIONS = frozenset("n't never no not nor".split())
_FINITE = frozenset("is are was were has have had will would can could may might should must do does did".split())


def signs_of(
    tokens: Sequence[Token], at: int, cue: CueForm, subject: Subject, content: tuple[int, int]
) -> tuple[str, ...]:
    """The features of a clause whose cue is at token `at` and whose content is `tokens[content[0]:content[1]]`."""
    start, end = content
    frame = frame_at(tokens, at)
    said, seen = cue.frames["all"]
    group = {token.lower for token in tokens[subject.group : at]}
    signs = [
        f"lemma {cue.lemma}",
        f"rate {_tenth((said + 0.2) / (seen + 1))}",
        f"likely {_tenth(likelihood(cue, frame))}",
        f"frame {frame}",
        f"tense {cue.tense}",
        f"tense {cue.tense} frame {frame}",
        f"how {subject.how}",
        f"subject {_subject(tokens, subject)}",
        f"subject words {min(subject.last - subject.first, 6)}",
        f"content {_opening(tokens, start)}",
        f"content words {_length(end - start)}",
        f"from cue {min(start - at - 1, 4) if start > at else 'before'}",
    ]
    signs += [f"group {name}" for name, words in (("modal", _MODALS), ("negated", _NEGATIONS)) if group & words]
    if cue.lemma == "?":
        signs += [f"unknown verb {name}" for name in (tokens[at].lower, _ending(tokens[at].lower))]
    signs += [name for name, holds in _of_content(tokens, start, end).items() if holds]
    if _is_conditional(tokens, subject.first):
        signs.append("subordinate")
    if tokens[-1].text == "?":
        signs.append("question")
    if tokens[-1].kind not in ("other", "quote", "dots", "abbreviation"):
        signs.append("no stop")
    return tuple(signs)


def _ending(word: str) -> str:
    return word[-2:]


def _tenth(share: float) -> int:
    return min(9, int(share * 10))


def _length(words: int) -> str:
    for limit in (1, 2, 3, 5, 8, 12, 20):
        if words <= limit:
            return str(limit)
    return "many"


def _subject(tokens: Sequence[Token], subject: Subject) -> str:
    words = tokens[subject.first : subject.last]
    first = words[0].lower
    if len(words) == 1 and first in word_set("pronouns_any") | {"who", "which"}:
        return first
    if any(word.is_capital for word in words[1:]) or (words[0].is_capital and first not in word_set("determiners")):
        return "name"
    if first in word_set("determiners"):
        return "noun " + ("the" if first == "the" else "other")
    return "bare"


def _opening(tokens: Sequence[Token], start: int) -> str:
    token = tokens[start]
    if token.kind == "quote":
        return token.lower
    for name in ("pronouns", "determiners", "prepositions", "subordinators", "adverbs", "auxiliaries"):
        if token.lower in word_set(name):
            return name
    return "name" if token.is_capital else "ing" if token.lower.endswith("ing") else "word"


def _of_content(tokens: Sequence[Token], start: int, end: int) -> dict[str, bool]:
    words = tokens[start:end]
    return {
        "content has a verb": any(word.lower in _FINITE for word in words),
        "content has a past": any(looks_past(word) for word in words),
        "content has a quotation": any(word.kind == "quote" for word in words),
        "content ends the sentence": end >= len(tokens) - 1,
    }


def _is_conditional(tokens: Sequence[Token], first: int) -> bool:
    """Whether the clause depends on `if`, `when`, `what` and the like."""
    return first > 0 and tokens[first - 1].lower in word_set("subordinators") | {"what", "how", "why", "that", "whom"}
